import type { Preset } from '../model/index.ts';

/** What the path of an article says. */
export interface PathFacts {
  /** `2014-12-12`, from the file name, its bundle folder or year/month/day folders. */
  readonly date?: string;
  /** File name (or bundle folder) without date and extension, case and dots kept. */
  readonly slug: string;
  /** The same with its date. */
  readonly name: string;
  /** Path without date, extension and `index`; empty at the top. */
  readonly path: string;
  /** The folders above the article, without `_posts`, `_drafts` and date folders. */
  readonly sections: readonly string[];
  readonly language?: string;
  /** The folders above `_posts`, which Jekyll takes for categories. */
  readonly categories: readonly string[];
  readonly draft: boolean;
}

const DATED_NAME = /^(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?:[-_. ]+(.*))?$/;
const COMPACT_NAME = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-_. ](.+)$/;
const COLLECTION = /^_(?:posts|drafts)$/;

/**
 * Reads the conventions of file and folder names: `2014-12-12-slug.md`, `2014/12/12/slug.md`, `2014-12-12-slug/index.md`,
 * `_drafts/`, `_name.md`, and with `preset: hugo` or `zola` the language suffix `slug.fr.md`.
 * @param relative below the article folder, `/` between segments
 */
export function readPath(relative: string, preset: Preset | undefined): PathFacts {
  const folders = relative.split('/');
  const fileName = folders.pop() ?? '';
  const stem = fileName.slice(0, fileName.lastIndexOf('.'));
  const { name, language } = splitLanguage(stem, preset);
  const isIndex = /^_?index$/i.test(name);
  const isDraft = folders.some((folder) => /^_?drafts$/i.test(folder)) || (name.startsWith('_') && !isIndex);
  const kept = folders.filter((folder) => !COLLECTION.test(folder));
  const named = isIndex ? (kept.pop() ?? '') : name;
  const dated = splitDate(named);
  const slug = dated.slug;
  const inFolders = dated.date === undefined ? folderDate(kept) : undefined;
  const date = dated.date ?? inFolders;
  return {
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    slug,
    name: named,
    path: [...kept, slug].filter((segment) => segment !== '').join('/'),
    sections: inFolders === undefined ? kept : kept.slice(0, -3),
    categories: folders.slice(0, Math.max(0, folders.indexOf('_posts'))),
    draft: isDraft,
  };
}

function splitLanguage(stem: string, preset: Preset | undefined): { name: string; language?: string } {
  const match =
    preset === 'hugo' || preset === 'zola' ? /^(.+)\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/.exec(stem) : null;
  return match ? { name: match[1] ?? stem, language: match[2] ?? '' } : { name: stem };
}

function splitDate(name: string): { readonly date?: string; readonly slug: string } {
  const match = DATED_NAME.exec(name) ?? COMPACT_NAME.exec(name);
  if (!match) return { slug: name };
  const [, year, month = '', day = '', slug] = match;
  return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, slug: slug || name };
}

/** The day that the three innermost folders name, as in `2014/12/12/title.md`. */
function folderDate(folders: readonly string[]): string | undefined {
  const [year = '', month = '', day = ''] = folders.slice(-3);
  return /^\d{4}$/.test(year) && /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day)
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined;
}

/** The day at the start of a path such as `2014/12/12/title` or `/blog/2014/12/12/title/`. */
export function dateInPath(path: string): string | undefined {
  const match =
    /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})(?:\/|$)/.exec(path) ??
    /(?:^|\/)(\d{4})-(\d{2})-(\d{2})-[^/]+\/?$/.exec(path);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
