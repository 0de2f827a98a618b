/** A line of a quotation that says nothing, and one that is code by its indent. */
const BLANK = /^[ \t]*>[ \t>]*$/;
const CODE = /^ {0,3}(?:> ?)+(?: {4}|\t\t)[ \t]*\S/;
const LIST_ITEM = /^[ \t>]+(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
/** How far back the beginning of a quotation is looked for. */
const MOST_LINES = 100;

export function isQuotedBlank(line: string): boolean {
  return BLANK.test(line);
}

/**
 * Where the indented code of a quotation ends that begins with the line at `start`; undefined where that is none. It begins behind a
 * blank line; where the quotation has a list, nobody knows what an indent means.
 */
export function findQuotedCodeEnd(text: string, start: number): number | undefined {
  if (!CODE.test(readLine(text, start)) || !mayBegin(text, start)) return undefined;
  let end = start;
  for (let line = readLine(text, start); CODE.test(line) || BLANK.test(line); line = readLine(text, end))
    end += line.length + 1;
  return Math.min(end, text.length);
}

function readLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.slice(from) : text.slice(from, end);
}

function mayBegin(text: string, position: number): boolean {
  let end = position - 1;
  for (let count = 0; count < MOST_LINES; count++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = end <= 0 ? '' : text.slice(start, end);
    if (count === 0 && line.trim() !== '' && !BLANK.test(line)) return false;
    if (!/^[ \t]*>/.test(line)) return true;
    if (LIST_ITEM.test(line)) return false;
    end = start - 1;
  }
  return false;
}
