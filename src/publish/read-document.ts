import type { FeedFormat } from '../model/index.ts';
import type { ReadFrame, ReadItem } from './read-facts.ts';
import { readJsonFrame, readJsonItem } from './read-json.ts';
import { type Attributes, createXmlReader } from './read-xml.ts';

/** URIs of the prefixes that items may use. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  podcast: 'https://podcastindex.org/namespace/1.0',
  source: 'http://source.scripting.com/',
};

/** One XML format: what is around its items, and the paths of what is read. */
interface Vocabulary {
  readonly root: string;
  /** What names without a prefix are in. */
  readonly namespace: string;
  /** The element around the items. */
  readonly parent: string;
  readonly item: string;
  /** The beginning of a document, with the namespaces that items may use. */
  readonly start: string;
  readonly open: RegExp;
  readonly close: string;
  readonly selfLink: string;
  readonly frame: ReadonlyMap<string, keyof ReadFrame>;
  readonly fields: ReadonlyMap<string, keyof ReadItem>;
}

const DECLARED = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

const rss: Vocabulary = {
  root: 'rss',
  namespace: '',
  parent: 'rss/channel',
  item: 'rss/channel/item',
  start: `<rss${DECLARED}><channel>\n`,
  open: /^ {4}<item>\n/,
  close: '\n    </item>\n',
  selfLink: 'rss/channel/atom:link',
  frame: new Map([
    ['rss/channel/title', 'title'],
    ['rss/channel/lastBuildDate', 'updated'],
  ]),
  fields: new Map([
    ['rss/channel/item/guid', 'id'],
    ['rss/channel/item/link', 'url'],
    ['rss/channel/item/title', 'title'],
    ['rss/channel/item/pubDate', 'published'],
    ['rss/channel/item/atom:updated', 'updated'],
    ['rss/channel/item/description', 'summary'],
    ['rss/channel/item/content:encoded', 'content'],
    ['rss/channel/item/source:markdown', 'markdown'],
  ]),
};

const entry = 'atom:feed/atom:entry';

const atom: Vocabulary = {
  root: 'atom:feed',
  namespace: NAMESPACES.atom ?? '',
  parent: 'atom:feed',
  item: entry,
  start: `<feed xmlns="${NAMESPACES.atom}"${DECLARED}>\n`,
  open: /^ {2}<entry(?: xml:lang="[^"]*")?>\n/,
  close: '\n  </entry>\n',
  selfLink: 'atom:feed/atom:link',
  frame: new Map([
    ['atom:feed/atom:title', 'title'],
    ['atom:feed/atom:updated', 'updated'],
  ]),
  fields: new Map([
    [`${entry}/atom:id`, 'id'],
    [`${entry}/atom:title`, 'title'],
    [`${entry}/atom:published`, 'published'],
    [`${entry}/atom:updated`, 'updated'],
    [`${entry}/atom:summary`, 'summary'],
    [`${entry}/atom:content`, 'content'],
  ]),
};

const VOCABULARIES = { rss, atom };

/** Reads items that stand one after the other, and proves that each is complete in itself. */
export interface ItemReader {
  /** @throws Error when the text is not exactly one item, or says something twice */
  readonly read: (text: string) => ReadItem;
  /** @throws Error when the last item left something open */
  readonly end: () => void;
}

/**
 * Reads items with a strict parser that shares nothing with the code that wrote them: in the place where documents have them, so
 * that each stands for itself between any others.
 */
export function createItemReader(format: FeedFormat): ItemReader {
  if (format === 'json') return { read: readJsonItem, end: () => undefined };
  const words = VOCABULARIES[format];
  let item: ReadItem = {};
  let count = 0;
  const reader = createXmlReader({
    wants: (path) => words.fields.has(path),
    read(path, value, attributes) {
      const field = words.fields.get(path);
      if (field) setOnce(item, field, value);
      else if (path === `${entry}/atom:link`) readAlternate(item, attributes);
      else if (path === words.item) count++;
    },
  });
  reader.write(words.start);
  const read = (text: string): ReadItem => {
    item = {};
    count = 0;
    reader.writeWithSections(text);
    const isWhole = words.open.test(text) && text.endsWith(words.close);
    if (!isWhole || count !== 1 || reader.path() !== words.parent) throw new Error('it is not one item');
    item.prefixes = reader.takePrefixes();
    return item;
  };
  return { read, end: () => reader.close(format === 'rss' ? '</channel></rss>' : '</feed>') };
}

/**
 * Reads what is around the items of a document, and proves that they can be between head and end.
 * @throws Error when it is not well-formed, is another format, or says something twice
 */
export function readFrame(head: string, end: string, format: FeedFormat): ReadFrame {
  if (format === 'json') return readJsonFrame(head, end);
  const words = VOCABULARIES[format];
  if (!head.startsWith('<?xml ')) throw new Error('it does not start with an XML declaration');
  const frame: ReadFrame = {};
  const reader = createXmlReader({
    wants: (path) => words.frame.has(path),
    read(path, value, attributes) {
      const field = words.frame.get(path);
      if (field) setOnce(frame, field, value);
      else if (path === words.selfLink && attributes.rel === 'self') setOnce(frame, 'self', attributes.href);
      else if (path === words.item) throw new Error('it has items of its own');
    },
  });
  reader.write(head);
  const root = reader.root();
  if (root.path !== words.root) throw new Error(`its root element is "${root.path}", not "${words.root}"`);
  if ((root.namespaces[''] ?? '') !== words.namespace) throw new Error('its default namespace is another');
  if (reader.path() !== words.parent || !head.endsWith('>\n')) throw new Error('items have no place in it');
  reader.close(end);
  frame.namespaces = root.namespaces;
  return frame;
}

function readAlternate(item: ReadItem, attributes: Attributes): void {
  if (attributes.rel === 'alternate') setOnce(item, 'url', attributes.href);
}

function setOnce<Target extends object>(target: Target, name: keyof Target & string, value: unknown): void {
  if (target[name] !== undefined) throw new Error(`it says "${name}" twice: ${JSON.stringify(value)}`);
  Object.assign(target, { [name]: value });
}
