import { hidePasswords, onOneLine } from '../problems/printable.ts';
import type { PlacedProblem } from './format.ts';

/** What GitHub takes of one step: 1 MiB; a summary above it is refused as a whole. */
export const SUMMARY_LIMIT = 1_048_576;
/** For the headings and the line about what did not fit. */
const RESERVE = 1000;

/**
 * Problems as Markdown tables, one of errors and one of warnings, as many rows as there is room for.
 * @param room bytes
 * @returns empty when there are none, or no room
 */
export function formatSummary(problems: readonly PlacedProblem[], room: number): string {
  let left = room - RESERVE;
  if (left < 0) return '';
  const tables = (['error', 'warning'] as const).map((severity) => {
    const all = problems.filter((found) => found.severity === severity);
    const rows: string[] = [];
    for (const row of all.map(formatRow)) {
      left -= Buffer.byteLength(row);
      if (left < 0) break;
      rows.push(row);
    }
    return formatTable(severity, rows, all.length);
  });
  return tables.join('');
}

function formatTable(severity: string, rows: readonly string[], count: number): string {
  if (count === 0) return '';
  const heading = `### ${count} more ${severity}${count === 1 ? '' : 's'} of feedwright\n\n`;
  const head = '| Place | Code | Problem |\n| --- | --- | --- |\n';
  const missing = count - rows.length;
  const end = missing > 0 ? `\n… and ${missing} more, not shown here.\n` : '';
  return `${heading}${rows.length > 0 ? head : ''}${rows.join('')}${end}\n`;
}

function formatRow({ path, file, line, column, code, message, hint }: PlacedProblem): string {
  const place = `${path ?? file}:${line}${column === undefined ? '' : `:${column}`}`;
  return `| ${[place, code, `${message} ${hint}`].map(escapeCell).join(' | ')} |\n`;
}

/** Text of a cell that nothing takes for markup, HTML or the end of the cell. */
function escapeCell(text: string): string {
  return onOneLine(hidePasswords(text).replace(/[\r\n\t]+/g, ' '))
    .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
