import { posix } from 'node:path';
import { PRESETS } from '../../config/presets.ts';
import { toList } from '../../text/data.ts';
import { asData, type Project } from './project.ts';

/** A path of the tool below the folder that `init` runs in: the tool may be in a folder beside its articles, which are then in `..`. */
export function placeOf({ base }: Project, path: string): string {
  const place = posix.normalize(base + path);
  return place === '.' || place === './' ? '' : place;
}

/** Names of collections of articles, the usual ones first. */
const COLLECTIONS = ['posts', 'post', 'blog', 'articles', 'article', 'writing', 'notes'];
const PROGRAMS = ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'];
const DATA_FILES = ['.json', '.11tydata.json', ...PROGRAMS.map((ending) => `.11tydata.${ending}`)];

/** The folders whose data puts all in them into one collection of articles, where that is not the usual folder alone. */
export function chooseFolders(
  project: Project,
  input: string,
): { readonly articles?: string | readonly string[] } {
  const tagged = listTagged(project, input, 3);
  const collection = COLLECTIONS.find((name) => tagged.some(({ tags }) => tags.includes(name)));
  const named = tagged.filter(({ tags }) => collection !== undefined && tags.includes(collection));
  const folders = named.flatMap(({ folder }) => (hasArticles(project, `${folder}/`, 4) ? [folder] : []));
  const outer = folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
  const usual = findUsual(project);
  const [only] = outer;
  const above = /^\.\.\//.test(input)
    ? PRESETS.eleventy.folders.find((folder) => project.list(`${input}${folder}/`).length > 0)
    : undefined;
  if (only === undefined && above !== undefined) return { articles: placeOf(project, input + above) };
  if (only === undefined && usual === undefined && input !== '')
    return { articles: placeOf(project, input).replace(/\/$/, '') || '.' };
  if (only === undefined || (outer.length === 1 && only === usual && project.base === '')) return {};
  const articles = outer.map((folder) => placeOf(project, folder));
  return { articles: articles.length === 1 ? (articles[0] ?? '') : articles };
}

/** The usual folder of articles that is there. */
export function findUsual(project: Project): string | undefined {
  return PRESETS.eleventy.folders.find((folder) => project.list(`${folder}/`).length > 0);
}

/** Whether anything in a folder may be an article: one for drafts may wait for the first. */
function hasArticles(project: Project, folder: string, depth: number): boolean {
  return project
    .list(folder)
    .some((entry) =>
      entry.endsWith('/')
        ? depth > 0 && hasArticles(project, folder + entry, depth - 1)
        : /\.(?:md|mdx|markdown|html)$/.test(entry),
    );
}

interface TaggedFolder {
  readonly folder: string;
  readonly tags: readonly unknown[];
}

function listTagged(project: Project, folder: string, depth: number): readonly TaggedFolder[] {
  return project.list(folder).flatMap((entry) => {
    if (!entry.endsWith('/') || /^[._]|^(?:node_modules|drafts|unpublished)\/$/.test(entry)) return [];
    const [name, path] = [entry.slice(0, -1), folder + entry];
    const found = DATA_FILES.map((ending) => project.read(`${path}${name}${ending}`)).find(Boolean);
    const tags = toList(found?.tags ?? asData(found?.default).tags);
    const inner = depth === 0 ? [] : listTagged(project, path, depth - 1);
    return [...(tags.length > 0 ? [{ folder: path.slice(0, -1), tags }] : []), ...inner];
  });
}
