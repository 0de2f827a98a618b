import { join } from 'node:path';
import { lookAt } from '../files/places.ts';
import type { Candidate, Config, Place, PlannedFeed, Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { createPageSearch, redirectOf } from './find-page.ts';
import { isBuiltSite, locateUrl, pathOf, readPage } from './locate-page.ts';

/** Tools to which "permalink" of an article means nothing: it is its URL only if it is a whole one. */
const WHOLE: ReadonlySet<Preset> = new Set(['astro', 'docusaurus', 'vitepress', 'zola']);

/** A page that is longer does more than redirect. */
const LONGEST_REDIRECT = 4096;

/**
 * Checks that each article in a feed has its page on the built site. Other pages are opened only for articles without one.
 * @param placeOf where an article says its URL
 */
export function checkPages(
  config: Config,
  feeds: readonly PlannedFeed[],
  placeOf: (article: Candidate) => Place,
): readonly Problem[] {
  const { built, site, preset } = config;
  if (built === undefined) return [];
  const isWhole = preset !== undefined && WHOLE.has(preset);
  const place = { file: config.file, line: config.lines.built };
  if (!isBuiltSite(built)) return [problem('site-not-built', place, describeUnbuilt(built, config))];
  const carried = feeds.flatMap((feed) => [feed, ...feed.archives].flatMap(({ articles }) => articles));
  const addressOf = createAddressSearch(built, site);
  return [...new Set(carried)].flatMap((article) => {
    const found = addressOf(article);
    return found === article.url
      ? []
      : [problem('address-not-on-site', placeOf(article), { url: article.url, found, isWhole })];
  });
}

/** Astro and others have the pages in a folder of their own beside the program of a server. */
function describeUnbuilt(built: string, { root, output, lines }: Config) {
  const inner = join(built, 'client');
  const isInner = isBuiltSite(inner);
  const isElsewhere = lines.output === undefined && output !== built;
  return {
    folder: showPath(built, root),
    inner: isInner ? showPath(inner, root) : undefined,
    output: isElsewhere ? showPath(output, root) : undefined,
  };
}

/**
 * The URLs of the articles' pages on the built site; articles without a page are missing.
 * @returns nothing where the site is not built
 */
export function findAddresses(
  { built, site }: Config,
  articles: readonly Candidate[],
): readonly { readonly article: Candidate; readonly address: string }[] {
  if (built === undefined || !isBuiltSite(built)) return [];
  const addressOf = createAddressSearch(built, site);
  return articles.flatMap((article) => {
    const address = addressOf(article);
    return address === undefined ? [] : [{ article, address }];
  });
}

/** The URL of the page of an article: its own, where there is a page that does not lead elsewhere. */
function createAddressSearch(built: string, site: string): (article: Candidate) => string | undefined {
  const search = createPageSearch(built, site);
  return (article) => {
    // What is on another site is not known.
    if (pathOf(article.url, site) === undefined) return article.url;
    const page = locateUrl(built, article.url, site);
    if (page === undefined) return cutEnding(article.url, search(article), built, site);
    const target = readRedirect(page, built);
    if (target === undefined) return article.url;
    return URL.canParse(target, article.url) ? new URL(target, article.url).href : undefined;
  };
}

/** The URL of a page as the site writes its URLs: without `.html` where that of the article has no ending. */
function cutEnding(own: string, found: string | undefined, built: string, site: string): string | undefined {
  if (found === undefined || /\/$|\.html$/.test(own)) return found;
  const cut = found.replace(/\.html$/, '');
  return locateUrl(built, cut, site) === locateUrl(built, found, site) ? cut : found;
}

function readRedirect(page: string, built: string): string | undefined {
  return (lookAt(page)?.size ?? 0) > LONGEST_REDIRECT ? undefined : redirectOf(readPage(page, built));
}
