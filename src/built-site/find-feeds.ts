import { join } from 'node:path';
import { isFile } from '../files/places.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { readStartTags } from '../text/start-tags.ts';
import { readPage } from './locate-page.ts';

/** Where tools leave the main feed when no one names another place. */
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
  const named = Array.from(readStartTags(home, ['link']), ({ attributes }) => attributes)
    .filter((attributes) => /application\/(?:atom|rss)\+xml/i.test(attributes.get('type') ?? ''))
    .flatMap((attributes) => readPath(attributes.get('href'), site));
  return [...named, ...USUAL].find((path) => isFile(join(built, path)));
}

/** The path below the site, whatever host the site was built for. */
function readPath(href: string | undefined, site: string): readonly string[] {
  if (href === undefined || !URL.canParse(href, site)) return [];
  const { pathname } = new URL(href, site);
  const base = new URL(site).pathname;
  const path = decodePercent(pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1));
  return path.split('/').includes('..') ? [] : [path];
}
