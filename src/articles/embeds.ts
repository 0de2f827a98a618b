import { dirname, join } from 'node:path';
import { listBelow } from '../files/list-below.ts';
import { isEntry } from '../files/places.ts';
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
    const found = (files.get(nameOf(path)) ?? []).filter((each) =>
      `/${each}`.toLowerCase().endsWith(`/${path.toLowerCase()}`),
    );
    const [only, other] = found;
    if (only === undefined || other !== undefined) return undefined;
    return new URL((isQuartz ? toQuartzPath(only) : only).split('/').map(encodeURIComponent).join('/'), site)
      .pathname;
  };
}

/** All files that are not notes, by name, as paths below their folder of articles. */
function listFiles(roots: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of roots.flatMap((root) => listBelow(root, Number.POSITIVE_INFINITY))) {
    const name = nameOf(path);
    if (name.startsWith('.') || /\.(?:mdx?|markdown)$/.test(name)) continue;
    const known = files.get(name);
    if (known) known.push(path);
    else files.set(name, [path]);
  }
  return files;
}

/** The last part of a path, in lower case: Obsidian finds a name in any case. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
