import type { FeedFormat } from '../model/index.ts';
import { type Attributes, readXml } from './read-xml.ts';

/** What a feed document says about one item, as text. */
export interface ReadItem {
  id?: string;
  url?: string;
  title?: string;
  published?: string;
  updated?: string;
}

export interface ReadDocument {
  /** The address it says it is served from. */
  self?: string;
  /** The newest change it says it has; JSON Feed has no word for it. */
  updated?: string;
  readonly items: ReadItem[];
}

type Field = keyof ReadItem;

/** The paths of one XML format. */
interface Vocabulary {
  readonly root: string;
  readonly item: string;
  readonly feedLink: string;
  readonly feedUpdated: string;
  readonly fields: ReadonlyMap<string, Field>;
}

const rss: Vocabulary = {
  root: 'rss',
  item: 'rss/channel/item',
  feedLink: 'rss/channel/atom:link',
  feedUpdated: 'rss/channel/lastBuildDate',
  fields: new Map([
    ['rss/channel/item/guid', 'id'],
    ['rss/channel/item/link', 'url'],
    ['rss/channel/item/title', 'title'],
    ['rss/channel/item/pubDate', 'published'],
    ['rss/channel/item/atom:updated', 'updated'],
  ]),
};

const entry = 'atom:feed/atom:entry';
const atom: Vocabulary = {
  root: 'atom:feed',
  item: entry,
  feedLink: 'atom:feed/atom:link',
  feedUpdated: 'atom:feed/atom:updated',
  fields: new Map([
    [`${entry}/atom:id`, 'id'],
    [`${entry}/atom:title`, 'title'],
    [`${entry}/atom:published`, 'published'],
    [`${entry}/atom:updated`, 'updated'],
  ]),
};

/**
 * Reads a feed document with a strict parser that shares nothing with the code that wrote it.
 * @throws Error when it is not well-formed, is another format, or says something twice
 */
export function readDocument(text: string, format: FeedFormat): ReadDocument {
  if (format === 'json') return readJsonFeed(text);
  if (!text.startsWith('<?xml ')) throw new Error('it does not start with an XML declaration');
  return readXmlFeed(text, format === 'rss' ? rss : atom);
}

function readXmlFeed(text: string, words: Vocabulary): ReadDocument {
  const document: ReadDocument = { items: [] };
  let item: ReadItem = {};
  let root = '';
  readXml(text, {
    wants: (path) => words.fields.has(path) || path === words.feedUpdated,
    read(path, value, attributes) {
      root = path;
      const field = words.fields.get(path);
      if (field) setOnce(item, field, value);
      else if (path === words.feedUpdated) setOnce(document, 'updated', value);
      else if (path === words.feedLink && attributes.rel === 'self')
        setOnce(document, 'self', attributes.href);
      else if (path === `${entry}/atom:link`) readAlternate(item, attributes);
      if (path !== words.item) return;
      document.items.push(item);
      item = {};
    },
  });
  if (root !== words.root) throw new Error(`its root element is "${root}", not "${words.root}"`);
  return document;
}

function readAlternate(item: ReadItem, attributes: Attributes): void {
  if (attributes.rel === 'alternate') setOnce(item, 'url', attributes.href);
}

function setOnce<Target extends object>(target: Target, name: keyof Target & string, value: unknown): void {
  if (target[name] !== undefined) throw new Error(`it says "${name}" twice: ${JSON.stringify(value)}`);
  Object.assign(target, { [name]: value });
}

function readJsonFeed(text: string): ReadDocument {
  const feed: unknown = JSON.parse(text);
  if (!isRecord(feed) || feed.version !== 'https://jsonfeed.org/version/1.1')
    throw new Error('it is not JSON Feed 1.1');
  if (!Array.isArray(feed.items)) throw new Error('it has no list of items');
  const self = asText(feed.feed_url);
  return { ...(self === undefined ? {} : { self }), items: feed.items.map(readJsonItem) };
}

const jsonNames = {
  id: 'id',
  url: 'url',
  title: 'title',
  date_published: 'published',
  date_modified: 'updated',
} as const;

function readJsonItem(value: unknown): ReadItem {
  if (!isRecord(value)) throw new Error('an item is not an object');
  if (typeof value.content_html !== 'string' && typeof value.content_text !== 'string')
    throw new Error(`the item ${JSON.stringify(value.id)} has no content`);
  const item: ReadItem = {};
  for (const [name, field] of Object.entries(jsonNames)) {
    const text = asText(value[name]);
    if (text !== undefined) item[field] = text;
  }
  return item;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
