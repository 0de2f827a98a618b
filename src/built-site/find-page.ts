import { join, relative, sep } from 'node:path';
import { listEntries } from '../files/places.ts';
import type { Candidate } from '../model/index.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { locatePage, pathOf, readPage } from './locate-page.ts';

/** More pages than any blog has are not looked through. */
const MAXIMUM_PAGES = 20_000;
const DEEPEST = 12;

/** What a page says of itself, and what its place says of it. */
interface Page {
  readonly url: string;
  /** Letters and digits of its title, its first heading and its name. */
  readonly names: readonly string[];
  /** The days in its head and in elements that say a time. */
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
    const titled = choose(index.get(fold(article.title)) ?? [], article);
    return (
      titled ??
      choose(
        namesOf(article).flatMap((name) => index?.get(name) ?? []),
        article,
      )
    );
  };
}

/** The URL of the one page that fits; of several, of the one that says the day of the article. */
function choose(pages: readonly Page[], { published }: Candidate): string | undefined {
  const urls = new Set(pages.map(({ url }) => url));
  const [first] = pages;
  if (urls.size < 2) return first?.url;
  const day = new Date(published).toISOString().slice(0, 10);
  const dated = new Set(pages.filter(({ days }) => days.has(day)).map(({ url }) => url));
  return dated.size === 1 ? [...dated][0] : undefined;
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
  for (const file of listPages(built)) {
    const html = readPage(file, built);
    // A page that leads to another one is not the page of an article.
    if (html === '' || redirectOf(html) !== undefined) continue;
    const page = describePage(file, html, built, site);
    for (const name of page.names) index.set(name, [...(index.get(name) ?? []), page]);
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

function describePage(file: string, html: string, built: string, site: string): Page {
  const below = relative(built, file).split(sep).map(encodeURIComponent).join('/');
  const place = below.replace(/(^|\/)index\.html$/, '$1');
  const titles = [
    /<title[^>]*>([^<]{1,500})/i.exec(html)?.[1]?.split(/ [|·–—-] /)[0],
    attributeOf(/<meta[^>]{0,200}og:title[^>]{0,1000}>/i.exec(html)?.[0], 'content'),
    /<h1[^>]{0,500}>([\s\S]{1,1000}?)<\/h1>/i.exec(html)?.[1]?.replace(/<[^>]*>/g, ''),
  ];
  const name = decodePercent(
    place
      .replace(/\/$|\.html$/, '')
      .split('/')
      .at(-1) ?? '',
  );
  const names = [...titles, name].flatMap((text) => (text === undefined ? [] : fold(readEntities(text))));
  const days = html.match(/(?:datetime|content)=["']?\d{4}-\d{2}-\d{2}/gi) ?? [];
  return {
    url: canonicalOf(html, built, site) ?? site + place,
    names: [...new Set(names)].filter((each) => each !== ''),
    days: new Set(days.map((day) => day.slice(-10))),
  };
}

/** The URL that a page gives itself, if there is a page. */
function canonicalOf(html: string, built: string, site: string): string | undefined {
  const href = attributeOf(/<link[^>]{0,1000}canonical[^>]{0,1000}>/i.exec(html)?.[0], 'href');
  const path = href === undefined ? undefined : pathOf(href, site);
  return path !== undefined && locatePage(built, path) !== undefined ? href : undefined;
}

/** Where a page leads that only redirects; undefined for any other page. */
export function redirectOf(html: string): string | undefined {
  const tag = /<meta[^>]{0,200}http-equiv=["']?refresh[^>]{0,1000}>/i.exec(html.slice(0, 4096))?.[0];
  return /url=["']?([^"'>\s]+)/i.exec(attributeOf(tag, 'content') ?? '')?.[1];
}

function attributeOf(tag: string | undefined, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag ?? '') ?? [];
  return double ?? single ?? bare;
}

function readEntities(text: string): string {
  return text
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&#(\d{2,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([\da-f]{2,5});/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&\w{2,8};/g, ' ');
}

/** Letters and digits alone, whatever signs a tool puts between. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
