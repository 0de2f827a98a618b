import { count } from './guards.ts';

const MOST_LINKS = 10_000;
/** Characters squared, of all that stands from a link up to the next blank. */
const MOST_TRIMMED = 100_000_000;
const LINK = /@|:\/\/|www\./i;

/**
 * Whether a text has more URLs and email addresses without brackets, or longer ones, than any article: they cost the square of their
 * number, and what may be punctuation at their end the square of its length, so that none becomes a link then.
 */
export function hasTooManyBareLinks(text: string): boolean {
  const links = count(text, '@') + count(text, '://') + count(text, 'www.');
  if (links > MOST_LINKS) return true;
  if (links === 0 || text.length ** 2 < MOST_TRIMMED) return false;
  let trimmed = 0;
  for (const [run] of text.matchAll(/\S+/g)) {
    const start = run.search(LINK);
    if (start >= 0) trimmed += (run.length - start) ** 2;
  }
  return trimmed > MOST_TRIMMED;
}
