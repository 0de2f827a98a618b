import { join } from 'node:path';
import { isFile, isFolder, listNames } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { decodePercent } from '../text/percent-encoding.ts';

const MAXIMUM_BYTES = 2_097_152;

/** The folder of a language, such as `en` or `pt-br`. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i;
/** What a site has at its top. Where a server sends visitors elsewhere, it has no home page. */
const AT_TOP = ['index.html', '404.html', 'sitemap.xml', 'sitemap-index.xml'];

/**
 * Whether a folder holds a site.
 * @param built absolute
 */
export function isBuiltSite(built: string): boolean {
  const hasHome = (name: string) => LANGUAGE.test(name) && isFile(join(built, name, 'index.html'));
  return AT_TOP.some((name) => isFile(join(built, name))) || (listNames(built) ?? []).some(hasHome);
}

/** The path of a URL below the site, decoded; undefined for another site. */
export function pathOf(url: string, site: string): string | undefined {
  if (!url.startsWith(site)) return undefined;
  return decodePercent(url.slice(site.length).replace(/[?#].*$/s, ''));
}

/**
 * The file that hosts serve for a URL of the site. Hugo writes an encoded `url` of front matter to a file of the same name.
 * @param built folder of the built site, absolute
 */
export function locateUrl(built: string, url: string, site: string): string | undefined {
  const path = pathOf(url, site);
  if (path === undefined) return undefined;
  const written = url.slice(site.length).replace(/[?#].*$/s, '');
  return locatePage(built, path) ?? (written === path ? undefined : locatePage(built, written));
}

/**
 * The file that hosts serve for a path.
 * @param built folder of the built site, absolute
 * @param path below the site, decoded
 */
function locatePage(built: string, path: string): string | undefined {
  const file = join(built, path.replace(/\/$/, ''));
  if (!path.endsWith('/') && path !== '') {
    const page = [file, `${file}.html`].find(isFile);
    if (page !== undefined) return page;
  }
  const index = join(file, 'index.html');
  if (isFolder(file) && isFile(index)) return index;
  return path.endsWith('/') && isFile(`${file}.html`) ? `${file}.html` : undefined;
}

/** The text of a page; empty when it can't be read. */
export function readPage(page: string, built: string): string {
  try {
    return readWhole(page, { maximum: MAXIMUM_BYTES, inside: [built] }).toString('utf8');
  } catch {
    return '';
  }
}
