import { htmlToText } from '../text/html-text.ts';
import { squeeze } from '../text/white-space.ts';

/** HTML of any generator as plain text on one line, good enough to compare and to show: no tags, entities read. */
export function plainText(html: string): string {
  return squeeze(htmlToText(html));
}
