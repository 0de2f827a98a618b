import type { Preset } from '../model/index.ts';
import { readEntities } from '../text/html-text.ts';

/**
 * A title or summary as plain text. Jekyll and WordPress write them into HTML as they are: what people type there are entities, tags
 * and comments. Others escape them, so that a sign is one.
 */
export function readTypedHtml(text: string, preset: Preset | undefined): string {
  if (!/[&<]/.test(text) || (preset !== 'jekyll' && preset !== 'wordpress')) return text;
  return readEntities(dropComments(text).replace(INLINE_TAG, ''));
}

/** The tags that shape a word of a title; `Vec<T>` has none. */
const INLINE_TAG =
  /<\/?(?:abbr|b|br|cite|code|del|em|i|ins|kbd|mark|p|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;

function dropComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    parts.push(text.slice(from, start).trim());
    from = end + 3;
  }
  return from === 0 ? text : [...parts, text.slice(from).trim()].filter((part) => part !== '').join(' ');
}
