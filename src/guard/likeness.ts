import type { PublishedItem } from '../documents/published-feed.ts';
import { isTelling, takeFingerprint } from '../manifest/fingerprint.ts';
import { htmlToLine } from '../text/html-text.ts';

/** More of a text tells no one more. */
const MAX_LENGTH = 6000;
/** Fewer pairs of words than this are not text to compare. */
const MIN_PAIRS = 8;

/** A text as the pairs of neighbouring words in it; made once, compared often. */
export type Likeness = ReadonlySet<string>;

/** @param html at most its first 20,000 units are looked at */
export function readLikeness(html: string | undefined): Likeness | undefined {
  if (html === undefined) return undefined;
  const words =
    htmlToLine(html.slice(0, 20_000))
      .slice(0, MAX_LENGTH)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = new Set<string>();
  for (let index = 1; index < words.length; index++) pairs.add(`${words[index - 1]} ${words[index]}`);
  return pairs.size < MIN_PAIRS ? undefined : pairs;
}

/**
 * How much of the shorter of two texts the other one has: 1 for the same text, and for one that begins the other; below 0.1 for
 * strangers. Undefined when one of them is too short to tell.
 */
export function compareLikeness(a: Likeness | undefined, b: Likeness | undefined): number | undefined {
  if (!a || !b) return undefined;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared++;
  return shared / few.size;
}

/** Whether an item can be recognized by its text: a few words could be in any other item. */
export function hasLongText({ fingerprint, content, summary = '' }: PublishedItem): boolean {
  return isTelling(fingerprint ?? takeFingerprint((content || summary).slice(0, 2000)));
}

/** A title with everything left out that generators write in their own way: case, quotes, dashes, spaces, tags. */
export function foldTitle(title: string | undefined): string {
  return htmlToLine(title ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** A text as people see it, with the typography of generators undone. */
export function foldTypography(text: string): string {
  return text
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[–—]|-{2,3}/g, '-')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim();
}
