import { absolute } from '../documents/published-feed.ts';
import { readDate } from '../documents/read-date.ts';
import { asText, type Fields } from '../documents/read-json-feed.ts';
import type { Author, Enclosure, Extension, Item } from '../formats/feed.ts';
import { textToHtml } from '../formats/text.ts';
import { isMapping, toList } from '../text/data.ts';
import type { FeedParts } from './feed-parts.ts';
import { asDate, dated, given } from './values.ts';

/** Reads JSON Feed 1.0 and 1.1. @returns undefined when it is not a feed */
export function readJson(
  feed: unknown,
  documentBase: string,
  undated: Date | undefined,
): FeedParts | undefined {
  if (!isMapping(feed) || !Array.isArray(feed.items)) return undefined;
  const self = absolute(asText(feed.feed_url), documentBase);
  const home = absolute(asText(feed.home_page_url), self ?? documentBase);
  const base = home ?? self ?? documentBase;
  const hubs = toList(feed.hubs).flatMap((hub) =>
    isMapping(hub) ? (absolute(asText(hub.url), base) ?? []) : [],
  );
  return {
    options: {
      title: asText(feed.title) ?? '',
      generator: false,
      ...given({
        link: home,
        feedLinks: self === undefined ? undefined : { json: self },
        description: asText(feed.description),
        language: asText(feed.language),
        icon: absolute(asText(feed.icon), base),
        favicon: absolute(asText(feed.favicon), base),
        hubs,
        authors: people(feed, base),
      }),
    },
    categories: [],
    contributors: [],
    extensions: extensionsOf(feed),
    items: feed.items.filter(isMapping).map((item) => readItem(item, base, undated)),
  };
}

function readItem(item: Fields, feedBase: string, undated: Date | undefined): Item {
  const link = absolute(asText(item.url), feedBase);
  const base = link ?? feedBase;
  const published = readDate(asText(item.date_published));
  const updated = readDate(asText(item.date_modified)) ?? published;
  const text = asText(item.content_text);
  return {
    title: asText(item.title) ?? '',
    link: link ?? '',
    ...dated(asDate(updated) ?? undated),
    ...given({
      id: asText(item.id),
      published: asDate(published),
      content: asText(item.content_html) ?? (text === undefined ? undefined : textToHtml(text)),
      summary: asText(item.summary),
      author: people(item, base),
      category: toList(item.tags).flatMap((tag) =>
        asText(tag) === undefined ? [] : [{ name: asText(tag) ?? '' }],
      ),
      language: asText(item.language),
      image: absolute(asText(item.image) ?? asText(item.banner_image), base),
      attachments: toList(item.attachments).flatMap((file) => readFile(file, base)),
      externalUrl: absolute(asText(item.external_url), base),
    }),
    extensions: extensionsOf(item),
  };
}

function people(fields: Fields, base: string): Author[] {
  return toList(fields.authors ?? fields.author).flatMap((author) =>
    isMapping(author)
      ? [
          given({
            name: asText(author.name),
            link: absolute(asText(author.url), base),
            avatar: absolute(asText(author.avatar), base),
          }),
        ]
      : [],
  );
}

function readFile(file: unknown, base: string): Enclosure[] {
  if (!isMapping(file)) return [];
  const url = absolute(asText(file.url), base);
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return url === undefined
    ? []
    : [
        {
          url,
          ...given({
            type: asText(file.mime_type),
            title: asText(file.title),
            length: number(file.size_in_bytes),
            duration: number(file.duration_in_seconds),
          }),
        },
      ];
}

/** JSON Feed 1.1, Extensions: names that begin with `_`. Ours for translations is written again from its field. */
function extensionsOf(fields: Fields): Extension[] {
  return Object.entries(fields)
    .filter(([name]) => name.startsWith('_'))
    .map(([name, value]) => ({ name, objects: value as Record<string, unknown>, format: 'json' }));
}
