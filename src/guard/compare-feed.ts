import type { PublishedFeed, PublishedItem } from '../documents/published-feed.ts';
import type { ChangedFact, LeavingReason } from '../model/index.ts';
import { compareItem, isShortened } from './compare-items.ts';
import { findReused, type Reused } from './find-reused.ts';
import type { Catalogue, KnownArticle } from './known-article.ts';
import { countIds, type Match, type Matching, matchItems } from './match.ts';
import type { MatchReason } from './matchable.ts';

/** The published article that an item shows in another place, and how sure that is. */
interface Again {
  readonly article: KnownArticle;
  readonly item: PublishedItem;
  readonly isRepeated: boolean;
  /** Only likely: the same time or text under another title. */
  readonly isGuess: boolean;
  /** Subscribers of another format have it under the id that it has now: no id is right for both. */
  readonly isKeptElsewhere: boolean;
  readonly by: MatchReason;
}

/** A published item and the article that subscribers will see in its place. */
export interface Kept {
  readonly item: PublishedItem;
  readonly article: KnownArticle;
  readonly facts: readonly ChangedFact[];
  /** Whether the full text is published, and a summary would take its place. */
  readonly isShortened: boolean;
}

/** One published feed and what will take its place, item by item. */
export interface FeedComparison {
  readonly published: PublishedFeed;
  readonly items: number;
  /** Under the id that they are published under. */
  readonly kept: readonly Kept[];
  /** Under another id. */
  readonly again: readonly Again[];
  /** Another article under a published id. */
  readonly reused: readonly Reused[];
  readonly added: readonly KnownArticle[];
  readonly left: readonly {
    readonly item: PublishedItem;
    readonly article?: KnownArticle;
    readonly reason: LeavingReason;
  }[];
}

/**
 * Compares a published feed with the articles that it will carry.
 * @param now the new document, read as subscribers' programs read it
 * @param carried its articles, in their order
 * @param catalogue all articles of the site
 */
export function compareFeed(
  published: PublishedFeed,
  now: PublishedFeed,
  carried: readonly KnownArticle[],
  catalogue: Catalogue,
): FeedComparison {
  const { articles, byId, isPublished } = catalogue;
  const first = matchItems(published.items, articles, { byId, isPublished, isGuessing: true });
  const reused = findReused(first.matches, published.items, catalogue);
  const { matches, unmatched } = rematch(first, reused, catalogue);
  const isCarried = new Set(carried);
  const ids = countIds(published.items);
  const staying = matches.filter(({ article }) => isCarried.has(article));
  const again = staying
    .filter(({ item, article }) => item.id !== article.id)
    .map(({ item, article, by, isGuess = false }) => ({
      ...{ item, article, by, isGuess },
      isRepeated: (ids.get(item.id) ?? 0) > 1,
      isKeptElsewhere: catalogue.isKeptElsewhere(article),
    }));
  const known = new Set([...staying, ...reused].map(({ article }) => article));
  const gone = matches.filter(({ article }) => !isCarried.has(article));
  return {
    published,
    items: carried.length,
    kept: findKept(staying, published, now),
    again,
    reused,
    added: carried.filter((article) => !known.has(article)),
    left: [
      ...gone.map(({ item, article }) => ({ item, article, reason: reasonOf(article, carried) })),
      ...unmatched.map((item) => ({ item, reason: 'no longer published' as const })),
    ],
  };
}

/** An item whose id names another article now may be one of those that nothing else is. */
function rematch(
  { matches, unmatched }: Matching<KnownArticle>,
  reused: readonly Reused[],
  { articles, isPublished }: Catalogue,
): Matching<KnownArticle> {
  if (reused.length === 0) return { matches, unmatched };
  const released = new Set(reused.map(({ item }) => item));
  const taken = new Set(matches.map(({ article }) => article));
  const open = articles.filter((article) => !taken.has(article));
  const second = matchItems([...released], open, { isPublished });
  // The item of the subscribers is replaced, so it does not leave.
  return { matches: [...matches.filter(({ item }) => !released.has(item)), ...second.matches], unmatched };
}

function findKept(
  staying: readonly Match<KnownArticle>[],
  published: PublishedFeed,
  now: PublishedFeed,
): readonly Kept[] {
  const nowById = new Map(now.items.map((item) => [item.id, item]));
  const isForeign = !published.generator?.startsWith('feedwright');
  return staying
    .filter(({ item, article }) => item.id === article.id)
    .map(({ item, article }) => {
      const written = nowById.get(article.id);
      const facts = written ? compareItem(item, written, isForeign) : [];
      const isText = facts.includes('content') || facts.includes('summary');
      const isCut = written !== undefined && isText && isShortened(item, written, article.content);
      return { item, article, facts, isShortened: isCut };
    });
}

/** Why an article that there still is leaves a feed. */
function reasonOf({ state, published }: KnownArticle, carried: readonly KnownArticle[]): LeavingReason {
  if (state !== 'live') return state;
  return published <= (carried.at(-1)?.published ?? Number.POSITIVE_INFINITY)
    ? 'older than the limit'
    : 'in another feed';
}
