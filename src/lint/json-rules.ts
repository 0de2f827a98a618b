import { findMarkup } from './content.ts';
import { internetDate } from './dates.ts';
import { fault, type ValueRule } from './rules.ts';
import { webUrl } from './urls.ts';
import { anything, language, mimeType, notBlank, oneOf } from './values.ts';

/** What is allowed where in JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
export interface JsonRule {
  readonly kind: 'string' | 'number' | 'boolean' | 'object' | 'array';
  /** Who is hurt when it is missing. */
  readonly required?: string;
  readonly value?: ValueRule;
  readonly members?: JsonRules;
  /** Of the items of an array. */
  readonly items?: JsonRule;
  readonly isHtml?: boolean;
  readonly mayBeNumber?: boolean;
}
export type JsonRules = Readonly<Record<string, JsonRule>>;

/**
 * R18: text without markup, except in `content_html`. Nothing says whether a `<b>` or `&amp;` is meant to be seen, so only
 * what ends an element, and an entity where nothing is left unescaped, is read as markup.
 */
const plain: ValueRule = (value, element) => {
  const isEscaped = !/<|&(?!#?[A-Za-z\d]{1,8};)/.test(value);
  const markup = isEscaped ? findMarkup(value) : findMarkup(value.replace(/<(?!\/)|&/g, ' '));
  return markup === undefined ? undefined : fault('feed-markup', { element, markup });
};

const text: JsonRule = { kind: 'string', value: plain };
const address: JsonRule = { kind: 'string', value: webUrl };
const date: JsonRule = { kind: 'string', value: internetDate };
const object = (members: JsonRules): JsonRule => ({ kind: 'object', members });
const list = (items: JsonRule): JsonRule => ({ kind: 'array', items });
const wholeNumber: ValueRule = (value, name) =>
  /^\d+$/.test(value)
    ? undefined
    : fault('feed-value', { name, value, expected: 'a whole number, 0 or more' });
const notNegative: ValueRule = (value, name) =>
  Number(value) >= 0 ? undefined : fault('feed-value', { name, value, expected: 'seconds, 0 or more' });

const author = object({ name: text, url: { kind: 'string', value: anything }, avatar: address });
const player = 'Podcast players skip the file.';
const attachment = object({
  url: { ...address, required: player },
  mime_type: { kind: 'string', value: mimeType, required: player },
  title: text,
  size_in_bytes: { kind: 'number', value: wholeNumber },
  duration_in_seconds: { kind: 'number', value: notNegative },
});

const item = object({
  id: {
    kind: 'string',
    value: notBlank,
    mayBeNumber: true,
    required: 'Readers that keep to the specification drop the item.',
  },
  url: address,
  external_url: address,
  title: text,
  content_html: { kind: 'string', isHtml: true },
  content_text: { kind: 'string' },
  summary: text,
  image: address,
  banner_image: address,
  date_published: date,
  date_modified: date,
  author,
  authors: list(author),
  tags: list({ kind: 'string', value: notBlank }),
  language: { kind: 'string', value: language },
  attachments: list(attachment),
});

/** The whole document. */
export const FEED: JsonRule = object({
  version: {
    kind: 'string',
    value: oneOf('https://jsonfeed.org/version/1', 'https://jsonfeed.org/version/1.1'),
    required: 'Readers do not see that it is a feed.',
  },
  title: { ...text, required: 'Readers show a feed without a name.' },
  home_page_url: address,
  feed_url: address,
  description: text,
  user_comment: { kind: 'string' },
  next_url: address,
  icon: address,
  favicon: address,
  author,
  authors: list(author),
  language: { kind: 'string', value: language },
  expired: { kind: 'boolean' },
  hubs: list(object({ type: { kind: 'string', value: anything }, url: address })),
  items: { ...list(item), required: 'Readers find no items.' },
});
