import { resolve } from 'node:path';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import { readWhole } from '../files/read.ts';
import { FileRefused, reasonOf } from '../files/refused.ts';
import { WEB } from '../guard/find-published.ts';
import type { Problem } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import { findFeedsInFolder } from './feeds-in-folder.ts';
import type { CommandOptions } from './options.ts';
import type { Findings } from './present.ts';
import { countProblems } from './problem-lines.ts';

/** What is to be inspected, or why it can't be read. */
type Document =
  | { readonly bytes: Uint8Array; readonly address?: string; readonly charset?: string }
  | { readonly reason?: string };

/** Lints the feeds that are named: files, all feeds in a folder, or URLs on the web. */
export async function checkFeeds(options: CommandOptions): Promise<Findings> {
  const { operands, instant, strict = false, live = false, workingDirectory } = options;
  const { inspectFeed } = await import('../lint/lint-feed.ts');
  const inFolders = findInFolders(operands, workingDirectory);
  const names = [...new Set(operands.flatMap((name) => inFolders.get(name) ?? [name]))];
  const found = await Promise.all(
    names.map(async (file): Promise<readonly Problem[]> => {
      // A file is read and linted before the next one is read: of a folder, only one document is in memory.
      const document = WEB.test(file) ? await fetchFeed(file) : readFeedFile(resolve(workingDirectory, file));
      if (!('bytes' in document)) return [problem('feed-unreadable', { file }, document)];
      const { bytes, ...known } = document;
      const inspected = inspectFeed(bytes, { ...known, file, now: instant });
      return live ? [...inspected, ...(await askHosts(bytes, file, known.address))] : inspected;
    }),
  );
  const problems = found.flat().toSorted(compareProblems);
  const isFailed = problems.some(({ severity }) => strict || severity === 'error');
  const verdicts = names.map((file, index) => {
    const count = countProblems(found[index] ?? []);
    return `${file}: ${count === '' ? 'no problems' : count}`;
  });
  const totals = [...inFolders].map(
    ([folder, { length }]) => `Checked ${length} ${length === 1 ? 'feed' : 'feeds'} in "${folder}".`,
  );
  return { problems, isFailed, lines: joinLines([...verdicts, ...totals]), end: '', data: { problems } };
}

/** The feeds in each of the operands that is a folder with feeds. */
function findInFolders(operands: readonly string[], workingDirectory: string) {
  const folders = new Map<string, readonly string[]>();
  for (const name of operands) {
    const feeds = WEB.test(name) ? [] : findFeedsInFolder(name, resolve(workingDirectory, name));
    if (feeds.length > 0) folders.set(name, feeds);
  }
  return folders;
}

/** The URLs are by whoever wrote the feed: only those on its own host may be private. */
async function askHosts(bytes: Uint8Array, file: string, address: string | undefined) {
  const { checkLive } = await import('../probe/check-live.ts');
  return checkLive(bytes, file, { ownHost: address === undefined ? '' : new URL(address).hostname });
}

async function fetchFeed(url: string): Promise<Document> {
  const { fetchDocument } = await import('../network/fetch.ts');
  const fetched = await fetchDocument(url);
  if ('problem' in fetched) return { reason: fetched.problem.message.replace(/\.$/, '') };
  const { bytes, charset } = fetched.document;
  return { bytes, address: url, ...(charset === undefined ? {} : { charset }) };
}

function readFeedFile(path: string): Document {
  try {
    return { bytes: readWhole(path, { maximum: SIZE_LIMIT, inside: 'anywhere' }) };
  } catch (error) {
    return explain(error);
  }
}

/** A folder with feeds is not read as a file. */
function explain(error: unknown): { readonly reason?: string } {
  const code = error instanceof FileRefused ? error.code : undefined;
  if (code === 'a-folder') return {};
  if (code === 'too-large') return { reason: `it is larger than ${SIZE_LIMIT / 1e6} MB` };
  return { reason: reasonOf(error) };
}
