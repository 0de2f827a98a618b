import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { podcastCategories } from '../podcasts/categories.ts';
import { problem } from '../problems/problem.ts';
import { findRepeated, inspectEpisode, isPlayable } from './episode-checks.ts';
import { isRssCore, nameOf } from './names.ts';
import { findOtherParent, longText, shortText } from './podcast-values.ts';
import type { Inspection, ValueRule } from './rules.ts';
import { placeOf } from './walk.ts';

const APPLE = 'Apple Podcasts does not accept it.';

/** What directories ask of the channel of a podcast (R51, P1, P2), besides what RSS does. */
const REQUIRED: Readonly<Record<string, string>> = {
  'itunes:image': APPLE,
  'itunes:category': APPLE,
  'itunes:explicit': APPLE,
  language: APPLE,
  'itunes:author': 'Apple Podcasts and Spotify show nobody who makes it.',
};

/** Values of RSS that directories of podcasts are stricter about (P1, P6, P8). */
const STRICTER: Readonly<Record<string, ValueRule>> = { title: shortText, description: longText };

const named = (parent: XmlElement, name: string) =>
  childElements(parent).filter((child) => nameOf(child, isRssCore) === name);

/** What directories and players make of a channel with episodes. */
export function inspectPodcast(channel: XmlElement, inspection: Inspection): readonly Problem[] {
  const items = named(channel, 'item');
  if (!isPodcast(channel, items)) return repeatedFiles(items, inspection);
  const names = new Set(childElements(channel).map((child) => nameOf(child, isRssCore)));
  const missing = Object.entries(REQUIRED).filter(([name]) => !names.has(name));
  const place = placeOf(channel, inspection);
  const show = {
    title: textIn(channel, 'title'),
    isSerial: textIn(channel, 'itunes:type').toLowerCase() === 'serial',
    isWhole: items.filter(hasPlayable).length * 2 > items.length,
  };
  return [
    ...missing.map(([element, hurt]) => problem('feed-podcast-missing', place, { element, hurt })),
    ...misplacedCategories(channel, inspection),
    ...movedHere(channel, inspection),
    ...[channel, ...items.filter(hasPlayable)].flatMap((each) => holdStricter(each, inspection)),
    ...items.flatMap((item) => inspectEpisode(item, show, inspection)),
    ...repeatedFiles(items, inspection),
    ...findRepeated(items, numberOf, (item, number, line) =>
      problem('feed-episode-same-number', placeOf(item, inspection), { number, line }),
    ),
  ];
}

/** A show that says that it moves to where it is. */
function movedHere(channel: XmlElement, inspection: Inspection): readonly Problem[] {
  const self = named(channel, 'atom:link').find((link) => attributeOf(link, 'rel') === 'self');
  const url = self && attributeOf(self, 'href');
  return named(channel, 'itunes:new-feed-url')
    .filter((element) => url !== undefined && textOf(element).trim() === url)
    .map((element) => problem('feed-podcast-moved-here', placeOf(element, inspection), {}));
}

function textIn(parent: XmlElement, name: string): string {
  const [element] = named(parent, name);
  return element ? textOf(element).trim() : '';
}

/** A channel with Apple's elements, in itself or in its items, or one whose items mostly have audio. A single talk makes no podcast. */
function isPodcast(channel: XmlElement, items: readonly XmlElement[]): boolean {
  const episodes = items.filter(hasPlayable).length;
  const hasApple = (parent: XmlElement) =>
    childElements(parent).some((child) => nameOf(child, isRssCore).startsWith('itunes:'));
  return episodes > 0 && (hasApple(channel) || items.some(hasApple) || episodes * 2 > items.length);
}

function hasPlayable(item: XmlElement): boolean {
  return named(item, 'enclosure').slice(0, 1).some(isPlayable);
}

function holdStricter(element: XmlElement, inspection: Inspection): readonly Problem[] {
  return Object.entries(STRICTER).flatMap(([name, rule]) =>
    named(element, name).flatMap((child) => {
      const text = textOf(child);
      // An empty one is reported already, and white space around the texts of RSS hurts no one.
      const found = text.trim() === '' ? undefined : rule(text.trim(), name, inspection);
      return found ? [found(placeOf(child, inspection))] : [];
    }),
  );
}

/** A subcategory is in its category (P1). */
function misplacedCategories(channel: XmlElement, inspection: Inspection): readonly Problem[] {
  return named(channel, 'itunes:category').flatMap((category) => {
    const parent = attributeOf(category, 'text') ?? '';
    if (!podcastCategories().has(parent)) return [];
    return named(category, 'itunes:category').flatMap((sub) => {
      const value = attributeOf(sub, 'text') ?? '';
      const isKnown = podcastCategories().has(value);
      const other = findOtherParent(value, parent);
      if (other === undefined && !isKnown) return [];
      return [problem('feed-podcast-subcategory', placeOf(sub, inspection), { value, parent, other })];
    });
  });
}

/** R52, P5. */
function repeatedFiles(items: readonly XmlElement[], inspection: Inspection): readonly Problem[] {
  const files = items.flatMap((item) => named(item, 'enclosure').slice(0, 1)).filter(isPlayable);
  return findRepeated(
    files,
    (file) => attributeOf(file, 'url'),
    (file, url, line) => problem('feed-enclosure-repeated', placeOf(file, inspection), { url, line }),
  );
}

/** The number of a full episode in its season. */
function numberOf(item: XmlElement): string | undefined {
  const number = textIn(item, 'itunes:episode');
  const type = textIn(item, 'itunes:episodeType').toLowerCase() || 'full';
  if (number === '' || type !== 'full' || !hasPlayable(item)) return undefined;
  const season = textIn(item, 'itunes:season');
  return season === '' ? number : `${number} of season ${season}`;
}
