import type { PublishedDocument, PublishedFeed } from '../documents/published-feed.ts';
import type { DocumentNow, FeedNow } from './documents.ts';
import type { KnownArticle } from './known-article.ts';
import { matchItems } from './match.ts';
import type { NameFor } from './naming.ts';

/** A document to write, and its feed. */
export interface Placed {
  readonly feed: FeedNow;
  readonly document: DocumentNow;
}

/** An index of what is about to be published, so that no document has to be searched for. */
export interface PlanIndex {
  readonly byPath: (path: string | undefined) => Placed | undefined;
  readonly byUrl: (url: string | undefined) => Placed | undefined;
  /** How many of the items of a published feed each feed carries, those with any. */
  readonly countItems: (published: PublishedFeed) => ReadonlyMap<FeedNow, number>;
  /** Whether none of the documents of a feed was published before. */
  readonly isNew: (feed: FeedNow) => boolean;
}

export function indexPlan(
  feeds: readonly FeedNow[],
  published: readonly PublishedDocument[],
  naming: NameFor,
): PlanIndex {
  const placed = feeds.flatMap((feed) => feed.documents.map((document): Placed => ({ feed, document })));
  const paths = new Map(placed.toReversed().map((each) => [each.document.path, each]));
  const urls = new Map(placed.toReversed().map((each) => [each.document.url, each]));
  const before = new Set(published.map(({ path }) => path));
  const carriers = listCarriers(feeds);
  return {
    byPath: (path) => (path === undefined ? undefined : paths.get(path)),
    byUrl: (url) => (url === undefined ? undefined : urls.get(url)),
    countItems: ({ items, format }) => {
      const { articles, byId } = naming(format).catalogue;
      // Reading every text takes a hundred times as long, and a feed that takes the place of one of ours has the same ids.
      const known = items.map(({ content: _, summary: __, ...item }) => item);
      const counts = new Map<FeedNow, number>();
      const quick = matchItems(known, articles, { byId }).matches;
      const matches = quick.length > 0 ? quick : matchItems(items, articles, { byId }).matches;
      for (const { article } of matches)
        for (const feed of carriers.get(article.file) ?? []) counts.set(feed, (counts.get(feed) ?? 0) + 1);
      return counts;
    },
    isNew: ({ documents }) => !documents.some(({ path }) => before.has(path)),
  };
}

/** The feeds that carry each article, by its file. */
function listCarriers(feeds: readonly FeedNow[]): ReadonlyMap<KnownArticle['file'], readonly FeedNow[]> {
  const carriers = new Map<string, FeedNow[]>();
  for (const feed of feeds)
    for (const { file } of feed.articles) {
      const known = carriers.get(file);
      if (known) known.push(feed);
      else carriers.set(file, [feed]);
    }
  return carriers;
}
