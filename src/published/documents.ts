import type { FeedFormat } from '../model.ts';
import type { KnownArticle } from './compare-feed.ts';

/** A feed as it is about to be published. */
export interface FeedNow {
  readonly title: string;
  readonly documents: readonly DocumentNow[];
  /** The articles it carries, in their order. */
  readonly articles: readonly KnownArticle[];
}

export interface DocumentNow {
  readonly path: string;
  readonly url: string;
  readonly format: FeedFormat;
  readonly text: string;
  /** A copy at an old path of the feed says that it is served from elsewhere (R50). */
  readonly isCopy?: boolean;
}

/** A document that subscribers have. */
export interface PublishedDocument {
  /** A file as shown to the user, or an address. */
  readonly source: string;
  /** Below the output folder, when it stands where we write or stood there. */
  readonly path?: string;
  /** Where it is served from, when it was fetched. */
  readonly url?: string;
  readonly bytes: Uint8Array;
  readonly charset?: string;
  /** Of an earlier build of ours, at a path that nothing is written to any more. */
  readonly isLeft?: boolean;
  /** Asked for by name: when it cannot be read, nothing is published. */
  readonly isNamed?: boolean;
}
