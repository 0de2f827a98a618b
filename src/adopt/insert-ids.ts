import { insertId } from '../articles/insert-id.ts';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import { type Replacement, replaceFiles } from '../files/replace.ts';
import type { Config, Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { KnownArticle } from './plan-ids.ts';

/** In bytes; what was read as an article is smaller. */
const SIZE_LIMIT = 4_194_304;

/** An article that gets the id that readers know it by. */
export interface AdoptedId {
  readonly file: string;
  readonly title: string;
  readonly id: string;
  /** The id that it has without. */
  readonly now: string;
  /** How it was recognised: `url`, `title and date`… */
  readonly by: string;
  /** How many lines its file gets: one; three without front matter; none inside a line of JSON. */
  readonly lines: number;
}

/** A file with the id in it, not yet written. */
export interface Insertion extends Replacement {
  readonly id: AdoptedId;
}

/** Puts the ids into the bytes of the files, and reports the files that can't take one. */
export function prepareInsertions(
  changes: readonly KnownArticle[],
  preset: Preset | undefined,
): {
  readonly changes: readonly Insertion[];
  readonly problems: readonly Problem[];
} {
  const prepared = changes.map(({ article, wanted, by }) => {
    const { path, file, title, id: now } = article;
    const bytes = readWhole(path, { maximum: SIZE_LIMIT, inside: 'anywhere' });
    const inserted = insertId(bytes, wanted, preset, path);
    if (inserted.kind !== 'inserted') return problem('cannot-insert-id', { file }, { id: wanted });
    const { lines } = inserted;
    return { path, pieces: [inserted.bytes], id: { file, title, id: wanted, now, by, lines } };
  });
  return {
    changes: prepared.filter((each) => 'pieces' in each),
    problems: prepared.filter((each) => 'code' in each),
  };
}

/**
 * Writes all of them or none.
 * Nothing outside of the article folders is written.
 */
export function writeInsertions(
  changes: readonly Insertion[],
  { root, articles: folders }: Pick<Config, 'root' | 'articles'>,
): readonly Problem[] {
  const failed = replaceFiles(changes, { place: root, inside: folders, isEdit: true });
  const file = changes.find(({ path }) => path === failed?.path)?.id.file ?? '';
  return failed ? [problem('cannot-write-article', { file }, { reason: reasonOf(failed.error) })] : [];
}
