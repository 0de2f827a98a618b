import type { FeedFormat } from '../model/index.ts';
import { writeAtomEntry, writeAtomFrame } from './atom.ts';
import { joinFacts, joinHead, readHead, readItems } from './check-feed.ts';
import type { ItemFacts, ReadyFeed, ReadyHead, ReadyItem } from './checked-feed.ts';
import type { Prefixes } from './extensions.ts';
import { writeJsonFrame, writeJsonItem } from './json.ts';
import { writeRssFrame, writeRssItem } from './rss.ts';
import type { FeedInput } from './vocabulary.ts';
import { type Frame, lines } from './xml.ts';

export { joinFacts } from './check-feed.ts';
export type { ItemFacts } from './checked-feed.ts';
export type { Frame } from './xml.ts';

/** How a format is written: an item, and what is around all of them. */
interface Writer {
  readonly writeItem: (item: ReadyItem, feed: ReadyHead, prefixes: Prefixes) => string;
  readonly writeFrame: (feed: ReadyFeed, prefixes: Prefixes) => Frame;
}

const WRITERS: Readonly<Record<FeedFormat, Writer>> = {
  rss: { writeItem: writeRssItem, writeFrame: writeRssFrame },
  atom: { writeItem: writeAtomEntry, writeFrame: writeAtomFrame },
  json: { writeItem: writeJsonItem, writeFrame: writeJsonFrame },
};

/**
 * Writes a whole document.
 * @throws Error that names the feed or the item, and the field, for what cannot be written
 */
export function writeDocument(feed: FeedInput, format: FeedFormat): string {
  const head = readHead(feed, format);
  const items = readItems(feed, head, format);
  const ready = joinHead(head, joinFacts(items.map(({ facts }) => facts)));
  const prefixes = preparePrefixes(feed, format);
  const { writeItem, writeFrame } = WRITERS[format];
  const texts = items.map(({ item }) => writeItem(item, ready, prefixes));
  const frame = writeFrame(ready, prefixes);
  return frame.head + (frame.between === '' ? lines(texts) : texts.join(frame.between)) + frame.end;
}

/** An item in each format that was asked for, and what the head of its document says of it. */
export interface WrittenItem {
  readonly facts: ItemFacts;
  readonly texts: readonly string[];
}

/**
 * Writes the items of a feed alone: the same text in every feed with the same home page, authors and language.
 * @throws Error as {@link writeDocument}
 */
export function writeItems(feed: FeedInput, formats: readonly FeedFormat[]): readonly WrittenItem[] {
  const writers = formats.map((format) => ({ head: readHead(feed, format), ...WRITERS[format] }));
  const [first] = writers;
  if (!first) return [];
  const prefixes = preparePrefixes(feed, formats[0] ?? 'rss');
  // What is read of an item is the same for all formats.
  return readItems(feed, first.head, formats[0] ?? 'rss').map(({ item, facts }) => ({
    facts,
    texts: writers.map(({ head, writeItem }) => writeItem(item, head, prefixes)),
  }));
}

/** Writes what is around items that were written already. @throws Error as {@link writeDocument} */
export function writeFrame(feed: FeedInput, format: FeedFormat, items: ItemFacts): Frame {
  return WRITERS[format].writeFrame(joinHead(readHead(feed, format), items), preparePrefixes(feed, format));
}

function preparePrefixes({ options }: FeedInput, format: FeedFormat): Prefixes {
  const { onProblem, namespaces = {} } = options;
  const report = (name: string, message: string) => {
    onProblem?.({ severity: 'error', format, owner: `Extension "${name}"`, field: 'extensions', message });
  };
  return { used: new Set(), added: namespaces, tell: onProblem && report };
}
