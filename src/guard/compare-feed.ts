import type { PublishedFeed, PublishedItem } from '../documents/published-feed.ts';
import type { ChangedFact, LeavingReason } from '../model/index.ts';
import { compareItem, differsInDate } from './compare-items.ts';
import { compareLikeness, foldTitle, readLikeness } from './likeness.ts';
import { type ArticlesById, countIds, type Match, type Matchable, matchItems, SAME_DAY } from './match.ts';

/** An article of the site, published or not. */
export interface KnownArticle extends Matchable {
  readonly file: string;
  /** The id in Atom, where only an IRI may stand, when it is another. */
  readonly atomId?: string;
  /** What becomes of it when no feed carries it. */
  readonly state: 'live' | 'held back' | 'expired';
}

/** All articles of a site. */
export interface Catalogue {
  readonly articles: readonly KnownArticle[];
  readonly byId: ArticlesById<KnownArticle>;
}

/** A published item and the article that subscribers will see in its place. */
export interface Kept {
  readonly item: PublishedItem;
  readonly article: KnownArticle;
  readonly facts: readonly ChangedFact[];
}

/** One published feed and what will take its place, item by item. */
export interface FeedComparison {
  readonly published: PublishedFeed;
  readonly items: number;
  /** Whether there are older articles than the feed carries. */
  readonly isLimited: boolean;
  /** Under the id that they are published under. */
  readonly kept: readonly Kept[];
  /** Under another id. */
  readonly again: readonly {
    readonly article: KnownArticle;
    readonly item: PublishedItem;
    readonly isRepeated: boolean;
  }[];
  /** Another article under a published id. */
  readonly reused: readonly {
    readonly article: KnownArticle;
    readonly item: PublishedItem;
    readonly other?: PublishedItem;
  }[];
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
  { articles, byId }: Catalogue,
): FeedComparison {
  const { matches, unmatched } = matchItems(published.items, articles, byId);
  const isCarried = new Set(carried);
  const ids = countIds(published.items);
  const staying = matches.filter(({ article }) => isCarried.has(article));
  const same = staying.filter(({ item, article }) => item.id === article.id);
  const again = staying
    .filter(({ item, article }) => item.id !== article.id)
    .map(({ item, article }) => ({ item, article, isRepeated: (ids.get(item.id) ?? 0) > 1 }));
  const reused = findReused(same, published.items);
  const isReused = new Set(reused.map(({ item }) => item));
  const nowById = new Map(now.items.map((item) => [item.id, item]));
  const isForeign = published.format !== 'json' && !published.generator?.startsWith('feedwright');
  const kept = same
    .filter(({ item }) => !isReused.has(item))
    .map(({ item, article }) => {
      const written = nowById.get(article.id);
      return { item, article, facts: written ? compareItem(item, written, isForeign) : [] };
    });
  const known = new Set(staying.map(({ article }) => article));
  const gone = matches.filter(({ article }) => !isCarried.has(article));
  return {
    published,
    items: carried.length,
    isLimited: isLimited(carried, articles),
    kept,
    again,
    reused,
    added: carried.filter((article) => !known.has(article)),
    left: [
      ...gone.map(({ item, article }) => ({ item, article, reason: reasonOf(article, carried) })),
      ...unmatched.map((item) => ({ item, reason: 'no longer published' as const })),
    ],
  };
}

function isLimited(carried: readonly KnownArticle[], articles: readonly KnownArticle[]): boolean {
  const oldest = carried.at(-1)?.published ?? 0;
  const isCarried = new Set(carried);
  return articles.some((each) => each.state === 'live' && each.published <= oldest && !isCarried.has(each));
}

/** Why an article that there still is leaves a feed. */
function reasonOf({ state, published }: KnownArticle, carried: readonly KnownArticle[]): LeavingReason {
  if (state !== 'live') return state;
  return published <= (carried.at(-1)?.published ?? Number.POSITIVE_INFINITY)
    ? 'older than the limit'
    : 'in another feed';
}

const STRANGE = 0.3;
const ALIKE = 0.7;
/** More texts than this are not compared each with each. */
const MAX_TEXTS = 300;

/**
 * Published ids that now name another article: the text is a stranger's, and either nothing else fits too (title and date are
 * other ones) or the text is published under another id.
 */
function findReused(
  same: readonly Match<KnownArticle>[],
  items: readonly PublishedItem[],
): FeedComparison['reused'] {
  const suspects = same.flatMap(({ item, article }) => {
    const isTitle = foldTitle(item.title) === foldTitle(article.title);
    const isMoved = differsInDate(item.published, article.published);
    if ((isTitle && !isMoved) || item.content === article.content) return [];
    const text = readLikeness(article.content);
    const likeness = compareLikeness(readLikeness(item.content), text) ?? 0;
    const isDay = item.published === undefined || Math.abs(item.published - article.published) <= SAME_DAY;
    return likeness >= STRANGE ? [] : [{ item, article, text, isKnown: isTitle || isDay }];
  });
  const texts = suspects.length === 0 ? [] : items.slice(0, MAX_TEXTS).map(withText);
  return suspects.flatMap(({ item, article, text, isKnown }, index) => {
    const other = texts.find(
      (each) =>
        index < MAX_TEXTS && each.item.id !== item.id && (compareLikeness(each.text, text) ?? 0) >= ALIKE,
    );
    if (other) return [{ item, article, other: other.item }];
    return isKnown ? [] : [{ item, article }];
  });
}

function withText(item: PublishedItem) {
  return { item, text: readLikeness(item.content) };
}
