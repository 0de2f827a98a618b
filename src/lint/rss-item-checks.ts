import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { type ProblemCode, type ProblemDetails, problem } from '../problems/problem.ts';
import { isRssCore, nameOf, writtenName } from './names.ts';
import type { ElementCheck, Inspection } from './rules.ts';
import { placeOf } from './walk.ts';

const named = (element: XmlElement) => nameOf(element, isRssCore);

/** R6: a guid that is a permalink must be a URL; newsboat keys ids over all feeds (R4). */
export const inspectGuid: ElementCheck = (guid, inspection) => {
  const value = textOf(guid).trim();
  const place = placeOf(guid, inspection);
  const isPermalink = (attributeOf(guid, 'isPermaLink') ?? 'true') === 'true';
  if (isPermalink && (!/^https?:\/\/[^/\s]/i.test(value) || /\s/.test(value)))
    return [problem('feed-permalink', place, { value })];
  return /^\d{1,9}$/.test(value) ? [problem('feed-id-short', place, { id: value })] : [];
};

/** Elements that say the same twice, and what happens (R5, R10, R34). */
const DOUBLES: readonly (readonly [extension: string, own: string, hurt: string])[] = [
  ['dc:date', 'pubDate', 'Miniflux takes dc:date, others pubDate.'],
  ['atom:published', 'pubDate', 'Readers differ in which they take.'],
  ['atom:id', 'guid', 'Readers built on SimplePie, such as FreshRSS, take atom:id for the id, others guid.'],
  [
    'dc:identifier',
    'guid',
    'Readers built on SimplePie, such as FreshRSS, take dc:identifier for the id, others guid.',
  ],
  ['dc:creator', 'author', 'Readers show one of them, or both.'],
];

/** What no table can say about an item. */
export const inspectItem: ElementCheck = (item, inspection) => {
  const children = childElements(item);
  const find = (name: string) => children.find((child) => named(child) === name);
  const [first, second] = children.filter((child) => named(child) === 'enclosure');
  const findAt = <Code extends ProblemCode>(
    element: XmlElement | false | undefined,
    code: Code,
    details: ProblemDetails<Code>,
  ) => (element ? [problem(code, placeOf(element, inspection), details)] : []);
  const isDated = ['pubDate', 'dc:date', 'atom:published'].some(find);
  return [
    ...findAt(!find('title') && !find('description') && item, 'feed-item-empty', {}),
    ...findAt(!isDated && item, 'feed-date-missing', {}),
    ...findAt(second, 'feed-enclosure-several', {}),
    ...findAt(!first && find('itunes:summary'), 'feed-itunes-summary', {}),
    ...findAt(!find('description') && find('content:encoded'), 'feed-description-missing', {}),
    ...DOUBLES.flatMap(([extension, own, hurt]) =>
      findAt(find(own) && find(extension), 'feed-said-twice', { extension, own, hurt }),
    ),
    ...lateDescription(children, inspection),
    ...children.filter(isShadow).map((child) => shadow(child, inspection)),
  ];
};

/** R30: readers that take the last of the two show the summary instead of the text. */
function lateDescription(children: readonly XmlElement[], inspection: Inspection): readonly Problem[] {
  const content = children.findIndex((child) => named(child) === 'content:encoded');
  const description = children.findIndex((child) => named(child) === 'description');
  const late = content >= 0 && description > content ? children[description] : undefined;
  return late ? [problem('feed-description-late', placeOf(late, inspection), {})] : [];
}

/** R28: Liferea goes by the name without the namespace. */
function isShadow(element: XmlElement): boolean {
  return /^\?(?:link|title|guid|description|source)$/.test(named(element));
}

function shadow(element: XmlElement, inspection: Inspection): Problem {
  return problem('feed-shadow', placeOf(element, inspection), { element: writtenName(element) });
}
