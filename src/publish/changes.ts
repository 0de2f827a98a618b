import { join } from 'node:path';
import { asWritten, type Inside } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { FileRefused } from '../files/refused.ts';
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
  const inside = outputPlaces(config);
  for (const document of documents) {
    const path = join(config.output, document.path);
    try {
      const bytes = Buffer.from(document.text, 'utf8');
      const published = readPublished(path, bytes.length, inside);
      if (published === 'other' || !published?.equals(bytes))
        changes.push({ document, path, bytes, isReplaced: published !== undefined });
    } catch (error) {
      return { changes: [], problems: [explainFailure(error, path, config)] };
    }
  }
  return { changes, problems: reportArchives(changes) };
}

/** Where the files of a site may be: no link in it leads the output elsewhere (R69). */
export function outputPlaces({ output, root }: Config): Inside {
  return asWritten(output, root) === 'anywhere' ? [output] : [root];
}

/** Undefined for a file that is not there; a longer one is another. */
function readPublished(path: string, maximum: number, inside: Inside): Buffer | 'other' | undefined {
  try {
    return readWhole(path, { maximum, inside });
  } catch (error) {
    if (error instanceof FileRefused && error.code === 'too-large') return 'other';
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    // One that cannot be read must not be replaced.
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
