import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Config, FeedDocument, Problem } from '../model.ts';
import { problem } from '../problems.ts';

interface Pending {
  readonly path: string;
  readonly temporary: string;
  readonly bytes: Buffer;
}

/**
 * Writes the documents whose bytes differ from what is published; the others are not touched (R48, R61). All temporary files are
 * complete before the first one takes its place, so a full disk changes nothing.
 * @returns the paths (below the output folder) that changed; none when there is a problem
 */
export function publishDocuments(
  documents: readonly FeedDocument[],
  config: Config,
): { readonly changed: ReadonlySet<string>; readonly problems: readonly Problem[] } {
  const pending: Pending[] = [];
  const changed = new Set<string>();
  try {
    for (const document of documents) {
      const path = join(config.output, document.path);
      const bytes = Buffer.from(document.text, 'utf8');
      if (readPublished(path)?.equals(bytes)) continue;
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      pending.push({ path, temporary, bytes });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, bytes);
      changed.add(document.path);
    }
    for (const { path, temporary } of pending) renameSync(temporary, path);
    return { changed, problems: [] };
  } catch (error) {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
    return { changed: new Set(), problems: [explain(error, pending.at(-1)?.path ?? config.output, config)] };
  }
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

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this system allows',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EISDIR: 'a folder is in its place',
};

function explain(error: unknown, path: string, config: Config): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (code || String(error));
  const shown = relative(config.workingDirectory, path) || '.';
  return problem('cannot-write', { file: shown }, { path: shown, reason });
}
