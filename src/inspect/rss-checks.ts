import type { Problem } from '../model.ts';
import { problem } from '../problems.ts';
import { attributeOf, childElements, textOf, type XmlElement } from '../published/xml-element.ts';
import { isRssCore, nameOf, writtenName } from './names.ts';
import type { ElementCheck, Inspection } from './rules.ts';
import { placeOf } from './walk.ts';

const named = (element: XmlElement) => nameOf(element, isRssCore);
const find = (parent: XmlElement, name: string) =>
  childElements(parent).find((child) => named(child) === name);
const textIn = (parent: XmlElement, name: string) => {
  const element = find(parent, name);
  return element && textOf(element).trim();
};

/** A guid that is a permalink must be an address (R6). */
export const inspectGuid: ElementCheck = (guid, inspection) => {
  const value = textOf(guid).trim();
  const isPermalink = (attributeOf(guid, 'isPermaLink') ?? 'true') === 'true';
  if (!isPermalink || (/^https?:\/\/[^/\s]/i.test(value) && !/\s/.test(value))) return [];
  return [problem('feed-permalink', placeOf(guid, inspection), { value })];
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
  const names = children.map(named);
  const place = placeOf(item, inspection);
  const has = (name: string) => names.includes(name);
  const isEmpty = !has('title') && !has('description');
  const enclosures = children.filter((child) => named(child) === 'enclosure');
  const doubles = DOUBLES.filter(([extension, own]) => has(extension) && has(own));
  return [
    ...(isEmpty ? [problem('feed-item-empty', place, {})] : []),
    ...(enclosures.length > 1
      ? [
          problem('feed-enclosure-several', placeOf(enclosures[1] ?? item, inspection), {
            count: enclosures.length,
          }),
        ]
      : []),
    ...doubles.map(([extension, own, hurt]) =>
      problem('feed-said-twice', placeOf(find(item, extension) ?? item, inspection), {
        extension,
        own,
        hurt,
      }),
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

/** What no table can say about a channel. */
export const inspectChannel: ElementCheck = (channel, inspection) => {
  const children = childElements(channel);
  const items = children.filter((child) => named(child) === 'item');
  const firstItem = children.findIndex((child) => named(child) === 'item');
  const late =
    firstItem < 0
      ? undefined
      : children.slice(firstItem).find((child) => isRssCore(child.uri) && child.local !== 'item');
  const prefixed = [channel, ...children, ...items.flatMap(childElements)].find(
    ({ uri, prefix }) => prefix !== '' && isRssCore(uri),
  );
  return [
    ...(late
      ? [problem('feed-element-late', placeOf(late, inspection), { element: late.local, isForbidden: false })]
      : []),
    ...(prefixed
      ? [problem('feed-prefix', placeOf(prefixed, inspection), { element: writtenName(prefixed) })]
      : []),
    ...differingImage(channel, inspection),
    ...wrongNamespaces([...children, ...items.flatMap(childElements)], inspection),
  ];
};

/** R46: without its last slash the namespace of Media RSS is another one. */
function wrongNamespaces(elements: readonly XmlElement[], inspection: Inspection): readonly Problem[] {
  const wrong = elements.find((element) => named(element).startsWith('media-wrong:'));
  return wrong
    ? [problem('feed-namespace', placeOf(wrong, inspection), { found: wrong.uri, expected: `${wrong.uri}/` })]
    : [];
}

/** R45: the picture has the title and the link of the feed. */
function differingImage(channel: XmlElement, inspection: Inspection): readonly Problem[] {
  const image = find(channel, 'image');
  return ['title', 'link'].flatMap((name) => {
    const own = image && find(image, name);
    const feed = textIn(channel, name);
    if (!own || feed === undefined || textOf(own).trim() === feed) return [];
    return [
      problem('feed-image-differs', placeOf(own, inspection), { name, value: textOf(own).trim(), feed }),
    ];
  });
}
