import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { ATOM, isRssCore } from './names.ts';
import type { Inspection } from './rules.ts';
import { placeOf } from './walk.ts';

/** Ids as one format has them. */
export interface IdVocabulary {
  readonly items: readonly XmlElement[];
  readonly idOf: (item: XmlElement) => XmlElement | undefined;
  /** The element, when items without one are found fault with. */
  readonly expected?: string;
  /** Whether the specification allows one id twice. */
  readonly mayRepeat: boolean;
}

/** Ids that are missing or repeated (R1, R3). */
export function inspectIds(words: IdVocabulary, inspection: Inspection): readonly Problem[] {
  const lines = new Map<string, number>();
  return words.items.flatMap((item) => {
    const element = words.idOf(item);
    if (!element) {
      const { expected } = words;
      return expected ? [problem('feed-id-missing', placeOf(item, inspection), { element: expected })] : [];
    }
    const id = textOf(element).trim();
    const line = lines.get(id);
    if (id === '') return [];
    if (line === undefined) lines.set(id, element.line);
    if (line === undefined) return [];
    return [
      problem(words.mayRepeat ? 'feed-entry-repeated' : 'feed-id-repeated', placeOf(element, inspection), {
        id,
        line,
      }),
    ];
  });
}

/** The URL that a feed says it is served from: there, and the one it was read from (R7, R38). */
export function inspectSelfLink(feed: XmlElement, inspection: Inspection): readonly Problem[] {
  const self = childElements(feed).find(
    (child) => child.uri === ATOM && child.local === 'link' && attributeOf(child, 'rel') === 'self',
  );
  if (!self) return [problem('feed-self-missing', placeOf(feed, inspection), {})];
  const href = attributeOf(self, 'href')?.trim() ?? '';
  const { address } = inspection;
  if (address === undefined || !URL.canParse(href) || new URL(href).href === new URL(address).href) return [];
  return [problem('feed-self-differs', placeOf(self, inspection), { self: href, address })];
}

/** The ids of RSS: `guid`. */
export function rssIds(channel: XmlElement, version: string | undefined): IdVocabulary {
  const isOwn = (child: XmlElement, name: string) => child.local === name && isRssCore(child.uri);
  return {
    items: childElements(channel).filter((child) => isOwn(child, 'item')),
    idOf: (item) => childElements(item).find((child) => isOwn(child, 'guid')),
    mayRepeat: false,
    // Earlier versions know no guid.
    ...(version === '2.0' ? { expected: 'guid' } : {}),
  };
}

/** The ids of Atom; that every entry has one is in its table. */
export function atomIds(feed: XmlElement): IdVocabulary {
  const isOwn = (child: XmlElement, name: string) => child.local === name && child.uri === ATOM;
  return {
    items: childElements(feed).filter((child) => isOwn(child, 'entry')),
    idOf: (entry) => childElements(entry).find((child) => isOwn(child, 'id')),
    mayRepeat: true,
  };
}
