/** A line that opens a block of code in a list, or one that closes it. */
const OPENING = /^([ \t]+)(`{3,}|~{3,})[ \t]*([^`\n]*)$/;
/** A line of an item, whose first line may open one. */
const IN_ITEM = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(`{3,}|~{3,})[ \t]*([^`\n]*)$/;

/**
 * Hexo takes blocks of code out before Markdown is read, from one fence to the next, wherever the lines between them begin. In a list,
 * CommonMark ends a block at a line that is not indented, and reads the rest of the article as code (§5.2): so such lines are indented
 * as their fence is, and a fence that is far from the margin without a list begins at it. Lines stay lines.
 */
export function indentFences(text: string): string {
  if (!/^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+|[ \t])(?:`{3}|~{3})/m.test(text)) return text;
  const lines = text.split('\n');
  const unclosed = new Set<string>();
  for (let at = 0; at < lines.length; at++) {
    const fence = /^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})[^`]*$/.exec(lines[at] ?? '')?.[1];
    if (fence === undefined || unclosed.has(fence)) continue;
    let end = at + 1;
    while (end < lines.length && lines[end]?.trim() !== fence) end++;
    if (end === lines.length) {
      unclosed.add(fence);
      continue;
    }
    indentLines(lines, at, end);
    at = end;
  }
  return lines.join('\n');
}

/** Indents the lines behind an opening fence, up to the closing one, if one of them is left of it. */
function indentLines(lines: string[], open: number, close: number): void {
  const line = lines[open] ?? '';
  const prefix = OPENING.exec(line)?.[1] ?? IN_ITEM.exec(line)?.[1]?.replace(/\S/g, ' ') ?? '';
  if (/^(?: {4}|\t)/.test(line) && !isInList(lines, open)) {
    for (let at = open; at <= close; at++) lines[at] = dropIndent(lines[at] ?? '', prefix.length);
    return;
  }
  const isLeft = (each: string) => each.trim() !== '' && !each.startsWith(prefix);
  if (prefix === '' || !lines.slice(open + 1, close).some(isLeft)) return;
  for (let at = open + 1; at < close; at++) if (lines[at] !== '') lines[at] = prefix + lines[at];
  lines[close] = prefix + (lines[close] ?? '').trim();
}

/** Whether the line before belongs to a list: then a line that is far from the margin is no code of its own. */
function isInList(lines: readonly string[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (lines[before] ?? '').trim() === '') before--;
  return /^(?:[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])/.test(lines[before] ?? '');
}

function dropIndent(line: string, width: number): string {
  let from = 0;
  while (from < width && /[ \t]/.test(line[from] ?? '')) from++;
  return line.slice(from);
}
