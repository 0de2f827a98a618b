import { isMapping, toList } from '../text/data.ts';
import { squeeze } from '../text/white-space.ts';
import { absolute, makeItem, type PublishedFeed, type PublishedItem, present } from './published-feed.ts';
import { readDate } from './read-date.ts';

/**
 * Reads JSON Feed 1.0 and 1.1.
 * @param text of the document, in which the lines of its items are looked up
 * @returns undefined when it is JSON but no feed
 */
export function readJsonFeed(
  feed: unknown,
  text: string,
  source: string,
  base: string,
): PublishedFeed | undefined {
  if (!isMapping(feed) || !Array.isArray(feed.items)) return undefined;
  const self = absolute(asText(feed.feed_url), base);
  const home = absolute(asText(feed.home_page_url), self ?? base);
  const locate = createLocator(text);
  const items = feed.items.filter(isMapping).map((item) => readItem(item, home ?? self ?? base, locate));
  return {
    source,
    format: 'json',
    ...present({
      self,
      home,
      title: line(asText(feed.title)),
      generator: isOwn(feed) ? 'feedwright' : undefined,
    }),
    items,
  };
}

/** The properties that feedwright writes, in its order. */
const OWN =
  'id url external_url title content_html content_text summary image date_published date_modified authors tags language attachments'.split(
    ' ',
  );

/** JSON Feed has no property for the tool that wrote it: what feedwright never writes, or in another order, is by another tool. */
function isOwn({ items }: Fields): boolean {
  return toList(items)
    .filter(isMapping)
    .every((item) => {
      const places = Object.keys(item)
        .filter((key) => !key.startsWith('_'))
        .map((key) => OWN.indexOf(key));
      return 'date_modified' in item && places.every((place, index) => place > (places[index - 1] ?? -1));
    });
}

export type Fields = Readonly<Record<string, unknown>>;

function readItem(item: Fields, base: string, locate: (id: string) => number): PublishedItem {
  const id = asText(item.id);
  const text = asText(item.content_text);
  return makeItem({
    id,
    url: absolute(asText(item.url), base),
    title: line(asText(item.title)),
    published: readDate(asText(item.date_published)),
    updated: readDate(asText(item.date_modified)),
    content: asText(item.content_html) ?? text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    summary: asText(item.summary),
    images: [item.image, item.banner_image].flatMap((each) => asText(each) ?? []),
    authors: toList(item.authors ?? item.author)
      .flatMap((author) => (isMapping(author) ? (asText(author.name) ?? []) : []))
      .join(', '),
    tags: toList(item.tags)
      .flatMap((tag) => asText(tag) ?? [])
      .join(', '),
    line: locate(id ?? ''),
  });
}

/** Finds the lines of ids that are asked for in their order, going through the text once. */
function createLocator(text: string): (id: string) => number {
  let offset = 0;
  let line = 1;
  return (id) => {
    const found = text.indexOf(JSON.stringify(id), offset);
    if (found < 0) return line;
    for (let end = text.indexOf('\n', offset); end >= 0 && end < found; end = text.indexOf('\n', end + 1))
      line++;
    offset = found;
    return line;
  };
}

/** JSON Feed §items: ids that are numbers are taken as text. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function line(text: string | undefined): string | undefined {
  return text === undefined ? undefined : squeeze(text);
}
