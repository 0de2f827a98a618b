import {
  atomConstruct,
  atomElements,
  atomLink,
  atomText,
  baseOf,
  plain,
  text,
} from '../documents/feed-elements.ts';
import { absolute } from '../documents/published-feed.ts';
import { readDate } from '../documents/read-date.ts';
import { attributeOf, childElements, type XmlElement } from '../documents/xml-tree.ts';
import type { Author, Category, Enclosure, Item } from '../formats/feed.ts';
import type { FeedParts } from './feed-parts.ts';
import { createNames, listExtensions, type NameElement } from './other-elements.ts';
import { asDate, dated, given } from './values.ts';

const MEDIA = 'http://search.yahoo.com/mrss/';
const XML = 'http://www.w3.org/XML/1998/namespace';
const SAID = new Set(['media:content', 'media:thumbnail']);

/** Reads Atom 0.3 and 1.0. */
export function readAtom(feed: XmlElement, documentBase: string, undated: Date | undefined): FeedParts {
  const added: Record<string, string> = {};
  const name = createNames(added);
  const base = baseOf(feed, documentBase);
  const self = absolute(atomLink(feed, 'self'), base);
  const home = absolute(atomLink(feed, 'alternate'), self ?? base);
  const start = home ?? self ?? base;
  const entries = atomElements(feed, 'entry');
  return {
    options: {
      title: plain(atomConstruct(feed, 'title')) ?? '',
      ...given({
        id: atomText(feed, 'id'),
        link: home,
        feedLinks: self === undefined ? undefined : { atom: self },
        description: plain(atomConstruct(feed, 'subtitle') ?? atomConstruct(feed, 'tagline')),
        language: attributeOf(feed, 'lang', XML),
        copyright: plain(atomConstruct(feed, 'rights') ?? atomConstruct(feed, 'copyright')),
        updated: asDate(readDate(atomText(feed, 'updated') ?? atomText(feed, 'modified'))),
        generator: atomText(feed, 'generator') ?? (false as const),
        image: absolute(atomText(feed, 'logo'), start),
        favicon: absolute(atomText(feed, 'icon'), start),
        hubs: linksOf(feed, 'hub', base),
        authors: people(feed, 'author', base),
        namespaces: added,
      }),
    },
    categories: readTags(feed).flatMap(({ name }) => name ?? []),
    contributors: people(feed, 'contributor', base),
    extensions: [...listExtensions(feed, name, SAID)],
    items: entries.map((entry) => readEntry(entry, start, name, undated)),
  };
}

function readEntry(entry: XmlElement, feedBase: string, name: NameElement, undated: Date | undefined): Item {
  const base = baseOf(entry, feedBase);
  const published = readDate(atomText(entry, 'published') ?? atomText(entry, 'issued'));
  const updated = readDate(atomText(entry, 'updated') ?? atomText(entry, 'modified')) ?? published;
  const content = atomConstruct(entry, 'content');
  return {
    title: plain(atomConstruct(entry, 'title')) ?? '',
    link: absolute(atomLink(entry, 'alternate'), base) ?? '',
    ...dated(asDate(updated) ?? undated),
    ...given({
      id: atomText(entry, 'id'),
      atomId: atomText(entry, 'id'),
      published: asDate(published ?? updated),
      ...readTexts(entry, content),
      author: people(entry, 'author', base),
      contributor: people(entry, 'contributor', base),
      category: readTags(entry),
      language: attributeOf(entry, 'lang', XML),
      copyright: plain(atomConstruct(entry, 'rights')),
      image: readImage(entry, base),
      attachments: readFiles(entry, base),
      externalUrl: linksOf(entry, 'related', base)[0],
    }),
    extensions: [...listExtensions(entry, name, SAID)],
  };
}

/** A summary without content is all that there is to read. */
function readTexts(entry: XmlElement, content: string | undefined) {
  const [element] = atomElements(entry, 'summary');
  const summary = atomConstruct(entry, 'summary');
  if (content === undefined) return { content: summary };
  const isText = element !== undefined && (attributeOf(element, 'type') ?? 'text') === 'text';
  return { content, ...(isText ? { summary: plain(summary) } : { description: summary }) };
}

function people(parent: XmlElement, local: string, base: string): Author[] {
  return atomElements(parent, local).map((person) =>
    given({
      name: atomText(person, 'name'),
      email: atomText(person, 'email'),
      link: absolute(atomText(person, 'uri') ?? atomText(person, 'url'), base),
    }),
  );
}

function readTags(parent: XmlElement): Category[] {
  return atomElements(parent, 'category').flatMap((each) => {
    const term = attributeOf(each, 'term');
    const name = attributeOf(each, 'label') ?? term;
    return name === undefined ? [] : [given({ name, term, scheme: attributeOf(each, 'scheme') })];
  });
}

function linksOf(parent: XmlElement, relation: string, base: string): string[] {
  return atomElements(parent, 'link')
    .filter((link) => attributeOf(link, 'rel')?.toLowerCase() === relation)
    .flatMap((link) => absolute(attributeOf(link, 'href'), base) ?? []);
}

function readFiles(entry: XmlElement, base: string): Enclosure[] {
  const links = atomElements(entry, 'link').filter((link) => attributeOf(link, 'rel') === 'enclosure');
  return links.flatMap((link) => {
    const url = absolute(attributeOf(link, 'href'), base);
    const length = Number(attributeOf(link, 'length')) || undefined;
    return url === undefined
      ? []
      : [{ url, ...given({ type: attributeOf(link, 'type'), length, title: attributeOf(link, 'title') }) }];
  });
}

function readImage(entry: XmlElement, base: string): Enclosure | undefined {
  const media = childElements(entry).filter(({ uri }) => uri === MEDIA);
  const found =
    media.find(({ local }) => local === 'content') ?? media.find(({ local }) => local === 'thumbnail');
  const url = absolute(found && attributeOf(found, 'url'), base);
  if (found === undefined || url === undefined) return undefined;
  return {
    url,
    ...given({
      type: attributeOf(found, 'type'),
      width: Number(attributeOf(found, 'width')) || undefined,
      height: Number(attributeOf(found, 'height')) || undefined,
      alt: text(found, 'description', MEDIA),
    }),
  };
}
