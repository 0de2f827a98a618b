import { relative } from 'node:path';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { MANIFEST_PATH } from '../manifest/manifest.ts';
import type { Changes, Config, Problem, Trial } from '../model/index.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import type { Comparison } from './compare.ts';
import { findLeft } from './find-left.ts';
import { findNamed, findPublished, WEB } from './find-published.ts';
import type { Published } from './published.ts';

export type { Published, ReadPublished } from './published.ts';

/** A comparison, and its result if the trial build had been published. */
export interface Guarded extends Comparison {
  readonly trial?: Trial;
}

/**
 * Decides what a build is compared with: what is named, else the output folder, as far as it was published. A trial build there,
 * which no one has subscribed to, refuses nothing; what it would have refused is told apart. Only then is it asked which is which.
 * @param paths of the documents that will be written, below the output folder
 */
export function compareKnowingly(
  config: Config,
  paths: readonly string[],
  { read, select }: Published,
  compare: (published: readonly PublishedDocument[]) => Comparison,
): Guarded {
  const asked = [...paths, MANIFEST_PATH];
  const named = read ? read(asked) : findNamed(config, asked);
  if (read && named?.length === 0 && !config.allow.includes('nothing-published'))
    return refuseNothing(config);
  const early = named ? [] : warnOfNothing(config);
  const own = listOwn(config, asked, named);
  const all = compare([...(named ?? []), ...own]);
  const real = all.problems.length > 0 && own.length > 0 && select ? select(own) : own;
  if (real.length === own.length) return { ...all, problems: [...early, ...all.problems] };
  const { changes, problems } = compare([...(named ?? []), ...real]);
  const known = new Set(problems.map(keyOf));
  const harm = all.problems.filter((each) => !known.has(keyOf(each))).toSorted(compareProblems);
  return { changes, problems: [...early, ...problems], trial: { changes: all.changes, problems: harm } };
}

/** The documents in the output folder, unless others are named; and in any case those that no build writes any more. */
function listOwn(
  { output, workingDirectory }: Config,
  paths: readonly string[],
  named: readonly PublishedDocument[] | undefined,
): readonly PublishedDocument[] {
  const current = named ? [] : findPublished(output, paths, workingDirectory);
  const known = new Set(named?.map(({ source }) => source));
  const left = findLeft(output, paths, workingDirectory).filter(({ source }) => !known.has(source));
  return [...current, ...left];
}

function keyOf({ code, file, line, message }: Problem): string {
  return JSON.stringify([code, file, line, message]);
}

export const NO_CHANGES: Changes = { comparedWith: [], new: [], changed: [], again: [], leaves: [] };

/** What was named for the comparison holds no feed. */
function refuseNothing({ file }: Config): Comparison {
  return {
    changes: NO_CHANGES,
    problems: [problem('nothing-published', { file }, { against: '--against' })],
  };
}

/** The folder or file that the setting names holds no feed, as before a first build. */
function warnOfNothing({ file, lines, root, published, allow }: Config): readonly Problem[] {
  if (published === undefined || WEB.test(published) || allow.includes('nothing-published')) return [];
  const named = relative(root, published).replaceAll('\\', '/') || '.';
  return [problem('nothing-published', { file, line: lines.published }, { against: named, isSetting: true })];
}
