/** Where something is in a text, 1-based, the column in UTF-16 units. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** The offset of the first character of each line; lines end with LF, or CR LF. */
export function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The line and column of an offset. @param starts the offset of the first character of each line */
export function findSpot(starts: readonly number[], offset: number): Spot {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
