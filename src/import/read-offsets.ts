import { atomElements, atomText, elements, text } from '../documents/feed-elements.ts';
import { parseDocument } from '../documents/parse-document.ts';
import { asText } from '../documents/read-json-feed.ts';
import { childElements, type XmlElement } from '../documents/xml-tree.ts';
import { isMapping } from '../text/data.ts';
import type { FeedDocument } from './post.ts';

const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** The dates of an item as the feed writes them. */
export interface WrittenDates {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
}

/** The dates of all items as they are written, with their zones, in the order of the document. */
export function readWrittenDates({ bytes, source }: FeedDocument): readonly WrittenDates[] {
  const parsed = parseDocument(bytes, { source });
  if ('problem' in parsed) return [];
  if ('root' in parsed) return parsed.root.local === 'feed' ? readAtom(parsed.root) : readRss(parsed.root);
  const items = isMapping(parsed.json) && Array.isArray(parsed.json.items) ? parsed.json.items : [];
  return items.filter(isMapping).map((item) => ({
    published: asText(item.date_published),
    updated: asText(item.date_modified),
  }));
}

function readAtom(feed: XmlElement): readonly WrittenDates[] {
  return atomElements(feed, 'entry').map((entry) => ({
    published: atomText(entry, 'published') ?? atomText(entry, 'issued'),
    updated: atomText(entry, 'updated') ?? atomText(entry, 'modified'),
  }));
}

function readRss(root: XmlElement): readonly WrittenDates[] {
  const channel = childElements(root).find(({ local }) => local === 'channel');
  const parent = root.local === 'RDF' ? root : channel;
  return (parent ? elements(parent, 'item') : []).map((item) => ({
    published: text(item, 'pubDate') ?? text(item, 'date', DUBLIN_CORE),
    updated: atomText(item, 'updated'),
  }));
}
