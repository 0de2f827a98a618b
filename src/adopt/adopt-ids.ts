import type { Collected } from '../articles/collect.ts';
import { spellOutStyle } from '../articles/permalink.ts';
import { createIdTrials, type IdTrial } from '../articles/try-ids.ts';
import { toIri } from '../articles/url-and-id.ts';
import { readArticles } from '../build/read-articles.ts';
import { prepareRendering } from '../build/render-articles.ts';
import { tolerate } from '../build.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import { scheduleArticles } from '../feeds/select.ts';
import type { Candidate, Config, Problem } from '../model/index.ts';
import { compareProblems } from '../problems/problem.ts';
import { type AdoptedId, prepareInsertions, writeInsertions } from './insert-ids.ts';
import type { Render } from './match-texts.ts';
import { type KnownArticle, planIds } from './plan-ids.ts';
import { proposeTemplate } from './propose-template.ts';
import { readOwnFeeds } from './read-feeds.ts';
import { recogniseArticles, type UnmatchedItem } from './recognise.ts';

export interface AdoptOptions {
  /** Whether to put the ids into the files, or only to say which. */
  readonly write: boolean;
  /** How many threads may help with a large site. @default 0 */
  readonly workers?: number;
}

/** What published feeds say about the ids of the articles. */
export interface Adoption {
  readonly feeds: readonly { readonly source: string; readonly items: number }[];
  /** How many articles the feeds show. */
  readonly matched: number;
  /** How many of them have their published id already, in this configuration. */
  readonly kept: number;
  /** One `id` for the configuration that gives all of them their ids. */
  readonly template: string | null;
  /** The articles that get an id. */
  readonly ids: readonly AdoptedId[];
  /** Items that are no article here. */
  readonly unmatched: readonly UnmatchedItem[];
  /** Whether the ids are in the files now. */
  readonly written: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Finds the articles that published feeds show and gives those the id that readers know them by whose id would otherwise change
 * (R1, R2). With an error, or when a file can't be written, no file is touched.
 * @param feeds the first that shows an article decides about its id
 * @param collected the articles of this configuration, where they have been read already
 */
export function adoptIds(
  config: Config,
  feeds: readonly PublishedFeed[],
  options: AdoptOptions,
  collected: Collected = readArticles(config, options.workers),
): Adoption {
  return settleIds(config, collected, feeds, { ...options, isPin: false });
}

/**
 * Writes into every article of our own published feeds the id that it has there, before a move would change it.
 * @param now time in ms that decides which feeds there are
 */
export function pinIds(config: Config, now: number, options: AdoptOptions): Adoption {
  const collected = readArticles(config, options.workers);
  const { feeds, problems } = readOwnFeeds(config, scheduleArticles(collected.candidates, now).live);
  const settled = { ...collected, problems: [...collected.problems, ...problems] };
  return settleIds(config, settled, feeds, { ...options, isPin: true });
}

interface SettleOptions extends AdoptOptions {
  /** Whether also articles whose id is right get it written down. */
  readonly isPin: boolean;
}

function settleIds(
  config: Config,
  collected: Collected,
  feeds: readonly PublishedFeed[],
  { write, isPin }: SettleOptions,
): Adoption {
  const { candidates } = collected;
  const recognised = recogniseArticles(feeds, candidates, config.site, createRender(config, candidates));
  const trials = createIdTrials(
    config,
    recognised.articles.map(({ article }) => article),
  );
  const known = recognised.articles.map((each) => ({ ...each, own: trials.get(each.article)?.own }));
  const plan = planIds(known, candidates, isPin, (id) => toIri(id, config.atomBase));
  const prepared = prepareInsertions(plan.changes, config.preset);
  const problems = [
    // What an article warns of is the matter of a build, but for its id.
    ...collected.problems
      .map((each) => tolerate(config, each))
      .filter(({ severity, code }) => severity === 'error' || /^(?:unclean|invalid|nil)-id$/.test(code)),
    ...recognised.problems,
    ...plan.problems,
    ...prepared.problems,
  ];
  const isWriting =
    write && prepared.changes.length > 0 && problems.every(({ severity }) => severity !== 'error');
  const failed = isWriting ? writeInsertions(prepared.changes, config) : [];
  return {
    feeds: feeds.map(({ source, items }) => ({ source, items: items.length })),
    matched: known.length,
    kept: known.filter(({ isRight }) => isRight).length,
    template: plan.changes.length === 0 ? null : findTemplate(config, known, trials, isPin),
    ids: prepared.changes.map(({ id }) => id),
    unmatched: recognised.unmatched,
    written: isWriting && failed.length === 0,
    problems: [...problems, ...failed].toSorted(compareProblems),
  };
}

/** Renders articles as a build does, whatever it would say of them. */
function createRender(config: Config, candidates: readonly Candidate[]): Render {
  return (articles) => {
    const renderArticle = prepareRendering(config, candidates, Number.POSITIVE_INFINITY);
    return articles.map((article) => renderArticle(article).item?.content);
  };
}

/** Articles with an id of their own do not ask the template. Before a move, what will change with it is not a base for one. */
function findTemplate(
  config: Config,
  known: readonly KnownArticle[],
  trials: ReadonlyMap<Candidate, IdTrial>,
  isPin: boolean,
): string | null {
  const examples = known.flatMap(({ article, own, wanted }) => {
    const trial = trials.get(article);
    return own === undefined && trial ? [{ wanted, expand: trial.expand }] : [];
  });
  const path = spellOutStyle(config.permalink).replace(/^\/|(?:\.html?|\/(?:index\.html?)?)$/g, '');
  const own = isPin ? [] : [':url', ':url_decoded', ':url_path'];
  // The last is what Jekyll has, whatever the permalinks are.
  const last = isPin ? [] : [':url_dir/:slugorfilename'];
  const bases = [...own, path, ':path', ':slug', ':title', ':name', ...last];
  const template = proposeTemplate(examples, bases);
  return template === undefined || template === config.id ? null : template;
}
