/** A number and what it counts: `1 article`, `2 articles`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
