import { resolve } from 'node:path';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import { readWhole } from '../files/read.ts';
import { FileRefused, reasonOf } from '../files/refused.ts';
import type { Problem } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import type { CommandOptions } from './options.ts';
import type { Findings } from './present.ts';
import { countProblems } from './problem-lines.ts';

/** What is to be inspected, or why it can't be read. */
type Document =
  | { readonly bytes: Uint8Array; readonly address?: string; readonly charset?: string }
  | { readonly reason: string };

/** Inspects the feeds that are named: files, or URLs on the web. */
export async function checkFeeds(options: CommandOptions): Promise<Findings> {
  const { operands, instant, strict = false, live = false } = options;
  const { inspectFeed } = await import('../lint/lint-feed.ts');
  const found = await Promise.all(
    operands.map(async (file): Promise<readonly Problem[]> => {
      const document = await readDocument(file, options.workingDirectory);
      if ('reason' in document) return [problem('feed-unreadable', { file }, document)];
      const { bytes, ...known } = document;
      const inspected = inspectFeed(bytes, { ...known, file, now: instant });
      return live ? [...inspected, ...(await askHosts(bytes, file, known.address))] : inspected;
    }),
  );
  const problems = found.flat().toSorted(compareProblems);
  const isFailed = problems.some(({ severity }) => strict || severity === 'error');
  const verdicts = operands.map((file, index) => {
    const count = countProblems(found[index] ?? []);
    return `${file}: ${count === '' ? 'no problems' : count}`;
  });
  return { problems, isFailed, lines: joinLines(verdicts), end: '', data: { problems } };
}

/** The URLs are by whoever wrote the feed: only those on its own host may be private. */
async function askHosts(bytes: Uint8Array, file: string, address: string | undefined) {
  const { checkLive } = await import('../probe/check-live.ts');
  return checkLive(bytes, file, { ownHost: address === undefined ? '' : new URL(address).hostname });
}

async function readDocument(name: string, workingDirectory: string): Promise<Document> {
  if (/^https?:\/\//i.test(name)) {
    const { fetchDocument } = await import('../network/fetch.ts');
    const fetched = await fetchDocument(name);
    if ('problem' in fetched) return { reason: fetched.problem.message };
    const { bytes, charset } = fetched.document;
    return { bytes, address: name, ...(charset === undefined ? {} : { charset }) };
  }
  try {
    return { bytes: readWhole(resolve(workingDirectory, name), { maximum: SIZE_LIMIT, inside: 'anywhere' }) };
  } catch (error) {
    return { reason: explain(error) };
  }
}

function explain(error: unknown): string {
  const isTooLarge = error instanceof FileRefused && error.code === 'too-large';
  if (isTooLarge) return `It is larger than ${SIZE_LIMIT / 1e6} MB.`;
  const reason = reasonOf(error);
  return reason === 'ENOENT' ? 'There is no such file.' : `It can't be read: ${reason}.`;
}
