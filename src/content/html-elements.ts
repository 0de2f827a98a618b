import { findCode } from './code.ts';
import { followInside } from './code-range.ts';

/** Elements that Kramdown reads as blocks: Markdown goes on behind them. */
const BLOCKS =
  'address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|iframe|main|menu|nav|ol|p|pre|section|summary|table|ul|audio|video';

/** One of them that begins a line. */
export const BLOCK_OPENING = new RegExp(`^ {0,3}<(${BLOCKS})\\b[^<>]*>`, 'gim');

/**
 * Kramdown reads an element up to its end tag, blank lines and all. An element with lines of text stays as it is: they may be
 * Markdown of a template tag, and what is Markdown only to CommonMark reads better than its signs.
 */
export function joinElements(text: string): string {
  if (!text.includes('<') || text.search(BLOCK_OPENING) < 0) return text;
  BLOCK_OPENING.lastIndex = 0;
  const isCode = followInside(findCode(text, true));
  let ends: ReadonlyMap<number, number> | undefined;
  let written = '';
  let position = 0;
  let budget = LOOKS * text.length;
  for (const { 0: tag, index } of text.matchAll(BLOCK_OPENING)) {
    if (index < position || isCode(index)) continue;
    ends ??= findEnds(text);
    const end = ends.get(index + tag.length) ?? index;
    budget -= end - index;
    if (budget < 0) break;
    const element = text.slice(index, end);
    if (!BLANK_LINE.test(element) || READ_INSIDE.test(element) || hasLines(element)) continue;
    written += text.slice(position, index) + dropBlankLines(element);
    position = end;
  }
  return written + text.slice(position);
}

/** Elements in which Kramdown reads blocks of Markdown, where it is to read inside HTML. */
const CONTAINER =
  /^( {0,3}<(?:address|article|aside|blockquote|details|div|fieldset|figure|footer|form|header|main|nav|section)\b)(?![^<>]*\smarkdown=)(?=[^<>]*>)/gim;

/** Elements that may hold Markdown ask for it: `parse_block_html` of Kramdown. */
export function askForMarkdown(text: string): string {
  if (!text.includes('<')) return text;
  const isCode = followInside(findCode(text, true));
  return text.replace(CONTAINER, (tag, _, index: number) => (isCode(index) ? tag : `${tag} markdown="1"`));
}

/** How often a character may be looked at: elements in each other are looked at on their own. */
const LOOKS = 8;
const TAG = /<!--[\s\S]*?-->|<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** Whether a line of an element begins with text, other than far from the margin, where CommonMark would take it for code. */
function hasLines(element: string): boolean {
  return /\n {0,3}[^\s<]/.test(element.replace(CODE, '<>').replace(TAG, '<>'));
}

const BLANK_LINE = /\n[ \t]*\n/;
/** Markdown, by its attribute; a fence, whose code may hold tags. */
const READ_INSIDE = /\smarkdown=|\n[ \t]*(?:```|~~~)/;

const CODE = /(<pre\b[\s\S]*?<\/pre\s*>)/gi;

/** In code they stay, as a sign that ends no block of HTML. */
function dropBlankLines(html: string): string {
  return html
    .split(CODE)
    .map((part, at) => part.replace(/\n(?=[ \t]*\n)/g, at % 2 === 0 ? '' : '&#10;'))
    .join('');
}

/** The end of each start tag that has an end tag, and where that ends; elements of the same name may be in each other. */
export function findEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const { 0: tag, 1: slash, 2: written = '', index } of text.matchAll(
    /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi,
  )) {
    const name = written.toLowerCase();
    const starts = open.get(name) ?? [];
    open.set(name, starts);
    const end = index + tag.length;
    if (slash === '') {
      if (!tag.endsWith('/>')) starts.push(end);
      continue;
    }
    const start = starts.pop();
    if (start !== undefined) ends.set(start, end);
  }
  return ends;
}
