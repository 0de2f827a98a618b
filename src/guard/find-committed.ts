import { dirname, join } from 'node:path';
import { isThere, realPath } from '../files/places.ts';

const BYTES = 256 * 1024 * 1024;
const MS = 60_000;

/**
 * Of the documents in a folder those that the repository around it has committed. Where a repository is that cannot be asked, all
 * count: rather one refusal too many than a subscriber hurt.
 * @param folder absolute; the paths of the documents are below it
 */
export function findCommitted<Document extends { readonly path?: string }>(
  folder: string,
  documents: readonly Document[],
): readonly Document[] {
  if (!hasRepository(realPath(folder) ?? folder)) return [];
  const listed = git(folder, ['ls-tree', '-r', '-z', '--name-only', 'HEAD']);
  if (listed === undefined) return hasNoCommit(folder) ? [] : documents;
  const committed = new Set(listed.split('\0'));
  return documents.filter(({ path }) => path !== undefined && committed.has(path));
}

/** Spares most of those without a repository a process. */
function hasRepository(folder: string): boolean {
  if (isThere(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && hasRepository(parent);
}

/** In a repository without commits, git exits with 1; 128 is any other failure. */
function hasNoCommit(folder: string): boolean {
  return run(folder, ['rev-parse', '--quiet', '--verify', 'HEAD']).status === 1;
}

/** What git prints; undefined when it refuses. */
function git(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = run(folder, args);
  return status === 0 ? stdout : undefined;
}

/** Runs git in a folder without a shell. */
function run(folder: string, args: readonly string[]) {
  // Loaded only when needed: most builds have nothing to refuse.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const given = ['-C', folder, '--no-pager', ...args];
  return spawnSync('git', given, { encoding: 'utf8', maxBuffer: BYTES, timeout: MS });
}
