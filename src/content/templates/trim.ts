/** `{{-` and `-}}` take the white space beside them along. */
export function trimAround(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  if (text[start + 2] === '-') while (/\s/.test(text[from - 1] ?? '')) from--;
  if (text[end - 3] === '-') while (/\s/.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}
