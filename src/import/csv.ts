/**
 * The rows of a CSV text (RFC 4180) by the names of its first row.
 * @returns undefined when a quote is never closed, so that nothing more can be told apart
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] | undefined {
  const split = splitRows(text.replace(/^\uFEFF/, ''));
  if (!split) return undefined;
  const [names = [], ...rows] = split;
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

function splitRows(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [[]];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const match = FIELD.exec(text);
    if (!match) return undefined;
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',' && end !== '' && FIELD.lastIndex < text.length) rows.push([]);
  }
  return rows;
}
