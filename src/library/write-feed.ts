import type { Feed } from '../formats/feed.ts';
import type { FeedFormat } from '../model/index.ts';

const METHODS = { rss: 'rss2', atom: 'atom1', json: 'json1' } as const;

/**
 * Writes a feed, such as one that `parseFeed` read, in a format.
 * @throws Error that names the item and the field for what the format cannot say, unless the feed has `onProblem`
 */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  const method = METHODS[format];
  if (method === undefined) throw new Error(`Unknown format "${format}": expected "rss", "atom" or "json".`);
  return feed[method]();
}
