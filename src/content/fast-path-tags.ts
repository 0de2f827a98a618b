import { escapeAttribute } from '../text/escape-html.ts';
import { hasTemplateCode } from './html/template-rest.ts';
import { type Addresses, type Resolved, readFragment, resolveLink, resolveMedia } from './html/urls.ts';
import { hasUnknown } from './unknown-value.ts';

/** The state of one scan of `fast-path.ts`. */
export interface Scan {
  readonly html: string;
  readonly title: string;
  readonly addresses: Addresses;
  readonly mayHoldTemplates: boolean;
  readonly open: string[];
  readonly parts: string[];
  /** Headings that a link may lead to, with the part that is their start tag. */
  readonly ids: { readonly part: number; readonly id: string }[];
  readonly wantedIds: Set<string>;
  image: { readonly url: string; readonly alt?: string } | undefined;
  heading: string | undefined;
}

/** Thrown where the tree has to say what becomes of something. */
export const UNSURE = Symbol('unsure');

const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/y;
export const HEADING = /^h[1-6]$/;

type Attributes = ReadonlyMap<string, string>;

/** How each element with attributes is written; of all others the tree decides. */
const WRITERS: Readonly<Record<string, (scan: Scan, attributes: Attributes) => string>> = {
  a: writeLink,
  code: (_, attributes) => {
    const language = /(?:^| )(lang(?:uage)?-[\w+#.-]+)/.exec(only(attributes, 'class'))?.[1];
    return language === undefined ? '<code>' : `<code class="${language}">`;
  },
  img: writeImage,
  input: writeCheckbox,
  li: (_, attributes) => only(attributes, 'class') && '<li>',
  ol: writeList,
  td: (_, attributes) => `<td align="${readAlignment(attributes)}">`,
  th: (_, attributes) => `<th align="${readAlignment(attributes)}">`,
  ul: (_, attributes) => only(attributes, 'class') && '<ul>',
};

/** The start tag of an element as a feed carries it. @throws UNSURE */
export function writeTag(scan: Scan, name: string, text: string): string {
  const attributes = readAttributes(text);
  if (HEADING.test(name)) return writeHeading(scan, name, attributes);
  const write = WRITERS[name];
  if (!write) throw UNSURE;
  return write(scan, attributes);
}

function writeHeading({ ids, parts }: Scan, name: string, attributes: Attributes): string {
  // A class may hide it.
  const id = only(attributes, 'id');
  if (id.trim() !== '') ids.push({ part: parts.length, id });
  return `<${name}>`;
}

function readAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    ATTRIBUTE.lastIndex = at;
    const [whole, name = '', value = ''] = ATTRIBUTE.exec(text) ?? [];
    if (whole === undefined || attributes.has(name)) throw UNSURE;
    attributes.set(name, readEntities(value));
    at += whole.length;
  }
  return attributes;
}

function only(attributes: Attributes, name: string): string {
  const value = attributes.get(name);
  if (value === undefined || attributes.size > 1) throw UNSURE;
  return value;
}

function writeLink(scan: Scan, attributes: Attributes): string {
  const href = attributes.get('href') ?? '';
  if (scan.open.includes('a') || (href.includes('#') && scan.open.some((name) => HEADING.test(name))))
    throw UNSURE;
  const fragment = readFragment(href);
  if (fragment !== undefined) scan.wantedIds.add(fragment);
  const url = resolve(resolveLink(href, scan.addresses));
  return `<a href="${escapeAttribute(url)}"${writeTexts(attributes, 'href', ['title'])}>`;
}

function writeImage(scan: Scan, attributes: Attributes): string {
  const source = attributes.get('src') ?? '';
  if (source.trim() === '' || /^\s*data:/i.test(source)) throw UNSURE;
  const alt = (attributes.get('alt') ?? '').trim();
  const url = resolve(resolveMedia(source, scan.addresses, alt));
  scan.image ??= alt === '' ? { url } : { url, alt };
  return `<img src="${escapeAttribute(url)}"${writeTexts(attributes, 'src', ['alt', 'title'])}>`;
}

function resolve(resolved: Resolved): string {
  if ('refused' in resolved) throw UNSURE;
  return resolved.url;
}

/** The attributes after the URL, in their order. */
function writeTexts(attributes: Attributes, first: string, allowed: readonly string[]): string {
  let written = '';
  for (const [name, value] of attributes) {
    if (name === first && written === '') continue;
    if (!allowed.includes(name) || hasTemplateCode(value) || hasUnknown(value)) throw UNSURE;
    written += ` ${name}="${escapeAttribute(value.trim())}"`;
  }
  return written;
}

function writeCheckbox({ open }: Scan, attributes: Attributes): string {
  if (!open.includes('li') || attributes.get('type') !== 'checkbox') throw UNSURE;
  return attributes.has('checked') ? '☑' : '☐';
}

function writeList(_: Scan, attributes: Attributes): string {
  const start = attributes.size === 1 ? attributes.get('start') : undefined;
  if (start !== undefined && /^\d{1,6}$/.test(start)) return `<ol start="${start}">`;
  only(attributes, 'class');
  return '<ol>';
}

function readAlignment(attributes: Attributes): string {
  const align = /^text-align: (left|right|center)$/.exec(only(attributes, 'style'))?.[1];
  if (align === undefined) throw UNSURE;
  return align;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The characters that the parser writes as entities. @throws UNSURE for another one */
export function readEntities(text: string): string {
  return text.includes('&') ? text.replace(/&[^;]{0,10};?/g, readEntity) : text;
}

function readEntity(entity: string): string {
  const character = ENTITIES[entity];
  if (character === undefined) throw UNSURE;
  return character;
}
