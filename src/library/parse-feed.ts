import { baseUrl, parseDocument, refuse } from '../documents/parse-document.ts';
import { Feed } from '../formats/feed.ts';
import type { Problem } from '../model/index.ts';
import { checkCall, DOCUMENT, required, TEXT } from './arguments.ts';
import type { FeedParts } from './feed-parts.ts';
import { readAtom } from './read-atom.ts';
import { readJson } from './read-json.ts';
import { readRss } from './read-rss.ts';

export interface ParseFeedOptions {
  /** The name of the document in problems: a file, or its URL, which relative URLs start from. @default 'feed' */
  readonly source?: string;
  /** The date of items that have none. Without it, they can be written to RSS and JSON Feed, but not to Atom. */
  readonly undated?: Date;
}

const OPTIONS = {
  document: required(DOCUMENT),
  source: TEXT,
  undated: {
    is: (value: unknown) => value instanceof Date && !Number.isNaN(value.getTime()),
    words: 'a valid Date',
  },
};

/**
 * Parses a feed of any generator into a {@link Feed}, which can write every format: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0,
 * JSON Feed 1.0 and 1.1. IDs, URLs, dates, people, tags, texts, files and elements of other namespaces are kept; relative URLs
 * become absolute.
 * @returns the feed, or the problem `unreadable-feed` with its place, or that of a wrong option
 */
export function parseFeed(
  document: string | Uint8Array,
  given: ParseFeedOptions = {},
): { readonly feed: Feed } | { readonly problem: Problem } {
  const [wrong] = checkCall('parseFeed', { document }, given, OPTIONS);
  if (wrong) return { problem: wrong };
  const { source = 'feed', undated } = given;
  const options = { source };
  const parsed = parseDocument(document, options);
  if ('problem' in parsed) return parsed;
  const base = baseUrl(options);
  if ('json' in parsed) {
    const parts = readJson(parsed.json, base, undated);
    return parts ? { feed: makeFeed(parts) } : refuse(options, 'is JSON, but not a JSON Feed');
  }
  const { root } = parsed;
  const parts = root.local === 'feed' ? readAtom(root, base, undated) : readRss(root, base, undated);
  return parts
    ? { feed: makeFeed(parts) }
    : refuse(options, `is XML, but not a feed: its root element is <${root.local}>`, root);
}

function makeFeed({ options, categories, contributors, extensions, items }: FeedParts): Feed {
  const feed = new Feed(options);
  categories.forEach(feed.addCategory);
  contributors.forEach(feed.addContributor);
  extensions.forEach(feed.addExtension);
  items.forEach(feed.addItem);
  return feed;
}
