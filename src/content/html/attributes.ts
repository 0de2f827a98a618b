import { escapeAttribute } from '../../text/escape-html.ts';
import type { ElementNode, PropertyValue } from '../tree.ts';
import type { Cleaning } from './cleaning.ts';
import { countRemoved } from './cleaning.ts';
import { KEPT } from './elements.ts';
import { dropTemplateCode } from './template-rest.ts';
import { readFragment, resolveLink, resolveMedia } from './urls.ts';

type ReadValue = (value: string, cleaning: Cleaning) => string | undefined;

const GLOBAL: ReadonlySet<string> = new Set(['lang', 'dir', 'title']);
const BOOLEAN: ReadonlySet<string> = new Set(['open', 'reversed', 'loop', 'muted']);

/** How the value of each attribute is checked; an attribute without an entry is never written. */
const VALUES: ReadonlyMap<string, ReadValue> = new Map(
  Object.entries<ReadValue>({
    align: oneOf('left', 'right', 'center', 'justify'),
    alt: readPlain,
    cite: readMedia,
    class: readLanguageClass,
    colspan: readInteger,
    datetime: readPlain,
    dir: oneOf('ltr', 'rtl', 'auto'),
    height: readPixels,
    href: readHref,
    hreflang: readLanguageTag,
    kind: oneOf('subtitles', 'captions', 'descriptions', 'chapters', 'metadata'),
    label: readPlain,
    lang: readLanguageTag,
    media: readPlain,
    poster: readMedia,
    preload: oneOf('none', 'metadata', 'auto'),
    rowspan: readInteger,
    scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
    sizes: readPlain,
    span: readInteger,
    src: readMedia,
    srclang: readLanguageTag,
    start: readInteger,
    title: readPlain,
    type: (value) => (/^[\w/+.-]+$/.test(value) ? value : undefined),
    value: readInteger,
    width: readPixels,
  }),
);

/** The attributes of an element as they are written: allowed ones with a good value, each after a space. */
export function writeAttributes(element: ElementNode, tag: string, cleaning: Cleaning): string {
  let written = '';
  for (const property in element.properties) {
    const allowed = KEPT.get(tag) ?? [];
    const name = property === 'className' ? 'class' : property.toLowerCase();
    if (name.startsWith('on')) countRemoved(cleaning, 'event handler');
    if (!GLOBAL.has(name) && !allowed.includes(name)) continue;
    const value = readValue(name, element.properties[property], cleaning);
    if (value !== undefined) written += ` ${name}="${escapeAttribute(value)}"`;
  }
  return tag === 'td' || tag === 'th' ? written + writeAlignment(element, written) : written;
}

function readValue(name: string, value: PropertyValue, cleaning: Cleaning): string | undefined {
  if (value === null || value === undefined || value === false) return undefined;
  if (BOOLEAN.has(name)) return '';
  const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
  return VALUES.get(name)?.(text, cleaning);
}

/** GFM aligns cells by `style`, which the W3C feed validator distrusts; `align` says the same. */
function writeAlignment(element: ElementNode, written: string): string {
  const style = element.properties.style;
  const align =
    typeof style === 'string' ? /\btext-align:\s?(left|right|center)\b/.exec(style)?.[1] : undefined;
  return align === undefined || written.includes(' align=') ? '' : ` align="${align}"`;
}

function readHref(value: string, cleaning: Cleaning): string | undefined {
  const fragment = readFragment(value);
  if (fragment !== undefined) cleaning.wantedIds.add(fragment);
  const resolved = resolveLink(value, cleaning.addresses);
  if ('url' in resolved) return resolved.url;
  countRemoved(cleaning, resolved.refused);
  return undefined;
}

function readMedia(value: string, cleaning: Cleaning): string | undefined {
  const resolved = resolveMedia(value, cleaning.addresses);
  if ('url' in resolved) return resolved.url;
  countRemoved(cleaning, resolved.refused);
  return undefined;
}

/** Readers highlight code by `language-x`; every other class means nothing to them. */
function readLanguageClass(value: string): string | undefined {
  return /(?:^| )(lang(?:uage)?-[\w+#.-]+)/.exec(value)?.[1];
}

function readPlain(value: string): string {
  return dropTemplateCode(value).trim();
}

function readInteger(value: string): string | undefined {
  return /^-?\d{1,6}$/.test(value) ? value : undefined;
}

function readPixels(value: string): string | undefined {
  return /^(\d{1,5})(?:px)?$/.exec(value.trim())?.[1];
}

function readLanguageTag(value: string): string | undefined {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/i.test(value) ? value : undefined;
}

function oneOf(...words: string[]): ReadValue {
  return (value) => {
    const word = value.trim().toLowerCase();
    return words.includes(word) ? word : undefined;
  };
}
