import { planFeeds } from '../feeds/plan.ts';
import { scheduleArticles } from '../feeds/select.ts';
import type { Config } from '../model/index.ts';
import { readArticles } from './read-articles.ts';

/**
 * The documents to ask a live site for, below its address: every format of the main feed, and the first of each other feed, which
 * says the same as the others.
 * @param now instant in ms that decides which feeds there are
 * @param workers how many threads may help with a large site
 */
export function listLivePaths(config: Config, now: number, workers: number): readonly string[] {
  const main = config.formats.map(({ path }) => path);
  // Without feeds beside the main one no article needs to be read.
  if (config.feeds.length === 0) return main;
  const { candidates } = readArticles(config, workers);
  const [, ...others] = planFeeds(config, scheduleArticles(candidates, now).live).feeds;
  return [...main, ...others.flatMap(({ documents: [first] }) => first?.path ?? [])];
}
