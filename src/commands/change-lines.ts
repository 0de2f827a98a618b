import { countChanges } from '../guard/changes.ts';
import type { ChangedArticle, Changes } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';

/** More of one kind tell no one more; the report has all of them. */
const SHOWN_PER_KIND = 10;

/** What subscribers will see, as lines: the sentence, then the articles. */
export function formatChanges(changes: Changes): string {
  return `Subscribers will see: ${countChanges(changes)}\n${listChanges(changes)}`;
}

/** The articles that change, a line each. */
export function listChanges(changes: Changes): string {
  const lines = [
    ...listKind('new', changes.new, () => ''),
    ...listKind('updated', changes.changed, ({ facts = [] }) => `: ${facts.join(', ')}`),
    ...listKind('duplicate', changes.again, ({ id, was }) => `: its ID was ${was}, now it is ${id}`),
    ...listKind('dropped', changes.leaves, ({ reason }) => `: ${reason}`),
  ];
  return joinLines(lines);
}

function listKind(
  kind: string,
  articles: readonly ChangedArticle[],
  explain: (article: ChangedArticle) => string,
): readonly string[] {
  const shown = articles
    .slice(0, SHOWN_PER_KIND)
    .map(
      (article) =>
        `  ${kind.padEnd(9)}  ${article.title}${article.file ? ` (${article.file})` : ''}${explain(article)}`,
    );
  const rest = articles.length - shown.length;
  return rest > 0 ? [...shown, `  ${kind.padEnd(9)}  … and ${rest} more`] : shown;
}

/** Whether a subscriber who had something would see anything. */
export function isSeen({ comparedWith, ...kinds }: Changes): boolean {
  return comparedWith.length > 0 && Object.values(kinds).some((articles) => articles.length > 0);
}
