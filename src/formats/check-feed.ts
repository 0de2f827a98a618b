import type { FeedFormat, Show } from '../model/index.ts';
import { toList } from '../text/data.ts';
import { type Owner, readFileUrl, readLanguage, readLine, readUrl, refuse, show, warn } from './check.ts';
import { readItem } from './check-item.ts';
import type { ItemFacts, ReadyFeed, ReadyHead, ReadyItem, ReadyPerson } from './checked-feed.ts';
import { readInstant } from './dates.ts';
import { FORMAT_METHODS } from './format-names.ts';
import { readPeople, samePeople } from './people.ts';
import { writeTrailer } from './podcast.ts';
import { readShow } from './read-podcast.ts';
import type { FeedInput, FeedLink, FeedOptions } from './vocabulary.ts';

/**
 * Reads what a Feed says of itself into the one shape that the writers write, without changing it.
 * @throws Error that names the feed and the field, for what cannot be written, unless `onProblem` gets it
 */
export function readHead(feed: FeedInput, format: FeedFormat): ReadyHead {
  const { options } = feed;
  const owner = ownerOf(feed, format);
  return {
    ...readTexts(options),
    docs: readUrl(options.docs, owner, 'docs') ?? 'https://www.rssboard.org/rss-specification',
    ...readUrls(options, format, owner),
    url: readUrl(options.link, owner, 'link'),
    authors: readPeople([...(options.authors ?? []), ...toList(options.author)], owner, 'author'),
    language: readLanguage(options.language, owner, 'language'),
    contributors: readPeople(feed.contributors, owner, 'contributor'),
    tags: feed.categories.flatMap((category) => readLine(category) ?? []),
    updated: options.updated ? readInstant(options.updated, owner, 'updated') : undefined,
    ttl: format === 'rss' ? readTtl(options.ttl, owner) : undefined,
    podcast: readPodcast(options, owner),
    namespaces: options.namespaces ?? {},
    extensions: feed.extensions,
  };
}

/** An item, and what the head of its document says of it. */
export interface ReadItem {
  readonly item: ReadyItem;
  readonly facts: ItemFacts;
}

/**
 * Reads the items of a Feed.
 * @param head what they take from it
 * @throws Error that names the item and the field, for what cannot be written, unless `onProblem` gets it
 */
export function readItems(feed: FeedInput, head: ReadyHead, format: FeedFormat): readonly ReadItem[] {
  const { onProblem, titleFormat } = feed.options;
  const { authors, language } = head;
  const hasHtmlTitles = titleFormat === 'html';
  const home = head.url ?? head.self;
  const inherited = { authors, language, home, format, onProblem, hasHtmlTitles };
  const items = feed.items.flatMap((item, index) => (item && readItem(item, index, inherited)) ?? []);
  tellRepeatedIds(items, ownerOf(feed, format));
  return items.map((item) => ({ item, facts: describeItem(item, authors) }));
}

function describeItem(item: ReadyItem, shared: readonly ReadyPerson[]): ItemFacts {
  const { updated, authors } = item;
  return {
    count: 1,
    updated,
    isNamed: authors.length > 0,
    isShared: samePeople(authors, shared),
    hasMarkdown: item.markdown !== undefined,
    trailers: writeTrailer(item),
  };
}

/** What the head of a document says of several items. */
export function joinFacts(facts: Iterable<ItemFacts>): ItemFacts {
  const all = [...facts];
  // The newest change among the items; never the clock (R40).
  const updated = all.reduce<number | undefined>(
    (newest, each) => (each.updated === undefined ? newest : Math.max(newest ?? each.updated, each.updated)),
    undefined,
  );
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    updated,
    isNamed: all.every(({ isNamed }) => isNamed),
    isShared: all.every(({ isShared }) => isShared),
    hasMarkdown: all.some(({ hasMarkdown }) => hasMarkdown),
    trailers: all.map(({ trailers }) => trailers).join(''),
  };
}

/** The head of a document around items of which these facts are known. */
export function joinHead(head: ReadyHead, items: ItemFacts): ReadyFeed {
  return { ...head, updated: head.updated ?? items.updated, items };
}

function ownerOf({ options }: FeedInput, format: FeedFormat): Owner {
  const { onProblem, link: base } = options;
  return { name: () => `Feed ${show(options.title)}`, format, onProblem, base };
}

function readTexts(options: FeedOptions) {
  return {
    id: readLine(options.id),
    title: readLine(options.title) ?? readLine(options.link) ?? 'Untitled',
    description: readLine(options.description),
    rights: readLine(options.copyright),
    generator: options.generator === false ? undefined : (readLine(options.generator) ?? 'feedwright'),
    stylesheet: readLine(options.stylesheet),
  };
}

function readUrls(options: FeedOptions, format: FeedFormat, owner: Owner) {
  // Some people call the formats as the methods are called.
  const own = options.feedLinks?.[format] ?? options.feedLinks?.[FORMAT_METHODS[format]];
  // `feed` is one URL for all formats, so it can be right for one only: the URL of the format goes first (R38).
  const self = readFileUrl(
    own ?? (format === 'json' ? undefined : options.feed),
    owner,
    `feedLinks.${format}`,
  );
  const hubs = [...(options.hubs ?? []), ...toList(options.hub)];
  const logo = readFileUrl(options.image, owner, 'image');
  const icon = readFileUrl(options.icon, owner, 'icon');
  return {
    self,
    hubs: [...new Set(hubs.flatMap((hub) => readUrl(hub, owner, 'hub') ?? []))],
    links: readLinks(options.links ?? [], format, owner),
    logo,
    icon,
    image: format === 'rss' ? readRssImage(logo ?? icon, owner) : undefined,
    // RSS has none.
    favicon: format === 'rss' ? undefined : readFileUrl(options.favicon, owner, 'favicon'),
  };
}

/** RSS 2.0 takes GIF, JPEG and PNG; others show as broken. */
function readRssImage(url: string | undefined, owner: Owner): string | undefined {
  if (url === undefined || !/\.(?!gif$|jpe?g$|png$)\w+$/i.test(url.slice(url.lastIndexOf('/')))) return url;
  warn(owner, 'image', 'is left out of RSS, which shows GIF, JPEG and PNG', url);
  return undefined;
}

function readLinks(links: readonly FeedLink[], format: FeedFormat, owner: Owner): FeedLink[] {
  const wanted = links.filter((link) => (link.format ?? (format === 'json' ? 'xml' : format)) === format);
  return wanted.flatMap((link) => {
    const field = `links.${link.rel}`;
    const url = readUrl(link.url || refuse(owner, field, 'has no URL'), owner, field);
    return url === undefined
      ? []
      : [{ ...link, rel: readLine(link.rel) ?? 'related', type: readLine(link.type), url }];
  });
}

function readTtl(ttl: unknown, owner: Owner): number | undefined {
  if (ttl === undefined || ttl === null || ttl === 0) return undefined;
  const minutes = typeof ttl === 'number' || typeof ttl === 'string' ? Number(ttl) : Number.NaN;
  return Number.isSafeInteger(minutes) && minutes > 0
    ? minutes
    : refuse(owner, 'ttl', 'is not a whole number of minutes', ttl);
}

/** `podcast: true` with `category` and `explicit` as the package `feed` has them, or `show`. */
function readPodcast({ podcast, show, category, explicit }: FeedOptions, owner: Owner): Show | undefined {
  if (!show && !podcast) return undefined;
  const name = readLine(category);
  const said = explicit === undefined ? {} : { explicit };
  return readShow({ categories: name === undefined ? [] : [{ name, sub: [] }], ...said, ...show }, owner);
}

/** Two items with one id are one item for a feed reader (R3). Both are written, as the package `feed` writes them. */
function tellRepeatedIds(items: readonly ReadyItem[], owner: Owner): void {
  const seen = new Map<string, number>();
  const seenGuids = new Map<string, number>();
  items.forEach((item, index) => {
    const first = seen.get(item.id) ?? seenGuids.get(item.guid);
    seen.set(item.id, index);
    seenGuids.set(item.guid, index);
    if (first === undefined || item.guid === '') return;
    warn(owner, 'id', `is the same for items ${first + 1} and ${index + 1}`, item.id);
  });
}

/** Programs without types also give null, and lists. */
