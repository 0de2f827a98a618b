import { AUDIO_URL } from '../articles/audio-files.ts';
import { plain } from '../documents/feed-elements.ts';
import type { Enclosure, Feed, Item } from '../formats/feed.ts';
import { parseFeed } from '../library/parse-feed.ts';
import type { Problem } from '../model/index.ts';
import {
  countOut,
  type Export,
  type FeedDocument,
  type OpenedExport,
  type Post,
  type PostAuthor,
} from './post.ts';
import { readEpisode } from './read-episode.ts';
import { readWrittenDates, type WrittenDates } from './read-offsets.ts';
import { showWholeLinks } from './whole-links.ts';
import { keepOffset } from './zones.ts';

/**
 * The items of a feed and of its archives as posts; of an item in several documents the first counts.
 * @param documents the feed itself first
 */
export function readFeedPosts(
  documents: readonly FeedDocument[],
  problems: readonly Problem[],
): OpenedExport {
  const feeds: { readonly feed: Feed; readonly dates: readonly WrittenDates[] }[] = [];
  for (const document of documents) {
    const parsed = parseFeed(document.bytes, { source: document.source });
    if ('problem' in parsed) return parsed;
    feeds.push({ feed: parsed.feed, dates: readWrittenDates(document) });
  }
  const [main] = feeds;
  const leftOut = new Map<string, number>();
  const seen = new Map<string, Item[]>();
  const posts = feeds.flatMap(({ feed, dates }) =>
    feed.items.flatMap((item, index) => take(item, dates[index] ?? {}, seen, leftOut)),
  );
  const { link, title, description, language } = main?.feed.options ?? {};
  const site: Export['site'] = { site: link, title, description, language };
  return { opened: { kind: 'feed', site, posts, leftOut, problems } };
}

function take(
  item: Item,
  dates: WrittenDates,
  seen: Map<string, Item[]>,
  leftOut: Map<string, number>,
): readonly Post[] {
  const key = item.id ?? item.link;
  if (key === '') {
    countOut(leftOut, 'items without ID and URL');
    return [];
  }
  const others = seen.get(key) ?? [];
  if (others.some((other) => isSame(item, other))) return [];
  seen.set(key, [...others, item]);
  if (isUndated(item)) {
    countOut(leftOut, 'items without a date');
    return [];
  }
  return [toPost(item, dates)];
}

/** Many feeds leave out the date that the types of `feed` ask for, write one that no one can read, or the zero of their program: year 1. */
function isUndated({ published, date }: Item): boolean {
  const known: Date | undefined = published ?? date;
  return known === undefined || known.getUTCFullYear() < 1000;
}

/** An item of two documents may have its URL written in two ways; some feeds give one ID to several items. */
function isSame(item: Item, other: Item): boolean {
  const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
  return bare(item.link) === bare(other.link) || item.title === other.title;
}

function toPost(item: Item, dates: WrittenDates): Post {
  const { id, link, title, content, description, category = [], language, externalUrl } = item;
  return {
    id: id ?? link,
    // Some podcasts name the audio where others name the page.
    url: link === '' || AUDIO_URL.test(link) ? undefined : link,
    title,
    date: keepOffset((item.published ?? item.date).getTime(), dates.published ?? dates.updated),
    updated: keepOffset(item.date.getTime(), dates.updated ?? dates.published),
    body: showWholeLinks(content ?? ''),
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
    episode: (item.attachments ?? []).length > 0 ? readEpisode(item.extensions) : {},
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
