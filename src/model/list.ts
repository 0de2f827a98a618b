/** What becomes of each article: the part of the vocabulary that `feedwright list` shows. Types only. */
import type { Problem } from './problem.ts';

/** What becomes of an article, and why it is not in the feed. */
export type ArticleState =
  | 'in the feed'
  | 'in the archive'
  | 'in another feed'
  | 'older than the limit'
  | 'in no feed'
  | 'held back'
  | 'expired'
  | 'draft'
  | 'hidden'
  | 'refused';

/** One article file; null stands for what a draft or a refused file does not tell. */
export interface ListedArticle {
  readonly file: string;
  readonly state: ArticleState;
  readonly title: string | null;
  readonly id: string | null;
  readonly url: string | null;
  /** RFC 3339, in UTC. */
  readonly published: string | null;
  /** The same time in the site's time zone, as `2025-11-04T09:00:00+01:00`. */
  readonly local: string | null;
  readonly updated: string | null;
  /** The key that hides it, of a draft or hidden article; empty for its path. */
  readonly reason?: string;
}

export interface ListedArticles {
  readonly articles: readonly ListedArticle[];
  readonly problems: readonly Problem[];
}
