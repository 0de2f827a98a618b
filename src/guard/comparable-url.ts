import { decodePercent } from '../text/percent-encoding.ts';

/**
 * What a URL comes to when everything is left out that a move changes and no reader means: scheme, `www.`, case of the host,
 * port, trailing slash, `index.html`, file ending, fragment, query, percent-encoding.
 * @returns undefined for anything that is not a URL
 */
export function comparableUrl(url: string): { readonly host: string; readonly path: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const path = decodePercent(pathname)
    .normalize('NFC')
    .replace(/\/(?:index|default)\.[a-z]{3,5}$/i, '/')
    .replace(/\.(?:html?|php|aspx?|md)$/i, '')
    .replace(/(?<!\/)\/{1,100}$/, '');
  return { host: hostname.toLowerCase().replace(/^www\./, ''), path: path.toLowerCase() };
}

/** A URL on the machine that built a feed says nothing about where it is read. */
export function isLocalUrl(url: string): boolean {
  if (!URL.canParse(url)) return true;
  return /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\]|.*\.(?:local|localhost|invalid|test))$/.test(
    new URL(url).hostname,
  );
}
