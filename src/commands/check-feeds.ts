import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../model/index.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import type { CommandOptions } from './options.ts';
import type { Findings } from './present.ts';
import { countProblems } from './problem-lines.ts';

/** The largest document that is read: the most that any reader takes (R47). */
const SIZE_LIMIT = 15_000_000;

/** What is to be inspected, or why it cannot be read. */
type Document =
  | { readonly bytes: Uint8Array; readonly address?: string; readonly charset?: string }
  | { readonly reason: string };

/** Inspects the feeds that are named: files, or addresses on the web. */
export async function checkFeeds(options: CommandOptions): Promise<Findings> {
  const { operands, instant, strict = false } = options;
  const { inspectFeed } = await import('../lint/lint-feed.ts');
  const found = await Promise.all(
    operands.map(async (file): Promise<readonly Problem[]> => {
      const document = await readDocument(file, options.workingDirectory);
      if ('reason' in document) return [problem('feed-unreadable', { file }, document)];
      const { bytes, ...known } = document;
      return inspectFeed(bytes, { ...known, file, now: instant });
    }),
  );
  const problems = found.flat().toSorted(compareProblems);
  const isFailed = problems.some(({ severity }) => strict || severity === 'error');
  const verdicts = operands.map((file, index) => {
    const count = countProblems(found[index] ?? []);
    return `${file}: ${count === '' ? 'no problems' : count}\n`;
  });
  return { problems, isFailed, lines: verdicts.join(''), end: '', data: { problems } };
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
    const bytes = readStart(resolve(workingDirectory, name), SIZE_LIMIT + 1);
    return bytes.length > SIZE_LIMIT ? { reason: `It is larger than ${SIZE_LIMIT / 1e6} MB.` } : { bytes };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return {
      reason: code === 'ENOENT' ? 'There is no such file.' : `It cannot be read: ${String(code ?? error)}.`,
    };
  }
}

/** At most so many bytes of a file; a device or a pipe says no size beforehand, and may have no end. */
function readStart(path: string, limit: number): Uint8Array {
  const file = openSync(path, 'r');
  const parts: Uint8Array[] = [];
  try {
    for (let left = limit; left > 0; ) {
      const part = Buffer.allocUnsafe(Math.min(left, 1_000_000));
      const count = readSync(file, part);
      if (count === 0) break;
      parts.push(part.subarray(0, count));
      left -= count;
    }
  } finally {
    closeSync(file);
  }
  return Buffer.concat(parts);
}
