import type { PublishedItem } from '../documents/published-feed.ts';
import { type Matching, matchItems } from '../guard/match.ts';
import type { Candidate } from '../model/index.ts';

/** Gives the HTML of articles, in their order; undefined for one that can't be rendered. */
export type Render = (articles: readonly Candidate[]) => readonly (string | undefined)[];

/** Rendering costs, and comparing each text with each: more articles, or more items, are not compared. */
const MAX_TEXTS = 300;

/**
 * Finds the articles that items show, as {@link matchItems} does. Only when it leaves items with a text, the articles that are
 * nearest to them in time are rendered, and recognised by their text.
 */
export function matchWithTexts(
  items: readonly PublishedItem[],
  candidates: readonly Candidate[],
  render: Render,
): Matching<Candidate> {
  const first = matchItems(items, candidates);
  const open = first.unmatched.filter(({ content }) => content !== undefined).slice(0, MAX_TEXTS);
  if (open.length === 0) return first;
  const taken = new Set(first.matches.map(({ article }) => article));
  const near = chooseNearest(
    candidates.filter((candidate) => !taken.has(candidate)),
    open,
  );
  const contents = render(near);
  const articles = near.map((article, index) => ({ ...article, article, ...present(contents[index]) }));
  const second = matchItems(first.unmatched, articles);
  const found = second.matches.map(({ item, article, by }) => ({ item, article: article.article, by }));
  return { matches: [...first.matches, ...found], unmatched: second.unmatched };
}

function chooseNearest(
  candidates: readonly Candidate[],
  items: readonly PublishedItem[],
): readonly Candidate[] {
  if (candidates.length <= MAX_TEXTS) return candidates;
  const dates = items.flatMap(({ published, updated }) => published ?? updated ?? []);
  const distance = ({ published }: Candidate) =>
    dates.reduce((least, date) => Math.min(least, Math.abs(date - published)), Number.POSITIVE_INFINITY);
  const measured = candidates.map((candidate) => ({ candidate, away: distance(candidate) }));
  return measured
    .toSorted((a, b) => compare(a.away, b.away))
    .slice(0, MAX_TEXTS)
    .map(({ candidate }) => candidate);
}

/** Also of two infinities, whose difference is not a number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function present(content: string | undefined): { readonly content?: string } {
  return content === undefined ? {} : { content };
}
