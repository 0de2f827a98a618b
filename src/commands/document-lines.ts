import { resolve } from 'node:path';
import type { BuildReport, Config } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { showPath } from '../problems/show-path.ts';

/** More documents than a screen has lines are counted. */
const MOST_LINES = 40;

/** One line per document, those that changed first when not all are shown. */
export function documentLines(
  { feeds, companions }: BuildReport,
  { output }: Config,
  workingDirectory: string,
): string {
  const documents = [
    ...feeds.map(({ items, ...feed }) => ({ ...feed, what: `${items} item${items === 1 ? '' : 's'}` })),
    ...companions.map(({ kind, ...companion }) => ({ ...companion, what: kind })),
  ];
  const isLong = documents.length > MOST_LINES;
  const ordered = isLong ? documents.toSorted((a, b) => Number(b.changed) - Number(a.changed)) : documents;
  const rows = ordered.slice(0, MOST_LINES).map(({ path, what, bytes, changed }) => ({
    path: showPath(resolve(output, path), workingDirectory),
    what,
    size: `${(bytes / 1000).toFixed(1)} KB`,
    state: changed ? 'changed' : 'unchanged',
  }));
  const width = (key: 'path' | 'what' | 'size') =>
    rows.reduce((most, row) => Math.max(most, row[key].length), 0);
  const widths = { path: width('path'), what: width('what'), size: width('size') };
  const lines = rows.map(
    ({ path, what, size, state }) =>
      `${path.padEnd(widths.path)}  ${what.padStart(widths.what)}  ${size.padStart(widths.size)}  ${state}`,
  );
  return joinLines(isLong ? [...lines, countRest(ordered.slice(MOST_LINES))] : lines);
}

function countRest(rest: readonly { readonly changed: boolean }[]): string {
  const changed = rest.filter((each) => each.changed).length;
  const counts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(changed < rest.length ? [`${rest.length - changed} unchanged`] : []),
  ];
  return `… and ${rest.length} more: ${counts.join(', ')} (--report lists all)`;
}
