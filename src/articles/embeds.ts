import { dirname, join, sep } from 'node:path';
import { isEntry, listEntries } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { toQuartzPath } from './quartz.ts';

/** Finds the path from the top of the site, percent-encoded, of the file that `![[name]]` means in an article. */
export type FindEmbed = (name: string) => string | undefined;

/**
 * Makes the lookup for `![[image.png]]` of Obsidian, which means the file of this name wherever it is in the vault. What is next to the
 * article, or below it by the path that is written, and a name that no file or several have, are left as written.
 * @returns for the absolute path of an article its lookup; the folders are listed when the first name is asked for
 */
export function createEmbedFinder(
  { articles, site }: Config,
  isQuartz: boolean,
): (article: string) => FindEmbed {
  let files: ReadonlyMap<string, readonly string[]> | undefined;
  return (article) => (name) => {
    if (isEntry(join(dirname(article), name))) return undefined;
    files ??= listFiles(articles);
    const path = name.replace(/^\/+/, '');
    const found = (files.get(path.slice(path.lastIndexOf('/') + 1).toLowerCase()) ?? []).filter((each) =>
      `/${each}`.toLowerCase().endsWith(`/${path.toLowerCase()}`),
    );
    const [only, other] = found;
    if (only === undefined || other !== undefined) return undefined;
    return new URL((isQuartz ? toQuartzPath(only) : only).split('/').map(encodeURIComponent).join('/'), site)
      .pathname;
  };
}

/** All files that are no notes, by name, as paths below their folder of articles. */
function listFiles(roots: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  const visit = (folder: string, below: string): void => {
    for (const entry of listEntries(folder)) {
      if (/^(?:\.|node_modules$)/.test(entry.name)) continue;
      if (entry.isDirectory()) visit(folder + sep + entry.name, `${below}${entry.name}/`);
      else if (entry.isFile() && !/\.(?:mdx?|markdown)$/i.test(entry.name)) {
        const key = entry.name.toLowerCase();
        files.set(key, [...(files.get(key) ?? []), below + entry.name]);
      }
    }
  };
  for (const root of roots) visit(root, '');
  return files;
}
