import { join, relative, sep } from 'node:path';
import { readWhole } from '../files/read.ts';
import type { Candidate, Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { askGit, type Failure, isEmptyRepository, locateFolder, pathIn } from './ask-git.ts';
import { findChanges, LOG_ARGUMENTS, parseLog } from './parse-log.ts';

/** The list that `git blame` and the pages of GitHub and GitLab use, too. */
const IGNORED = '.git-blame-ignore-revs';

/**
 * Gives the articles that do not say when they were changed the date of the last commit that changed them
 * (`updated: git`). Each repository is asked once; an incomplete history is an error (R59).
 */
export function dateByCommits(
  config: Config,
  candidates: readonly Candidate[],
): { readonly candidates: readonly Candidate[]; readonly problems: readonly Problem[] } {
  const places = config.articles.map(locateFolder);
  const lost = places.find((place) => 'code' in place);
  if (lost) return { candidates, problems: [refuse(lost, config)] };
  const located = places.filter((place) => 'top' in place);
  const tops = [...new Set(located.map(({ top }) => top))];
  const histories = new Map(tops.map((top) => [top, readHistory(top, config)]));
  const changedAt = (path: string) => {
    const place = located.find(({ folder }) => path.startsWith(`${folder}${sep}`));
    return place && histories.get(place.top)?.changes.get(pathIn(place, path));
  };
  return {
    candidates: candidates.map((candidate) => dateCandidate(candidate, changedAt)),
    problems: [...histories.values()].flatMap(({ problems }) => problems),
  };
}

function dateCandidate(candidate: Candidate, changedAt: (path: string) => number | undefined): Candidate {
  const { path, published, saysUpdated = false } = candidate;
  const changed = saysUpdated ? undefined : changedAt(path);
  return changed !== undefined && changed > published ? { ...candidate, updated: changed } : candidate;
}

interface History {
  /** Path in the repository → ms. */
  readonly changes: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

function readHistory(top: string, config: Config): History {
  const none = new Map<string, number>();
  const list = readIgnored(top);
  if (list.wrong) {
    const file = relative(config.workingDirectory, join(top, IGNORED)).split(sep).join('/');
    const place = { file, line: list.wrong.line };
    return { changes: none, problems: [problem('bad-ignored-commit', place, list.wrong)] };
  }
  const log = askGit(top, ['log', ...LOG_ARGUMENTS]);
  if ('text' in log) return { changes: findChanges(parseLog(log.text), list.hashes), problems: [] };
  return { changes: none, problems: isEmptyRepository(top) ? [] : [refuse(log, config)] };
}

interface IgnoreList {
  readonly hashes: ReadonlySet<string>;
  readonly wrong?: { readonly line: number; readonly text: string };
}

function readIgnored(top: string): IgnoreList {
  const hashes = new Set<string>();
  let text: string;
  try {
    text = readWhole(join(top, IGNORED), { maximum: 16_777_216, inside: [top] }).toString('utf8');
  } catch {
    return { hashes };
  }
  for (const [i, line] of text.split('\n').entries()) {
    const hash = line.split('#')[0]?.trim().toLowerCase() ?? '';
    if (hash !== '' && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hash))
      return { hashes, wrong: { line: i + 1, text: hash } };
    hashes.add(hash);
  }
  return { hashes };
}

function refuse({ code, said }: Failure, config: Config): Problem {
  return problem(code, { file: config.file, line: config.lines.updated }, { asked: 'updated: git', said });
}
