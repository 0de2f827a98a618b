import type { Config, Preset } from '../model/index.ts';
import { isLanguageName } from '../text/language-codes.ts';
import { readDocusaurusPath } from './docusaurus-path.ts';
import { titleOfNotionPage } from './notion-page.ts';
import { readZolaName } from './zola-path.ts';

/** What decides how a path is read. */
export type PathRules = Pick<Config, 'preset' | 'languages'>;

/** What the path of an article says. */
export interface PathFacts {
  /** `2014-12-12` or `2014-12-12T09:30`, from the file name, its bundle folder or year/month/day folders. */
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
  readonly draft: boolean;
  /** Named `index`: the page of its folder. */
  readonly isIndex: boolean;
}

const DATED_NAME = /^(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?:[-_. ]+(.*))?$/;
/** Jekyll's posts (Document::DATE_FILENAME_MATCHER). */
const JEKYLL_NAME = /^(\d{4}|\d{2})-(\d{1,2})-(\d{1,2})-(.*)$/;
const COMPACT_NAME = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-_. ](.+)$/;
/** Notes are named after the minute in which they were begun, which stays in their URL: `202511040930 Hello`, `2025-11-04T0930 Hello`. */
const TIMED_NAME =
  /^((?:19|20)\d{2})(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])T?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?=$|[-_. ])/;
/** Tools for which an underscore in front of a name means nothing. */
const PLAIN_UNDERSCORE: ReadonlySet<Preset> = new Set(['hugo', 'zola', 'eleventy', 'vitepress']);
const COLLECTION = /^_(?:posts|drafts)$/;

/** Folders of what is not published, whatever the tool. */
const DRAFT_FOLDER =
  /^(?:[_.]?drafts|_draft|[[(]drafts?[\])]|_(?:private|hidden|unlisted|unpublished|wip|trash|templates?)|unpublished)$/i;
/** And where no one knows the tool: what follows may as well be a section. */
const LIKELY_DRAFT_FOLDER =
  /^(?:draft|private|unlisted|wip|trash|entwürfe|brouillons|borradores|rascunhos|草稿|草稿箱|下書き)$/i;

function isDraftFolder(name: string, preset: Preset | undefined): boolean {
  return DRAFT_FOLDER.test(name) || (preset === undefined && LIKELY_DRAFT_FOLDER.test(name));
}

/**
 * Reads the conventions of file and folder names: `2014-12-12-slug.md`, `2014/12/12/slug.md`, `2014/12/12-slug.md`, `2014-12-12-slug/index.md`,
 * `_drafts/`, `_name.md`, and with `preset: hugo` or `zola` the language suffix `slug.fr.md`.
 * @param relative below the article folder, `/` between segments
 */
export function readPath(relative: string, rules: PathRules): PathFacts {
  const folders = relative.split('/');
  const fileName = folders.pop() ?? '';
  const stem = fileName.slice(0, fileName.lastIndexOf('.'));
  const { name, language } = splitLanguage(stem, rules);
  // Hexo knows no pages of folders.
  const isIndex = /^_?index$/i.test(name) && rules.preset !== 'hexo';
  const isHidden = name.startsWith('_') && !isIndex && !(rules.preset && PLAIN_UNDERSCORE.has(rules.preset));
  const isDraft = folders.some((folder) => isDraftFolder(folder, rules.preset)) || isHidden;
  const kept = folders
    .filter((folder) => !COLLECTION.test(folder))
    .map((folder) => nameWithoutId(folder, rules.preset));
  const isZola = rules.preset === 'zola';
  const folder = isIndex || (isZola && name.startsWith('index.')) ? (kept.pop() ?? '') : '';
  const named = isIndex ? folder : name;
  const split = isZola ? readZolaName(named) : splitDate(named, rules.preset);
  const dated = rules.preset === 'eleventy' ? { ...split, slug: toFileSlug(named) } : split;
  const inFolders = dated.date === undefined && !isZola ? folderDate(kept) : undefined;
  const inBoth =
    dated.date === undefined && rules.preset === undefined ? folderDate([...kept, dayOf(named)]) : undefined;
  const docusaurus = rules.preset === 'docusaurus' ? readDocusaurusPath(relative) : undefined;
  // Eleventy takes the first day in the whole path.
  const inAnyFolder = rules.preset === 'eleventy' ? /\d{4}-\d{2}-\d{2}/.exec(relative)?.[0] : undefined;
  const date = docusaurus ? docusaurus.date : (inAnyFolder ?? dated.date ?? inFolders ?? inBoth);
  return {
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    slug: isDatedIndex(dated.slug, rules.preset)
      ? toFileSlug(kept.at(-1) ?? '')
      : docusaurus?.name.split('/').at(-1) || dated.slug,
    name: named,
    path: docusaurus?.path ?? [...kept, dated.slug].filter((segment) => segment !== '').join('/'),
    sections: kept.slice(0, kept.length - (inFolders !== undefined ? 3 : inBoth !== undefined ? 2 : 0)),
    draft: isDraft,
    isIndex,
  };
}

/** Eleventy's `fileSlug`: a day of the one form that it knows goes, with all before it (TemplateFileSlug). */
function toFileSlug(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}

/** For Eleventy, `hello/2025-11-04-index.md` has the slug of its folder. */
function isDatedIndex(slug: string, preset: Preset | undefined): boolean {
  return preset === 'eleventy' && slug === 'index';
}

/** `hello.de` in Hugo and Zola, where `de` is a language. */
function splitLanguage(
  stem: string,
  { preset, languages }: PathRules,
): { readonly name: string; readonly language?: string } {
  const match = preset === 'hugo' || preset === 'zola' ? /^(.+)\.([A-Za-z_-]+)$/.exec(stem) : null;
  const [, name = stem, language = ''] = match ?? [];
  // To Zola the main language in a name is a part of the name.
  if (preset === 'zola' && language === languages?.[0]) return { name: stem };
  return match && isLanguageName(language, languages) ? { name, language } : { name: stem };
}

function splitDate(
  name: string,
  preset: Preset | undefined,
): { readonly date?: string; readonly slug: string } {
  const timed = preset === undefined ? TIMED_NAME.exec(name) : null;
  if (timed) {
    const [, year, , month, day, hour, minute] = timed;
    return { date: `${year}-${month}-${day}T${hour}:${minute}`, slug: name };
  }
  const match =
    preset === 'jekyll' ? JEKYLL_NAME.exec(name) : (DATED_NAME.exec(name) ?? COMPACT_NAME.exec(name));
  if (!match) return { slug: nameWithoutId(name, preset) };
  const [, year = '', month = '', day = '', slug] = match;
  // Ruby reads two digits as POSIX does: from 69 on they are of the last century.
  const full = year.length === 4 ? year : `${Number(year) < 69 ? '20' : '19'}${year}`;
  return { date: `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, slug: slug || name };
}

function nameWithoutId(name: string, preset: Preset | undefined): string {
  return (preset === undefined ? titleOfNotionPage(name) : undefined) ?? name;
}

/** The day before a title, as in `2014/12/12-title.md`; Docusaurus and Hexo read it, the others don't. */
function dayOf(name: string): string {
  return /^(\d{2})-/.exec(name)?.[1] ?? '';
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
