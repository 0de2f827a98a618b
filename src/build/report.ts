import type { Collected } from '../articles/collect.ts';
import type { Schedule } from '../feeds/select.ts';
import type {
  BuildReport,
  Candidate,
  Changes,
  Companion,
  Config,
  FeedDocument,
  Problem,
  Trial,
} from '../model/index.ts';
import { compareProblems, problem } from '../problems/problem.ts';

/** What became of the documents of a build. */
export interface Outcome {
  /** Written, or with bytes that were there already. */
  readonly documents: readonly FeedDocument[];
  readonly companions: readonly Companion[];
  /** Paths below the output folder. */
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** What subscribers will see, when the build came that far. */
  readonly changes?: Changes;
  readonly trial?: Trial;
}

/** Says what a build did and found. */
export function reportBuild(
  { documents, companions, changed, problems, changes, trial }: Outcome,
  { schedule: { heldBack, nextExpiry }, collected, guess }: Sources,
  quiet: readonly string[] = [],
): BuildReport {
  const { looksLike } = collected;
  const waiting = heldBack.map(({ file, published }) => ({ file, due: formatInstant(published) }));
  const feeds = documents.map(({ feed, path, format, items, bytes, copyOf }) => {
    const entry = { feed, path, format, items, bytes, changed: changed.has(path) };
    return copyOf === undefined ? entry : { ...entry, copyOf };
  });
  return {
    changed: changed.size > 0,
    feeds,
    companions: companions.map(({ kind, path, text }) => {
      return { kind, path, bytes: Buffer.byteLength(text), changed: changed.has(path) };
    }),
    ...(changes ? { changes } : {}),
    ...(trial ? { trial } : {}),
    problems: gatherUnbuilt(problems.toSorted(compareProblems)),
    heldBack: waiting,
    nextDue: waiting[0]?.due ?? null,
    nextExpiry: nextExpiry === undefined ? null : formatInstant(nextExpiry),
    leftOut: quiet.includes('left-out') ? [] : countLeftOut(collected),
    ...(looksLike ? { looksLike } : {}),
    ...(guess === undefined ? {} : { guessedUrl: guess }),
  };
}

/** Of a site that is not built yet, one line says for all files what a line for each would say. */
function gatherUnbuilt(problems: readonly Problem[]): readonly Problem[] {
  const unknown = problems.filter(({ code }) => code === 'file-not-on-site');
  const [first] = unknown;
  if (first === undefined || unknown.length === 1) return problems;
  if (!problems.some(({ code }) => code === 'site-not-built')) return problems;
  const gathered = problem('file-not-on-site', first, { count: unknown.length });
  return problems.flatMap((each) => (each === first ? gathered : each.code === first.code ? [] : each));
}

/** What a build was made of. */
export interface Sources {
  readonly schedule: Schedule;
  readonly collected: Collected;
  /** A URL that nothing proves. */
  readonly guess: string | undefined;
}

/** A URL that is only the path of a file, because nobody said which tool builds the site or which URLs it has. */
export function findGuess(
  { preset, permalink, permalinks, built, site, lines }: Config,
  candidates: readonly Candidate[],
): string | undefined {
  const isSaid = preset !== undefined || built !== undefined || lines.permalink !== undefined;
  if (isSaid || permalink !== '/:path/' || permalinks.length > 0) return undefined;
  const pathOf = (relative: string) => encodeURI(relative.replace(/\.[^./]+$/, ''));
  return candidates.find(({ url, relative }) => url === `${site}${pathOf(relative)}/`)?.url;
}

/** Why articles are left out: drafts, the keys that hide others, the problems of those that were refused. */
function countLeftOut({ drafts, refused, problems, foreign }: Collected): BuildReport['leftOut'] {
  const counts = new Map<string, number>();
  const add = (reason: string, count = 1) => counts.set(reason, (counts.get(reason) ?? 0) + count);
  for (const { kind, reason } of drafts) add(kind === 'draft' ? 'draft' : `hidden by "${reason}"`);
  const codes = new Map(problems.map(({ file, code }) => [file, code]));
  for (const file of refused) add(codes.get(file) ?? 'invalid');
  for (const { kind, count } of foreign) add(kind, count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** A time in ms as reports show it: RFC 3339 in UTC, whole seconds. */
export function formatInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
