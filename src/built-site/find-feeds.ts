import { join } from 'node:path';
import { isFile } from '../files/places.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { readPage } from './locate-page.ts';

/** Where tools leave the main feed when nobody names another place. */
const USUAL = [
  'atom.xml',
  'feed.xml',
  'rss.xml',
  'index.xml',
  'rss2.xml',
  'feed/feed.xml',
  'feed/index.xml',
  'blog/atom.xml',
  'blog/rss.xml',
];

/**
 * The feed that the tool of the site wrote: the first that its home page names, else one with a usual name.
 * @returns below the folder of the built site
 */
export function findFeedOfTool(built: string, site: string): string | undefined {
  const home = readPage(join(built, 'index.html'), built);
  const named = (home.match(/<link[^>]{0,1000}>/gi) ?? []).flatMap((tag) =>
    /application\/(?:atom|rss)\+xml/i.test(tag) ? readPath(tag, site) : [],
  );
  return [...named, ...USUAL].find((path) => isFile(join(built, path)));
}

/** The path below the site, whatever host the site was built for. */
function readPath(tag: string, site: string): readonly string[] {
  const [, double, single, bare] = /\shref=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? [];
  const href = double ?? single ?? bare;
  if (href === undefined || !URL.canParse(href, site)) return [];
  const { pathname } = new URL(href, site);
  const base = new URL(site).pathname;
  const path = decodePercent(pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1));
  return path.split('/').includes('..') ? [] : [path];
}
