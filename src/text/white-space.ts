/** A text on one line: each run of white space is one blank, and none is around it. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
