import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { htmlToText, type SeenEntry, toInstant } from './compare.mjs';

/** Readers from npm that we did not write: how each shows the entries of a feed (R74). */
export const npmReaders = [
  { name: 'feedsmith', format: 'rss', read: readRssWithFeedsmith },
  { name: 'feedsmith', format: 'atom', read: readAtomWithFeedsmith },
  { name: 'feedsmith', format: 'json', read: readJsonWithFeedsmith },
  { name: 'rss-parser', format: 'rss', read: readRssWithRssParser },
  { name: 'rss-parser', format: 'atom', read: readAtomWithRssParser },
  { name: 'npm-feedparser', format: 'rss', read: readRssWithFeedparser },
  { name: 'npm-feedparser', format: 'atom', read: readAtomWithFeedparser },
] as const;

function readRssWithFeedsmith(text: string): SeenEntry[] {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value ?? '',
    url: item.link ?? '',
    title: item.title ?? '',
    published: toInstant(item.pubDate),
    updated: toInstant(item.atom?.updated ?? item.pubDate),
    authors: item.dc?.creators ?? [],
    tags: (item.categories ?? []).map(({ name }) => name ?? ''),
    summary: htmlToText(item.description ?? ''),
    attachments: (item.enclosures ?? []).map(({ url, type, length }) => seenFile(url, type, length)),
  }));
}

function readAtomWithFeedsmith(text: string): SeenEntry[] {
  const feed = parseAtomFeed(text);
  return (feed.entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
    title: entry.title?.value ?? '',
    published: toInstant(entry.published),
    updated: toInstant(entry.updated),
    authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name ?? ''),
    tags: (entry.categories ?? []).map(({ term }) => term ?? ''),
    summary: entry.summary?.value ?? '',
    attachments: (entry.links ?? [])
      .filter(({ rel }) => rel === 'enclosure')
      .map(({ href, type, length }) => seenFile(href, type, length)),
  }));
}

function readJsonWithFeedsmith(text: string): SeenEntry[] {
  const feed = parseJsonFeed(text);
  return (feed.items ?? []).map((item) => ({
    id: item.id ?? '',
    url: item.url ?? '',
    title: item.title ?? '',
    published: toInstant(item.date_published),
    updated: toInstant(item.date_modified),
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name ?? ''),
    tags: item.tags ?? [],
    summary: item.summary ?? '',
    attachments: (item.attachments ?? []).map((file) =>
      seenFile(file.url, file.mime_type, file.size_in_bytes),
    ),
  }));
}

async function readRssWithRssParser(text: string): Promise<SeenEntry[]> {
  const { items } = await new RssParser().parseString(text);
  return items.map((item) => ({
    ...seenByRssParser(item),
    id: item.guid ?? '',
    authors: item.creator === undefined ? [] : [item.creator],
    // RSS has one description; rss-parser calls it the content.
    summary: htmlToText(item.content ?? ''),
    attachments: item.enclosure
      ? [seenFile(item.enclosure.url, item.enclosure.type, item.enclosure.length)]
      : [],
  }));
}

async function readAtomWithRssParser(text: string): Promise<SeenEntry[]> {
  const { items } = await new RssParser<object, { id?: string; author?: string }>().parseString(text);
  return items.map((item) => ({
    ...seenByRssParser(item),
    id: item.id ?? '',
    authors: item.author === undefined ? [] : [item.author],
    summary: item.summary ?? '',
    attachments: [],
  }));
}

function seenByRssParser(item: RssParser.Item) {
  return {
    url: item.link ?? '',
    title: item.title ?? '',
    published: toInstant(item.isoDate),
    updated: '',
    tags: item.categories ?? [],
  };
}

async function readRssWithFeedparser(text: string): Promise<SeenEntry[]> {
  const items = await parseWithFeedparser(text);
  return items.map((item) => {
    const seen = seenByFeedparser(item);
    return { ...seen, summary: htmlToText(item.summary ?? ''), attachments: seen.attachments.slice(0, 1) };
  });
}

async function readAtomWithFeedparser(text: string): Promise<SeenEntry[]> {
  const items = await parseWithFeedparser(text);
  return items.map((item) => ({ ...seenByFeedparser(item), summary: item.summary ?? '' }));
}

async function parseWithFeedparser(text: string): Promise<FeedParser.Item[]> {
  const parser = Readable.from([text]).pipe(new FeedParser({ addmeta: false }));
  const items: FeedParser.Item[] = [];
  for await (const item of parser) items.push(item);
  return items;
}

function seenByFeedparser(item: FeedParser.Item): SeenEntry {
  // It lists the pictures of media:content among the enclosures.
  const files = (item.enclosures ?? []).filter(({ url }) => url !== item.image?.url);
  return {
    id: item.guid,
    url: item.link,
    title: item.title,
    published: toInstant(item.pubdate),
    updated: toInstant(item.date),
    authors: item.author ? [item.author] : [],
    tags: item.categories,
    summary: '',
    attachments: files.map(({ url, type, length }) => seenFile(url, type, length)),
  };
}

function seenFile(url: unknown, type: unknown, bytes: unknown) {
  return { url: String(url ?? ''), type: String(type ?? ''), bytes: Number(bytes ?? 0) };
}
