import type { Candidate } from '../model.ts';

/** All articles by what happens to them at one instant. */
export interface Schedule {
  /** Due and not expired. */
  readonly live: readonly Candidate[];
  /** Not due yet, the first due first (R57). */
  readonly heldBack: readonly Candidate[];
  readonly expired: readonly Candidate[];
}

/** Sorts articles by whether they are due at `now` (ms): everything due is live, however late the build runs (R12, R56). */
export function scheduleArticles(articles: readonly Candidate[], now: number): Schedule {
  const isExpired = (article: Candidate) => article.expires !== undefined && article.expires <= now;
  return {
    live: articles.filter((article) => article.published <= now && !isExpired(article)),
    heldBack: articles
      .filter((article) => article.published > now)
      .toSorted((a, b) => a.published - b.published || compareText(a.file, b.file)),
    expired: articles.filter((article) => article.published <= now && isExpired(article)),
  };
}

/** The newest articles: by date of publication, ties by id, so that the order never depends on the disk (R14). */
export function selectArticles(live: readonly Candidate[], limit: number): readonly Candidate[] {
  return live.toSorted((a, b) => b.published - a.published || compareText(a.id, b.id)).slice(0, limit);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
