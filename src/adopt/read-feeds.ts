import { resolve } from 'node:path';
import type { PublishedDocument, PublishedFeed } from '../documents/published-feed.ts';
import { readFeed } from '../documents/read-feed.ts';
import { planFeeds } from '../feeds/plan.ts';
import { findLeft } from '../guard/find-left.ts';
import { findPublished, readNamed } from '../guard/find-published.ts';
import { readAsFeed } from '../guard/open-manifest.ts';
import type { Candidate, Config, Problem } from '../model/index.ts';
import { fetchDocument } from '../network/fetch.ts';
import { problem } from '../problems/problem.ts';

/** Feeds that were read, and why others were not. */
export interface ReadFeeds {
  readonly feeds: readonly PublishedFeed[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the feeds that a user names, in this order.
 * @param names URLs (http, https) or files, relative to the working directory
 * @param site what relative URLs in files are resolved against, if it is known
 */
export async function readNamedFeeds(
  names: readonly string[],
  workingDirectory: string,
  site?: string,
): Promise<ReadFeeds> {
  const read: ReadFeeds[] = [];
  for (const name of names) read.push(await readOne(name, workingDirectory, site));
  return join(read);
}

async function readOne(name: string, workingDirectory: string, site?: string): Promise<ReadFeeds> {
  if (/^https?:\/\//i.test(name)) {
    const fetched = await fetchDocument(name);
    return 'document' in fetched
      ? readDocument(fetched.document)
      : { feeds: [], problems: [fetched.problem] };
  }
  const documents = readNamed(resolve(workingDirectory, name), [], workingDirectory) ?? [];
  if (documents.length === 0)
    return { feeds: [], problems: [problem('no-feed-here', { file: name }, { name })] };
  return join(documents.map((document) => readDocument(document, site)));
}

/** Reads the feeds that were built before, from the output folder. */
export function readOwnFeeds(config: Config, live: readonly Candidate[]): ReadFeeds {
  const planned = planFeeds(config, live).feeds.flatMap(({ documents, archives }) => [
    ...documents,
    ...archives.flatMap((page) => page.documents),
  ]);
  const paths = planned.map(({ path }) => path);
  const documents = [findPublished, findLeft].flatMap((find) =>
    find(config.output, paths, config.workingDirectory),
  );
  if (documents.length > 0) return join(documents.map((document) => readDocument(document)));
  const place = { file: config.file, line: config.lines.output };
  return { feeds: [], problems: [problem('nothing-to-pin', place, {})] };
}

function readDocument(document: PublishedDocument, base?: string): ReadFeeds {
  const remembered = readAsFeed(document);
  if (remembered) return { feeds: [remembered], problems: [] };
  const { bytes, source, charset } = document;
  const read = readFeed(bytes, {
    source,
    ...(base === undefined ? {} : { base }),
    ...(charset === undefined ? {} : { charset }),
  });
  return 'feed' in read ? { feeds: [read.feed], problems: [] } : { feeds: [], problems: [read.problem] };
}

function join(read: readonly ReadFeeds[]): ReadFeeds {
  return {
    feeds: read.flatMap(({ feeds }) => feeds),
    problems: read.flatMap(({ problems }) => problems),
  };
}
