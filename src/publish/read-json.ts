import { isMapping } from '../text/data.ts';
import type { ReadFrame, ReadItem } from './read-facts.ts';

const NAMES = {
  id: 'id',
  url: 'url',
  title: 'title',
  date_published: 'published',
  date_modified: 'updated',
  content_html: 'content',
  summary: 'summary',
} as const;

/** Reads one item of a JSON Feed. @throws Error when the text is not one object with a content */
export function readJsonItem(text: string): ReadItem {
  const value: unknown = JSON.parse(text);
  if (!isMapping(value)) throw new Error('it is not an object');
  if (typeof value.content_html !== 'string' && typeof value.content_text !== 'string')
    throw new Error(`the item ${JSON.stringify(value.id)} has no content`);
  const item: ReadItem = {};
  for (const [name, field] of Object.entries(NAMES)) {
    const found = asText(value[name]);
    if (found !== undefined) item[field] = found;
  }
  if (value.content_html === undefined) item.summary = asText(value.content_text) ?? '';
  return item;
}

/** Reads a JSON Feed without its items: between head and end is their list and nothing else. */
export function readJsonFrame(head: string, end: string): ReadFrame {
  const feed: unknown = JSON.parse(head + end);
  if (!isMapping(feed) || feed.version !== 'https://jsonfeed.org/version/1.1')
    throw new Error('it is not JSON Feed 1.1');
  const { items } = JSON.parse(`${head}0${end}`);
  if (!Array.isArray(feed.items) || feed.items.length > 0) throw new Error('it has no list of items');
  if (!Array.isArray(items) || items[0] !== 0) throw new Error('items have no place in it');
  const [title, self] = [asText(feed.title), asText(feed.feed_url)];
  return { ...(title === undefined ? {} : { title }), ...(self === undefined ? {} : { self }) };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
