import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Settings } from '../config/settings.ts';
import type {
  BuildAnswer,
  BuildOrder,
  BuildReport,
  BuiltFile,
  Problem,
  RenderedBody,
} from '../model/index.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import { checkArguments, FUNCTION, required, TEXT, TIME, YES_NO } from './arguments.ts';
import { type ArticleInput, type ArticleTexts, writeArticleTexts } from './article-texts.ts';

/** The body of an article as a renderer is given it. */
export interface ArticleBody {
  /** The article as problems name it. */
  readonly file: string;
  /** The text without the front matter. */
  readonly text: string;
}

export interface BuildInMemoryOptions {
  /** The time of the build in ms: it decides what is due and never reaches the output. */
  readonly now: number;
  /**
   * Articles that are not files. They count as files in the first folder that the setting `articles` names; without that setting no
   * other articles are read.
   */
  readonly articles?: readonly ArticleInput[];
  /** The folder that paths of the settings are relative to. @default the working directory of the process */
  readonly workingDirectory?: string;
  /** Whether warnings stop the build as errors do. @default false */
  readonly strict?: boolean;
  /** Whether files are written to the output folder, too; `files` is empty then. @default false */
  readonly write?: boolean;
  /**
   * Renders a body, such as MDX, to HTML, which is then cleaned as any other; `undefined` leaves the body to us. It is called for
   * the articles that a feed carries, one after the other.
   */
  readonly render?: (body: ArticleBody) => string | undefined | Promise<string | undefined>;
  /** Stops the build; its promise is then rejected with the reason. */
  readonly signal?: AbortSignal;
}

export interface BuiltInMemory {
  /** Feeds, pages and lists; none where a problem stopped the build. */
  readonly files: readonly BuiltFile[];
  /** Worst first, then by file and line. */
  readonly problems: readonly Problem[];
  /** Missing where the settings or options stopped the build. */
  readonly report?: BuildReport;
}

const OPTIONS = {
  now: required(TIME),
  articles: { is: Array.isArray, words: 'a list of articles' },
  workingDirectory: TEXT,
  strict: YES_NO,
  write: YES_NO,
  render: FUNCTION,
  signal: { is: (value: unknown) => value instanceof AbortSignal, words: 'an AbortSignal' },
};

/**
 * Builds the feeds of a site in a thread of its own, by default without writing anything: this one stays free for other work.
 * @param settings as in `feedwright.yaml`. With `output` the feeds are compared with those in that folder, as any build is
 * @returns files and problems; wrong settings, options and articles are problems
 * @throws the reason of the signal when it is aborted, and Error for a bug
 */
export async function buildInMemory(
  settings: Settings,
  options: BuildInMemoryOptions,
): Promise<BuiltInMemory> {
  const wrong = checkArguments('buildInMemory', options, OPTIONS);
  if (wrong.length > 0) return { files: [], problems: wrong };
  const { articles, signal } = options;
  signal?.throwIfAborted();
  const { texts, problems } = await prepareArticles(articles ?? [], signal);
  const refused = [...checkSettings(settings), ...problems];
  if (refused.length > 0) return { files: [], problems: refused };
  const built = await runThread(texts, settings, options);
  return { ...built, problems: built.problems.toSorted(compareProblems) };
}

/** So many articles are prepared at once: other work of this thread goes on in between. */
const SHARE = 500;

async function prepareArticles(
  articles: readonly ArticleInput[],
  signal: AbortSignal | undefined,
): Promise<ArticleTexts> {
  const shares: ArticleTexts[] = [];
  for (let from = 0; from < articles.length; from += SHARE) {
    if (from > 0) await setImmediate();
    signal?.throwIfAborted();
    shares.push(writeArticleTexts(articles.slice(from, from + SHARE), from));
  }
  return {
    texts: shares.flatMap(({ texts }) => texts),
    problems: shares.flatMap(({ problems }) => problems),
  };
}

/** Other threads are given copies, which functions do not have. */
function checkSettings(settings: unknown): readonly Problem[] {
  try {
    structuredClone(settings);
    return [];
  } catch {
    const details = { name: 'settings', value: 'a function', expected: 'plain values alone' };
    return [problem('bad-argument', { file: 'settings' }, details)];
  }
}

type Outcome = Extract<BuildAnswer, { files: unknown }>;

async function runThread(
  texts: readonly (readonly [string, string])[],
  settings: Settings,
  { signal, ...options }: BuildInMemoryOptions,
): Promise<Outcome> {
  const { port1: port, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { port: port2, answers };
  const entry = createRequire(import.meta.url).resolve('#memory-worker');
  // Options of this process, such as the program of `node -e`, are not those of the thread.
  const worker = new Worker(entry, { workerData, transferList: [port2], execArgv: [] });
  const done = new AbortController();
  const outcome = new Promise<Outcome>((succeed, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: done.signal });
    worker.on('error', reject);
    port.on('message', (answer: BuildAnswer) => {
      if ('files' in answer) succeed(answer);
      else void renderBody(answer.body, options.render).then((body) => answerWith(body, port, answers));
    });
  });
  try {
    const [built] = await Promise.all([outcome, sendOrders(port, texts, settings, options)]);
    return built;
  } finally {
    done.abort();
    port.close();
    await worker.terminate();
  }
}

/** So much text is handed over at once, in UTF-16 units: other work of this thread goes on in between. */
const BATCH = 262_144;

async function sendOrders(
  port: MessagePort,
  texts: readonly (readonly [string, string])[],
  settings: Settings,
  { now, strict = false, write = false, workingDirectory = '.', articles, render }: BuildInMemoryOptions,
): Promise<void> {
  const send = (order: BuildOrder) => port.postMessage(order);
  for (let from = 0; from < texts.length; ) {
    const start = from;
    for (let size = 0; from < texts.length && size < BATCH; from++) size += texts[from]?.[1].length ?? 0;
    send({ articles: texts.slice(start, from) });
    await setImmediate();
  }
  send({
    settings,
    workingDirectory: resolve(workingDirectory),
    now,
    strict,
    isWriting: write,
    isInMemory: articles !== undefined,
    isRendering: render !== undefined,
  });
}

async function renderBody(body: ArticleBody, render: BuildInMemoryOptions['render']): Promise<RenderedBody> {
  try {
    const html = await render?.(body);
    if (html === undefined || typeof html === 'string') return { html };
    return { failure: `It returned ${typeof html} and no string` };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** The other thread sleeps until the counter is another. */
function answerWith(body: RenderedBody, port: MessagePort, answers: Int32Array): void {
  port.postMessage(body);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
}
