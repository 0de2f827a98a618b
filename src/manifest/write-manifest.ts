import { createHash } from 'node:crypto';
import type { Manifest, ManifestArticle, ManifestPage } from './manifest.ts';
import { writeRanges } from './ranges.ts';
import { titleOfUrl } from './title-of-url.ts';

/** The version of the format; other versions are not read. */
export const VERSION = 1;

/** A manifest as JSON, one row per line; the same manifest gives the same bytes. */
export function writeManifest(manifest: Manifest): string {
  const { site, atomBase, pages, files, artwork, articles, left } = manifest;
  const parts = [
    `"feedwright": ${VERSION}`,
    `"site": ${JSON.stringify(site)}`,
    `"atomIds": ${JSON.stringify(atomBase)}`,
    list('pages', pages.map(pageRow)),
    list(
      'files',
      files.map(({ path, hash }) => [path, hash]),
    ),
    ...(artwork.length === 0
      ? []
      : [
          list(
            'artwork',
            artwork.map(({ path, hash }) => [below(path, site), hash]),
          ),
        ]),
    list(
      'articles',
      articles.map((article) => articleRow(article, site)),
    ),
    list(
      'left',
      left.map((article) => articleRow(article, site)),
    ),
  ];
  const text = parts.join(',\n');
  return `{\n"sum": "${sumOf(text)}",\n${text}\n}\n`;
}

/** Whether anyone has changed it, as a merge does. */
export function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function list(name: string, rows: readonly unknown[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return `"${name}": [${lines === '' ? '' : `\n${lines}\n`}]`;
}

function pageRow({ feed, archive, documents, articles }: ManifestPage) {
  const rows = documents.map(({ path, format, hash }) => [path, format, hash]);
  return [feed, archive ?? 0, rows, writeRanges(articles)];
}

/** A URL below the site without the site, unless the rest looks like a URL of its own. */
function below(url: string, site: string): string {
  const rest = url.startsWith(site) ? url.slice(site.length) : url;
  return /^https?:\/\//.test(rest) ? url : rest;
}

/** URL below the site, title (0: that of the URL), time in s, text, images, seconds until the update, id, time it says; what is usual at the end is left out. */
function articleRow(article: ManifestArticle, site: string) {
  const { id, url, title, published, updated, said, fingerprint } = article;
  const row = [
    below(url, site),
    title === titleOfUrl(url) ? 0 : title,
    published / 1000,
    fingerprint.text,
    fingerprint.images,
    (updated - published) / 1000,
    id === url ? '' : id,
    said === undefined ? 0 : said / 1000,
  ];
  while (row.at(-1) === '' || row.at(-1) === 0) row.pop();
  return row;
}
