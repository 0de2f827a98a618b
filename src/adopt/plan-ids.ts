import type { Candidate, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

/** An article that a published feed shows. */
export interface KnownArticle {
  readonly article: Candidate;
  /** The id in its front matter. */
  readonly own: string | undefined;
  /** The id that readers know it by. */
  readonly wanted: string;
  /** Whether the article has this id now, as the format of the feed writes it. */
  readonly isRight: boolean;
  /** Whether the format of the feed allows no such id: another tool wrote it all the same. */
  readonly isIllegal: boolean;
  /** How the article was recognised, such as `url`. */
  readonly by: string;
  /** Where the feed shows it. */
  readonly place: Place;
}

/** Which articles get an id. */
export interface IdPlan {
  readonly changes: readonly KnownArticle[];
  /** Why some of the others do not. */
  readonly problems: readonly Problem[];
}

/**
 * Decides which articles get the id that they are published under: those whose id would otherwise change; to pin ids, all that
 * have none of their own. What is in a file already is never touched.
 * @param found at most once per article
 * @param all the articles of the site, whose ids must stay different (R3)
 * @param formOf the form in which two ids are the same
 */
export function planIds(
  found: readonly KnownArticle[],
  all: readonly Candidate[],
  isPin: boolean,
  formOf: (id: string) => string,
): IdPlan {
  const illegal = found.filter(({ isIllegal, isRight }) => isIllegal && !isRight);
  const wrong = found.filter(({ isRight, isIllegal }) => !isRight && !isIllegal);
  const owned = wrong.filter(({ own }) => own !== undefined);
  const open = (isPin ? found : wrong).filter(({ own, isIllegal }) => own === undefined && !isIllegal);
  const changing = new Set(open.map(({ article }) => article));
  const staying = all.filter((article) => !changing.has(article));
  const taken = new Map(staying.map(({ id, file }) => [formOf(id), file]));
  const changes: KnownArticle[] = [];
  const problems = owned.map(({ article, wanted, place }) =>
    problem('other-own-id', { file: article.file }, { own: article.id, id: wanted, ...at(place) }),
  );
  for (const { article, wanted, place } of illegal)
    problems.push(problem('illegal-published-id', { file: article.file }, { id: wanted, ...at(place) }));
  for (const known of open) {
    const { article, wanted } = known;
    const other = taken.get(formOf(wanted));
    if (other === undefined) changes.push(known);
    else problems.push(problem('id-taken', { file: article.file }, { id: wanted, other }));
    taken.set(formOf(wanted), article.file);
  }
  return { changes, problems };
}

function at({ file, line = 1 }: Place): { readonly feed: string } {
  return { feed: `${file}:${line}` };
}
