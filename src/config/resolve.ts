import { resolve } from 'node:path';
import { isFolder } from '../files/places.ts';
import type { Config, Problem } from '../model/index.ts';
import { toList } from '../text/data.ts';
import { resolveAllow } from './allow.ts';
import { readLists, resolvePages } from './companions.ts';
import { readFeedFiles } from './feed-files.ts';
import { listFilters, type MainFeed, resolveArchive, resolveFeedRules, SHOW_LIMIT } from './feed-rules.ts';
import { listExclusions } from './folders.ts';
import { locateArticles } from './locate.ts';
import { readPeople } from './people.ts';
import { resolvePermalinks } from './permalinks.ts';
import type { Origin } from './places-of-settings.ts';
import { resolveShow } from './podcast.ts';
import type { Roots } from './roots.ts';
import type { Settings } from './settings.ts';
import { SETTINGS } from './settings-table.ts';
import { resolveSiteRules } from './site-rules.ts';
import { verifySettings } from './verify.ts';
import { verifyArtwork } from './verify-artwork.ts';

type Resolved = Omit<Config, 'root' | 'workingDirectory' | 'file' | 'lines'>;

/**
 * Fills in every default and makes paths and URLs absolute.
 * @param settings checked against the table; what was refused there is left out
 */
export function resolveSettings(
  settings: Settings,
  roots: Roots,
  origin: Origin,
): { resolved: Resolved; problems: readonly Problem[] } {
  const articles = locateArticles(settings, roots, origin);
  const rules = resolveSiteRules(settings, articles.folders, roots);
  const places = { ...roots, articles: articles.folders, sources: rules.sources };
  const { problems: misplaced, ...permalinks } = resolvePermalinks(settings, places, origin);
  const { pages, ...template } = resolvePages(settings.pages, roots, origin);
  const problems = [
    verifySettings(settings, origin),
    verifyArtwork(settings, roots.root, origin),
    ...[articles.problems, misplaced, template.problems],
  ].flat();
  const title = toLine(settings.title ?? '');
  const main: MainFeed = {
    title,
    description: toLine(settings.description ?? title),
    limit: settings.limit ?? (settings.podcast ? SHOW_LIMIT : SETTINGS.limit.default),
    content: settings.content ?? SETTINGS.content.default,
    formats: readFeedFiles(settings.formats),
    ...(settings.language === undefined ? {} : { language: settings.language }),
  };
  const resolved: Resolved = {
    ...main,
    ...resolveFeeds(settings, main, origin),
    ...(pages ? { pages } : {}),
    lists: readLists(settings.lists),
    timeZone: settings.timeZone ?? SETTINGS.timeZone.default,
    ...resolveAddresses(settings),
    ...resolveFolders(settings, articles.folders, roots, origin),
    ...rules,
    ...permalinks,
    sourceMarkdown: settings.sourceMarkdown ?? SETTINGS.sourceMarkdown.default,
    notes: settings.notes ?? SETTINGS.notes.default,
    bylines: settings.bylines ?? SETTINGS.bylines.default,
    onError: settings.onError ?? SETTINGS.onError.default,
    flood: settings.flood ?? SETTINGS.flood.default,
    allow: resolveAllow(settings.allow, roots),
    quiet: toList(settings.quiet),
    ...pickOptional(settings),
  };
  return { resolved, problems };
}

function resolveFeeds(
  { feeds: raw = [], where, archive, complete = false, podcast, site }: Settings,
  main: MainFeed,
  origin: Origin,
) {
  const resolveLink = makeResolver(site);
  const feeds = resolveFeedRules(raw, main, origin, resolveLink);
  const filters = listFilters(where);
  const facets = [
    ...filters.map(({ facet }) => facet),
    ...feeds.flatMap((rule) => [
      ...(rule.by === undefined ? [] : [rule.by]),
      ...rule.where.map(({ facet }) => facet),
    ]),
  ];
  const rule = resolveArchive(archive);
  // With feeds by language the translations of an article are known too.
  const derived = facets.includes('language') ? ['translation key'] : [];
  return {
    where: filters,
    feeds,
    facets: [...new Set([...facets, ...derived])],
    complete,
    ...(rule ? { archive: rule } : {}),
    ...(podcast ? { podcast: resolveShow(podcast, resolveLink) } : {}),
  };
}

function resolveAddresses({ site = '', author, authors, image, icon, hub, audio }: Settings) {
  const home = toHome(site);
  const absolute = makeResolver(site);
  return {
    site: home,
    atomBase: home,
    authors: readPeople(authors ?? author ?? [], absolute),
    ...(image === undefined ? {} : { image: absolute(image) }),
    ...(icon === undefined ? {} : { icon: absolute(icon) }),
    ...(audio === undefined ? {} : { audio: /^(?:https?:|\/)/i.test(audio) ? audio : `/${audio}` }),
    ...(hub === undefined ? {} : { hub: absolute(hub) }),
  };
}

function makeResolver(site = ''): (link: string) => string {
  const home = toHome(site);
  return (link) => (URL.canParse(link, home) ? new URL(link, home).href : link);
}

/** Without a usable URL problems have been reported, and nothing is built from this. */
function toHome(site: string): string {
  if (!URL.canParse(site)) return 'https://example.com/';
  const { href } = new URL(site);
  return href.endsWith('/') ? href : `${href}/`;
}

function resolveFolders(
  { built, output, published, exclude = [], preset }: Settings,
  articles: readonly string[],
  { root, workingDirectory }: Roots,
  origin: Origin,
) {
  const base = origin.isFlag(['output']) ? workingDirectory : root;
  const site = built && resolve(root, built.trim());
  // The site that a tool has built is where feeds belong; without it they would be wiped out by the next one.
  const usual = built && site && isFolder(site) ? built : SETTINGS.output.default;
  const folder = resolve(base, (output ?? usual).trim());
  return {
    articles,
    output: folder,
    ...(published === undefined ? {} : { published: resolvePublished(published.trim(), root) }),
    ownExclusions: toList(exclude).map((pattern, index) => ({
      pattern,
      place: origin.valueAt(typeof exclude === 'string' ? ['exclude'] : ['exclude', index]),
    })),
    exclude: listExclusions(toList(exclude), { root, articles, output: folder, built: site, preset }),
  };
}

function resolvePublished(published: string, root: string): string {
  return /^https?:\/\//i.test(published) ? published : resolve(root, published);
}

function pickOptional({ id, copyright, ttl, preset, updated, schedule, ignoreKeys }: Settings) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(copyright === undefined ? {} : { copyright: toLine(copyright) }),
    ...(ttl === undefined ? {} : { ttl }),
    ...(preset === undefined ? {} : { preset }),
    ...(updated === undefined ? {} : { updated }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(ignoreKeys === undefined ? {} : { ignoreKeys: toList(ignoreKeys) }),
  };
}

/** Block scalars and folded lines as one line. */
function toLine(text: string): string {
  return text.split(/\s/).filter(Boolean).join(' ');
}
