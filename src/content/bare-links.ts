import { count } from './guards.ts';

const MOST_LINKS = 10_000;
/** Characters from a link up to the next blank, times those of them that are neither letters nor digits, of all links. */
const MOST_TRIMMED = 100_000_000;
const LINK = /@|:\/\/|www\./i;

/**
 * Whether a text has more URLs and email addresses without brackets, or longer ones, than any article: they cost the square of their
 * number, and each sign that may be punctuation at their end their length, so that none becomes a link then.
 */
export function hasTooManyBareLinks(text: string): boolean {
  const links = count(text, '@') + count(text, '://') + count(text, 'www.');
  if (links > MOST_LINKS) return true;
  if (links === 0 || text.length ** 2 < MOST_TRIMMED) return false;
  let trimmed = 0;
  for (const [run] of text.matchAll(/\S+/g)) {
    const start = run.search(LINK);
    if (start >= 0) trimmed += (run.length - start) * countSigns(run.slice(start));
  }
  return trimmed > MOST_TRIMMED;
}

function countSigns(text: string): number {
  return text.replace(/[\p{L}\p{N}]+/gu, '').length;
}
