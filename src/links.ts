import { readArticles } from './build/read-articles.ts';
import { tolerate } from './build.ts';
import { planFeeds } from './feeds/plan.ts';
import { scheduleArticles } from './feeds/select.ts';
import { writeLinks, writeTopicLinks } from './formats/links.ts';
import type { Config, Problem } from './model/index.ts';
import { isForEveryPage, listFeed } from './pages/companions.ts';
import { compareProblems } from './problems/problem.ts';

/** The `<link>` elements of a site, as lines of HTML. */
export interface SiteLinks {
  /** For the head of every page, the default feed first (R44). */
  readonly site: string;
  /** For the pages of one tag, author, section, year or value. */
  readonly topics: string;
  readonly problems: readonly Problem[];
}

/**
 * Writes the `<link>` tags by which feed readers find the feeds of a site.
 * @param now time in ms that decides which feeds there are
 * @param workers how many threads may help with a large site
 */
export function linkFeeds(config: Config, now: number, workers = 0): SiteLinks {
  const collected = readArticles(config, workers);
  const plan = planFeeds(config, scheduleArticles(collected.candidates, now).live);
  const problems = [...collected.problems, ...plan.problems].map((found) => tolerate(config, found));
  const listed = (wanted: boolean) =>
    plan.feeds.filter((feed) => isForEveryPage(feed) === wanted).map((feed) => listFeed(config, feed));
  return {
    site: writeLinks(listed(true)),
    topics: writeTopicLinks(listed(false), config.language),
    problems: problems.toSorted(compareProblems),
  };
}
