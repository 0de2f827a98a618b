import { dirname, relative, sep } from 'node:path';
import { listNames } from '../files/places.ts';

/** Finds the folders above an article that are sections of Hugo: the first below the content folder, and those with an `_index`. */
export type FindSections = (path: string, source: string) => readonly string[];

export function createSectionFinder(): FindSections {
  const known = new Map<string, boolean>();
  const isSection = (folder: string): boolean => {
    const found = known.get(folder) ?? hasIndex(folder);
    known.set(folder, found);
    return found;
  };
  return (path, source) => {
    const folders = foldersBelow(path, source);
    const absolute = folders.map((_, i) => [source, ...folders.slice(0, i + 1)].join(sep));
    return folders.filter((_, i) => i === 0 || isSection(absolute[i] ?? ''));
  };
}

/** The names of the folders between a folder and a file in it. */
export function foldersBelow(path: string, folder: string): readonly string[] {
  return relative(folder, dirname(path)).split(sep).filter(Boolean);
}

function hasIndex(folder: string): boolean {
  return (listNames(folder) ?? []).some((name) => /^_index\.(?:[a-z-]+\.)?(?:md|markdown|html?)$/.test(name));
}
