import { attributeOf, childElements, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isRssCore, nameOf } from './names.ts';
import type { Inspection } from './rules.ts';
import { placeOf } from './walk.ts';

/** What Apple requires of the channel of a podcast (R51), besides what RSS does. */
const REQUIRED = ['itunes:image', 'itunes:category', 'itunes:explicit', 'language'];

/** What players make of a channel with episodes. */
export function inspectPodcast(channel: XmlElement, inspection: Inspection): readonly Problem[] {
  const names = namesIn(channel);
  const missing = isPodcast(channel, names) ? REQUIRED.filter((name) => !names.has(name)) : [];
  return [
    ...missing.map((element) => problem('feed-podcast-missing', placeOf(channel, inspection), { element })),
    ...repeatedEnclosures(channel, inspection),
  ];
}

function namesIn(parent: XmlElement): ReadonlySet<string> {
  return new Set(childElements(parent).map((child) => nameOf(child, isRssCore)));
}

/** A channel with Apple's elements, in itself or in its items, or one whose items mostly have audio. A single talk makes no podcast. */
function isPodcast(channel: XmlElement, names: ReadonlySet<string>): boolean {
  const episodes = listEpisodes(channel).length;
  if (episodes === 0) return false;
  const items = childElements(channel).filter((child) => nameOf(child, isRssCore) === 'item');
  const hasApple = (found: ReadonlySet<string>) => [...found].some((name) => name.startsWith('itunes:'));
  return hasApple(names) || items.some((item) => hasApple(namesIn(item))) || episodes * 2 > items.length;
}

function listEpisodes(channel: XmlElement): readonly XmlElement[] {
  return listEnclosures(channel).filter((enclosure) =>
    /^(?:audio|video)\//.test(attributeOf(enclosure, 'type') ?? ''),
  );
}

function listEnclosures(channel: XmlElement): readonly XmlElement[] {
  const named = (parent: XmlElement, name: string) =>
    childElements(parent).filter((child) => nameOf(child, isRssCore) === name);
  return named(channel, 'item').flatMap((item) => named(item, 'enclosure').slice(0, 1));
}

/** R52. */
function repeatedEnclosures(channel: XmlElement, inspection: Inspection): readonly Problem[] {
  const lines = new Map<string, number>();
  return listEpisodes(channel).flatMap((enclosure) => {
    const url = attributeOf(enclosure, 'url') ?? '';
    const line = lines.get(url);
    lines.set(url, line ?? enclosure.line);
    return line === undefined
      ? []
      : [problem('feed-enclosure-repeated', placeOf(enclosure, inspection), { url, line })];
  });
}
