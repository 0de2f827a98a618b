import type { PublishedFeed } from './feed.ts';
import { readDate } from './read-date.ts';

/** How our own documents write what identifies an item; from other tools, and where a text quotes such lines, nothing follows. */
const RSS_ITEM =
  /<guid isPermaLink="(?:true|false)">([^<]{0,2000})<\/guid>\s{0,20}<pubDate>([^<]{0,50})<\/pubDate>/g;
const ATOM_ENTRY =
  /<id>([^<]{0,2000})<\/id>\s{0,20}<title type="text">[^<]{0,2000}<\/title>\s{0,20}<published>([^<]{0,50})<\/published>/g;
const OURS = '<generator>feedwright</generator>';

/**
 * Whether an XML document that we wrote has the items of a feed that was read already, with the same ids and dates in the same order,
 * and the address that it should have: then reading it whole, which takes much longer, tells nothing new.
 */
export function isSibling(text: string, read: PublishedFeed, url: string): boolean {
  const head = text.slice(0, 4000);
  const isRss = head.includes('<rss version="2.0"');
  const self = isRss ? `<atom:link href="${escapeText(url)}" rel="self"` : `href="${escapeText(url)}"/>`;
  if (!head.includes(OURS) || !head.includes(self)) return false;
  const found = [...text.matchAll(isRss ? RSS_ITEM : ATOM_ENTRY)];
  return (
    found.length === read.items.length &&
    found.every(([, id, date], index) => {
      const item = read.items[index];
      return item && id === escapeText(item.id) && readDate(date) === item.published;
    })
  );
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
