import type { PublishedFeed, PublishedItem } from '../documents/published-feed.ts';
import { readFeed } from '../documents/read-feed.ts';
import { type Divided, divideDocument, joinDocument, locateItems } from '../formats/split-at-items.ts';
import type { FeedFormat } from '../model/index.ts';
import type { Catalogue, KnownArticle } from './known-article.ts';

/** Both sides of a comparison. */
export interface Sides {
  readonly published: PublishedFeed;
  readonly now: PublishedFeed;
}

/** A document, and what messages call it. */
export interface Side {
  readonly text: string;
  readonly source: string;
}

/**
 * Reads what is published and what takes its place, and of both only the items that may differ in the eyes of a reader, because
 * reading takes much longer than comparing bytes. Any other item is what its article is.
 * @param carried the articles of the new document, in its order
 * @returns undefined when one of them is not written as we do, or no item is the same: then they must be read whole
 */
export function readChanged(
  published: Side,
  now: Side,
  format: FeedFormat,
  carried: readonly KnownArticle[],
  { byId }: Catalogue,
): Sides | undefined {
  const [before, after] = [divideDocument(published.text, format), divideDocument(now.text, format)];
  if (!before || after?.items.length !== carried.length) return undefined;
  const written = new Map(carried.map((article, index) => [article.id, after.items[index]]));
  let isAnySame = false;
  const old = before.items.map((item) => {
    const id = findId(item, format);
    const article = id === undefined ? undefined : byId.get(id);
    const now = article && written.get(article.id);
    if (now === item) isAnySame = true;
    return now === item ? article : undefined;
  });
  if (!isAnySame) return undefined;
  const read = readSide(before, old, published.source, format);
  const changed = new Set(read?.items.flatMap(({ id }, index) => (old[index] ? [] : id)));
  const fresh = carried.map((article) => (changed.has(article.id) ? undefined : article));
  const other = read && readSide(after, fresh, now.source, format);
  return other ? { published: read, now: other } : undefined;
}

/** Reads the items of a document whose article is not given. */
function readSide(
  document: Divided,
  articles: readonly (KnownArticle | undefined)[],
  source: string,
  format: FeedFormat,
): PublishedFeed | undefined {
  const open = document.items.filter((_, index) => !articles[index]);
  const read = readFeed(joinDocument(document, open), { source });
  if (!('feed' in read) || read.feed.items.length !== open.length) return undefined;
  const lines = locateItems(document, format);
  const own = read.feed.items.values();
  const items = articles.flatMap((article, index) => {
    const item = article ? describe(article) : own.next().value;
    return item ? [{ ...item, line: lines[index] ?? 1 }] : [];
  });
  return { ...read.feed, items };
}

function describe({ id, url, title, published, content }: KnownArticle): Omit<PublishedItem, 'line'> {
  return { id, url, title, published, ...(content === undefined ? {} : { content }) };
}

const IDS: Readonly<Record<FeedFormat, RegExp>> = {
  rss: /\n {6}<guid isPermaLink="(?:true|false)">([^<&]{1,2000})<\/guid>\n/,
  atom: /^\n {2}<entry>\n {4}<id>([^<&]{1,2000})<\/id>\n/,
  json: /^\n {4}\{\n {6}"id": "([^"\\]{1,2000})"/,
};

/** The id of an item as we write it; one with characters that a format writes in another way is found by reading. */
function findId(item: string, format: FeedFormat): string | undefined {
  return IDS[format].exec(item)?.[1];
}
