import type { ChangedArticle, ChangedFact, Changes } from '../model/index.ts';
import type { FeedComparison } from './compare-feed.ts';
import type { KnownArticle } from './known-article.ts';

type Kind = 'again' | 'new' | 'changed' | 'leaves';

interface Row extends ChangedArticle {
  readonly kind: Kind;
}

/** What strikes subscribers most comes first; an article that is several things counts as the first. */
const KINDS: readonly Kind[] = ['again', 'new', 'changed', 'leaves'];

/**
 * What the comparisons of all documents come to, each article once, in the order of the feeds.
 * @param first articles of a first build, which are all new
 */
export function mergeChanges(
  comparisons: readonly FeedComparison[],
  first: readonly KnownArticle[],
  comparedWith: readonly string[],
): Changes {
  const rows = new Map<string, Row>();
  const initial = first.map((article): Row => ({ kind: 'new', ...describe(article), feeds: [] }));
  for (const row of [...initial, ...comparisons.flatMap(listRows)]) {
    const key = row.file ?? row.id;
    const known = rows.get(key);
    rows.set(key, known ? joinRows(known, row) : row);
  }
  const ofKind = (kind: Kind): readonly ChangedArticle[] =>
    [...rows.values()].filter((row) => row.kind === kind).map(({ kind: _, ...article }) => article);
  return {
    comparedWith,
    new: ofKind('new'),
    changed: ofKind('changed'),
    again: ofKind('again'),
    leaves: ofKind('leaves'),
  };
}

function listRows({ published, added, again, kept, reused, left }: FeedComparison): readonly Row[] {
  const feeds = [published.source];
  const changed = kept.filter(({ facts }) => facts.length > 0);
  return [
    ...added.map((article): Row => ({ kind: 'new', ...describe(article), feeds })),
    ...again.map(({ article, item }): Row => ({ kind: 'again', ...describe(article), was: item.id, feeds })),
    ...changed.map(({ article, facts }): Row => ({ kind: 'changed', ...describe(article), facts, feeds })),
    ...reused.map(
      ({ article }): Row => ({ kind: 'changed', ...describe(article), facts: ['title', 'content'], feeds }),
    ),
    ...left.map(({ item, article, reason }): Row => {
      const { id, url, title = id } = item;
      return {
        kind: 'leaves',
        ...(article ? describe(article) : { id, title, ...(url === undefined ? {} : { url }) }),
        reason,
        feeds,
      };
    }),
  ];
}

function describe({ id, title, url, file }: KnownArticle) {
  return { id, title, url, file };
}

function joinRows(a: Row, b: Row): Row {
  const [more, less] = KINDS.indexOf(a.kind) <= KINDS.indexOf(b.kind) ? [a, b] : [b, a];
  const facts: readonly ChangedFact[] = [...new Set([...(a.facts ?? []), ...(b.facts ?? [])])];
  return {
    ...more,
    ...(more.kind === 'changed' && less.kind === 'changed' ? { facts } : {}),
    feeds: [...new Set([...a.feeds, ...b.feeds])],
  };
}

/** `1 new, 2 updated, 0 duplicates, 1 dropped`. */
export function countChanges({ new: added, changed, again, leaves }: Changes): string {
  return `${added.length} new, ${changed.length} updated, ${again.length} ${again.length === 1 ? 'duplicate' : 'duplicates'}, ${leaves.length} dropped`;
}
