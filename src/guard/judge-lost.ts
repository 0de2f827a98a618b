import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FeedComparison } from './compare-feed.ts';
import type { FeedNow } from './documents.ts';
import type { Judgement } from './harm.ts';
import type { Catalogue } from './known-article.ts';

/**
 * Tells of new articles for which the main feed has no room: the next build carries none of them either, so that no subscriber ever
 * sees them. Reported once, because then they are no longer newer than what is published.
 */
export function judgeLost(
  { published, items }: FeedComparison,
  feed: FeedNow,
  { articles, isPublished }: Catalogue,
  { now, settingPlace }: Judgement,
): readonly Problem[] {
  const dates = published.items.flatMap(({ published: date }) => date ?? []).filter((date) => date <= now);
  if (!feed.isMain || dates.length === 0) return [];
  const newest = dates.reduce((a, b) => Math.max(a, b));
  const carried = new Set(feed.articles.map(({ file }) => file));
  // Articles that are not selected need no room.
  const files = articles
    .filter(
      ({ state, published: date, file }) =>
        state === 'live' && date > newest && (feed.selected?.has(file) ?? true),
    )
    .filter(({ file, id }) => !carried.has(file) && !isPublished(id))
    .map(({ file }) => file);
  const details = { feed: published.source, files, carried: items, wanted: items + files.length };
  return files.length > 0 ? [problem('limit-too-low', settingPlace('limit'), details)] : [];
}
