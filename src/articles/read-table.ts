/** A cell in quotation marks, in which a mark is written twice, or a plain one; then what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\t\r\n]*))(,|\t|\r?\n|$)/y;

/**
 * The rows of a table of CSV (RFC 4180) or TSV as mappings from the names in its first row, as Jekyll reads data files.
 * @param separator `,` or a tab; the other one is part of a text
 */
export function readTable(text: string, separator: ',' | '\t'): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = readRows(text, separator);
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] ?? ''])));
}

function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let part = '';
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    if (match === null) break;
    const [, quoted, plain = '', end = ''] = match;
    part += quoted?.replaceAll('""', '"') ?? plain;
    if (end === ',' || end === '\t') {
      if (end !== separator) {
        part += end;
        continue;
      }
      rows.at(-1)?.push(part);
    } else {
      rows.at(-1)?.push(part);
      if (end !== '') rows.push([]);
    }
    part = '';
  }
  if (text.endsWith(separator)) rows.at(-1)?.push('');
  return rows.filter((row) => row.length > 0);
}
