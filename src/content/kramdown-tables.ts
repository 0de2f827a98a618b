import { findCode } from './code.ts';
import { followRanges } from './code-range.ts';

/** Lines that begin with `|`, behind a blank line or at the beginning: with Kramdown a table, with a head or not. */
const ROWS = /(?:^|(?<=\n[ \t]*\n))(?: {0,3}\|[^\n]*(?:\n|$))+/g;
/** A line between the parts of a table: `|---|:-:|`, `|===`, `|-+-|`. */
const RULE = /^ {0,3}\|[ \t|+:=-]*[-=][ \t|+:=-]*$/;
const CELL = /(?<!\\)\|/g;

/**
 * Writes the tables of Kramdown as those of GFM, which need a head and nothing but rows below it: one without has an empty head.
 * Code stays as it is.
 */
export function headTables(text: string): string {
  if (!/^ {0,3}\|/m.test(text)) return text;
  const isCode = followRanges(findCode(text, true));
  return text.replace(ROWS, (rows, offset: number) => (isCode(offset) ? rows : headTable(rows)));
}

function headTable(rows: string): string {
  const lines = rows.replace(/\n$/, '').split('\n').map(hideBars);
  const first = RULE.test(lines[0] ?? '') ? 1 : 0;
  const hasHead = RULE.test(lines[first + 1] ?? '') && (lines[first + 1] ?? '').includes('-');
  const body = lines.slice(first).filter((line) => !RULE.test(line));
  const count = Math.max(0, ...body.map(countCells));
  if (count === 0) return rows;
  const isPlain = hasHead && first === 0 && body.length === lines.length - 1;
  if (isPlain && countCells(lines[1] ?? '') === countCells(lines[0] ?? '')) return rows;
  const rule = `|${' --- |'.repeat(hasHead ? countCells(body[0] ?? '') : count)}`;
  const head = hasHead ? [body[0] ?? '', rule] : [`|${'  |'.repeat(count)}`, rule];
  return `${[...head, ...body.slice(hasHead ? 1 : 0)].join('\n')}${rows.endsWith('\n') ? '\n' : ''}`;
}

/** In code within a cell a bar is one for Kramdown, and for GFM only behind a backslash. */
function hideBars(line: string): string {
  return line.replace(/`[^`]+`/g, (code) => code.replace(CELL, '\\|'));
}

function countCells(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return (inner.match(CELL)?.length ?? 0) + 1;
}
