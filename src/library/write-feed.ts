import type { Feed } from '../formats/feed.ts';
import { FORMAT_METHODS } from '../formats/format-names.ts';
import type { FeedFormat } from '../model/index.ts';
import { quote } from '../problems/wording/quote.ts';

/**
 * Writes a feed, such as one that `parseFeed` read, in a format.
 * @throws TypeError for anything that is not a Feed and for an unknown format
 * @throws Error that names the item and the field for what the format cannot say, unless the feed has `onProblem`
 */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  const method =
    typeof format === 'string' && Object.hasOwn(FORMAT_METHODS, format) ? FORMAT_METHODS[format] : undefined;
  if (method === undefined)
    throw new TypeError(`Unknown format ${quote(format)}: expected "rss", "atom" or "json".`);
  if (typeof feed?.[method] !== 'function')
    throw new TypeError(
      `The first argument is not a Feed but ${quote(feed)}. "parseFeed" returns one as "feed".`,
    );
  return feed[method]();
}
