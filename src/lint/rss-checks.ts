import { childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isRssCore, nameOf, writtenName } from './names.ts';
import { inspectPodcast } from './podcast-checks.ts';
import type { ElementCheck, Inspection } from './rules.ts';
import { placeOf } from './walk.ts';

const named = (element: XmlElement) => nameOf(element, isRssCore);
const find = (parent: XmlElement, name: string) =>
  childElements(parent).find((child) => named(child) === name);
const textIn = (parent: XmlElement, name: string) => {
  const element = find(parent, name);
  return element && textOf(element).trim();
};

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
    ...inspectPodcast(channel, inspection),
    ...wrongNamespaces([...children, ...items.flatMap(childElements)], inspection),
  ];
};

const RIGHT_NAMESPACES = [
  ['itunes', 'http://www.itunes.com/dtds/podcast-1.0.dtd'],
  ['mrss', 'http://search.yahoo.com/mrss/'],
  ['podcastindex', 'https://podcastindex.org/namespace/1.0'],
] as const;

/** R46: namespaces that are nearly right are others. */
function wrongNamespaces(elements: readonly XmlElement[], inspection: Inspection): readonly Problem[] {
  const wrong = elements.find((element) => /^(?:itunes|media|podcast)-wrong:/.test(named(element)));
  if (!wrong) return [];
  const expected = RIGHT_NAMESPACES.find(([part]) => wrong.uri.toLowerCase().includes(part))?.[1] ?? '';
  return [problem('feed-namespace', placeOf(wrong, inspection), { found: wrong.uri, expected })];
}

/** R45: the image has the title and the link of the feed. */
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
