import type { PublishedItem } from '../documents/published-feed.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findPairs, group } from './match-by-key.ts';
import { listRules, type Rule } from './match-rules.ts';
import type { Matchable, MatchReason } from './matchable.ts';
import { minuteOf } from './same-time.ts';

export interface Match<Article extends Matchable> {
  readonly item: PublishedItem;
  readonly article: Article;
  readonly by: MatchReason;
  /** Only likely: the same time or text, and nothing else. */
  readonly isGuess?: true;
}

export interface Matching<Article extends Matchable> {
  /** In the order of the items. */
  readonly matches: readonly Match<Article>[];
  readonly unmatched: readonly PublishedItem[];
}

/** Reading texts costs: no more items than this are recognised by theirs. */
const MAX_TEXTS = 300;

/** What else is known of the articles, and what to say of them. */
export interface MatchOptions<Article extends Matchable> {
  /** The articles, for who matches many feeds with them. */
  readonly byId?: ArticlesById<Article>;
  /** Whether subscribers have an id already: its article is that one, and no other that only looks like it. */
  readonly isPublished?: (id: string) => boolean;
  /** Whether to say also what is only likely: as many items as articles of one minute are the same, in their order. */
  readonly isGuessing?: boolean;
}

/**
 * Finds the article that each published item shows. Every rule looks at what the rules before it left; a rule by which an item
 * could be two articles, or an article two items, says nothing about them. The rules are in `match-rules.ts`.
 */
export function matchItems<Article extends Matchable>(
  items: readonly PublishedItem[],
  articles: readonly Article[],
  { byId = indexById(articles), isPublished = () => false, isGuessing = false }: MatchOptions<Article> = {},
): Matching<Article> {
  const state = matchIds(items, byId);
  if (state.size === items.length) return { matches: [...state.values()], unmatched: [] };
  const evidence = gatherEvidence(items, articles);
  const apply = ({ by, isWeak, isGuess }: Pick<Rule, 'by' | 'isWeak' | 'isGuess'>, find: Find) => {
    const isCostly = isWeak && !items[0]?.fingerprint;
    const openItems = items.filter((item) => !state.has(item)).slice(0, isCostly ? MAX_TEXTS : undefined);
    if (openItems.length === 0) return;
    const taken = new Set<Matchable>([...state.values()].map(({ article }) => article));
    const open = articles.filter((each) => !taken.has(each) && !(isWeak && isPublished(each.id)));
    for (const [item, article] of find(openItems, open))
      state.set(item, { item, article, by, ...(isGuess?.(item, article) ? { isGuess: true } : {}) });
  };
  for (const rule of listRules(evidence)) apply(rule, (open, left) => findPairs(open, left, rule));
  if (isGuessing)
    apply({ by: 'position', isWeak: true, isGuess: () => true }, (open, left) =>
      pairInOrder(open, left, evidence),
    );
  return {
    matches: items.flatMap((item) => state.get(item) ?? []),
    unmatched: items.filter((item) => !state.has(item)),
  };
}

type Find = <Article extends Matchable>(
  items: readonly PublishedItem[],
  articles: readonly Article[],
) => readonly (readonly [PublishedItem, Article])[];

/** Items and articles of one minute, when there are as many of both, in the order of feeds; none when two of them are strangers. */
function pairInOrder<Article extends Matchable>(
  items: readonly PublishedItem[],
  articles: readonly Article[],
  { isStrange }: Evidence,
): readonly (readonly [PublishedItem, Article])[] {
  const itemsOf = group(items, (item) => [minuteOf(item) ?? '']);
  itemsOf.delete('');
  const articlesOf = group(articles, (article) => [minuteOf(article) ?? '']);
  return [...itemsOf].flatMap(([minute, shown]) => {
    const same = (articlesOf.get(minute) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (same.length !== shown.length) return [];
    const pairs = same.flatMap((article, index) =>
      shown.slice(index, index + 1).map((item) => [item, article] as const),
    );
    return pairs.some(([item, article]) => isStrange(item, article)) ? [] : pairs;
  });
}

/** Articles by their ids, without ids that two of them have. */
export type ArticlesById<Article> = ReadonlyMap<string, Article>;

export function indexById<Article extends Matchable>(articles: readonly Article[]): ArticlesById<Article> {
  const counts = countIds(articles);
  return new Map(
    articles.flatMap((article) => (counts.get(article.id) === 1 ? [[article.id, article]] : [])),
  );
}

function matchIds<Article extends Matchable>(
  items: readonly PublishedItem[],
  byId: ArticlesById<Article>,
): Map<PublishedItem, Match<Article>> {
  const counts = countIds(items);
  const found = items.flatMap((item) => {
    const article = counts.get(item.id) === 1 ? byId.get(item.id) : undefined;
    return article ? [[item, { item, article, by: 'id' as const }] as const] : [];
  });
  return new Map(found);
}

/** How many have each id. */
export function countIds(all: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of all) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
