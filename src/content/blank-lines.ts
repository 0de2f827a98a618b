import { findCode } from './code.ts';
import { followInside } from './code-range.ts';

function hasLongComment(text: string): boolean {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return false;
    if (/\n[ \t]*\n/.test(text.slice(start, end))) return true;
    start = text.indexOf('<!--', end);
  }
  return false;
}

const PROGRAM = /<(script|style)\b[^<>]*>/gi;
const BLANK_LINES = /\n[ \t]*(?=\n)/g;

/**
 * Programs and style sheets without their blank lines: in a block of HTML, CommonMark would end the block there and read on in the
 * middle of the program, whose end tag is code then and ends nothing (§4.6, kind 6).
 */
export function joinPrograms(text: string): string {
  if (!/<(?:script|style)\b/i.test(text)) return text;
  const isCode = followInside(findCode(text, true));
  const lower = text.toLowerCase();
  let written = '';
  let position = 0;
  for (const { 0: tag, 1: name = '', index } of text.matchAll(PROGRAM)) {
    if (index < position || isCode(index)) continue;
    const close = lower.indexOf(`</${name.toLowerCase()}`, index + tag.length);
    if (close < 0) break;
    written += text.slice(position, index) + text.slice(index, close).replace(BLANK_LINES, '');
    position = close;
  }
  return written + text.slice(position);
}

/**
 * Comments over blank lines go: in a block of HTML, CommonMark would end the block there and read on in the middle of the comment
 * (§4.6, kind 6), which then hides the rest of the page.
 */
export function dropLongComments(text: string): string {
  if (!hasLongComment(text)) return text;
  const code = findCode(text, true);
  let next = 0;
  let written = '';
  let position = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', position)) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    const end = close + 3;
    while (next < code.length && (code[next]?.end ?? 0) <= start) next++;
    const isCode = (code[next]?.start ?? start) < start;
    const isLong = !isCode && /\n[ \t]*\n/.test(text.slice(start, end));
    written += text.slice(position, isLong ? start : isCode ? start + 4 : end);
    position = isCode ? start + 4 : end;
  }
  return written + text.slice(position);
}
