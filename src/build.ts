import { locateUrl } from './articles/locate-fact.ts';
import { nameAuthors } from './articles/read-people.ts';
import { dateLateArticles } from './build/date-late.ts';
import { type MadeDocuments, makeDocuments } from './build/make-documents.ts';
import type { BuildOptions } from './build/options.ts';
import { type Collected, readArticles } from './build/read-articles.ts';
import { prepareRendering } from './build/render-articles.ts';
import { findGuess, type Outcome, reportBuild } from './build/report.ts';
import { accompanyFeeds } from './build/write-companions.ts';
import { describePublication } from './build/write-manifest.ts';
import { checkPages } from './built-site/check-pages.ts';
import { type Plan, planFeeds } from './feeds/plan.ts';
import { scheduleArticles } from './feeds/select.ts';
import { compareArtwork } from './guard/compare-artwork.ts';
import { findManifest } from './guard/find-manifest.ts';
import { guardSubscribers, type RenderOne } from './guard/guard-subscribers.ts';
import { findArchivesIn } from './manifest/archives.ts';
import { listChanged, listReplaced } from './manifest/list-changed.ts';
import type { Manifest } from './manifest/manifest.ts';
import type { BuildReport, Companion, Config, Problem, WrittenDocument } from './model/index.ts';
import { openPublication, type Publication } from './publish/publication.ts';
import { checkSizes } from './publish/verify-size.ts';

/** What the other flows know besides. */
export interface FlowOptions extends BuildOptions {
  /** The articles of this configuration, where they have been read already. */
  readonly collected?: Collected;
}

/**
 * Builds the feeds of a site: read, plan, select, render, assemble, write, verify, publish. Problems are returned, not thrown;
 * with an error (or, when strict, a warning) nothing is written.
 * @throws Error only for a bug: a document that does not say what its items say
 */
export function build(given: Config, options: FlowOptions): BuildReport {
  const published = { read: options.published, select: options.selectPublished };
  const { manifest, problems: doubts } = findManifest(given, published);
  const config = { ...nameAuthors(given), ...(manifest ? { atomBase: manifest.atomBase } : {}) };
  const publication = openPublication(config, (options.write ?? true) && !options.take);
  try {
    return runStages(config, options, { publication, manifest, doubts });
  } finally {
    publication.discard();
  }
}

/** What a build replaces, and what is known of it. */
interface Before {
  readonly publication: Publication;
  readonly manifest: Manifest | undefined;
  /** What is wrong with the manifest. */
  readonly doubts: readonly Problem[];
}

function runStages(config: Config, options: FlowOptions, old: Before): BuildReport {
  const { now, workers = 0, write = true, progress, take, renderBody } = options;
  const { publication, manifest } = old;
  const files: (WrittenDocument | Companion)[] = [];
  const add = (file: WrittenDocument | Companion) => {
    publication.add(file);
    if (take) files.push(file);
  };
  const { hear, stops } = judgeBy(config, options);
  const { collected, schedule, plan, problems: early } = planBuild(config, options, manifest);
  const found = hear(early);
  const made = makeDocuments(config, plan, {
    ...{ all: collected.candidates, now, workers, progress, renderBody },
    isRefused: found.some(stops),
    stops: (problems) => hear(problems).some(stops),
    add,
  });
  const before = [...found, ...hear(made.problems)];
  const guess = manifest || options.published ? undefined : findGuess(config, collected.candidates);
  const finish = (outcome: Outcome) =>
    reportBuild(
      { ...outcome, problems: [...before, ...outcome.problems] },
      { schedule, collected, guess },
      config.quiet,
    );
  if (before.some(stops)) return finish(NOTHING);
  const { companions, described, problems: verified } = completeBuild(config, options, old, plan, made, add);
  if (verified.some(stops)) return finish({ ...NOTHING, problems: verified });
  progress?.('comparing with what is published');
  const render: RenderOne = (article) =>
    prepareRendering(config, collected.candidates, now, renderBody)(article).item?.content;
  const published = { read: options.published, select: options.selectPublished };
  const guarded = guardSubscribers(config, made.current, schedule, now, render, published, manifest);
  const { problems: harm, ...seen } = guarded;
  const problems = [...verified, ...harm];
  if (problems.some(stops) || !write) return finish({ ...NOTHING, ...seen, problems });
  for (const file of files) take?.(file);
  const failures = take ? [] : publication.commit();
  if (failures.length > 0) return finish({ ...NOTHING, ...seen, problems: [...problems, ...failures] });
  // In CI the output folder is empty: what is published says what changes.
  const changed = options.published && manifest ? listChanged(manifest, described) : publication.changed;
  return finish({ ...seen, documents: made.documents, companions, changed, problems });
}

/** Read, plan and select: all that happens before anything is rendered. */
function planBuild(config: Config, options: FlowOptions, manifest: Manifest | undefined) {
  const { now, workers = 0, progress, published } = options;
  const collected = options.collected ?? readArticles(config, workers, progress);
  const onDate = scheduleArticles(collected.candidates, now);
  const isOnBuild = config.schedule === 'on-build';
  const schedule = isOnBuild ? dateLateArticles(config, onDate, now, manifest, published) : onDate;
  const plan = planFeeds(config, schedule.live, manifest && findArchivesIn(manifest));
  const onSite = checkPages(config, plan.feeds, locateUrl);
  // On the built site it shows whether a URL that was guessed is right.
  const isSeen = config.built !== undefined && onSite.every(({ code }) => code !== 'site-not-built');
  const read = collected.problems.filter(({ code }) => !isSeen || code !== 'unread-permalink');
  return { collected, schedule, plan, problems: [...read, ...plan.problems, ...onSite] };
}

/** What accompanies the documents: pages, lists and the manifest; and what is wrong with all of them as files. */
function completeBuild(
  config: Config,
  { published, selectPublished }: FlowOptions,
  { publication, manifest, doubts }: Before,
  { feeds }: Plan,
  made: MadeDocuments,
  add: (file: Companion) => void,
) {
  const { documents, current } = made;
  const { companions: pages, problems } = accompanyFeeds(config, current);
  const written = describePublication(config, { feeds, ...made, companions: pages }, manifest);
  const { manifest: described, companion } = written;
  const companions = [...pages, companion];
  for (const each of companions) add(each);
  const compared =
    published && manifest
      ? publication.listProblems(documents, undefined, listReplaced(manifest, described))
      : publication.listProblems(documents, selectPublished);
  const images = compareArtwork(described, manifest, config);
  const found = [...problems, ...compared, ...doubts, ...images, ...checkSizes(documents)];
  return { companions, described, problems: found };
}

/** Which problems are reported, and which of them stop the build. */
function judgeBy(config: Config, { strict = false }: FlowOptions) {
  return {
    hear: (problems: readonly Problem[]) =>
      problems.map((each) => tolerate(config, each)).filter((each) => isHeard(config, each)),
    stops: ({ severity }: Problem) => strict || severity === 'error',
  };
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
