import { parseFragment } from 'parse5';
import { Feed, type FeedOptions, type Item } from '../../src/formats/feed.ts';
import { type Element, only, parseXml } from './xml-tree.ts';

export const options: FeedOptions = {
  id: 'https://example.org/',
  title: 'The Daily Example',
  link: 'https://example.org/',
  description: 'News',
  language: 'en',
  feedLinks: {
    rss: 'https://example.org/rss.xml',
    atom: 'https://example.org/atom.xml',
    json: 'https://example.org/feed.json',
  },
};

export const item: Item = {
  title: 'A title',
  link: 'https://example.org/a/',
  date: new Date('2024-02-03T04:05:06Z'),
  content: '<p>Content</p>',
};

/** A feed with the sample options and one sample item for each of the changes; without changes one item. */
export function feedOf(
  changes: Partial<Item> | readonly Partial<Item>[] = {},
  more: Partial<FeedOptions> = {},
) {
  const feed = new Feed({ ...options, ...more });
  const list = Array.isArray(changes) ? (changes as readonly Partial<Item>[]) : [changes as Partial<Item>];
  for (const change of list) feed.addItem({ ...item, ...change });
  return feed;
}

/** JSON Feed as it was written; in tests there is always a first item, unless the test says otherwise. */
export interface JsonFeed {
  readonly [name: string]: unknown;
  readonly authors?: readonly unknown[];
  readonly items: readonly [JsonItem, ...JsonItem[]];
}

interface JsonItem {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly language?: string;
  readonly authors: readonly { readonly name: string }[];
  readonly attachments: readonly { readonly url: string }[];
}

export interface Documents {
  readonly rss: Element;
  readonly channel: Element;
  readonly atom: Element;
  readonly feed: Element;
  readonly json: JsonFeed;
}

/** The three documents of a feed, read back. */
export function readBack(feed: Feed): Documents {
  const rss = parseXml(feed.rss2());
  const atom = parseXml(feed.atom1());
  return {
    rss,
    channel: only(rss, 'rss/channel'),
    atom,
    feed: only(atom, 'feed'),
    json: JSON.parse(feed.json1()),
  };
}

/** What a browser shows of an HTML text. */
export function shownText(html: string): string {
  type Node = { nodeName: string; value?: string; childNodes?: Node[] };
  const collect = (node: Node): string =>
    node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(collect).join('');
  return collect(parseFragment(html) as Node);
}
