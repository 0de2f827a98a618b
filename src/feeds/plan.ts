import type {
  Candidate,
  Config,
  FeedFile,
  FeedRule,
  PlannedArchive,
  PlannedFeed,
  Problem,
  Translation,
} from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { archiveFile, divideArticles, type FindArchives } from './archive.ts';
import { locatePage, ownedPaths } from './companion-paths.ts';
import { createMatcher, type Group, groupArticles } from './group.ts';
import { mainRule } from './main-rule.ts';
import { selectArticles } from './select.ts';
import { fold, makeSlug } from './slug.ts';
import { findTranslations } from './translations.ts';

/** The feeds of a site, the main feed first. */
export interface Plan extends FeedPlans {
  /** The same article in other languages, by its path. */
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
}

interface FeedPlans {
  readonly feeds: readonly PlannedFeed[];
  readonly problems: readonly Problem[];
}

/** Above this many feeds of one rule there is a warning: they cost time, and most of them have no subscribers. */
const MANY = 1000;

/**
 * Which feeds a site has and which articles each carries: the main feed, one for each group, hand-made ones, and their archives.
 * @param live all articles that may be published
 * @param findArchives the archives that are published, which stay as they are
 */
export function planFeeds(config: Config, live: readonly Candidate[], findArchives?: FindArchives): Plan {
  const target: Target = { site: config.site, findArchives: findArchives ?? (() => undefined) };
  const main = planMain(mainRule(config), live, target);
  const plans = config.feeds.map((rule) =>
    isGrouping(rule) ? planGroups(rule, live, target) : planByHand(rule, live, target),
  );
  const planned = nameApart([main, ...plans.flatMap((plan) => plan.feeds)]);
  const feeds = config.pages
    ? planned.map((feed) => ({ ...feed, page: locatePage(feed, config.site) }))
    : planned;
  const problems = [...plans.flatMap((plan) => plan.problems), ...findShared(feeds, config)];
  return { feeds, problems, translations: findTranslations(live) };
}

function planMain(rule: FeedRule, live: readonly Candidate[], target: Target): PlannedFeed {
  const main = planFeed('main', rule, selectFor(rule, live), target);
  return rule.where.length === 0 ? main : { ...main, selected: live.filter(createMatcher(rule.where)) };
}

/** What feeds are planned for. */
interface Target {
  /** Home page. */
  readonly site: string;
  readonly findArchives: FindArchives;
}

/** Two rules can make a feed of one group; then the later one is called by its file. */
function nameApart(feeds: readonly PlannedFeed[]): readonly PlannedFeed[] {
  const names = new Set<string>();
  return feeds.map((feed) => {
    const isNew = !names.has(feed.name);
    names.add(feed.name);
    return isNew ? feed : { ...feed, name: feed.documents[0]?.path ?? feed.name };
  });
}

function planByHand(rule: FeedRule, live: readonly Candidate[], target: Target): FeedPlans {
  const articles = selectFor(rule, live);
  if (articles.length === 0)
    return { feeds: [], problems: [problem('empty-feed', rule.place, { feed: rule.title })] };
  return { feeds: [planFeed(nameByFile(rule), rule, articles, target)], problems: [] };
}

function nameByFile({ files, title }: FeedRule): string {
  return files[0]?.path ?? title;
}

type GroupingRule = FeedRule & { readonly by: string };

function isGrouping(rule: FeedRule): rule is GroupingRule {
  return rule.by !== undefined;
}

function planGroups(rule: GroupingRule, live: readonly Candidate[], target: Target): FeedPlans {
  const groups = groupArticles(live, rule, limitOf(rule));
  const labels = new Set(groups.map(({ label }) => fold(label)));
  const wanted = [...(rule.include ?? []), ...rule.aliases.map(({ value }) => value)];
  const unknown = wanted.filter((value) => !labels.has(fold(value)));
  const feeds = groups.filter(({ size }) => size >= rule.min).map((group) => planGroup(rule, group, target));
  const { by, place } = rule;
  return {
    feeds,
    problems: [
      ...(groups.length === 0 && rule.include === undefined && live.length > 0
        ? [problem('no-groups', place, { by })]
        : []),
      ...unknown.map((value) => problem('unknown-group', place, { by, value })),
      ...(feeds.length > MANY ? [problem('many-feeds', place, { by, count: feeds.length })] : []),
    ],
  };
}

function planGroup(rule: GroupingRule, { label, articles }: Group, target: Target): PlannedFeed {
  const placeholder = new RegExp(`:${rule.by.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}_])`, 'gu');
  const fill = (template: string, value: string) => template.replace(placeholder, () => value);
  const slug = makeSlug(label);
  const renamed = rule.aliases.flatMap(({ old, value }) =>
    fold(value) === fold(label) ? makeSlug(old) : [],
  );
  const own: FeedRule = {
    ...rule,
    title: fill(rule.title, label),
    description: fill(rule.description, label),
    ...(rule.by === 'language' ? { language: label } : {}),
    files: rule.files.map(({ path, aliases = [], ...file }) => {
      const old = renamed.flatMap((value) => [path, ...aliases].map((each) => fill(each, value)));
      const copies = [...aliases.map((each) => fill(each, slug)), ...old];
      return { ...file, path: fill(path, slug), ...(copies.length > 0 ? { aliases: copies } : {}) };
    }),
  };
  // With a filter the same group can exist twice: news in English, news in German.
  const name = rule.where.length > 0 ? nameByFile(own) : `${rule.by}: ${label}`;
  return { ...planFeed(name, own, articles, target), group: { facet: rule.by, value: label, slug } };
}

function planFeed(
  name: string,
  rule: FeedRule,
  articles: readonly Candidate[],
  { site, findArchives }: Target,
): PlannedFeed {
  const { title, description, language, files, limit, content, archive, complete, show } = rule;
  const locate = (file: FeedFile) => ({ ...file, url: new URL(file.path, site).href });
  const published = findArchives(files[0]?.path ?? '');
  const pages = archive
    ? divideArticles(articles, limit, archive, published)
    : { current: articles, archives: [] };
  const archives = pages.archives.map((page, index): PlannedArchive => {
    const own = archive ? files.map((file) => archiveFile(file, archive, index + 1)) : [];
    return { archive: index + 1, documents: own.map(locate), articles: page };
  });
  return {
    name,
    title,
    description,
    ...(language === undefined ? {} : { language }),
    content,
    complete,
    ...(show ? { show } : {}),
    documents: files.map(locate),
    articles: pages.current,
    archives: archives.filter((page) => page.articles.length > 0),
  };
}

function selectFor(rule: FeedRule, live: readonly Candidate[]): readonly Candidate[] {
  const chosen = rule.where.length === 0 ? live : live.filter(createMatcher(rule.where));
  return selectArticles(chosen, limitOf(rule));
}

function limitOf({ limit, archive, complete }: FeedRule): number {
  return archive || complete ? Number.POSITIVE_INFINITY : limit;
}

/** Two documents in one file are an error that names both feeds, once; disks that ignore case count too. */
function findShared(feeds: readonly PlannedFeed[], config: Config): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems = new Map<string, Problem>();
  for (const { owner, path } of ownedPaths(feeds, config)) {
    const key = fold(path);
    const other = owners.get(key);
    owners.set(key, other ?? owner);
    if (other === undefined) continue;
    const pair = JSON.stringify([other, owner]);
    const place = { file: config.file, line: config.lines.feeds };
    if (!problems.has(pair))
      problems.set(pair, problem('same-document', place, { path, feeds: [other, owner] }));
  }
  return [...problems.values()];
}
