import { nameAuthors } from './articles/read-people.ts';
import { dateLateArticles } from './build/date-late.ts';
import { readArticles } from './build/read-articles.ts';
import { renderArticles } from './build/render-articles.ts';
import { type Outcome, reportBuild } from './build/report.ts';
import { accompanyFeeds } from './build/write-companions.ts';
import { writeFeed } from './build/write-feed.ts';
import { describePublication } from './build/write-manifest.ts';
import { planFeeds } from './feeds/plan.ts';
import { scheduleArticles } from './feeds/select.ts';
import type { Published } from './guard/compare-knowingly.ts';
import { findManifest } from './guard/find-manifest.ts';
import { guardSubscribers, type RenderOne } from './guard/guard-subscribers.ts';
import { findArchivesIn } from './manifest/archives.ts';
import type { BuildReport, Config, PlannedFeed, Problem, Progress } from './model/index.ts';
import { findChanges } from './publish/changes.ts';
import { checkSizes } from './publish/verify-size.ts';
import { publishChanges } from './publish/write.ts';

export interface BuildOptions {
  /** The instant of the build in ms: it decides what is due and never reaches the output (R60). */
  readonly now: number;
  /** Whether warnings stop the build as errors do. @default false */
  readonly strict?: boolean;
  /** How many threads may help with a large site; the result is the same with any number. @default 0 */
  readonly workers?: number;
  /** Is told how far the build is, in this thread. */
  readonly progress?: Progress;
  /**
   * What subscribers have, from the paths that will be written. Default: what the setting `published` names, if that is a folder or
   * a file, else the documents in the output folder.
   */
  readonly published?: Published['read'];
  /** Which documents of the output folder were published and are no trial; asked only about a change to refuse. Default: all. */
  readonly selectPublished?: Published['select'];
  /** Whether to write the documents; without it the report says what would be. @default true */
  readonly write?: boolean;
}

/**
 * Builds the feeds of a site: read, plan, select, render, assemble, write, verify, publish. Problems are returned, not thrown;
 * with an error (or, when strict, a warning) nothing is written.
 * @throws Error only for a bug: a document that does not say what its items say
 */
export function build(given: Config, options: BuildOptions): BuildReport {
  const { manifest, problems: doubts } = findManifest(given, options.published);
  const config = { ...nameAuthors(given), ...(manifest ? { atomBase: manifest.atomBase } : {}) };
  const { now, strict = false, workers = 0, write = true, progress } = options;
  const collected = readArticles(config, workers, progress);
  const onDate = scheduleArticles(collected.candidates, now);
  const isOnBuild = config.schedule === 'on-build';
  const schedule = isOnBuild ? dateLateArticles(config, onDate, now, manifest, options.published) : onDate;
  const plan = planFeeds(config, schedule.live, manifest && findArchivesIn(manifest));
  const selected = listArticles(plan.feeds);
  const rendered = renderArticles(config, selected, collected.candidates, now, workers, progress);
  const found = [collected, plan, rendered].flatMap(({ problems }) => problems);
  const before = found.map((each) => tolerate(config, each)).filter((each) => isHeard(config, each));
  const stops = ({ severity }: Problem) => strict || severity === 'error';
  const finish = (outcome: Outcome) =>
    reportBuild(
      { ...outcome, problems: [...before, ...outcome.problems] },
      schedule,
      collected,
      config.quiet,
    );
  if (before.some(stops)) return finish(NOTHING);
  const material = { items: rendered.items, translations: plan.translations, known: new Map() };
  const written = plan.feeds.map((feed, index) => {
    progress?.('writing feeds', index / plan.feeds.length);
    return writeFeed(config, feed, material);
  });
  const documents = written.flat();
  const { companions: pages, ...accompanied } = accompanyFeeds(config, plan.feeds, rendered.items);
  const publication = { feeds: plan.feeds, items: rendered.items, documents };
  const companions = [...pages, describePublication(config, publication, manifest)];
  const compared = findChanges([...documents, ...companions], config);
  const parts = [accompanied, compared, { problems: doubts }, { problems: checkSizes(documents) }];
  const verified = parts.flatMap((part) => part.problems);
  if (verified.some(stops)) return finish({ ...NOTHING, problems: verified });
  const ready = plan.feeds.map((feed, index) => ({
    feed,
    documents: written[index]?.filter(({ isArchive }) => !isArchive) ?? [],
    items: feed.articles.flatMap(({ path }) => rendered.items.get(path) ?? []),
  }));
  progress?.('comparing with what is published');
  const render: RenderOne = (article) =>
    renderArticles(config, [article], collected.candidates, now).items.get(article.path)?.content;
  const published = { read: options.published, select: options.selectPublished };
  const { problems: harm, ...seen } = guardSubscribers(config, ready, schedule, now, render, published);
  const problems = [...verified, ...harm];
  if (problems.some(stops) || !write) return finish({ ...NOTHING, ...seen, problems });
  const failures = publishChanges(compared.changes, [...documents, ...companions], config);
  if (failures.length > 0) return finish({ ...NOTHING, ...seen, problems: [...problems, ...failures] });
  const changed = new Set(compared.changes.map(({ document }) => document.path));
  return finish({ ...seen, documents, companions, changed, problems });
}

/** Every article that a feed carries, once. */
function listArticles(feeds: readonly PlannedFeed[]) {
  const pages = feeds.flatMap((feed) => [feed, ...feed.archives]);
  return [...new Set(pages.flatMap(({ articles }) => articles))];
}

/** Problems at a file that are more than one article's. */
const CONCERNS_ALL: ReadonlySet<string> = new Set(['duplicate-id', 'bad-ignored-commit']);

/** With `onError: skip` an article that cannot be read is left out and reported, and the build goes on. */
export function tolerate(config: Config, found: Problem): Problem {
  const isArticle = found.file !== config.file && !CONCERNS_ALL.has(found.code);
  return config.onError === 'skip' && isArticle ? { ...found, severity: 'warning' } : found;
}

/** Warnings that the configuration quietens are not reported; an error always is. */
export function isHeard({ quiet }: Config, { code, severity }: Problem): boolean {
  return severity === 'error' || !quiet.includes(code);
}

const NOTHING: Outcome = { documents: [], companions: [], changed: new Set(), problems: [] };
