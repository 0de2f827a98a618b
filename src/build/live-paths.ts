import { planFeeds } from '../feeds/plan.ts';
import { scheduleArticles } from '../feeds/select.ts';
import type { Config } from '../model/index.ts';
import { readArticles } from './read-articles.ts';

/** Paths of documents, below the URL of a site. */
export interface LivePaths {
  /** To ask for. */
  readonly asked: readonly string[];
  /** All that will be written. */
  readonly planned: readonly string[];
}

/**
 * The documents to ask a live site for, below its URL: every format of the main feed, and the first of each other feed, which
 * says the same as the others.
 * @param now time in ms that decides which feeds there are
 * @param workers how many threads may help with a large site
 */
export function listLivePaths(config: Config, now: number, workers: number): LivePaths {
  const main = config.formats.map(({ path }) => path);
  const copies = config.formats.flatMap(({ aliases = [] }) => aliases);
  // Without feeds next to the main one no article needs to be read.
  if (config.feeds.length === 0) return { asked: main, planned: [...main, ...copies] };
  const { candidates } = readArticles(config, workers);
  const [, ...others] = planFeeds(config, scheduleArticles(candidates, now).live).feeds;
  const planned = others.flatMap(({ documents }) =>
    documents.flatMap(({ path, aliases = [] }) => [path, ...aliases]),
  );
  return {
    asked: [...main, ...others.flatMap(({ documents: [first] }) => first?.path ?? [])],
    planned: [...main, ...copies, ...planned],
  };
}
