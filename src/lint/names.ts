import type { XmlElement } from '../documents/xml-element.ts';

export const ATOM = 'http://www.w3.org/2005/Atom';
export const ATOM_03 = 'http://purl.org/atom/ns#';
export const RSS_1 = 'http://purl.org/rss/1.0/';
/** Few readers ever knew it. */
export const RSS_1_1 = 'http://purl.org/net/rss1.1#';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XHTML = 'http://www.w3.org/1999/xhtml';

/** How rules name the elements of a namespace, whatever prefix a document gives it. */
const PREFIXES: Readonly<Record<string, string>> = {
  [ATOM]: 'atom:',
  [RDF]: 'rdf:',
  [RSS_1]: 'rss:',
  [XHTML]: 'xhtml:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy:',
  'http://purl.org/rss/1.0/modules/slash/': 'slash:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes:',
  'https://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes-wrong:',
  'http://www.itunes.com/DTDs/Podcast-1.0.dtd': 'itunes-wrong:',
  'http://www.itunes.com/dtds/podcast-1.0.dtd/': 'itunes-wrong:',
  'http://itunes.com/dtds/podcast-1.0.dtd': 'itunes-wrong:',
  'http://search.yahoo.com/mrss/': 'media:',
  'http://search.yahoo.com/mrss': 'media-wrong:',
  'http://podcastindex.org/namespace/1.0': 'podcast-wrong:',
  'https://podcastindex.org/namespace/1.0': 'podcast:',
  'http://www.google.com/schemas/play-podcasts/1.0': 'googleplay:',
  'http://purl.org/syndication/thread/1.0': 'thr:',
  'http://purl.org/syndication/history/1.0': 'fh:',
  'http://wellformedweb.org/CommentAPI/': 'wfw:',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner:',
  'http://source.scripting.com/': 'source:',
  'http://www.georss.org/georss': 'georss:',
};

/** Namespaces of the elements of RSS itself; RSS 2.0 has none. */
const RSS_CORE =
  /^http:\/\/(?:purl\.org\/rss\/1\.0\/$|purl\.org\/net\/rss1\.1#$|my\.netscape\.com\/|backend\.userland\.com\/|(?:blogs|cyber)\.law\.harvard\.edu\/)/;

/** Whether elements of this namespace are those of RSS itself. */
export function isRssCore(uri: string): boolean {
  return uri === '' || RSS_CORE.test(uri);
}

/**
 * The name that rules have for an element: `title` for one of the format itself, `dc:creator` for one of a known
 * namespace, `?title` for one of another.
 */
export function nameOf({ uri, local }: XmlElement, isCore: (uri: string) => boolean): string {
  if (isCore(uri)) return local;
  return `${PREFIXES[uri] ?? '?'}${local}`;
}

/** The name as the document writes it. */
export function writtenName({ prefix, local }: XmlElement): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}
