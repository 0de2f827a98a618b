import { elements, text } from '../documents/feed-elements.ts';
import { absolute } from '../documents/published-feed.ts';
import { attributeOf, childElements, type XmlElement } from '../documents/xml-tree.ts';
import type { Enclosure } from '../formats/feed.ts';
import { given } from './values.ts';

export const ITUNES = 'http://www.itunes.com/dtds/podcast-1.0.dtd';
const MEDIA = 'http://search.yahoo.com/mrss/';

/** The enclosures of an item, with the duration of the item or of the same file in Media RSS, then its other media. */
export function readFiles(item: XmlElement, base: string): Enclosure[] {
  const seconds = readDuration(text(item, 'duration', ITUNES));
  const media = childElements(item)
    .filter(({ uri, local }) => uri === MEDIA && local === 'content')
    .filter((each) => !isImage(each))
    .flatMap((each) => readFile(each, readDuration(attributeOf(each, 'duration')), base));
  const said = new Map(media.map(({ url, duration, title }) => [url, { duration, title }]));
  const enclosures = elements(item, 'enclosure').flatMap((each) => {
    const [file] = readFile(each, seconds, base);
    return file ? [{ ...given(said.get(file.url) ?? {}), ...file }] : [];
  });
  const own = new Set(enclosures.map(({ url }) => url));
  return [...enclosures, ...media.filter(({ url }) => !own.has(url))];
}

function readFile(element: XmlElement, seconds: number | undefined, base: string): Enclosure[] {
  const url = absolute(attributeOf(element, 'url'), base);
  const length = Number(attributeOf(element, 'length') ?? attributeOf(element, 'fileSize')) || undefined;
  return url === undefined
    ? []
    : [
        {
          url,
          ...given({
            type: attributeOf(element, 'type'),
            length,
            duration: seconds,
            title: text(element, 'title', MEDIA),
          }),
        },
      ];
}

function isImage(element: XmlElement): boolean {
  return attributeOf(element, 'medium') === 'image' || /^image\//.test(attributeOf(element, 'type') ?? '');
}

/** The lead image of an item: of Media RSS, or that of an episode. */
export function readImage(item: XmlElement, base: string): Enclosure | undefined {
  const media = childElements(item).filter(({ uri }) => uri === MEDIA);
  const found =
    media.find((each) => each.local === 'content' && isImage(each)) ??
    media.find(({ local }) => local === 'thumbnail');
  const url = absolute((found && attributeOf(found, 'url')) ?? imageOf(item), base);
  if (url === undefined) return undefined;
  return {
    url,
    ...given({
      type: found && attributeOf(found, 'type'),
      width: Number(found && attributeOf(found, 'width')) || undefined,
      height: Number(found && attributeOf(found, 'height')) || undefined,
      alt: found && text(found, 'description', MEDIA),
    }),
  };
}

/** Seconds, also of `1:02:03`. */
function readDuration(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(?::\d{1,2}){0,2}(?:\.\d+)?$/.test(text)) return undefined;
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** `itunes:image` of a channel or an item. */
export function imageOf(parent: XmlElement): string | undefined {
  const image = childElements(parent).find(({ uri, local }) => uri === ITUNES && local === 'image');
  return image && attributeOf(image, 'href');
}
