import { join, resolve } from 'node:path';
import { type Announcement, announce, type Topic } from '../announce/announce.ts';
import type { Hub } from '../announce/ping-hub.ts';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import { readWhole } from '../files/read.ts';
import type { Config, Problem } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { present } from './present.ts';
import { refuse } from './refuse.ts';

const DEFAULT_WAIT = 300;
/** ms that a server may take to answer. */
const ANSWER = 20_000;
/** Bytes of a report: it names every article that waits. */
const REPORT_LIMIT = 256_000_000;

/** `feedwright notify`: after the deployment, tells the hub which feeds changed. */
export async function runNotify(options: CommandOptions): Promise<CommandOutput> {
  const seconds = Number(options.wait ?? DEFAULT_WAIT);
  if (!/^\d{1,5}$/.test(options.wait ?? '0'))
    return refuse(`--wait is not a number of seconds: "${options.wait}". Write --wait ${DEFAULT_WAIT}.`, 2);
  const { config, problems } = loadFor(options);
  if (!config) return finish([], problems, options);
  const hub = findHub(config, options);
  const changed = findChanged(config, options);
  const found = [hub, changed].flatMap((each) => ('problem' in each ? each.problem : []));
  if (found.length > 0 || 'problem' in hub || 'problem' in changed)
    return finish([], [...problems, ...found], options);
  const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));
  const until = options.elapsed() + seconds * 1000;
  const tell = (reason: string) => options.progress?.(`waiting: ${reason}`);
  const patience = { until, elapsed: options.elapsed, answer: ANSWER, sleep, tell };
  const done = await announce(changed.topics, hub, patience);
  return finish(done, problems, options);
}

function findHub(config: Config, { environment }: CommandOptions): Hub | { readonly problem: Problem } {
  const { hub: url, file, lines } = config;
  if (url === undefined) return { problem: problem('no-hub', { file }, {}) };
  const token = environment.FEEDWRIGHT_HUB_TOKEN;
  if (!token) return { url };
  const refuse = (reason: string) => ({
    problem: problem('bad-token', { file, line: lines.hub }, { reason }),
  });
  if (!/^[\x21-\x7E]+$/.test(token)) return refuse("has characters that a request can't carry");
  const { protocol, hostname } = new URL(url);
  const isSafe = protocol === 'https:' || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return isSafe ? { url, token } : refuse('would be sent without encryption');
}

type Changed = { readonly topics: readonly Topic[] } | { readonly problem: Problem };

/** The feeds that the last build changed, as its report says. Copies at old paths name the first as their URL. */
function findChanged(config: Config, { workingDirectory, report: path }: CommandOptions): Changed {
  if (path === undefined)
    return { problem: problem('bad-report', { file: '--report' }, { reason: 'it is missing' }) };
  try {
    const report: unknown = JSON.parse(readText(resolve(workingDirectory, path)));
    const topics = readFeeds(report)
      .filter(({ changed, copyOf }) => changed && copyOf === undefined)
      .map((feed) => ({
        url: new URL(feed.path, config.site).href,
        bytes: readDocument(join(config.output, feed.path), workingDirectory),
      }));
    return { topics };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: problem('bad-report', { file: path }, { reason }) };
  }
}

function readText(path: string): string {
  return readWhole(path, { maximum: REPORT_LIMIT, inside: 'anywhere' }).toString('utf8');
}

/** @throws Error that names the document when it can't be read */
function readDocument(path: string, workingDirectory: string): Uint8Array {
  try {
    return readWhole(path, { maximum: SIZE_LIMIT, inside: 'anywhere' });
  } catch {
    throw new Error(`it lists "${showPath(path, workingDirectory)}", which can't be read`);
  }
}

interface ReportedFeed {
  readonly path: string;
  readonly changed: boolean;
  readonly copyOf?: string;
}

/** @throws Error when this is not a report of a build */
function readFeeds(report: unknown): readonly ReportedFeed[] {
  const feeds: unknown = typeof report === 'object' && report !== null && 'feeds' in report && report.feeds;
  if (!Array.isArray(feeds)) throw new Error('it has no "feeds" list');
  return feeds.map((feed: Partial<ReportedFeed> | null) => {
    const { path, changed, copyOf } = feed ?? {};
    if (typeof path !== 'string' || typeof changed !== 'boolean' || path.split('/').includes('..'))
      throw new Error('a feed in it has no path');
    return typeof copyOf === 'string' ? { path, changed, copyOf } : { path, changed };
  });
}

function finish(
  announced: readonly Announcement[],
  before: readonly Problem[],
  options: CommandOptions,
): Promise<CommandOutput> {
  const failed = announced.flatMap(({ url, reason }) =>
    reason === undefined ? [] : problem('not-announced', { file: url }, { url, reason }),
  );
  const problems = [...before, ...failed];
  const isFailed = problems.some(({ severity }) => severity === 'error');
  const lines = announced.map(
    ({ url, reason }) => `${url}  ${reason === undefined ? 'announced' : 'not announced'}`,
  );
  const nothing =
    isFailed || announced.length > 0 ? '' : 'No feed changed, so there is nothing to announce.\n';
  return present(
    { problems, isFailed, lines: joinLines(lines) + nothing, end: '', data: { feeds: announced, problems } },
    options,
  );
}
