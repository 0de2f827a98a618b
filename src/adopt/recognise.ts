import { toIri } from '../articles/url-and-id.ts';
import type { PublishedFeed, PublishedItem } from '../documents/published-feed.ts';
import type { Candidate, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { matchWithTexts, type Render } from './match-texts.ts';
import type { KnownArticle } from './plan-ids.ts';

/** A published item that is not an article here. */
export interface UnmatchedItem {
  /** The feed, and the 1-based line in it. */
  readonly source: string;
  readonly line: number;
  readonly title: string | null;
  readonly url: string | null;
  readonly id: string;
}

/** The articles that feeds show, each once, and what is left. */
export interface Recognised {
  readonly articles: readonly Omit<KnownArticle, 'own'>[];
  readonly unmatched: readonly UnmatchedItem[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the articles that feeds show. The first feed decides about the id of an article; another that has it under another id is
 * reported.
 * @param site home page, which Atom makes ids of
 */
export function recogniseArticles(
  feeds: readonly PublishedFeed[],
  candidates: readonly Candidate[],
  site: string,
  render: Render,
): Recognised {
  const known = new Map<Candidate, Omit<KnownArticle, 'own'>>();
  const unmatched = new Map<string, UnmatchedItem>();
  const problems: Problem[] = [];
  for (const feed of feeds) {
    const { matches, unmatched: left } = matchWithTexts(feed.items, candidates, render);
    const { source, items } = feed;
    if (matches.length === 0 && items.length > 0)
      problems.push(problem('nothing-matched', { file: source }, { feed: source, items: items.length }));
    for (const { item, article, by } of matches) {
      const place = { file: source, line: item.line };
      const first = known.get(article);
      if (!first) {
        const isRight = isPublishedId(item, article.id, feed, site);
        const isIllegal = feed.format === 'atom' && toIri(item.id, site) !== item.id;
        known.set(article, { article, wanted: item.id, isRight, isIllegal, by, place });
      } else if (!isPublishedId(item, first.wanted, feed, site)) {
        const details = { id: first.wanted, other: item.id, feed: `${source}:${item.line}` };
        problems.push(problem('two-published-ids', { file: article.file }, details));
      }
    }
    for (const item of left) if (!unmatched.has(item.id)) unmatched.set(item.id, describe(item, source));
  }
  return { articles: [...known.values()], unmatched: [...unmatched.values()], problems };
}

/** Whether a feed shows an id as its format does: Atom makes an IRI of what is none. */
function isPublishedId(item: PublishedItem, id: string, { format }: PublishedFeed, site: string): boolean {
  return item.id === id || (format === 'atom' && item.id === toIri(id, site));
}

function describe({ line, title, url, id }: PublishedItem, source: string): UnmatchedItem {
  return { source, line, title: title ?? null, url: url ?? null, id };
}
