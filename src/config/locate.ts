import { resolve } from 'node:path';
import { isFolder, leadsOut } from '../files/places.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { isMapping, toList } from '../text/data.ts';
import type { Path } from './check.ts';
import { findNested, findUsualFolder, isInside } from './folders.ts';
import type { Origin } from './places-of-settings.ts';
import type { Roots } from './roots.ts';
import type { Settings } from './settings.ts';

/**
 * The article folders, absolute. Paths in the file start from the file's folder, paths of flags from the working directory.
 */
export function locateArticles(
  settings: Settings,
  roots: Roots,
  origin: Origin,
): { folders: readonly string[]; problems: readonly Problem[] } {
  const { articles, preset, source } = settings;
  const input = source === undefined ? undefined : resolve(roots.root, source.trim());
  const { writesArticles } = roots;
  const usual = findUsualFolder(roots.root, preset, input, writesArticles);
  const open = (folder: string) => listLanguageFolders(folder, settings, roots.root);
  if (articles === undefined) return { folders: open(usual), problems: refuseLinks([usual], roots, origin) };
  const base = origin.isFlag(['articles']) ? roots.workingDirectory : roots.root;
  const folders = [...new Set(toList(articles).flatMap((folder) => open(resolve(base, folder.trim()))))];
  const shownUsual = usual === roots.root ? undefined : showPath(usual, base);
  const missing = toList(articles).flatMap((folder, i) => {
    if (writesArticles || isFolder(resolve(base, folder.trim()))) return [];
    const path: Path = Array.isArray(articles) ? ['articles', i] : ['articles'];
    return [
      problem('folder-not-found', origin.valueAt(path), { key: 'articles', folder, other: shownUsual }),
    ];
  });
  const nested = findNested(folders);
  if (!nested) return { folders, problems: [...missing, ...refuseLinks(folders, roots, origin)] };
  const details = { folder: showPath(nested.inner, base), outer: showPath(nested.outer, base) };
  return { folders, problems: [...missing, problem('nested-folder', origin.valueAt(['articles']), details)] };
}

/** To Hugo the folder of a language is the top of its content: where a folder holds such folders, the articles are in them. */
function listLanguageFolders(
  folder: string,
  { languages, preset }: Settings,
  root: string,
): readonly string[] {
  if (preset !== 'hugo' || !isMapping(languages)) return [folder];
  const inner = Object.values(languages)
    .map((each) => resolve(root, String(each).trim()))
    .filter((each) => each !== folder && isInside(each, folder) && isFolder(each));
  return inner.length === 0 ? [folder] : inner;
}

/** A link in the site must not publish files from elsewhere on the machine; a folder outside has to be named itself (R69). */
function refuseLinks(folders: readonly string[], { root }: Roots, origin: Origin): readonly Problem[] {
  return folders
    .filter((folder) => leadsOut(folder, root))
    .map((folder) =>
      problem('folder-outside', origin.valueAt(['articles']), { folder: showPath(folder, root) }),
    );
}
