import type { Feed, FeedOptions } from '../formats/feed.ts';

/** What is read of a document: the options and items of a Feed. */
export interface FeedParts {
  readonly options: FeedOptions;
  readonly categories: readonly string[];
  readonly contributors: Feed['contributors'];
  readonly extensions: Feed['extensions'];
  readonly items: Feed['items'];
}
