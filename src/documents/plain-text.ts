import { htmlToText } from '../text/html-text.ts';

/** HTML of any generator as plain text on one line, good enough to compare and to show: no tags, entities read. */
export function plainText(html: string): string {
  return squeeze(htmlToText(html));
}

/** White space single, none outside. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
