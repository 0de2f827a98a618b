import { toIri } from '../articles/url-and-id.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import { readFeed } from '../documents/read-feed.ts';
import { planFeeds } from '../feeds/plan.ts';
import { type Schedule, scheduleArticles } from '../feeds/select.ts';
import type { ReadPublished } from '../guard/compare-published-or-trial.ts';
import { findNamed, findPublished } from '../guard/find-published.ts';
import { matchItems } from '../guard/match.ts';
import { findArchivesIn } from '../manifest/archives.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Candidate, Config, PlannedFeed } from '../model/index.ts';

/**
 * `schedule: on-build`: an article that comes late, dated before what the main feed carries already, gets the time of the build
 * that first carries it, so that readers do not bury it (R15). The published feeds remember it: what they carry keeps the date that
 * it has there when the article says an earlier one.
 * @param now time of the build in ms; the date is that second
 * @param manifest what is published, with the dates of what has left the feeds
 * @param read what subscribers have; by default what `published` names, else the documents in the output folder
 */
export function dateLateArticles(
  config: Config,
  schedule: Schedule,
  now: number,
  manifest: Manifest | undefined,
  read?: ReadPublished,
): Schedule {
  const { feeds } = planFeeds(config, schedule.live, manifest && findArchivesIn(manifest));
  const [main] = feeds;
  const published = readPublished(config, feeds, read);
  const known = findDates(published, schedule.live, config.atomBase, now);
  for (const [article, date] of recallDates(schedule.live, manifest))
    if (!known.has(article) && date <= now) known.set(article, date);
  const current = published.filter((feed) => main && isOf(feed, main));
  const late = findLate(main?.articles ?? [], known, current, now);
  // More at once are no late articles: something else makes them look new, and the comparison says so.
  if (late.length <= config.flood)
    for (const article of late) known.set(article, Math.floor(now / 1000) * 1000);
  const dated = schedule.live.map((article) => redate(article, known.get(article) ?? article.published));
  return { ...schedule, live: scheduleArticles(dated, now).live };
}

interface Published extends PublishedFeed {
  readonly path: string | undefined;
  readonly url: string | undefined;
}

function readPublished(
  config: Config,
  feeds: readonly PlannedFeed[],
  read: ReadPublished | undefined,
): readonly Published[] {
  const pages = feeds.flatMap((feed) => [feed, ...feed.archives]);
  const paths = pages.flatMap(({ documents }) => documents.map(({ path }) => path));
  const named = read ? read(paths) : findNamed(config, paths);
  const documents = named ?? findPublished(config.output, paths, config.workingDirectory);
  return documents.flatMap(({ bytes, source, path, url, charset }) => {
    const found = readFeed(bytes, { source, ...(charset === undefined ? {} : { charset }) });
    return 'feed' in found ? { ...found.feed, path, url } : [];
  });
}

function isOf({ path, url, self }: Published, { documents }: PlannedFeed): boolean {
  return documents.some((document) => document.path === path || [url, self].includes(document.url));
}

/** The date under which each article was first published, in ms. */
function findDates(
  published: readonly PublishedFeed[],
  live: readonly Candidate[],
  atomBase: string,
  now: number,
): Map<Candidate, number> {
  const dates = new Map<Candidate, number>();
  const plain = live.map((article) => ({ ...article, article }));
  const inAtom = plain.map((each) =>
    each.id === each.url ? each : { ...each, id: toIri(each.id, atomBase) },
  );
  for (const { items, format } of published)
    for (const { item, article: match } of matchItems(items, format === 'atom' ? inAtom : plain).matches) {
      const { article } = match;
      const date = item.published ?? article.published;
      if (date <= now) dates.set(article, Math.min(dates.get(article) ?? date, date));
    }
  return dates;
}

/** The dates that articles were published under, also of those that no feed carries any more. */
function recallDates(
  live: readonly Candidate[],
  manifest: Manifest | undefined,
): readonly (readonly [Candidate, number])[] {
  const rows = [...(manifest?.left ?? []), ...(manifest?.articles ?? [])];
  const dates = new Map(rows.map(({ id, published }) => [id, published]));
  return live.flatMap((article) => {
    const date = dates.get(article.id);
    return date === undefined ? [] : [[article, date] as const];
  });
}

/** New articles between what the feed carries; one that is older than all of it comes back from beyond the limit. */
function findLate(
  articles: readonly Candidate[],
  known: ReadonlyMap<Candidate, number>,
  current: readonly PublishedFeed[],
  now: number,
): readonly Candidate[] {
  const dates = current
    .flatMap(({ items }) => items.flatMap(({ published }) => published ?? []))
    .filter((date) => date <= now);
  const oldest = dates.reduce((least, date) => Math.min(least, date), Number.POSITIVE_INFINITY);
  const newest = dates.reduce((most, date) => Math.max(most, date), Number.NEGATIVE_INFINITY);
  return articles.filter(
    (article) => !known.has(article) && article.published > oldest && article.published < newest,
  );
}

function redate(article: Candidate, date: number): Candidate {
  if (date <= article.published) return article;
  return { ...article, published: date, updated: Math.max(article.updated, date), said: article.published };
}
