import { dropLongComments, joinPrograms } from './blank-lines.ts';
import { findCode } from './code.ts';
import { followInside, followRanges } from './code-range.ts';
import { BLOCK_OPENING, findEnds } from './html-elements.ts';

const VOID_LINE = /^ {0,3}<(?:br|hr|img|input)\b[^<>\n]*>[ \t]*\n(?=[ \t]*\S)/gim;
const MARKDOWN =
  /<([a-z][a-z0-9]*)\b([^<>]*?)\smarkdown=(?:"(?:1|block|span)"|'(?:1|block|span)'|1)([^<>]*)>/gi;
const EXCERPT = /^ {0,3}<!--\s*(?:more|truncate|excerpt)\s*-->[ \t]*(?=\S)/gim;

/** A bare URL up to an entity, if any; not one in a link or attribute. */
const ADDRESS = /(?<![("'<=[\w])(?:https?:\/\/|www\.)[^\s<>"'()[\]&]*/g;
const SIGN = /&(?:gt|lt|quot|#6[02]|#34);/y;

/** A bare URL up to its first letter that is not ASCII; not one in a link, definition or attribute. */
const ASCII_ADDRESS =
  /(?<!\](?:\(|:)[ \t]{0,9}|["'<=[\w/])(?:https?:\/\/|www\.)[!#-&(-;=?-Z\\^_a-~]{0,2000}(?=[^\s!-~])/g;
/** What stands behind a URL rather than in it. */
const BEHIND = /[*_~.,:;!?'"]+$/;

/**
 * Ends bare URLs before an entity of a sign that can't be part of them, as in `&lt;https://a.example/&gt;`.
 * @param ascii whether they end before a letter that is not ASCII, too
 */
export function endAddresses(text: string, ascii: boolean): string {
  const apart = text.includes('|') ? endInCells(text) : text;
  const ended = apart.includes('&') ? insert(apart, ADDRESS, beforeSign, '<!---->') : apart;
  return ascii && /[^\0-~]/.test(ended) ? insert(ended, ASCII_ADDRESS, measureAscii, '<!---->') : ended;
}

/** A line that may be a row of a table, and the bar that ends a cell and a bare URL: looked for from its end, as many could begin. */
const ROW = /^.*\|.*$/gm;
const BAR_BEHIND_URL = /\|(?<=(?<![("'<=[\w])(?:https?:\/\/|www\.)[^\s<>"'()[\]|\\]*\|)/g;

/** The parser looks for URLs before it divides a row into cells. */
function endInCells(text: string): string {
  if (!/\|(?<=(?:\/\/|www\.)[^\s|]*\|)/.test(text)) return text;
  const isCode = followRanges(findCode(text, true));
  return text.replace(ROW, (line, index: number) => {
    const row = line.trim();
    const isRow = row.startsWith('|') || row.endsWith('|');
    return isRow && !row.includes('`') && !isCode(index) ? line.replace(BAR_BEHIND_URL, ' |') : line;
  });
}

/** How long such a URL is without a bracket that is not opened in it. */
function measureAscii([address]: RegExpExecArray): number {
  const inside = address.includes('(') ? address : (address.split(')')[0] ?? '');
  return inside.replace(BEHIND, '').length;
}

/** How long a URL is that an entity follows which no reading takes for a part of it. */
function beforeSign({ 0: address, index }: RegExpExecArray, text: string): number | undefined {
  SIGN.lastIndex = index + address.length;
  return SIGN.test(text) ? address.length : undefined;
}

/**
 * Sets HTML apart by blank lines where CommonMark alone would take the Markdown beside it for more HTML: after the excerpt marker in
 * every dialect, in elements that ask for it with `markdown="1"`, and for Kramdown in the line after an element. Code stays as it is.
 */
export function separateHtml(written: string, kramdown: boolean): string {
  const text = kramdown ? quoteUrls(written) : written;
  if (!text.includes('<')) return text;
  let separated = insert(dropLongComments(joinPrograms(text)), EXCERPT, (match) => match[0].length, '\n\n');
  if (separated.includes('markdown=')) separated = openElements(separated);
  if (!kramdown) return separated;
  separated = insert(separated, VOID_LINE, (match) => match[0].length, '\n');
  return insert(separated, BLOCK_OPENING, behindElements(separated), '\n\n');
}

/** Kramdown takes spaces in a URL: `![](/a b.png)`. CommonMark needs angle brackets around it (§6.3). */
const SPACED = /\]\(([\w./#%-][^()<>"'\n]*)("[^"\n]*"|'[^'\n]*')?\)/g;

/** Kramdown counts parentheses in a URL that have a backslash, too: `[text](/a_(b\\))`. */
const ESCAPED = /\]\(([^\s()<>\\]+\([^\s()<>\\]*\\\)[^\s()<>\\]*)\)/g;

function quoteUrls(text: string): string {
  if (!text.includes('](')) return text;
  const spaced = quoteSpaces(text);
  if (!spaced.includes('\\)')) return spaced;
  const isCode = followRanges(findCode(spaced, true));
  return spaced.replace(ESCAPED, (all: string, url: string, index: number) =>
    isCode(index) ? all : `](<${url.replace('\\)', ')')}>)`,
  );
}

function quoteSpaces(text: string): string {
  let isCode: ((offset: number) => boolean) | undefined;
  return text.replace(SPACED, (all: string, written: string, title: string | undefined, index: number) => {
    const url = written.trim();
    if (!url.includes(' ') || !/[/.#]/.test(url)) return all;
    if (title !== undefined && !written.endsWith(' ')) return all;
    isCode ??= followRanges(findCode(text, true));
    return isCode(index) ? all : `](<${url}>${title === undefined ? '' : ` ${title}`})`;
  });
}

type FindPlace = (match: RegExpExecArray, text: string) => number | undefined;

/** Puts something into the text behind each match that is not in code. */
function insert(text: string, pattern: RegExp, placeOf: FindPlace, gap: string): string {
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return text;
  const isCode = followInside(findCode(text, true));
  let written = '';
  let position = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match;
    if (isCode(index)) continue;
    const length = placeOf(match, text);
    if (length === undefined) continue;
    written += text.slice(position, index + length) + gap;
    position = index + length;
    pattern.lastIndex = position;
  }
  return written + text.slice(position);
}

/** Where the element that a match opens ends, when text follows in its line or the next one. */
function behindElements(text: string): FindPlace {
  let ends: ReadonlyMap<number, number> | undefined;
  return ({ 0: tag, index }) => {
    ends ??= findEnds(text);
    const end = ends.get(index + tag.length);
    if (end === undefined) return undefined;
    return /^[ \t]*\n?[ \t]*[^\s<]/.test(text.slice(end, end + 200)) ? end - index : undefined;
  };
}

const INLINE = /^(?:span|a|b|i|em|strong|small|code|kbd|mark|sub|sup|u|s|del|ins|abbr|cite|q)$/i;

/** Elements with `markdown="1"`: blank lines inside them let their Markdown be read. */
function openElements(text: string): string {
  const isCode = followInside(findCode(text, true));
  const ends = findEnds(text);
  const gaps: { readonly at: number; readonly text: string; readonly end: number }[] = [];
  for (const match of text.matchAll(MARKDOWN)) {
    const [tag, name = '', before = '', after = ''] = match;
    if (isCode(match.index)) continue;
    const close = ends.get(match.index + tag.length);
    if (close === undefined) continue;
    const end = match.index + tag.length;
    const closing = text.lastIndexOf('</', close - 1);
    if (INLINE.test(name)) {
      gaps.push({ at: match.index, text: `<${name}${before}${after}>`, end });
      continue;
    }
    // A paragraph would end where the Markdown in it begins, and what its attributes hide would not be hidden.
    const block = name.toLowerCase() === 'p' ? 'div' : name;
    gaps.push({ at: match.index, text: `<${block}${before}${after}>\n\n`, end });
    gaps.push({ at: closing, text: `\n\n</${block}>`, end: close });
  }
  let written = '';
  let position = 0;
  for (const gap of gaps.sort((a, b) => a.at - b.at)) {
    written += text.slice(position, gap.at) + gap.text;
    position = gap.end;
  }
  return written + text.slice(position);
}
