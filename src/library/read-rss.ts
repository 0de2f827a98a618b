import {
  atomElements,
  atomLink,
  atomText,
  elements,
  named,
  plain,
  text,
} from '../documents/feed-elements.ts';
import { absolute } from '../documents/published-feed.ts';
import { readDate } from '../documents/read-date.ts';
import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-tree.ts';
import type { Author, Item } from '../formats/feed.ts';
import type { FeedParts } from './feed-parts.ts';
import { createNames, listExtensions, type NameElement } from './other-elements.ts';
import { ITUNES, imageOf, readFiles, readImage } from './read-rss-files.ts';
import { asDate, dated, given } from './values.ts';

const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
const SOURCE = 'http://source.scripting.com/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Elements of other namespaces that an option of the feed or a field of an item says. */
const SAID_BY_FEED = new Set(
  'atom:link dc:language dc:rights itunes:author itunes:owner itunes:explicit itunes:image'.split(' '),
);
const SAID_BY_ITEM = new Set(
  'atom:link atom:updated content:encoded dc:creator dc:date dc:language dc:rights media:content media:thumbnail source:markdown'.split(
    ' ',
  ),
);
/** What a channel says beside its options, and an item in RSS alone. */
const KEPT = ['managingEditor', 'webMaster', 'cloud', 'rating', 'skipHours', 'skipDays'];

/** @returns undefined when the root is not that of RSS */
export function readRss(root: XmlElement, base: string, undated: Date | undefined): FeedParts | undefined {
  if (root.local !== 'rss' && root.local !== 'RDF') return undefined;
  const channel = childElements(root).find(({ local }) => local === 'channel');
  if (!channel) return undefined;
  const added: Record<string, string> = {};
  const name = createNames(added);
  const self = absolute(atomLink(channel, 'self'), base);
  const home = absolute(text(channel, 'link') ?? atomLink(channel, 'alternate'), self ?? base);
  const readTitle: ReadTitle = text(channel, 'generator') === 'feedwright' ? (title) => title : plain;
  const items = elements(root.local === 'RDF' ? root : channel, 'item');
  return {
    options: {
      title: plain(text(channel, 'title')) ?? '',
      ...readOptions(channel, home, self, base),
      namespaces: added,
    },
    categories: named(channel, 'category'),
    contributors: [],
    extensions: [...listPlain(channel), ...listExtensions(channel, name, SAID_BY_FEED)],
    items: items.map((item) => readItem(item, home ?? self ?? base, name, undated, readTitle)),
  };
}

function readOptions(channel: XmlElement, home: string | undefined, self: string | undefined, base: string) {
  const [image] = elements(channel, 'image');
  const author = text(channel, 'author', ITUNES);
  const category = childElements(channel).find(({ uri, local }) => uri === ITUNES && local === 'category');
  const hubs = atomElements(channel, 'link').filter((link) => attributeOf(link, 'rel') === 'hub');
  return given({
    link: home,
    feedLinks: self === undefined ? undefined : { rss: self },
    description: plain(text(channel, 'description')),
    language: text(channel, 'language') ?? text(channel, 'language', DUBLIN_CORE),
    copyright: plain(text(channel, 'copyright') ?? text(channel, 'rights', DUBLIN_CORE)),
    updated: asDate(readDate(text(channel, 'lastBuildDate') ?? text(channel, 'pubDate'))),
    generator: text(channel, 'generator') ?? (false as const),
    docs: text(channel, 'docs'),
    ttl: Number(text(channel, 'ttl')) || undefined,
    image: absolute((image && text(image, 'url')) ?? imageOf(channel), home ?? base),
    hubs: hubs.flatMap((hub) => absolute(attributeOf(hub, 'href'), base) ?? []),
    authors: author === undefined ? undefined : [{ name: author, ...ownerEmail(channel) }],
    podcast: isPodcast(channel) || undefined,
    category: category && attributeOf(category, 'text'),
    explicit: explicitOf(text(channel, 'explicit', ITUNES)),
  });
}

function isPodcast(channel: XmlElement): boolean {
  const parts = [...childElements(channel), ...elements(channel, 'item').flatMap(childElements)];
  return parts.some(({ uri }) => uri === ITUNES);
}

function ownerEmail(channel: XmlElement): { readonly email?: string } {
  const owner = childElements(channel).find(({ uri, local }) => uri === ITUNES && local === 'owner');
  return given({ email: owner && text(owner, 'email', ITUNES) });
}

function explicitOf(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : /^(?:true|yes|explicit)$/i.test(value);
}

/** Elements of RSS that no option says. */
function listPlain(channel: XmlElement) {
  const kept = text(channel, 'lastBuildDate') === undefined ? KEPT : [...KEPT, 'pubDate'];
  return kept.flatMap((local) =>
    elements(channel, local).map((element) => ({
      name: local,
      objects: plainObjects(element),
    })),
  );
}

function plainObjects(element: XmlElement): Record<string, unknown> {
  const children = childElements(element);
  const attributes = Object.fromEntries(element.attributes.map(({ local, value }) => [local, value]));
  const values = children.map((child) => textOf(child).trim());
  return given({
    _attributes: element.attributes.length > 0 ? attributes : undefined,
    _text: children.length === 0 ? textOf(element).trim() || undefined : undefined,
    ...(children[0] ? { [children[0].local]: values } : {}),
  }) as Record<string, unknown>;
}

/** Titles are plain text; most generators write HTML all the same. Our own are plain. */
type ReadTitle = (written: string | undefined) => string | undefined;

function readItem(
  item: XmlElement,
  base: string,
  name: NameElement,
  undated: Date | undefined,
  readTitle: ReadTitle,
): Item {
  const [guid] = elements(item, 'guid');
  const guidText = guid && textOf(guid).trim();
  const isUrl = guid && attributeOf(guid, 'isPermaLink')?.toLowerCase() !== 'false';
  const permalink = isUrl && /^https?:/i.test(guidText ?? '') ? guidText : undefined;
  const encoded = text(item, 'encoded', CONTENT);
  const description = text(item, 'description');
  const published = readDate(text(item, 'pubDate') ?? text(item, 'date', DUBLIN_CORE));
  const updated = readDate(atomText(item, 'updated')) ?? published;
  const comments = text(item, 'comments');
  return {
    title: readTitle(text(item, 'title')) ?? '',
    link: absolute(text(item, 'link') ?? atomLink(item, 'alternate') ?? permalink, base) ?? '',
    ...dated(asDate(updated) ?? undated),
    ...given({
      id: guidText || attributeOf(item, 'about', RDF),
      published: asDate(published),
      content: encoded ?? description,
      ...(encoded === undefined ? {} : readSummary(description)),
      author: readAuthors(item),
      category: elements(item, 'category').map((each) => {
        return { name: textOf(each).trim(), ...given({ domain: attributeOf(each, 'domain') }) };
      }),
      markdown: text(item, 'markdown', SOURCE),
      language: text(item, 'language', DUBLIN_CORE),
      copyright: text(item, 'rights', DUBLIN_CORE),
      image: readImage(item, base),
      attachments: readFiles(item, base),
    }),
    extensions: [
      ...(comments === undefined ? [] : [{ name: 'comments', objects: { _text: comments } }]),
      ...listExtensions(item, name, SAID_BY_ITEM),
    ],
  };
}

/** A description without markup is a plain summary that was written as HTML, as RSS has it. */
function readSummary(html: string | undefined) {
  if (html === undefined) return {};
  return /<[A-Za-z!/]/.test(html) ? { description: html } : { summary: plain(html) };
}

/** `dc:creator` names people; `<author>` is `mail (Name)`, or what was meant by it. */
function readAuthors(item: XmlElement): Author[] {
  const creators = named(item, 'creator', DUBLIN_CORE).map((name) => ({ name }));
  if (creators.length > 0) return creators;
  const written = [...named(item, 'author'), ...named(item, 'author', ITUNES)];
  return written.slice(0, 1).flatMap((author) => {
    const [, email, name] = /^(\S+@\S+?)(?:\s+\((.*)\))?$/.exec(author) ?? [];
    return author === '' ? [] : [email === undefined ? { name: author } : given({ email, name })];
  });
}
