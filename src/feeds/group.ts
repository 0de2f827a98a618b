import type { Candidate, FeedFilter, FeedRule } from '../model/index.ts';
import { createSelection, type Selection } from './select.ts';
import { fold } from './slug.ts';

/** The articles that share one value of a facet. */
export interface Group {
  /** The value as most articles spell it. */
  readonly label: string;
  /** How many articles it has, whatever the limit. */
  readonly size: number;
  /** Newest first. */
  readonly articles: readonly Candidate[];
}

interface Growing {
  readonly spellings: Map<string, number>;
  readonly selection: Selection;
}

/** Sorts articles into groups, ordered by label; each keeps no more articles than its feed carries. */
export function groupArticles(
  live: readonly Candidate[],
  rule: FeedRule & { readonly by: string },
  limit: number,
): readonly Group[] {
  const groups = new Map<string, Growing>();
  const isWanted = createGate(rule);
  const matches = createMatcher(rule.where);
  for (const article of live) {
    if (!matches(article)) continue;
    const seen = new Set<string>();
    for (const label of article.facets?.[rule.by] ?? []) {
      const key = fold(label);
      if (!isWanted(key) || seen.has(key)) continue;
      seen.add(key);
      const group = groups.get(key) ?? { spellings: new Map(), selection: createSelection(limit) };
      groups.set(key, group);
      group.spellings.set(label, (group.spellings.get(label) ?? 0) + 1);
      group.selection.offer(article);
    }
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { spellings, selection }]) => ({
      label: findUsual(spellings),
      size: selection.size(),
      articles: selection.newest(),
    }));
}

/** Whether a value, folded, has a feed: `include` and `exclude`. */
function createGate({ include, exclude }: FeedRule): (key: string) => boolean {
  const wanted = include && new Set(include.map(fold));
  const unwanted = new Set(exclude.map(fold));
  return (key) => (wanted?.has(key) ?? true) && !unwanted.has(key);
}

/** Whether an article has one of the values of every filter. */
export function createMatcher(where: readonly FeedFilter[]): (article: Candidate) => boolean {
  const filters = where.map(({ facet, values }) => ({ facet, values: new Set(values.map(fold)) }));
  return ({ facets = {} }) =>
    filters.every(({ facet, values }) => facets[facet]?.some((value) => values.has(fold(value))) ?? false);
}

/** The spelling that most articles have; of equals the first in the order of code units. */
function findUsual(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
