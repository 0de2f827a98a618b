import { decodeDocument } from '../documents/decode.ts';
import type { PublishedDocument, PublishedFormat } from '../documents/published-feed.ts';
import { htmlToLine } from '../text/html-text.ts';
import type { KnownArticle } from './known-article.ts';

type Family = 'guid' | 'atom' | 'json';

/** How an id is written in each format; to look for these takes a hundredth of the time of reading all documents. */
const IDS: Readonly<Record<Family, RegExp>> = {
  guid: /<guid\b[^>]{0,200}>([^<]{1,2000})<\/guid>/g,
  atom: /<id>([^<]{1,2000})<\/id>/g,
  json: /"id": ?("(?:[^"\\]|\\.){1,2000}")/g,
};
const FAMILIES: Readonly<Record<PublishedFormat, Family>> = {
  rss: 'guid',
  rdf: 'guid',
  atom: 'atom',
  json: 'json',
};

/** Whether subscribers have an id in a format, in whatever document; the documents are looked through when someone asks first. */
export function knowPublishedIds(
  documents: readonly PublishedDocument[],
): (format: PublishedFormat) => (id: string) => boolean {
  let known: Readonly<Record<Family, ReadonlySet<string>>> | undefined;
  return (format) => (id) => {
    known ??= readIds(documents);
    return known[FAMILIES[format]].has(id);
  };
}

/** Whether an article is published only in formats other than this under the id that it has there now. */
export function keptBeside(
  format: PublishedFormat,
  isPublishedIn: ReturnType<typeof knowPublishedIds>,
): (article: KnownArticle) => boolean {
  const others = (['rss', 'atom', 'json'] as const).filter((each) => FAMILIES[each] !== FAMILIES[format]);
  return ({ id, plainId = id, atomId = id }) =>
    !isPublishedIn(format)(id) &&
    others.some((each) => isPublishedIn(each)(each === 'atom' ? atomId : plainId));
}

function readIds(documents: readonly PublishedDocument[]): Record<Family, ReadonlySet<string>> {
  const found = { guid: new Set<string>(), atom: new Set<string>(), json: new Set<string>() };
  for (const { bytes, charset } of documents) {
    const text = decodeDocument(bytes, charset);
    const isJson = /^\s*[{[]/.test(text);
    for (const family of isJson ? (['json'] as const) : (['guid', 'atom'] as const))
      for (const [, id = ''] of text.matchAll(IDS[family])) found[family].add(readId(id, isJson));
  }
  return found;
}

function readId(text: string, isJson: boolean): string {
  if (!isJson) return htmlToLine(text);
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
