import { htmlToText } from '../text/html-text.ts';
import { legalText } from '../text/legal.ts';

const blanks = /[ \t\n]+/g;
const untidy = /[\t\n]|^ | $| {2}/;

/** Legal text on one line, without outer spaces: titles, names, tags. No-break spaces inside stay. */
export function lineText(text: string): string {
  const legal = legalText(text);
  return (untidy.test(legal) ? legal.replace(blanks, ' ') : legal).trim();
}

/** Plain text written as HTML. */
export function textToHtml(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

/** The words of an HTML text on one line. */
export function htmlToLine(html: string): string {
  return lineText(htmlToText(html));
}
