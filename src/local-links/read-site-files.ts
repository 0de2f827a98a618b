import { dirname, join, resolve, sep } from 'node:path';
import { STATIC_FOLDERS } from '../files/find-media.ts';
import { listNames } from '../files/places.ts';

/** Where a file of the site may be: folders that generators copy, and those that hold its sources. */
const FOLDERS = [...STATIC_FOLDERS, 'src', 'docs', 'content', '_site'];

/** What is on the disk for a URL; `gone` only when the folder is there and the file is not. */
export type Presence = 'there' | 'gone' | 'unknown';

/** Looks for the files of a site, each folder once. */
export function createSiteFiles(root: string, output: string): (places: readonly string[]) => Presence {
  const folders = new Map<string, ReadonlySet<string> | undefined>();
  const list = (folder: string) => {
    if (!folders.has(folder)) folders.set(folder, readNames(folder));
    return folders.get(folder);
  };
  const inside = [resolve(root), resolve(output)];
  return (places) => {
    const own = places.filter((place) =>
      inside.some((folder) => `${place}${sep}`.startsWith(`${folder}${sep}`)),
    );
    const named = own.map((place) => ({
      names: list(dirname(place)),
      name: place.slice(dirname(place).length + 1),
    }));
    if (named.some(({ names, name }) => names?.has(name))) return 'there';
    return named.some(({ names }) => names !== undefined) ? 'gone' : 'unknown';
  };
}

/**
 * Where the file of a URL may be: below the project, its static folders and the output.
 * @param path of the URL below the site, decoded, without `/` first
 */
export function placesOf(path: string, root: string, output: string): readonly string[] {
  return [...FOLDERS.map((folder) => join(root, folder, path)), join(output, path)];
}

function readNames(folder: string): ReadonlySet<string> | undefined {
  const names = listNames(folder);
  return names && new Set(names);
}
