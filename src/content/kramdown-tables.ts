import { findCode } from './code.ts';
import { followRanges } from './code-range.ts';

/** Lines that begin with `|` in the same list or quotation, between blank lines: with Kramdown a table, with a head or not. */
const ROWS = /(?:^|(?<=\n[ \t>]*\n))([ \t>]*)\|[^\n]*(?:\n\1\|[^\n]*)*(?=\n[ \t>]*(?:\n|$)|\n?$)/g;
const CODE = /(?<!`)(`+)(?!`)[^\n]*?[^`]\1(?!`)/g;
const BAR = /(?<!\\)\|/g;
const LAST_BAR = /(?<!\\)\|$/;

/**
 * Writes the tables of Kramdown as those of GFM, which need a head and nothing but rows below it: one without has an empty head. A head
 * gets as many cells as the longest row, because GFM drops others. Code stays as it is.
 */
export function headTables(text: string): string {
  if (!/^[ \t>]*\|/m.test(text)) return text;
  const isCode = followRanges(findCode(text, true));
  return text.replace(ROWS, (rows, prefix: string, offset: number) =>
    isCode(offset) ? rows : headTable(rows, prefix),
  );
}

function headTable(table: string, prefix: string): string {
  const lines = table.split('\n').map((line) => hideBars(line.slice(prefix.length).trim()));
  const rows = lines.filter((line) => !isRule(line));
  const cells = rows.reduce((most, row) => Math.max(most, countCells(row)), 0);
  if (cells < 1) return table;
  const [above = ''] = lines;
  const [, under = ''] = isRule(above) ? lines.slice(1) : lines;
  const hasHead = isRule(under) && !under.includes('=');
  const [head = '', ...body] = hasHead ? rows : ['|', ...rows];
  const rule = hasHead ? under : isRule(above) ? above : '|';
  const written = [lengthen(head, cells, '  |'), lengthen(rule.replaceAll('+', '|'), cells, '---|'), ...body];
  return written.map((line) => prefix + line).join('\n');
}

/** A line between the parts of a table: `|---|:-:|`, `|===`, `|-+-|`. */
function isRule(line: string): boolean {
  return /^[ \t|:=+-]+$/.test(line) && /[-=]/.test(line);
}

/** In code within a cell a bar is one for Kramdown, and for GFM only behind a backslash. */
function hideBars(line: string): string {
  return line.replace(CODE, (code) => code.replace(BAR, '\\|'));
}

function countCells(line: string): number {
  const bars = line.match(BAR)?.length ?? 0;
  return LAST_BAR.test(line) ? bars - 1 : bars;
}

function lengthen(line: string, cells: number, cell: string): string {
  const missing = cells - countCells(line);
  return missing <= 0 ? line : `${line}${LAST_BAR.test(line) ? '' : ' |'}${cell.repeat(missing)}`;
}
