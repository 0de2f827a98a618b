import { plain } from '../documents/feed-elements.ts';
import type { Enclosure, Feed, Item } from '../formats/feed.ts';
import { parseFeed } from '../library/parse-feed.ts';
import type { Problem } from '../model/index.ts';
import { countOut, type Export, type OpenedExport, type Post, type PostAuthor } from './post.ts';
import { toUtc } from './zones.ts';

/** A document of a feed, as it was read or fetched. */
export interface FeedDocument {
  /** A file as shown to the user, or a URL. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

/**
 * The items of a feed and of its archives as posts; of an item in several documents the first counts.
 * @param documents the feed itself first
 */
export function readFeedPosts(
  documents: readonly FeedDocument[],
  problems: readonly Problem[],
): OpenedExport {
  const feeds: Feed[] = [];
  for (const { bytes, source } of documents) {
    const parsed = parseFeed(bytes, { source });
    if ('problem' in parsed) return parsed;
    feeds.push(parsed.feed);
  }
  const [main] = feeds;
  const leftOut = new Map<string, number>();
  const seen = new Set<string>();
  const posts = feeds.flatMap(({ items }) => items.flatMap((item) => take(item, seen, leftOut)));
  const { link, title, description, language } = main?.options ?? {};
  const site: Export['site'] = { site: link, title, description, language };
  return { opened: { kind: 'feed', site, posts, leftOut, problems } };
}

function take(item: Item, seen: Set<string>, leftOut: Map<string, number>): readonly Post[] {
  const key = item.id ?? item.link;
  if (key === '' || seen.has(key)) {
    if (key === '') countOut(leftOut, 'items without ID and URL');
    return [];
  }
  seen.add(key);
  if (timeOf(item) === undefined) {
    countOut(leftOut, 'items without a date');
    return [];
  }
  return [toPost(item)];
}

function toPost(item: Item): Post {
  const published = timeOf(item);
  const { id, link, title, content, description, category = [], language, externalUrl } = item;
  return {
    id: id ?? link,
    url: link === '' ? undefined : link,
    title,
    date: published,
    updated: toTime(item.date),
    body: content ?? '',
    state: 'public',
    authors: (item.author ?? []).flatMap(toAuthor),
    tags: category.flatMap(({ name }) => name ?? []),
    summary: item.summary ?? (content === undefined ? undefined : plain(description)),
    image: item.image === undefined ? undefined : toImage(item.image),
    attachments: (item.attachments ?? []).map(({ url, type, length, duration, title }) => ({
      url,
      ...(type === undefined ? {} : { type }),
      ...(length === undefined ? {} : { length }),
      ...(duration === undefined ? {} : { duration }),
      ...(title === undefined ? {} : { title }),
    })),
    language,
    externalUrl,
  };
}

function toAuthor({
  name,
  email,
  link,
}: {
  name?: string;
  email?: string;
  link?: string;
}): readonly PostAuthor[] {
  const shown = name ?? email;
  return shown === undefined ? [] : [{ name: shown, ...(link === undefined ? {} : { url: link }) }];
}

function toImage(image: string | Enclosure) {
  if (typeof image === 'string') return { url: image };
  const { url, alt, width, height } = image;
  return {
    url,
    ...(alt === undefined ? {} : { alt }),
    ...(width && height ? { width, height } : {}),
  };
}

function timeOf({ published, date }: Item): string | undefined {
  return toTime(published ?? date);
}

/** In UTC: a feed that was read has lost the zone in which it was written. */
function toTime(date: Date): string | undefined {
  return toUtc(date.getTime());
}
