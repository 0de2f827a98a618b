/** `{{-` and `-}}` take the white space beside them along. */
export function trimAround(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  if (text[start + 2] === '-') while (/\s/.test(text[from - 1] ?? '')) from--;
  if (text[end - 3] === '-') while (/\s/.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}

const NEXT_BLOCK = /[ \t]*\n[ \t]*(?:\[[^\]\n]{1,200}\]:|\{%)/y;

/** Definitions of links, and what an included file may begin with, can't interrupt the paragraph that a mark alone in its line makes. */
export function standsBeforeBlocks(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  NEXT_BLOCK.lastIndex = end;
  return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 80), start)) && NEXT_BLOCK.test(text);
}
