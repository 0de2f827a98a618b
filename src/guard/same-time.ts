import type { PublishedItem } from '../documents/published-feed.ts';
import type { Matchable } from './matchable.ts';

/** The same day in any two time zones. */
export const SAME_DAY = 36 * 3_600_000;
/** Dates that differ by less are one date: some tools drop the seconds. */
export const MINUTE = 60_000;

/** When it was published, or what comes nearest. */
export function dateOf({ published, updated }: PublishedItem): number | undefined {
  return published ?? updated;
}

/** The minute of an item or article, as a key. */
export function minuteOf(of: { readonly published?: number; readonly updated?: number }): string | undefined {
  const date = of.published ?? of.updated;
  return date === undefined ? undefined : String(Math.floor(date / MINUTE));
}

/** Whether the dates are known and further apart than any time zones. */
export function isElsewhere(item: PublishedItem, article: Matchable): boolean {
  return dateOf(item) !== undefined && !isWithin(item, article, SAME_DAY);
}

/** @param span in ms */
export function isWithin(item: PublishedItem, { published }: Matchable, span: number): boolean {
  const date = dateOf(item);
  return date !== undefined && Math.abs(date - published) <= span;
}
