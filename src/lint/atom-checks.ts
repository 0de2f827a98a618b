import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { ATOM, XML } from './names.ts';
import type { ElementCheck, Inspection } from './rules.ts';
import { inspectContent, inspectXhtml, plainText } from './text-rules.ts';
import { mimeType } from './values.ts';
import { placeOf } from './walk.ts';

const own = (parent: XmlElement, local: string) =>
  childElements(parent).filter((child) => child.uri === ATOM && child.local === local);
const relOf = (link: XmlElement) => attributeOf(link, 'rel') ?? 'alternate';

/** The URL that a feed says it is served from must be absolute (R38). */
export const inspectSelf: ElementCheck = (link, inspection) => {
  const href = attributeOf(link, 'href');
  const isBased = attributeOf(link, 'base', XML) !== undefined;
  if (relOf(link) !== 'self' || href === undefined || isBased || /^[A-Za-z][A-Za-z\d+.-]*:/.test(href.trim()))
    return [];
  return [problem('feed-self-relative', placeOf(link, inspection), { self: href })];
};

/** RFC 4287 §4.1.1: an author on the feed or on every entry; links. */
export const inspectFeed: ElementCheck = (feed, inspection) => {
  const children = childElements(feed);
  const firstEntry = children.findIndex(({ local, uri }) => local === 'entry' && uri === ATOM);
  const late = firstEntry < 0 ? undefined : children.slice(firstEntry).find(isMetadata);
  // With a base a relative URL is a whole one.
  const isBased = attributeOf(feed, 'base', XML) !== undefined;
  const hasAuthor = own(feed, 'author').length > 0;
  const anonymous = hasAuthor ? [] : own(feed, 'entry').filter((entry) => !isSigned(entry));
  return [
    ...(late
      ? [problem('feed-element-late', placeOf(late, inspection), { element: late.local, isForbidden: true })]
      : []),
    ...anonymous.map((entry) =>
      problem('feed-element-missing', placeOf(entry, inspection), {
        element: 'author',
        parent: 'entry',
        hurt: 'Neither the entry nor the feed has one; strict readers reject the feed.',
      }),
    ),
    ...repeatedAlternates(feed, inspection),
    ...(own(feed, 'link').some((link) => relOf(link) === 'alternate')
      ? []
      : [problem('feed-home-missing', placeOf(feed, inspection), { element: 'link rel=alternate' })]),
    ...(isBased ? [] : own(feed, 'link')).flatMap((link) => inspectSelf(link, inspection)),
  ];
};

function isMetadata({ local, uri }: XmlElement): boolean {
  return uri === ATOM && local !== 'entry';
}

function isSigned(entry: XmlElement): boolean {
  const source = own(entry, 'source')[0];
  return own(entry, 'author').length > 0 || (source !== undefined && own(source, 'author').length > 0);
}

/** RFC 4287 §4.1.1: at most one alternate of each type and language. */
function repeatedAlternates(parent: XmlElement, inspection: Inspection): readonly Problem[] {
  const seen = new Set<string>();
  return own(parent, 'link').flatMap((link) => {
    if (relOf(link) !== 'alternate') return [];
    const kind = `${attributeOf(link, 'type') ?? ''} ${attributeOf(link, 'hreflang') ?? ''}`;
    const isRepeated = seen.has(kind);
    seen.add(kind);
    return isRepeated ? [problem('feed-alternate-repeated', placeOf(link, inspection), {})] : [];
  });
}

/** Where an entry comes from has links like a feed. */
export const inspectSource: ElementCheck = (source, inspection) => repeatedAlternates(source, inspection);

/** RFC 4287 §4.1.2: something to read or to follow. */
export const inspectEntry: ElementCheck = (entry, inspection) => {
  const content = own(entry, 'content')[0];
  const hasSummary = own(entry, 'summary').length > 0;
  const hasAlternate = own(entry, 'link').some((link) => relOf(link) === 'alternate');
  const place = placeOf(entry, inspection);
  return [
    ...(content || hasAlternate ? [] : [problem('feed-alternate-missing', place, {})]),
    ...(content && !hasSummary && needsSummary(content) ? [problem('feed-summary-missing', place, {})] : []),
    ...repeatedAlternates(entry, inspection),
  ];
};

/** RFC 4287 §4.1.2: content elsewhere, or as base64. */
function needsSummary(content: XmlElement): boolean {
  if (attributeOf(content, 'src') !== undefined) return true;
  const type = attributeOf(content, 'type') ?? 'text';
  return type.includes('/') && !/^text\/|[+/]xml$/i.test(type);
}

/** RFC 4287 §4.1.3. */
export const inspectAtomContent: ElementCheck = (content, inspection) => {
  const type = attributeOf(content, 'type') ?? 'text';
  const isElsewhere = attributeOf(content, 'src') !== undefined;
  const place = placeOf(content, inspection);
  const inside = childElements(content)[0];
  if (isElsewhere && content.children.length > 0) return [problem('feed-content-twice', place, {})];
  if (isElsewhere) return inspectType(attributeOf(content, 'type'), content, inspection);
  if (type === 'xhtml') return inspectXhtml(content, inspection);
  if (type === 'html' || type === 'text') {
    if (inside) return [problem('feed-text-elements', placeOf(inside, inspection), { element: 'content' })];
    if (type === 'html') return inspectContent(content, textOf(content), inspection);
    return attributeOf(content, 'type') === undefined ? plainText(content, inspection) : [];
  }
  if (inside && !/[+/]xml$/i.test(type))
    return [problem('feed-text-elements', placeOf(inside, inspection), { element: 'content' })];
  return inspectType(type, content, inspection);
};

/** What is neither text nor HTML has a media type, and none that has parts. */
function inspectType(type: string | undefined, content: XmlElement, inspection: Inspection) {
  if (type === undefined) return [];
  const place = placeOf(content, inspection);
  const wrong = mimeType(/^(?:multipart|message)\//i.test(type) ? '' : type, 'type" of "content', inspection);
  return wrong ? [wrong(place)] : [];
}
