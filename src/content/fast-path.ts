import { escapeAttribute } from '../text/escape-html.ts';
import { legalText } from '../text/legal.ts';
import { squeeze } from '../text/white-space.ts';
import { HEADING, readEntities, type Scan, UNSURE, writeTag } from './fast-path-tags.ts';
import type { TextStyle } from './html/clean.ts';
import { hasTemplateCode } from './html/template-rest.ts';
import type { Addresses } from './html/urls.ts';
import { hasUnknown } from './unknown-value.ts';

/** A body that came the short way: what the tree would have given, to the byte. */
export interface ShortBody {
  readonly html: string;
  readonly image: { readonly url: string; readonly alt?: string } | undefined;
  readonly heading: string | undefined;
}

const ANY_TAG = /<[^<>]*>/g;
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);
/** Elements that stay as they are when they have no attributes. */
const KEPT: ReadonlySet<string> = new Set(
  'blockquote br code dd del dl dt em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that stay when nothing is to be seen in them. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['dd', 'dt', 'li', 'td', 'th']);
/** What is nested deeper is for the tree to judge. */
const DEEPEST = 100;

/**
 * Makes the HTML of a feed out of the HTML that the parser wrote for Markdown without raw HTML, in one pass: URLs absolute, nothing
 * but what feeds carry. Every `<` in it begins a tag of the parser's own. It gives exactly what the tree gives, or nothing where it
 * is not sure: then the tree decides, and says what is to be reported.
 * @param html as the parser wrote it
 * @param title of the article; a first heading that repeats it is left out
 */
export function takeShortWay(
  html: string,
  title: string,
  addresses: Addresses,
  { quotesBraces, emoji }: TextStyle,
): ShortBody | undefined {
  // U+FFFD is named in the content.
  if (html.includes('\ufffd') || (emoji && /:[\w+-]+:/.test(html)) || legalText(html) !== html)
    return undefined;
  const scan: Scan = {
    ...{ html, title: squeeze(title), addresses, mayHoldTemplates: quotesBraces && hasTemplateCode(html) },
    ...{ open: [], parts: [], ids: [], wantedIds: new Set(), image: undefined, heading: undefined },
  };
  try {
    rewrite(scan);
    writeIds(scan);
    return { html: scan.parts.join('').trim(), image: scan.image, heading: scan.heading };
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

function rewrite(scan: Scan): void {
  const { html, open, parts } = scan;
  // What was copied, where the last tag ends, and where the last start tag does.
  let [copied, end, started] = [0, 0, -1];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', end)) {
    checkText(scan, end, at);
    const before = end;
    end = html.indexOf('>', at) + 1;
    const tag = html.slice(at + 1, end - 1);
    if (tag.startsWith('/')) {
      if (open.pop() !== tag.slice(1)) throw UNSURE;
      if (before === started && !MAY_BE_EMPTY.has(tag.slice(1)) && isBlank(html, before, at)) throw UNSURE;
      continue;
    }
    const space = tag.indexOf(' ');
    const name = space < 0 ? tag : tag.slice(0, space);
    if (HEADING.test(name) && isRepeatedTitle(scan, tag, at, end)) {
      parts.push(html.slice(copied, at));
      copied = end = html.indexOf(`</${name}>`, end) + name.length + 3;
      continue;
    }
    if (space >= 0 || !KEPT.has(name)) {
      parts.push(html.slice(copied, at));
      parts.push(writeTag(scan, name, tag.slice(name.length)));
      copied = end;
    }
    if (VOID.has(name)) continue;
    started = end;
    if (open.push(name) > DEEPEST || (html[end] === '\n' && isCode(open))) throw UNSURE;
  }
  checkText(scan, end, html.length);
  if (open.length > 0) throw UNSURE;
  parts.push(html.slice(copied));
}

function isBlank(html: string, from: number, to: number): boolean {
  return from === to || html.slice(from, to).trim() === '';
}

/** A newline at the beginning of a block of code is written twice. */
function isCode(open: readonly string[]): boolean {
  return open.at(-1) === 'pre' || open.at(-2) === 'pre';
}

/** Of the ids, the first of each that a link of the article leads to. */
function writeIds({ parts, ids, wantedIds }: Scan): void {
  for (const { part, id } of ids) {
    if (wantedIds.delete(id)) parts[part] = `${parts[part]?.slice(0, -1)} id="${escapeAttribute(id)}">`;
  }
}

/** Text that looks like a template tag is marked by the tree, unless it is code. */
function checkText({ html, open, mayHoldTemplates }: Scan, from: number, to: number): void {
  if (!mayHoldTemplates || open.includes('code') || open.includes('pre')) return;
  if (hasTemplateCode(html.slice(from, to))) throw UNSURE;
}

/** Notes the first heading; says whether it repeats the title and is left out. */
function isRepeatedTitle(scan: Scan, tag: string, start: number, from: number): boolean {
  if (scan.heading !== undefined) return false;
  const name = tag.slice(0, 2);
  const inside = scan.html.slice(from, scan.html.indexOf(`</${name}>`, from));
  // A link in it may be the handle of the heading, which is not part of its text.
  const words = inside.replace(ANY_TAG, '');
  if (/<a [^<>]*#/.test(inside) || hasUnknown(words)) throw UNSURE;
  const heading = squeeze(readEntities(words));
  if (heading === '') return false;
  scan.heading = heading;
  const isFirst = scan.html.slice(0, start).trim() === '';
  const isRepeated = heading === scan.title && (name === 'h1' || isFirst);
  // Any other attribute may hide it or make it a formula.
  if (isRepeated && (scan.open.length > 0 || !/^h\d(?: id="[^"]*")?$/.test(tag))) throw UNSURE;
  return isRepeated;
}
