import type { Candidate } from '../model/index.ts';
import { escapePattern } from '../text/escape-pattern.ts';

/** What is known of a URL: an article has it, none has it although it looks like one, or nothing. */
export type Answer =
  | { readonly kind: 'article' | 'unknown' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'other-case'; readonly url: string };

const DATED = /:(?:year|month|day|title|slug|categories|hour|minute|second|i_month|i_day)\b/g;
const PARTS: Readonly<Record<string, string>> = {
  ':year': '(\\d{4})',
  ':month': '\\d{2}',
  ':day': '\\d{2}',
  ':i_month': '\\d{1,2}',
  ':i_day': '\\d{1,2}',
  ':hour': '\\d{2}',
  ':minute': '\\d{2}',
  ':second': '\\d{2}',
  ':categories': '(?:[^/]+/)*?[^/]*',
};

/**
 * Makes the lookup for URLs on the own site. Pages that are not articles are not known; only a URL with a date,
 * as the permalinks of the articles have it, from a year of which there are articles, is surely that of an article.
 */
export function createUrlIndex(
  articles: readonly Candidate[],
  permalink: string,
  site: string,
): (url: URL) => Answer {
  const urls = articles.flatMap(({ url, aliases = [] }) => [
    url,
    ...aliases.flatMap((alias) => (URL.canParse(alias, url) ? [new URL(alias, url).href] : [])),
  ]);
  const known = new Set(urls.map(normalise));
  const byCase = new Map(articles.map(({ url }) => [normalise(url).toLowerCase(), url]));
  const years = new Set(articles.map(({ published }) => String(new Date(published).getUTCFullYear())));
  const pattern = compile(permalink, site);
  return (url) => {
    const key = normalise(url.href);
    if (known.has(key)) return { kind: 'article' };
    const other = byCase.get(key.toLowerCase());
    if (other !== undefined) return { kind: 'other-case', url: other };
    const year = pattern?.exec(key)?.[1];
    return { kind: year !== undefined && years.has(year) ? 'nobody' : 'unknown' };
  };
}

/** One form for the URLs that hosts take for the same: without query, fragment, `index.html`, `.html` and last slash. */
function normalise(url: string): string {
  const { host, pathname } = new URL(url);
  const path = pathname.replace(/(?:\/index)?\.html?$|\/index$/, '').replace(/\/+$/, '');
  return `${host}${decode(path)}`;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** A permalink with a year, a month and a name as a pattern of URLs; undefined for any other. */
function compile(permalink: string, site: string): RegExp | undefined {
  const path = permalink.replace(/\.html?$|\/$/, '');
  const isDated = /:year\b.*:(?:i_)?month\b.*:(?:title|slug)$/.test(path);
  if (!isDated || /:[a-z]/.test(path.replace(DATED, ''))) return undefined;
  const base = normalise(new URL('.', site).href);
  const parts = path
    .split(/(:[a-z_]+)/)
    .map((part) => PARTS[part] ?? (part.startsWith(':') ? '[^/]+' : escapePattern(part)));
  return new RegExp(`^${escapePattern(base)}${parts.join('').replace(/^\/?/, '/?')}$`);
}
