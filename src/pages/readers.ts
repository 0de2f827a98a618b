import type { PlannedDocument } from '../model/index.ts';

/** A reader on the web that takes subscriptions by link. */
export interface Reader {
  readonly name: string;
  /** What the escaped URL of the feed is put behind. */
  readonly address: string;
}

/**
 * Readers whose own pages document such a link. The schemes `feed:` and `web+feed:` open nothing in most browsers, and a
 * link that does nothing helps no one.
 */
export const READERS: readonly Reader[] = [
  { name: 'Feedly', address: 'https://feedly.com/i/subscription/feed%2F' },
  { name: 'Inoreader', address: 'https://www.inoreader.com/?add_feed=' },
  { name: 'NewsBlur', address: 'https://www.newsblur.com/?url=' },
  { name: 'The Old Reader', address: 'https://theoldreader.com/feeds/subscribe?url=' },
  { name: 'Feedbin', address: 'https://feedbin.com/?subscribe=' },
];

/** The URL that subscribes to a feed in a reader. Not all of them read JSON Feed, so an XML format goes first. */
export function subscribeLink({ address }: Reader, documents: readonly PlannedDocument[]): string {
  const best = documents.find(({ format }) => format !== 'json') ?? documents[0];
  return address + encodeURIComponent(best?.url ?? '');
}
