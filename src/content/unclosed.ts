import { findCode } from './code.ts';

/** Elements that a feed leaves out with all that is in them: one that is never closed would take the rest of the article along. */
const SWALLOWING =
  'title|textarea|template|select|noscript|button|option|svg|math|script|style|iframe|xmp|plaintext|noembed|noframes|object|canvas|dialog|datalist';
const OPENING = new RegExp(`<(${SWALLOWING})(?=[\\s/>])`, 'gi');
/** Elements with which a block of HTML begins, in which backticks are no code (CommonMark §4.6, kind 6). */
const HTML_BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|center|details|dialog|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/im;

/** Reads the tags of such elements that are never closed as the text that they are: `The tag <title> names a page.` */
export function quoteUnclosed(text: string, markdown: boolean): string {
  OPENING.lastIndex = 0;
  if (!OPENING.test(text)) return text;
  const lower = text.toLowerCase();
  const code = markdown ? findCode(text, true) : [];
  let written = '';
  let position = 0;
  OPENING.lastIndex = 0;
  for (const { index, 1: name = '' } of text.matchAll(OPENING)) {
    if (lower.indexOf(`</${name.toLowerCase()}`, index) >= 0 || isVoid(text, index)) continue;
    const range = code.find(({ start, end }) => start < index && index < end);
    if (range !== undefined && !isInHtmlBlock(text, range.start)) continue;
    written += `${text.slice(position, index)}&lt;`;
    position = index + 1;
  }
  return written + text.slice(position);
}

/** Where a comment of HTML begins that is never closed: on the page, too, it hides the rest. */
export function findOpenComment(text: string, markdown: boolean): number | undefined {
  const start = text.lastIndexOf('<!--');
  if (start < 0 || text.indexOf('-->', start) >= 0) return undefined;
  const isCode = markdown && findCode(text, true).some((range) => range.start <= start && start < range.end);
  return isCode ? undefined : start;
}

/** `<svg …/>` closes itself. */
function isVoid(text: string, index: number): boolean {
  const close = text.indexOf('>', index);
  return close > 0 && text[close - 1] === '/' && /^<(?:svg|math)/i.test(text.slice(index, index + 5));
}

function isInHtmlBlock(text: string, index: number): boolean {
  const blank = text.lastIndexOf('\n\n', index);
  return HTML_BLOCK.test(text.slice(Math.max(0, blank), index));
}
