import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Companion, Config, FeedDocument, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { explainFailure } from './failure.ts';

/** A document whose bytes differ from what is published. */
export interface Change {
  readonly document: FeedDocument | Companion;
  /** Absolute. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Whether something is published there already. */
  readonly isReplaced: boolean;
}

/**
 * Compares documents with the files of the output folder.
 * @returns those that would change, and a warning for each feed whose archives do: they are meant to stay as they are (R42)
 */
export function findChanges(
  documents: readonly (FeedDocument | Companion)[],
  config: Config,
): { readonly changes: readonly Change[]; readonly problems: readonly Problem[] } {
  const changes: Change[] = [];
  for (const document of documents) {
    const path = join(config.output, document.path);
    try {
      const bytes = Buffer.from(document.text, 'utf8');
      const published = readPublished(path);
      if (!published?.equals(bytes))
        changes.push({ document, path, bytes, isReplaced: published !== undefined });
    } catch (error) {
      return { changes: [], problems: [explainFailure(error, path, config)] };
    }
  }
  return { changes, problems: reportArchives(changes) };
}

function readPublished(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    // A file that is not there is new; one that cannot be read must not be replaced.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** One warning for each feed; a reader that has walked through its archives does not read them again (RFC 5005 §4). */
function reportArchives(changes: readonly Change[]): readonly Problem[] {
  const archives = changes.flatMap(({ document, isReplaced }) =>
    'isArchive' in document && document.isArchive && isReplaced ? document : [],
  );
  const feeds = [...new Set(archives.map(({ feed }) => feed))];
  return feeds.map((feed) => {
    const own = archives.filter((archive) => archive.feed === feed).map((archive) => archive.path);
    const [path = ''] = own;
    return problem('archive-changed', { file: path }, { feed, path, count: own.length });
  });
}
