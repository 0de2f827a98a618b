import { type PublishedFeed, type PublishedItem, readFeed } from '../documents/read-feed.ts';
import { mergeChanges } from '../guard/changes.ts';
import { compareFeed } from '../guard/compare-feed.ts';
import type { KnownArticle } from '../guard/known-article.ts';
import { indexById } from '../guard/match.ts';
import type { Changes, Problem } from '../model/index.ts';
import { checkCall, DOCUMENT, required, TEXT } from './arguments.ts';

export interface CompareFeedsOptions {
  /** The old document as changes and problems name it. @default 'old' */
  readonly oldSource?: string;
  /** The new document as problems name it. @default 'new' */
  readonly newSource?: string;
}

export interface ComparedFeeds {
  /** What subscribers of the old document see when the new one takes its place; missing when one of them is not a feed. */
  readonly changes?: Changes;
  readonly problems: readonly Problem[];
}

/**
 * Compares two documents of one feed, of any generators and in any formats, item by item: what is new, what is changed (and which
 * facts), what appears once more because its ID is another, what is gone.
 * @param before what subscribers have
 * @param after what is about to take its place
 */
export function compareFeeds(
  before: string | Uint8Array,
  after: string | Uint8Array,
  options: CompareFeedsOptions = {},
): ComparedFeeds {
  const table = { before: required(DOCUMENT), after: required(DOCUMENT), oldSource: TEXT, newSource: TEXT };
  const wrong = checkCall('compareFeeds', { before, after }, options, table);
  if (wrong.length > 0) return { problems: wrong };
  const { oldSource = 'old', newSource = 'new' } = options;
  const [old, now] = [readFeed(before, { source: oldSource }), readFeed(after, { source: newSource })];
  const problems = [old, now].flatMap((read) => ('problem' in read ? [read.problem] : []));
  return 'feed' in old && 'feed' in now ? { changes: compare(old.feed, now.feed), problems } : { problems };
}

function compare(old: PublishedFeed, now: PublishedFeed): Changes {
  const articles = now.items.map(toArticle);
  const published = new Set(old.items.map(({ id }) => id));
  const catalogue = {
    articles,
    byId: indexById(articles),
    textOf: () => undefined,
    isPublished: (id: string) => published.has(id),
    isKeptElsewhere: () => false,
  };
  const { comparedWith, ...changes } = mergeChanges(
    [compareFeed(old, now, articles, catalogue)],
    [],
    [old.source],
  );
  const withoutFiles = Object.entries(changes).map(([kind, rows]) => [
    kind,
    rows.map(({ file: _, ...row }) => row),
  ]);
  return { comparedWith, ...Object.fromEntries(withoutFiles) } as Changes;
}

/** An item of the new document in the place of an article. */
function toArticle({
  id,
  url,
  title,
  published,
  updated,
  content,
  summary,
  line,
}: PublishedItem): KnownArticle {
  return {
    file: `${line} ${id}`,
    id,
    url: url ?? '',
    title: title ?? '',
    published: published ?? updated ?? Number.NaN,
    ...(content === undefined ? {} : { content }),
    ...(summary === undefined ? {} : { summary }),
    state: 'live',
  };
}
