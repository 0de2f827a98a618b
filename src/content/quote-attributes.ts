import { findCode } from './code.ts';

const TAG = /<[a-z][a-z0-9-]*\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gi;
const VALUE = /"[^"]*"|'[^']*'|(=[ \t\n]?)([^\s"'<>`]*\/[^\s"'<>`]*)/g;

/** Attributes of Vue and WebC, whose names are none of HTML, so that Markdown reads their tags as text: `@slug="x"`, `:@label="y"`. */
const FOREIGN = /("[^"]*"|'[^']*')|\s[:.]?[@#][\w:.@-]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]*))?/g;

/**
 * Puts quotes around attribute values that have none and hold a `/`: `<img src=/a.png>` is a tag by CommonMark §6.6,
 * but the parser takes it for text. So are URLs with `=` in them, which browsers read too. Code is not touched.
 */
export function quoteAttributes(text: string): string {
  if (!text.includes('<') || !hasBareValue(text)) return text;
  let quoted = '';
  let position = 0;
  for (const { start, end } of [...findCode(text, true), { start: text.length, end: text.length }]) {
    quoted += text.slice(position, start).replace(TAG, quoteTag) + text.slice(start, end);
    position = end;
  }
  return quoted;
}

function hasBareValue(text: string): boolean {
  for (const tag of text.matchAll(TAG)) {
    if (quoteTag(tag[0]) !== tag[0]) return true;
  }
  return false;
}

function quoteTag(written: string): string {
  const tag = /\s[:.]?[@#]/.test(written) ? written.replace(FOREIGN, (_all, quoted = '') => quoted) : written;
  if (!tag.includes('=') || !tag.includes('/')) return tag;
  const body = tag.endsWith('/>') ? tag.slice(0, -2) : tag.slice(0, -1);
  const quoted = body.replace(VALUE, (all, mark?: string, value?: string) =>
    mark === undefined ? all : `${mark}"${value}"`,
  );
  return quoted + tag.slice(body.length);
}
