import type { FeedFormat } from '../model/index.ts';

/** The formats as people know them. */
export const FORMAT_NAMES: Readonly<Record<FeedFormat, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
};

/** Media types: that of RSS is registered nowhere and used everywhere; RFC 4287 §7; JSON Feed 1.1, "Discovery". */
export const FORMAT_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The methods of the class Feed that write them. */
export const FORMAT_METHODS = {
  rss: 'rss2',
  atom: 'atom1',
  json: 'json1',
} as const satisfies Readonly<Record<FeedFormat, string>>;
