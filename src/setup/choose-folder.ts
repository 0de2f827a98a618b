import { isMapping } from '../text/data.ts';
import type { NewSettings } from './choose-settings.ts';

/** An article file, and whether it can be published. */
export interface TriedFile {
  /** Relative, `/` between segments. */
  readonly file: string;
  readonly isFit: boolean;
}

/**
 * The folder with the most articles among those in which every file is one: where a tool keeps pages without a date beside its
 * articles.
 * @returns relative like the files; undefined when there is none, or it is the top
 */
export function chooseFolder(files: readonly TriedFile[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { file, isFit } of files)
    for (const folder of listFolders(file))
      counts.set(folder, isFit ? (counts.get(folder) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
  const [best] = [...counts].toSorted(
    ([a, many], [b, more]) => more - many || a.length - b.length || (a < b ? -1 : 1),
  );
  return best && best[1] > 1 ? best[0] : undefined;
}

/** Folders that tools have for their content: their names are in no URL. */
const OF_CONTENT: ReadonlySet<string> = new Set(['content', 'data', 'pages', 'public', 'routes', 'static']);

/**
 * The folder of all content, where every article is in it: in a repository of several packages, it is further down.
 * @param files relative, `/` between segments
 */
export function chooseContent(files: readonly string[]): string | undefined {
  const [first = [], ...others] = files.map((file) => file.split('/').slice(0, -1));
  const differs = first.findIndex((segment, i) => others.some((each) => each[i] !== segment));
  const common = differs < 0 ? first : first.slice(0, differs);
  const last = common.findLastIndex((segment) => OF_CONTENT.has(segment));
  return last < 0 ? undefined : common.slice(0, last + 1).join('/');
}

/** `a`, `a/b` of `a/b/c.md`. */
function listFolders(file: string): readonly string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}

/**
 * The settings without article folders of several in which nothing is an article, and without their URLs.
 * @param folders below the configuration, `/` between segments
 */
export function dropFolders(
  settings: NewSettings,
  folders: readonly string[],
): { readonly kept: NewSettings; readonly dropped: readonly string[] } {
  const { articles, permalink, ...others } = settings;
  const all = Array.isArray(articles) ? articles.map(String) : [];
  const dropped = all.filter((folder) => folders.includes(folder));
  if (dropped.length === 0) return { kept: settings, dropped };
  const left = all.filter((folder) => !dropped.includes(folder));
  const kept: NewSettings = { ...others, articles: left.length === 1 ? String(left[0]) : left };
  if (!isMapping(permalink))
    return { kept: permalink === undefined ? kept : { ...kept, permalink }, dropped };
  const keep = (templates: object) =>
    Object.entries(templates).filter(([folder]) => !dropped.includes(folder));
  const urls = keep(permalink).flatMap(([key, value]) => {
    if (!isMapping(value)) return [[key, value] as const];
    // What a language says of its folders.
    const own = keep(value);
    return own.length === 0 ? [] : [[key, Object.fromEntries(own)] as const];
  });
  const [[folder, template] = []] = urls;
  if (template === undefined) return { kept, dropped };
  const isOnly = urls.length === 1 && folder === kept.articles;
  return { kept: { ...kept, permalink: isOnly ? template : Object.fromEntries(urls) }, dropped };
}
