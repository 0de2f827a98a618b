import type { Problem } from '../model/index.ts';
import { baseUrl, parseDocument, type ReadOptions, refuse } from './parse-document.ts';
import type { PublishedFeed } from './published-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

export { type ReadOptions, SIZE_LIMIT } from './parse-document.ts';
export type { PublishedFeed, PublishedItem } from './published-feed.ts';

export type ReadFeed = { readonly feed: PublishedFeed } | { readonly problem: Problem };

/**
 * Reads a feed that any tool wrote: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, JSON Feed 1.0, 1.1.
 * @returns the feed, or the problem `unreadable-feed` with the place of the fault
 */
export function readFeed(document: string | Uint8Array, options: ReadOptions): ReadFeed {
  const { source } = options;
  const base = baseUrl(options);
  const parsed = parseDocument(document, options);
  if ('problem' in parsed) return parsed;
  if ('root' in parsed) {
    const feed = readXmlFeed(parsed.root, source, base);
    return feed
      ? { feed }
      : refuse(options, `is XML, but not a feed: its root element is <${parsed.root.local}>`, parsed.root);
  }
  const feed = readJsonFeed(parsed.json, parsed.text, source, base);
  return feed ? { feed } : refuse(options, 'is JSON, but not a JSON Feed');
}
