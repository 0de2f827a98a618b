import type { Candidate } from '../model/index.ts';

/** All articles by what happens to them at one time. */
export interface Schedule {
  /** Due and not expired. */
  readonly live: readonly Candidate[];
  /** Not due yet, the first due first (R57). */
  readonly heldBack: readonly Candidate[];
  readonly expired: readonly Candidate[];
  /** When the first of the live articles expires, in ms. */
  readonly nextExpiry: number | undefined;
}

/** Sorts articles by whether they are due at `now` (ms): everything due is live, however late the build runs (R12, R56). */
export function scheduleArticles(articles: readonly Candidate[], now: number): Schedule {
  const isExpired = (article: Candidate) => article.expires !== undefined && article.expires <= now;
  const live = articles.filter((article) => article.published <= now && !isExpired(article));
  return {
    live,
    heldBack: articles
      .filter((article) => article.published > now)
      .toSorted((a, b) => a.published - b.published || compareText(a.file, b.file)),
    expired: articles.filter((article) => article.published <= now && isExpired(article)),
    nextExpiry: findFirstExpiry(live),
  };
}

function findFirstExpiry(live: readonly Candidate[]): number | undefined {
  let first: number | undefined;
  for (const { expires } of live)
    if (expires !== undefined && (first === undefined || expires < first)) first = expires;
  return first;
}

/** The newest of the articles that it is offered; it never holds many more than it keeps. */
export interface Selection {
  readonly offer: (article: Candidate) => void;
  /** How many articles it was offered. */
  readonly size: () => number;
  /** By date of publication, ties by id, so that the order never depends on the disk (R14). */
  readonly newest: () => readonly Candidate[];
}

/** @param limit how many articles to keep; may be Infinity */
export function createSelection(limit: number): Selection {
  let kept: Candidate[] = [];
  let size = 0;
  /** The oldest article that is still kept, once there are more than enough. */
  let last: Candidate | undefined;
  const settle = (): void => {
    kept = kept.sort(compareNewest).slice(0, limit);
    if (kept.length === limit) last = kept.at(-1);
  };
  return {
    offer(article) {
      size++;
      if (last !== undefined && compareNewest(article, last) > 0) return;
      kept.push(article);
      if (kept.length >= 2 * limit) settle();
    },
    size: () => size,
    newest() {
      settle();
      return kept;
    },
  };
}

/** The newest articles. */
export function selectArticles(live: readonly Candidate[], limit: number): readonly Candidate[] {
  const selection = createSelection(limit);
  for (const article of live) selection.offer(article);
  return selection.newest();
}

function compareNewest(a: Candidate, b: Candidate): number {
  return b.published - a.published || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
