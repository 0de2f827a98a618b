import type { Manifest, ManifestArticle, ManifestDocument, ManifestFile, ManifestPage } from './manifest.ts';
import { readRanges } from './ranges.ts';
import { titleOfUrl } from './title-of-url.ts';
import { sumOf, VERSION } from './write-manifest.ts';

/** A manifest that is larger was not written here. */
export const MANIFEST_LIMIT = 15_000_000;

/**
 * Reads a manifest as {@link writeManifest} writes it.
 * @returns undefined for anything else, also for one that was changed by hand
 */
export function readManifest(text: string): Manifest | undefined {
  const found = /^\{\n"sum": "([\w-]{16})",\n([\s\S]*)\n\}\n$/.exec(text.replaceAll('\r\n', '\n'));
  const [, sum, rest = ''] = found ?? [];
  if (sum === undefined || sumOf(rest) !== sum) return undefined;
  try {
    return read(JSON.parse(`{${rest}}`));
  } catch {
    return undefined;
  }
}

/** @throws when something is not as it must be */
function read(data: Readonly<Record<string, unknown>>): Manifest | undefined {
  if (data.feedwright !== VERSION) return undefined;
  const site = readUrl(data.site);
  const articles = readList(data.articles).map((row) => readArticle(row, site));
  return {
    site,
    atomBase: readUrl(data.atomIds),
    pages: readList(data.pages).map((row) => readPage(row, articles.length)),
    files: readList(data.files).map(readFile),
    artwork: readList(data.artwork ?? []).map((row) => readArtwork(row, site)),
    articles,
    left: readList(data.left).map((row) => readArticle(row, site)),
  };
}

function readPage(row: unknown, count: number): ManifestPage {
  const [feed, archive, documents, articles] = readList(row);
  return {
    feed: readText(feed),
    ...(archive === 0 ? {} : { archive: readNumber(archive) }),
    documents: readList(documents).map(readDocument),
    articles: readRanges(readText(articles), count) ?? fail(),
  };
}

function readDocument(row: unknown): ManifestDocument {
  const [path, format, hash] = readList(row);
  return { path: readText(path), format: readText(format), hash: readText(hash) };
}

function readFile(row: unknown): ManifestFile {
  const [path, hash] = readList(row);
  return { path: readText(path), hash: readText(hash) };
}

function readArtwork(row: unknown, site: string): ManifestFile {
  const { path, hash } = readFile(row);
  return { path: toWhole(path, site), hash };
}

function readArticle(row: unknown, site: string): ManifestArticle {
  const [path, title = 0, seconds = 0, text = '', images = '', later = 0, id = '', said = 0] = readList(row);
  const url = toWhole(readText(path), site);
  const published = readNumber(seconds) * 1000;
  return {
    id: readText(id) || url,
    url,
    title: title === 0 ? titleOfUrl(url) : readText(title),
    published,
    updated: published + readNumber(later) * 1000,
    ...(said === 0 ? {} : { said: readNumber(said) * 1000 }),
    fingerprint: { text: readText(text), images: readText(images) },
  };
}

/** The whole URL of what is written below the site, or as one of its own. */
function toWhole(path: string, site: string): string {
  return /^https?:\/\//.test(path) ? path : site + path;
}

function readUrl(value: unknown): string {
  const text = readText(value);
  return /^https?:\/\//.test(text) && URL.canParse(text) ? text : fail();
}

function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : fail();
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : fail();
}

function readNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fail();
}

function fail(): never {
  throw new Error('no manifest');
}
