import { join, relative, sep } from 'node:path';
import { listEntries } from '../files/places.ts';
import type { Candidate } from '../model/index.ts';
import { readEntities } from '../text/html-text.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { readStartTags } from '../text/start-tags.ts';
import { hidesEndings } from './link-style.ts';
import { locateUrl, readPage } from './locate-page.ts';

/** More pages than any blog has are not looked through. */
const MAXIMUM_PAGES = 20_000;
const DEEPEST = 12;
/** A redirect is at the top of its page. */
const LONGEST_HEAD = 4096;
const LONGEST_TITLE = 1500;

/** What is known of a page, from its text and its path. */
interface Page {
  readonly url: string;
  /** Letters and digits of its title, its first heading and its name. */
  readonly names: readonly string[];
  /** The days in its head and in its time elements. */
  readonly days: ReadonlySet<string>;
}

/**
 * Makes the search for the page of an article that is not where its URL says: by title or name, and by the day where several fit. All
 * pages are read, once, for the first article that is searched for.
 * @param built folder of the built site, absolute
 */
export function createPageSearch(built: string, site: string): (article: Candidate) => string | undefined {
  let index: ReadonlyMap<string, readonly Page[]> | undefined;
  return (article) => {
    index ??= indexPages(built, site);
    const titled = index.get(fold(article.title)) ?? [];
    const named = namesOf(article).flatMap((name) => index?.get(name) ?? []);
    // A page of another title is not the one, if there are pages of this title.
    const fitting = titled.length > 0 ? named.filter((page) => titled.includes(page)) : named;
    return choose(titled, article) ?? choose(fitting, article);
  };
}

/** The URL of the one page that fits; of several, of the one that says the day of the article, or is in its language. */
function choose(pages: readonly Page[], article: Candidate): string | undefined {
  const urls = new Set(pages.map(({ url }) => url));
  const [first] = urls;
  if (urls.size < 2) return first;
  const day = new Date(article.published).toISOString().slice(0, 10);
  const dated = new Set(pages.filter(({ days }) => days.has(day)).map(({ url }) => url));
  if (dated.size === 1) return [...dated][0];
  const spoken = inLanguageOf(article, dated.size > 0 ? [...dated] : [...urls]);
  return spoken.length === 1 ? spoken[0] : undefined;
}

/** Parts of paths that name a language, such as `en` or `pt-br`. */
const LANGUAGE = /(?<=[/\\.])[a-z]{2}(?:-[a-z]{2,4})?(?=[/\\.]|$)/gi;

/**
 * Of URLs that only the language tells apart those in the language that the path of an article names; where it names none of theirs,
 * those without one.
 */
function inLanguageOf({ path }: Candidate, urls: readonly string[]): readonly string[] {
  const pathOf = (url: string) => new URL(url).pathname.replace(/\/$/, '');
  const languagesOf = (text: string) => (text.match(LANGUAGE) ?? []).map((each) => each.toLowerCase());
  const others = new Set(urls.map((url) => pathOf(url).replace(LANGUAGE, '').replace(/\/+/g, '/')));
  if (others.size > 1) return [];
  const all = new Set(urls.flatMap((url) => languagesOf(pathOf(url))));
  const own = languagesOf(path).filter((each) => all.has(each));
  return urls.filter((url) => languagesOf(pathOf(url)).join() === own.join());
}

/** The names that the page of an article may have. */
function namesOf({ path, url }: Candidate): readonly string[] {
  const file = path.replace(/\.[^.]+$/, '').replace(/[\\/]_?index$/, '');
  const name = file.slice(file.lastIndexOf(sep) + 1);
  const last =
    url
      .replace(/\/$|\.html$/, '')
      .split('/')
      .at(-1) ?? '';
  return [...new Set([name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''), decodePercent(last)].map(fold))];
}

function indexPages(built: string, site: string): ReadonlyMap<string, readonly Page[]> {
  const index = new Map<string, Page[]>();
  const files = listPages(built);
  const isHidden = hidesEndings(files, built, site);
  for (const file of files) {
    const html = readPage(file, built);
    // A page that leads to another one is not the page of an article.
    if (html === '' || redirectOf(html) !== undefined) continue;
    const page = describePage(file, html, built, { site, isHidden });
    for (const name of page.names) {
      const pages = index.get(name);
      if (pages === undefined) index.set(name, [page]);
      else pages.push(page);
    }
  }
  return index;
}

function listPages(built: string): readonly string[] {
  const files: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of listEntries(folder)) {
      if (files.length === MAXIMUM_PAGES) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth > 0) visit(path, depth - 1);
      if (entry.isFile() && entry.name.endsWith('.html')) files.push(path);
    }
  };
  visit(built, DEEPEST);
  return files.toSorted();
}

function describePage(
  file: string,
  html: string,
  built: string,
  { site, isHidden }: { readonly site: string; readonly isHidden: boolean },
): Page {
  const below = relative(built, file).split(sep).map(encodeURIComponent).join('/');
  const place = below.replace(/(^|\/)index\.html$/, '$1').replace(isHidden ? /\.html$/ : '', '');
  const { titles, canonical } = readHeads(html);
  const name = decodePercent(
    place
      .replace(/\/$|\.html$/, '')
      .split('/')
      .at(-1) ?? '',
  );
  const names = [...titles, name].map((text) => fold(readEntities(text).replace(/&\w{2,8};/g, ' ')));
  const days = html.match(/(?:datetime|content)=["']?\d{4}-\d{2}-\d{2}/gi) ?? [];
  return {
    url: canonical !== undefined && isPage(canonical, built, site) ? canonical : site + place,
    names: [...new Set(names)].filter((each) => each !== ''),
    days: new Set(days.map((day) => day.slice(-10))),
  };
}

/** The titles of a page in its head and in its first heading, and the URL that it gives itself. */
function readHeads(html: string): {
  readonly titles: readonly string[];
  readonly canonical: string | undefined;
} {
  const found = new Map<string, string>();
  const note = (what: string, value: string | undefined) => {
    if (value !== undefined && !found.has(what)) found.set(what, value);
  };
  for (const { name, attributes, end } of readStartTags(html, ['title', 'meta', 'link', 'h1'])) {
    if (name === 'meta') {
      if (/^og:title$/i.test(attributes.get('property') ?? attributes.get('name') ?? ''))
        note('social', attributes.get('content'));
    } else if (name === 'link') {
      if (/\bcanonical\b/i.test(attributes.get('rel') ?? '')) note('canonical', attributes.get('href'));
    } else if (!found.has(name)) note(name, readText(html.slice(end, end + LONGEST_TITLE), name));
  }
  const titles = [found.get('title')?.split(/ [|·–—-] /)[0], found.get('social'), found.get('h1')];
  return { titles: titles.filter((title) => title !== undefined), canonical: found.get('canonical') };
}

/** The text of an element, from the end of its start tag on; empty where it is not closed. */
function readText(html: string, name: string): string {
  const to = html.toLowerCase().indexOf(`</${name}`);
  return to < 0 ? '' : html.slice(html.indexOf('>') + 1, to).replace(/<[^>]*>/g, '');
}

function isPage(url: string, built: string, site: string): boolean {
  return locateUrl(built, url, site) !== undefined;
}

/** Where a page leads that only redirects; undefined for any other page. */
export function redirectOf(html: string): string | undefined {
  for (const { attributes } of readStartTags(html.slice(0, LONGEST_HEAD), ['meta']))
    if (attributes.get('http-equiv')?.toLowerCase() === 'refresh')
      return /url=["']?([^"'>\s]+)/i.exec(attributes.get('content') ?? '')?.[1];
  return undefined;
}

/** Letters and digits only: tools put different characters between them. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
