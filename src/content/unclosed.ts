import { findCode } from './code.ts';
import { followHtmlBlocks } from './code-in-html.ts';
import { followRanges } from './code-range.ts';

/** Elements that a feed leaves out with all that is in them: one that is never closed would take the rest of the article along. */
const SWALLOWING =
  'title|textarea|template|select|noscript|button|option|svg|math|map|picture|applet|script|style|iframe|xmp|plaintext|noembed|noframes|object|canvas|dialog|datalist';
/** Players, which show nothing of what is in them either. */
const PLAYERS = 'video|audio';
const OPENING = new RegExp(`<(${SWALLOWING}|${PLAYERS})(?=[\\s/>])`, 'gi');
const TAG = /<[a-z]+(?:[^<>"']|"[^"]*"|'[^']*')*>/iy;

/**
 * Reads the tags of such elements that are never closed as the text that they are: `The tag <title> names a page.` Those that close
 * themselves, as in JSX, are closed, and players where the paragraph ends.
 */
export function quoteUnclosed(source: string, markdown: boolean): string {
  const text = quoteDeclarations(source, markdown);
  OPENING.lastIndex = 0;
  if (!OPENING.test(text)) return text;
  const find = rememberPlaces(text.toLowerCase());
  const isCode = followCode(text, markdown);
  let written = '';
  let position = 0;
  OPENING.lastIndex = 0;
  for (const { index, 1: name = '' } of text.matchAll(OPENING)) {
    const isText = index < position || (markdown && isEscaped(text, index));
    const end = isText ? undefined : findEnd(find, text, index, name.toLowerCase());
    if (end === undefined) continue;
    if (isCode(index)) continue;
    written += text.slice(position, index) + close(text.slice(index, end), name);
    position = end;
  }
  return written + text.slice(position);
}

/** What begins as an instruction, a section of characters or a declaration (CommonMark §4.6, kinds 3 to 5), with what ends each. */
const DECLARATION = /<(?:\?|!\[CDATA\[|!(?=[a-z]))/gi;
const ENDS: Readonly<Record<string, string>> = { '<?': '?>', '<!': '>' };

/** Reads the beginning of one that never ends as text; a declaration ends in its paragraph. */
function quoteDeclarations(text: string, markdown: boolean): string {
  DECLARATION.lastIndex = 0;
  if (!DECLARATION.test(text)) return text;
  const find = rememberPlaces(text);
  const isCode = followRanges(markdown ? findCode(text, true) : []);
  return text.replace(DECLARATION, (mark: string, index: number) => {
    if (isCode(index) || (markdown && isEscaped(text, index))) return mark;
    const end = find(ENDS[mark] ?? ']]>', index);
    const blank = mark === '<!' ? find('\n\n', index) : -1;
    return end < 0 || (blank >= 0 && blank < end) ? `&lt;${mark.slice(1)}` : mark;
  });
}

/** Whether Markdown reads the sign at `index` as itself (CommonMark §2.4). */
function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text[start - 1] === '\\') start--;
  return (index - start) % 2 === 1;
}

/** Where a text comes next, -1 when it does not; each is looked for once, so that a text of many tags is read in linear time. */
type Find = (needle: string, from: number) => number;

function rememberPlaces(text: string): Find {
  const places = new Map<string, number>();
  return (needle, from) => {
    const known = places.get(needle);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const place = text.indexOf(needle, from);
    places.set(needle, place);
    return place;
  };
}

/** Where the tag at `index` ends, or for a player its paragraph, when it has no end tag; undefined when it has. */
function findEnd(find: Find, text: string, index: number, name: string): number | undefined {
  TAG.lastIndex = index;
  const tag = TAG.exec(text)?.[0];
  if (tag === undefined) return find(`</${name}`, index) < 0 ? index + 1 : undefined;
  const end = index + tag.length;
  const closing = find(`</${name}`, index);
  if (tag.endsWith('/>')) return closing >= 0 && isOwn(find, text, end, closing, name) ? undefined : end;
  if (closing >= 0) return undefined;
  if (name === 'picture' && /^\s*<(?:source|img)\b/i.test(text.slice(end, end + 80))) return undefined;
  if (!PLAYERS.split('|').includes(name)) return index + 1;
  const blank = find('\n\n', end);
  const paragraph = blank < 0 ? text.length : blank;
  const isPlayer = /\ssrc\s*=/i.test(tag) || /<source\b/i.test(text.slice(end, paragraph));
  return isPlayer ? paragraph : index + 1;
}

/** Whether an end tag closes the element for all that: in HTML `/>` ends nothing. */
function isOwn(find: Find, text: string, end: number, closing: number, name: string): boolean {
  const next = find(`<${name}`, end);
  if (next >= 0 && next < closing) return false;
  return name === 'script' || name === 'style' || !/\n[ \t]*\n/.test(text.slice(end, closing));
}

function close(tag: string, name: string): string {
  if (tag === '<') return '&lt;';
  return tag.endsWith('/>') ? `${tag.slice(0, -2)}></${name}>` : `${tag}</${name}>`;
}

/** Where a comment of HTML begins that is never closed: on the page, too, it hides the rest. */
export function findOpenComment(text: string, markdown: boolean): number | undefined {
  const start = text.lastIndexOf('<!--');
  if (start < 0 || text.indexOf('-->', start) >= 0) return undefined;
  const isCode = markdown && findCode(text, true).some((range) => range.start <= start && start < range.end);
  return isCode ? undefined : start;
}

/** Whether a tag is shown as code, in blocks of HTML too; asked from the first to the last. */
function followCode(text: string, markdown: boolean): (index: number) => boolean {
  const ranges = markdown ? findCode(text, true) : [];
  const isInHtmlBlock = followHtmlBlocks(text);
  let next = 0;
  return (index) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const { start } = ranges[next] ?? {};
    return start !== undefined && start < index && !isInHtmlBlock(start);
  };
}
