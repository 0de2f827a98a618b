import { relative, resolve, sep } from 'node:path';
import { isFolder, listEntries } from '../files/places.ts';
import type { Preset } from '../model/index.ts';
import { PRESETS, PROJECT_FILES, USUAL_FOLDERS } from './presets.ts';

/**
 * The absolute folder where articles usually are: the preset's, else the first usual one, else all that the tool reads.
 * @param source the content root that the configuration names
 * @param isNew whether it may be a folder that is not there yet
 */
export function findUsualFolder(
  root: string,
  preset: Preset | undefined,
  source?: string,
  isNew = false,
): string {
  const own = preset ? PRESETS[preset].folders : [];
  const first = preset === undefined || preset === 'wordpress' ? 'articles' : own[0];
  const found = [...own, ...USUAL_FOLDERS].find((folder) => isFolder(resolve(root, folder)));
  if (found !== undefined) return resolve(root, found);
  return source ?? (isNew && first !== undefined && !hasArticles(root) ? resolve(root, first) : root);
}

/** Whether a project has articles at its top, beside its own files. */
function hasArticles(root: string): boolean {
  return listEntries(root).some(
    ({ name }) =>
      /\.(?:md|markdown|mdx|mdoc|svx)$/i.test(name) &&
      !/^(?:readme|changelog|contributing|license|code_of_conduct|security)\b/i.test(name),
  );
}

/** The first folder of a list that lies in (or is) another one of it. */
export function findNested(folders: readonly string[]): { inner: string; outer: string } | undefined {
  for (const [i, inner] of folders.entries()) {
    const outer = folders.find((other, j) => i !== j && isInside(inner, other));
    if (outer !== undefined) return { inner, outer };
  }
  return undefined;
}

/** Patterns for everything that is not an article: the user's, the preset's, the folders of feeds and of the built site, a project's own files. */
export function listExclusions(
  patterns: readonly string[],
  places: {
    readonly root: string;
    readonly articles: readonly string[];
    readonly output: string;
    readonly built: string | undefined;
    readonly preset: Preset | undefined;
  },
): readonly string[] {
  const { root, articles, output, built = output, preset } = places;
  const outputs = articles.flatMap((folder) =>
    [output, built]
      .filter((made) => made !== folder && isInside(made, folder))
      .map((made) => `${escapePattern(below(made, folder))}/**`),
  );
  const own = patterns.map((pattern) => pattern.replace(/^\.\//, '').replace(/\/$/, '/**'));
  const all = [
    ...own,
    ...(preset ? PRESETS[preset].exclude : []),
    ...(articles.includes(root) ? PROJECT_FILES : []),
    ...outputs,
  ];
  return [...new Set(all)];
}

/**
 * The front part of the URLs that a preset derives from the place of the article folder: `/blog` for
 * `content/blog` when `content` is a content root.
 * @param source the content root that the configuration names
 */
export function findAddressPrefix(folder: string, root: string, preset: Preset, source?: string): string {
  const { contentRoots, folders } = PRESETS[preset];
  const roots = [
    ...(source === undefined ? [] : [source]),
    ...contentRoots.map((name) => resolve(root, name)),
  ];
  const content = contentRoots.length === 0 ? undefined : roots.find((path) => isInside(folder, path));
  if (content !== undefined) return content === folder ? '' : `/${below(folder, content)}`;
  const own = below(folder, root);
  return contentRoots.length > 0 && folders.includes(own) ? `/${own}` : '';
}

/** Whether a path is a folder or lies below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function below(path: string, folder: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** A path as a pattern that fits nothing else. */
export function escapePattern(path: string): string {
  return path.replace(/[\\*?[\](){}!+@$^|]/g, '\\$&');
}
