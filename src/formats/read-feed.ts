import { fail, type Owner, readInstant, readLine, readUrl, show } from './check.ts';
import type { Feed, FeedLink, FeedOptions } from './feed.ts';
import { readPeople } from './people.ts';
import { readItem } from './read-item.ts';
import type { ReadyFeed, ReadyItem, ReadyPodcast } from './ready.ts';

type Format = 'rss' | 'atom' | 'json';

/**
 * Reads what a Feed was given into the one shape that the writers write, without changing it.
 * @throws Error that names the feed or the item, and the field, for dates and addresses that cannot be read
 */
export function readFeed(feed: Feed, format: Format): ReadyFeed {
  const { options } = feed;
  const owner: Owner = () => `Feed ${show(options.title)}`;
  const url = readUrl(options.link, owner, 'link');
  const authors = readPeople([...(options.authors ?? []), ...asList(options.author)], owner, 'author');
  const language = readLine(options.language);
  const items = feed.items.map((item, index) => readItem(item, index, { authors, language }));
  refuseRepeatedIds(items, owner);
  return {
    ...readTexts(options),
    ...readAddresses(options, format, owner),
    url,
    authors,
    language,
    contributors: readPeople(feed.contributors, owner, 'contributor'),
    tags: feed.categories.flatMap((category) => readLine(category) ?? []),
    updated: options.updated === undefined ? newest(items) : readInstant(options.updated, owner, 'updated'),
    ttl: readTtl(options.ttl, owner),
    podcast: options.podcast ? readPodcast(options) : undefined,
    namespaces: options.namespaces ?? {},
    extensions: feed.extensions,
    items,
  };
}

function readTexts(options: FeedOptions) {
  return {
    id: readLine(options.id),
    title: readLine(options.title) ?? readLine(options.link) ?? 'Untitled',
    description: readLine(options.description),
    rights: readLine(options.copyright),
    generator: options.generator === false ? undefined : (readLine(options.generator) ?? 'feedwright'),
    docs: readLine(options.docs) ?? 'https://www.rssboard.org/rss-specification',
    stylesheet: readLine(options.stylesheet),
  };
}

function readAddresses(options: FeedOptions, format: Format, owner: Owner) {
  const own = options.feedLinks?.[format];
  // `feed` is one address for all formats, so it can be right for one only: the address of the format goes first (R38).
  const self = readUrl(own ?? (format === 'json' ? undefined : options.feed), owner, `feedLinks.${format}`);
  const hubs = [...(options.hubs ?? []), ...asList(options.hub)];
  return {
    self,
    hubs: [...new Set(hubs.flatMap((hub) => readUrl(hub, owner, 'hub') ?? []))],
    links: readLinks(options.links ?? [], format, owner),
    logo: readUrl(options.image, owner, 'image'),
    icon: readUrl(options.icon, owner, 'icon'),
    favicon: readUrl(options.favicon, owner, 'favicon'),
  };
}

function readLinks(links: readonly FeedLink[], format: Format, owner: Owner): FeedLink[] {
  const wanted = links.filter((link) => (link.format ?? (format === 'json' ? 'xml' : format)) === format);
  return wanted.map((link) => ({
    ...link,
    rel: readLine(link.rel) ?? 'related',
    type: readLine(link.type),
    url: readUrl(link.url, owner, `links.${link.rel}`) ?? fail(owner, `links.${link.rel}`, 'has no URL'),
  }));
}

/** The newest change among the items; never the clock (R40). */
function newest(items: readonly ReadyItem[]): number | undefined {
  return items.reduce<number | undefined>(
    (newest, item) => (newest === undefined || item.updated > newest ? item.updated : newest),
    undefined,
  );
}

function readTtl(ttl: unknown, owner: Owner): number | undefined {
  if (ttl === undefined || ttl === null || ttl === 0) return undefined;
  const minutes = Number(ttl);
  return Number.isInteger(minutes) && minutes > 0
    ? minutes
    : fail(owner, 'ttl', 'is not a whole number of minutes', ttl);
}

function readPodcast(options: FeedOptions): ReadyPodcast {
  return { category: readLine(options.category), explicit: options.explicit ?? false };
}

/** Two items with one id are one item for a reader, and one of them is lost (R3). */
function refuseRepeatedIds(items: readonly ReadyItem[], owner: Owner): void {
  const seen = new Map<string, number>();
  const seenGuids = new Map<string, number>();
  items.forEach((item, index) => {
    const first = seen.get(item.id) ?? seenGuids.get(item.guid);
    if (first !== undefined)
      fail(owner, 'id', `is the same for items ${first + 1} and ${index + 1}`, item.id);
    seen.set(item.id, index);
    seenGuids.set(item.guid, index);
  });
}

function asList<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}
