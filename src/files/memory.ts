import type { Dirent, Stats } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** Articles that a program hands over in place of files: what is here stands where it would be on the disk, in this thread alone. */
const files = new Map<string, Buffer>();
/** Folders, with the names in them. */
const folders = new Map<string, Set<string>>();
/** Folders of which nothing on the disk is seen. */
let alone: string | undefined;

/**
 * Puts files below a folder.
 * @param isAlone whether what is in that folder on the disk is left out
 */
export function keepInMemory(
  folder: string,
  contents: ReadonlyMap<string, Uint8Array>,
  isAlone: boolean,
): void {
  if (isAlone) alone = folder;
  note(folder);
  for (const [below, bytes] of contents) {
    const path = join(folder, below);
    if (relative(folder, path).startsWith('..')) continue;
    files.set(path, Buffer.from(bytes));
    note(path);
  }
}

function note(path: string): void {
  if (!files.has(path) && !folders.has(path)) folders.set(path, new Set());
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const names = folders.get(dirname(at)) ?? new Set();
    folders.set(dirname(at), names.add(basename(at)));
  }
}

/** The bytes of a file that is kept in memory. */
export function fileInMemory(path: string): Buffer | undefined {
  return files.size === 0 ? undefined : files.get(path);
}

/** What is at a path, if it is kept in memory, as the disk would say it. */
export function statInMemory(path: string): Stats | undefined {
  const bytes = fileInMemory(path);
  if (bytes === undefined && !folders.has(path)) return undefined;
  const isFile = bytes !== undefined;
  const found = { size: bytes?.length ?? 0, isFile: () => isFile, isDirectory: () => !isFile };
  return found as Stats;
}

/** The entries of a folder that are kept in memory, as the disk would list them. */
export function entriesInMemory(folder: string): readonly Dirent[] {
  return [...(folders.get(folder) ?? [])].map((name) => {
    const isFile = files.has(join(folder, name));
    const entry = { name, isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
    return entry as Dirent;
  });
}

/** Whether nothing on the disk is to be seen in a folder. */
export function isAloneInMemory(folder: string): boolean {
  return alone !== undefined && (folder === alone || folder.startsWith(`${alone}${sep}`));
}
