import { join, relative, sep } from 'node:path';
import { readWhole } from '../files/read.ts';
import type { Candidate, Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { findChanges, LOG_ARGUMENTS, parseLog } from './parse-log.ts';

/** A folder of articles in its repository. */
interface Place {
  readonly folder: string;
  /** Absolute top of the repository. */
  readonly top: string;
  /** The folder below the top: empty, or with a `/` at its end. */
  readonly prefix: string;
}

/** The list that `git blame` and the pages of GitHub and GitLab use, too. */
const IGNORED = '.git-blame-ignore-revs';
const BYTES = 512 * 1024 * 1024;
const MINUTES = 5 * 60_000;

/**
 * Gives the articles that do not say when they were changed the date of the last commit that changed them
 * (`updated: git`). Each repository is asked once; an incomplete history is an error (R59).
 */
export function dateByCommits(
  config: Config,
  candidates: readonly Candidate[],
): { readonly candidates: readonly Candidate[]; readonly problems: readonly Problem[] } {
  const places = config.articles.map((folder) => locate(folder, config));
  const lost = places.find((place) => 'code' in place);
  if (lost) return { candidates, problems: [lost] };
  const located = places.filter((place) => 'top' in place);
  const tops = [...new Set(located.map(({ top }) => top))];
  const histories = new Map(tops.map((top) => [top, readHistory(top, config)]));
  const changedAt = (path: string) => {
    const place = located.find(({ folder }) => path.startsWith(`${folder}${sep}`));
    if (!place) return undefined;
    const below = relative(place.folder, path).split(sep).join('/');
    return histories.get(place.top)?.changes.get(place.prefix + below);
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

function locate(folder: string, config: Config): Place | Problem {
  const asked = git(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix', '--show-toplevel']);
  if ('reason' in asked) return refuse(asked, config);
  // The path comes last: it alone may hold line breaks.
  const [shallow, prefix = '', ...rest] = asked.text.replace(/\n$/, '').split('\n');
  if (shallow === 'true') return problem('shallow-clone', placeOf(config), {});
  return { folder, prefix, top: rest.join('\n') };
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
  const log = git(top, ['log', ...LOG_ARGUMENTS]);
  if ('text' in log) return { changes: findChanges(parseLog(log.text), list.hashes), problems: [] };
  const isEmpty = 'reason' in git(top, ['rev-parse', '--quiet', '--verify', 'HEAD']);
  return { changes: none, problems: isEmpty ? [] : [refuse(log, config)] };
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

interface Failure {
  readonly reason: 'missing' | 'failed';
  readonly said: string;
}

/** Runs git in a folder without a shell. */
function git(folder: string, args: readonly string[]): { readonly text: string } | Failure {
  // Loaded only when needed: most runs never ask git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const ran = spawnSync('git', ['-C', folder, '--no-pager', ...args], {
    encoding: 'utf8',
    maxBuffer: BYTES,
    timeout: MINUTES,
  });
  if (ran.error && 'code' in ran.error && ran.error.code === 'ENOENT') return { reason: 'missing', said: '' };
  if (ran.status === 0) return { text: ran.stdout };
  const said = ran.error?.message ?? ran.stderr.trim().split('\n')[0] ?? '';
  return { reason: 'failed', said: said.replace(/^(?:fatal|error): /, '') };
}

function refuse({ reason, said }: Failure, config: Config): Problem {
  if (reason === 'missing') return problem('no-git', placeOf(config), {});
  return problem('git-failed', placeOf(config), { said });
}

function placeOf({ file, lines }: Config) {
  return { file, line: lines.updated };
}
