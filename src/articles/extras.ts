import type { Article } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { isMapping, toList, toText } from './values.ts';

/** Names of the page elsewhere that an article is about, in order of priority; a dot steps into a mapping. */
const EXTERNAL = [
  'external_url',
  'externalUrl',
  'external-url',
  'link_to',
  'linkTo',
  'link_url',
  'linkUrl',
  'linked_url',
  'link',
  'source_url',
  'source',
  'params.link',
  'params.external_url',
  'extra.link',
  'extra.external_url',
];
const DATELINES = ['dateline', 'params.dateline', 'extra.dateline'];
const CORRECTIONS = ['correction', 'corrections', 'params.correction', 'extra.correction'];
const CAPTIONS = ['image_caption', 'imageCaption', 'cover_caption', 'photo_caption', 'caption'];
const CREDITS = ['image_credit', 'imageCredit', 'photo_credit', 'photoCredit', 'photographer', 'credit'];

/** What an article says beside its text: the page it is about, where it was written, what was corrected. */
export function readExtras(
  data: FrontMatter,
  site: string,
): Pick<Article, 'externalUrl' | 'dateline' | 'corrections'> {
  const externalUrl = findExternal(data, site);
  const dateline = textAt(data, DATELINES);
  const corrections = CORRECTIONS.flatMap((key) => toList(valueAt(data, key))).flatMap(readCorrection);
  return {
    ...(externalUrl === undefined ? {} : { externalUrl }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}

/** The words below a lead image: its caption, and who made it. */
export function readCaption(data: FrontMatter, fields: FrontMatter): string | undefined {
  const caption = textAt(fields, ['caption']) ?? textAt(data, CAPTIONS);
  const credit =
    textAt(fields, ['credit', 'attribution', 'photographer', 'copyright']) ?? textAt(data, CREDITS);
  if (caption === undefined || credit === undefined) return caption ?? credit;
  return caption.includes(credit) ? caption : `${caption} (${credit})`;
}

/** A page of the site itself is no link elsewhere: exporters keep the article's own URL so. */
function findExternal(data: FrontMatter, site: string): string | undefined {
  for (const key of EXTERNAL) {
    const text = toText(valueAt(data, key));
    if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) continue;
    if (new URL(text).host !== new URL(site).host) return new URL(text).href;
  }
  return undefined;
}

function readCorrection(entry: unknown): readonly string[] {
  const text = isMapping(entry) ? textAt(entry, ['text', 'correction', 'note']) : toText(entry);
  return text === undefined || /^(?:true|false)$/.test(text) ? [] : [text];
}

function textAt(data: FrontMatter, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = toText(valueAt(data, key));
    if (text !== undefined && !/^(?:true|false)$/.test(text)) return text;
  }
  return undefined;
}

function valueAt(data: FrontMatter, key: string): unknown {
  const [parent = '', inner] = key.split('.');
  const value = Object.hasOwn(data, parent) ? data[parent] : undefined;
  if (inner === undefined) return value;
  return isMapping(value) && Object.hasOwn(value, inner) ? value[inner] : undefined;
}
