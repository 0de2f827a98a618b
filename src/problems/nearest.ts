import leven from 'leven';

/** Longer words are not compared: the time that takes grows with the square of their length (R71). */
const LONGEST = 40;

/**
 * The word that was probably meant, when it differs from the given one in so few letters that no other is as likely.
 * Two letters that changed places count as one difference.
 * @param most how many letters may differ
 */
export function findNearest(
  word: string,
  words: readonly string[],
  most = word.length < 6 ? 1 : Math.max(2, Math.floor(word.length / 3)),
): string | undefined {
  if (word.length > LONGEST) return undefined;
  const near = words
    .filter((other) => Math.abs(other.length - word.length) <= most)
    .map((other) => ({ other, distance: measure(word, other, most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance || rank(word, a.other) - rank(word, b.other));
  return near[0]?.other;
}

function measure(word: string, other: string, most: number): number {
  const distance = leven(word, other, { maxDistance: most + 1 });
  return distance === 2 && isExchange(word, other) ? 1 : distance;
}

/** Whether two neighbouring letters changed places: `titel` and `title`. */
function isExchange(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== other[i]);
  return (
    word.length === other.length &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
}

/** Few people mistype the first letter. */
function rank(word: string, other: string): number {
  return word[0] === other[0] ? 0 : 1;
}
