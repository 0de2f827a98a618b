import type { FeedFormat, PlannedFeed } from '../model/index.ts';
import type { KnownArticle } from './known-article.ts';

/** A feed as it is about to be published. */
export interface FeedNow {
  readonly title: string;
  readonly isMain?: boolean;
  /** The files of the articles that it may carry, where it is not all. */
  readonly selected?: ReadonlySet<string>;
  /** What its articles have in common, for a feed of a group. */
  readonly group?: PlannedFeed['group'];
  readonly documents: readonly DocumentNow[];
  /** The articles it carries, in their order. */
  readonly articles: readonly KnownArticle[];
}

export interface DocumentNow {
  readonly path: string;
  readonly url: string;
  readonly format: FeedFormat;
  readonly text: string;
  /** Whether these are its bytes; asked for without making the text. */
  readonly isMadeOf?: (bytes: Uint8Array) => boolean;
  /** A copy at an old path of the feed says that it is served from elsewhere (R50). */
  readonly isCopy?: boolean;
}
