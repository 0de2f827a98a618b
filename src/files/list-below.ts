import { join, posix } from 'node:path';
import { type Dirent, listEntries } from './places.ts';

/**
 * The files of a folder and of those in it, the outer ones first, in an order that does not depend on the disk. Links, hidden folders
 * and `node_modules` are skipped.
 * @param folder absolute
 * @param maxFolders how many folders are looked through
 * @returns paths below the folder, with `/`
 */
export function listBelow(folder: string, maxFolders: number): readonly string[] {
  const files: string[] = [];
  const folders = ['.'];
  for (let index = 0; index < Math.min(folders.length, maxFolders); index++) {
    const inner = folders[index] ?? '.';
    for (const entry of readEntries(join(folder, inner))) {
      const path = posix.join(inner, entry.name);
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name)) folders.push(path);
    }
  }
  return files;
}

/** None where nothing is, and where no one may look. */
function readEntries(folder: string): readonly Dirent[] {
  try {
    return listEntries(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
