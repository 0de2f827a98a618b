import { plain } from '../documents/feed-elements.ts';

/** Elements within a word; every other one parts words. */
const INLINE =
  /<\/?(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>/gi;

/** A title that was written as HTML, as plain text on one line; empty when there is none. */
export function readTitle(html: string | undefined): string {
  return plain(html?.replace(INLINE, '')) ?? '';
}
