/** Sorted numbers as text, such as `0-19,25`. */
export function writeRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/**
 * @param end what every number must be below
 * @returns undefined if the text has another form
 */
export function readRanges(text: string, end: number): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const range of text === '' ? [] : text.split(',')) {
    const found = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(range);
    const [first, last] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
    if (!(first <= last && last < end)) return undefined;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}
