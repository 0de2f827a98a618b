import {
  atomConstruct,
  atomElements,
  atomLink,
  atomText,
  baseOf,
  elements,
  named,
  plain,
  text,
} from './feed-elements.ts';
import { absolute, makeItem, type PublishedFeed, type PublishedItem, present } from './published-feed.ts';
import { readDate } from './read-date.ts';
import { attributeOf, childElements, textOf, type XmlElement } from './xml-tree.ts';

const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
const TERMS = 'http://purl.org/dc/terms/';
const MEDIA = 'http://search.yahoo.com/mrss/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/**
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0.
 * @param base URL that relative ones are resolved against when the feed does not say better
 * @returns undefined when the root is not that of a feed
 */
export function readXmlFeed(root: XmlElement, source: string, base: string): PublishedFeed | undefined {
  if (root.local === 'feed') return readAtom(root, source, base);
  if (root.local === 'rss') {
    const channel = childElements(root).find(({ local }) => local === 'channel');
    return channel && readRss(channel, elements(channel, 'item'), 'rss', source, base);
  }
  if (root.local !== 'RDF') return undefined;
  const channel = childElements(root).find(({ local }) => local === 'channel');
  return channel && readRss(channel, elements(root, 'item'), 'rdf', source, base);
}

function readRss(
  channel: XmlElement,
  items: readonly XmlElement[],
  format: 'rss' | 'rdf',
  source: string,
  base: string,
): PublishedFeed {
  const self = absolute(atomLink(channel, 'self'), base);
  const home = absolute(text(channel, 'link') ?? atomLink(channel, 'alternate'), self ?? base);
  return {
    source,
    format,
    ...present({
      self,
      home,
      title: plain(text(channel, 'title')),
      generator: text(channel, 'generator'),
      updated: readDate(
        text(channel, 'lastBuildDate') ?? text(channel, 'pubDate') ?? text(channel, 'date', DUBLIN_CORE),
      ),
    }),
    items: items.map((item) => readRssItem(item, home ?? self ?? base)),
  };
}

function readRssItem(item: XmlElement, base: string): PublishedItem {
  const guid = elements(item, 'guid')[0];
  const guidText = guid && textOf(guid).trim();
  const isUrl = guid && attributeOf(guid, 'isPermaLink')?.toLowerCase() !== 'false';
  const permalink = isUrl && /^https?:/i.test(guidText ?? '') ? guidText : undefined;
  const encoded = text(item, 'encoded', CONTENT);
  const description = text(item, 'description');
  return makeItem({
    id: guidText || attributeOf(item, 'about', RDF),
    url: absolute(text(item, 'link') ?? atomLink(item, 'alternate') ?? permalink, base),
    title: plain(text(item, 'title')),
    published: readDate(text(item, 'pubDate') ?? text(item, 'date', DUBLIN_CORE)),
    updated: readDate(atomText(item, 'updated') ?? text(item, 'modified', TERMS)),
    content: encoded ?? description,
    summary: encoded === undefined ? undefined : description,
    images: listImages(item),
    authors: join([...named(item, 'creator', DUBLIN_CORE), ...named(item, 'author')]),
    tags: join(named(item, 'category')),
    line: item.line,
  });
}

function readAtom(feed: XmlElement, source: string, documentBase: string): PublishedFeed {
  const base = baseOf(feed, documentBase);
  const self = absolute(atomLink(feed, 'self'), base);
  const home = absolute(atomLink(feed, 'alternate'), self ?? base);
  const entries = atomElements(feed, 'entry');
  return {
    source,
    format: 'atom',
    ...present({
      self,
      home,
      title: plain(atomConstruct(feed, 'title')),
      generator: atomText(feed, 'generator'),
      updated: readDate(atomText(feed, 'updated') ?? atomText(feed, 'modified')),
    }),
    items: entries.map((entry) => readEntry(entry, baseOf(feed, home ?? self ?? base))),
  };
}

function readEntry(entry: XmlElement, feedBase: string): PublishedItem {
  const base = baseOf(entry, feedBase);
  const updated = readDate(atomText(entry, 'updated') ?? atomText(entry, 'modified'));
  const content = atomConstruct(entry, 'content');
  const summary = atomConstruct(entry, 'summary');
  return makeItem({
    id: atomText(entry, 'id'),
    url: absolute(atomLink(entry, 'alternate'), base),
    title: plain(atomConstruct(entry, 'title')),
    published: readDate(
      atomText(entry, 'published') ?? atomText(entry, 'issued') ?? atomText(entry, 'created'),
    ),
    updated,
    content: content ?? summary,
    summary: content === undefined ? undefined : summary,
    images: listImages(entry),
    authors: join(atomElements(entry, 'author').map((author) => atomText(author, 'name') ?? '')),
    tags: join(
      atomElements(entry, 'category').map(
        (each) => attributeOf(each, 'label') ?? attributeOf(each, 'term') ?? '',
      ),
    ),
    line: entry.line,
  });
}

/** What Media RSS names beside the text. */
function listImages(item: XmlElement): readonly string[] {
  return childElements(item)
    .filter(({ uri, local }) => uri === MEDIA && (local === 'content' || local === 'thumbnail'))
    .flatMap((each) => attributeOf(each, 'url') ?? []);
}

function join(names: readonly string[]): string {
  return names.filter((name) => name !== '').join(', ');
}
