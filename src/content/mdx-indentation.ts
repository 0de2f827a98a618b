import { findCode } from './code.ts';

const FENCE = /^([ \t]*)(`{3,}|~{3,})/;
/** A footnote goes on in lines that are indented by four. */
const FOOTNOTE = /^ {0,3}\[\^[^\]\n]{1,200}\]:/;
const FOOTNOTE_MARGIN = 4;
const LIST_ITEM = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)/;
/** Blocks with more lines before them have lost their item. */
const MOST_LINES = 300;

/**
 * MDX has no code that is only indented, so that fences begin and end blocks of code however far they are indented, and other lines
 * are text. For CommonMark, they move to where they belong: to the text of their item, or to the margin.
 */
export function alignBlocks(text: string): string {
  if (!/^(?: {4}|[ \t]*\t)[ \t]*\S/m.test(text)) return text;
  let aligned = '';
  let position = 0;
  for (const { start, end } of findCode(text, true)) {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const isFence = FENCE.test(text.slice(line, line + 200));
    const indentation = /^[ \t]*/.exec(text.slice(line, line + 200))?.[0] ?? '';
    // A span of code begins in a line of text.
    const isIndented = start === line && indentation.length > 0;
    if (line < position || !(isFence || isIndented)) continue;
    aligned +=
      text.slice(position, line) + moveBlock(text.slice(line, end), indentation, findMargin(text, line));
    position = end;
  }
  return aligned + text.slice(position);
}

/** How far the text of the item or footnote that a line belongs to is indented; 0 outside of both. */
function findMargin(text: string, start: number): number {
  let end = start - 1;
  for (let i = 0; i < MOST_LINES && end > 0; i++) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(from, end);
    end = from - 1;
    const item = LIST_ITEM.exec(line)?.[1];
    if (item !== undefined) return item.length;
    if (FOOTNOTE.test(line)) return FOOTNOTE_MARGIN;
    if (line.trim() !== '' && !/^[ \t]/.test(line)) return 0;
  }
  return 0;
}

function moveBlock(block: string, indentation: string, margin: number): string {
  const far = indentation.length > margin + 3 ? indentation.length - margin : 0;
  const lines = block.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines
    .map((line, i) => {
      if (i === last && i > 0 && FENCE.test(line))
        return ' '.repeat(Math.min(margin, indentation.length)) + line.trim();
      const blank = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      return line.slice(Math.min(far, blank));
    })
    .join('\n');
}
