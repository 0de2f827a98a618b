import { decodePercent } from '../../text/percent-encoding.ts';
import { hasUnknown } from '../unknown-value.ts';
import { readPelicanLink } from './pelican-links.ts';

/** What relative URLs start from, and who knows where an article is published. */
export interface Addresses {
  /** Absolute URL of the article. */
  readonly url: string;
  readonly site: string;
  readonly resolvePost: ((ref: string) => string | undefined) | undefined;
  /** The page that a path without a file extension names, where the tool looks for it. */
  readonly findPage?: ((path: string) => string | undefined) | undefined;
  /** Absolute URL that relative images start from, where that is not the article. */
  readonly mediaBase?: string | undefined;
  /** A path from `/` starts at the home page of the site, also where that is not the top of its host. */
  readonly isBelowSite?: boolean | undefined;
  /** Links are paths of pages, which VitePress gives their ending: `./other`, `../index.md`. */
  readonly linksPages?: boolean | undefined;
  /** The URL under which the site has a file. */
  readonly findFile?: FindFile | undefined;
}

/**
 * The URL under which a site has a file that an article names.
 * @param written as the article names it
 * @param url where it would be
 * @param alt what stands for an image
 */
export type FindFile = (written: string, url: string, alt?: string) => string;

/** An absolute URL, or why there is none; empty when a warning about template tags says it already. */
export type Resolved = { readonly url: string } | { readonly refused: string };

/** Largest `data:` image that stays in the content, in characters of the URL (about 24 KB of image). */
const DATA_URL_LIMIT = 32 * 1024;

/** Already what `new URL` would make of it; checked so often that the short way pays. */
const PLAIN =
  /^https?:\/\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)+\/[\w!$()*+,;:@~/-]*(?:\.html?)?(?:#[\w-]*)?$/;
const PLAIN_MAIL = /^mailto:[\w.+-]+@[\w.-]+$/;
const DATA_IMAGE = /^data:image\/(?:png|gif|jpe?g|webp|avif|svg\+xml)[;,]/i;
/** Files that articles offer, and that some tools publish under another name. */
const FILE = /\.(?:pdf|epub|zip|mp[34]|m4[abv]|og[gv]|wav|flac|png|jpe?g|gif|webp|avif|svg)$/i;
const ARTICLE_FILE = /\.(?:md|mdx|markdown|mdoc|svx)(?=$|[?#])/i;

/** The absolute form of a link (R23): http(s), mailto or tel. */
export function resolveLink(value: string, addresses: Addresses): Resolved {
  const written = value.trim();
  if (PLAIN.test(written) || PLAIN_MAIL.test(written)) return { url: written };
  if (hasUnknown(written)) return { refused: '' };
  const link = readPelicanLink(dropPathname(written), addresses.site);
  if (link === undefined) return { refused: 'link to a page of Pelican' };
  const post = resolvePostLink(link, addresses) ?? findNamedPage(link, addresses);
  if (post !== undefined) return { url: post };
  if (link.startsWith('@/')) return { refused: 'link to an unknown article' };
  const url = parseUrl(startAtSite(leadToPage(link, addresses), addresses), addresses.url);
  if (url === undefined) return { refused: 'unreadable URL' };
  if (isWeb(url) && FILE.test(url.pathname)) {
    const found = addresses.findFile?.(link, url.href);
    if (found?.startsWith('http')) return { url: writeUrl(new URL(found)) };
  }
  if (isWeb(url) || url.protocol === 'mailto:' || url.protocol === 'tel:') return { url: writeUrl(url) };
  return { refused: `${url.protocol} URL` };
}

/** The absolute form of the URL of an image, video or audio file (R23): http(s), and small `data:` images. */
export function resolveMedia(value: string, addresses: Addresses, alt?: string): Resolved {
  const named = dropPathname(value.trim());
  const source = readPelicanLink(named, addresses.site) ?? named;
  if (PLAIN.test(source)) return { url: source };
  if (hasUnknown(source)) return { refused: '' };
  if (DATA_IMAGE.test(source)) return resolveDataUrl(source);
  const url = parseUrl(startAtSite(source, addresses), addresses.mediaBase ?? addresses.url);
  if (url === undefined) return { refused: 'unreadable URL' };
  if (!isWeb(url)) return { refused: `${url.protocol} URL` };
  const found = addresses.findFile?.(source, url.href, alt) ?? url.href;
  return DATA_IMAGE.test(found) ? resolveDataUrl(found) : { url: writeUrl(new URL(found)) };
}

/** A path from `/` as one that starts at the home page, for tools that put the base of the site before it. */
function startAtSite(value: string, { site, isBelowSite }: Addresses): string {
  if (isBelowSite !== true || !/^\/(?!\/)/.test(value)) return value;
  const base = new URL(site).pathname;
  return value.startsWith(base) ? value : base + value.slice(1);
}

/** `pathname:///file.pdf` of Docusaurus is a path that is no page of it. */
function dropPathname(value: string): string {
  return value.startsWith('pathname:///') ? value.slice('pathname://'.length) : value;
}

/** The path of a page as a link to it, with the ending that the article itself has; any other link as it is. */
function leadToPage(link: string, { url, linksPages }: Addresses): string {
  if (linksPages !== true || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return link;
  const end = link.search(/[?#]/);
  const [path, rest] = end < 0 ? [link, ''] : [link.slice(0, end), link.slice(end)];
  const page = path.replace(/\.md$/, '');
  if (page !== path && /(?:^|\/)index$/.test(page)) return `${page.slice(0, -5) || './'}${rest}`;
  const isFile = page === path && /\.[a-z]\w{0,4}$/i.test(path);
  if (isFile || /(?:^|\/)\.{0,2}$/.test(page)) return link;
  // The page of a folder does not show how the others end.
  if (url.endsWith('/')) return link;
  return page + (url.endsWith('.html') ? '.html' : '') + rest;
}

/** Whether a link leads to a place in the article itself, and to which id. */
export function readFragment(value: string): string | undefined {
  const link = value.trim();
  return link.startsWith('#') && link.length > 1 ? decodePercent(link.slice(1)) : undefined;
}

/** An http(s) URL, parsed; undefined for anything else. */
export function parseWebUrl(value: string, base: string): URL | undefined {
  const url = parseUrl(value.trim(), base);
  return url !== undefined && isWeb(url) ? url : undefined;
}

function resolveDataUrl(source: string): Resolved {
  if (source.length > DATA_URL_LIMIT) return { refused: 'data: URL above 32 KB' };
  return { url: source.replace(/\s+/g, '%20') };
}

/** Links between source files (`../post.md`, Zola's `@/blog/post.md`) lead to where the article is published. */
function resolvePostLink(link: string, addresses: Addresses): string | undefined {
  if (
    addresses.resolvePost === undefined ||
    !ARTICLE_FILE.test(link) ||
    /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)
  ) {
    return undefined;
  }
  const end = link.search(/[?#]/);
  const file = end < 0 ? link : link.slice(0, end);
  const url = addresses.resolvePost(file);
  return url === undefined ? undefined : url + (end < 0 ? '' : link.slice(end).replace(/[\s"<>]/g, ''));
}

/** The URL of a page that a link names by its path: `/about#us`, `../news/`. */
function findNamedPage(link: string, { findPage }: Addresses): string | undefined {
  const [, path = '', rest = ''] = /^([^?#:.]*(?:\.\.\/[^?#:.]*)*)([?#].*)?$/s.exec(link) ?? [];
  if (findPage === undefined || path === '' || path === '/' || path.startsWith('//')) return undefined;
  const url = findPage(path);
  return url === undefined ? undefined : url + rest.replace(/[\s"<>]/g, '');
}

function parseUrl(value: string, base: string): URL | undefined {
  try {
    const url = new URL(value, base);
    return isWeb(url) && url.hostname === '' ? undefined : url;
  } catch {
    return undefined;
  }
}

/** Braces may be in a query, but there they look like template tags to whoever reads the feed. */
function writeUrl(url: URL): string {
  return url.href.includes('{') ? url.href.replace(/\{/g, '%7B').replace(/\}/g, '%7D') : url.href;
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}
