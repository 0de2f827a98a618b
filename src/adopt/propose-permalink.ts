import type { Collected } from '../articles/collect.ts';
import { createIdTrials } from '../articles/try-ids.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import { matchItems } from '../guard/match.ts';
import type { Candidate, Config } from '../model/index.ts';
import { proposeTemplate } from './propose-template.ts';

/** An article that a feed shows. */
export interface ShownArticle {
  readonly article: Candidate;
  /** Its URL in the feed. */
  readonly address: string;
  /** Its time in the feed, in ms. */
  readonly published?: number | undefined;
}

/** The articles of a site that feeds show, each once. */
export function findShownArticles(
  { candidates }: Pick<Collected, 'candidates'>,
  feeds: readonly PublishedFeed[],
): readonly ShownArticle[] {
  const shown = new Map<Candidate, ShownArticle>();
  for (const { items } of feeds)
    for (const { item, article } of matchItems(items, candidates).matches)
      if (item.url !== undefined && !shown.has(article))
        shown.set(article, { article, address: item.url, published: item.published });
  return [...shown.values()];
}

export function keepsAddress({ article, address }: ShownArticle): boolean {
  return article.url === address;
}

/** What a URL may be built around, the plainest first. */
const BASES = [
  ':path',
  ':slug',
  ':title',
  ':name',
  ':post_title',
  // An article in a folder of its own, whatever its file is called.
  ':sections',
  ':sections/:year/:month/:day/:slug',
  ':sections/:year/:month/:day/:title',
];

/**
 * Looks for the `permalink` that gives articles the URLs under which feeds show them.
 * @returns a template that is right for most of them, and for more than the one in use; undefined when there is none
 */
export function proposePermalink(config: Config, shown: readonly ShownArticle[]): string | undefined {
  const trials = createIdTrials(
    config,
    shown.map(({ article }) => article),
  );
  const site = new URL(config.site).href.replace(/\/*$/, '/');
  const examples = shown.flatMap(({ article, address }) => {
    const trial = trials.get(article);
    if (!trial) return [];
    const expand = (template: string) => {
      const isWhole = template.startsWith(site);
      const url = trial.locate(`/${isWhole ? template.slice(site.length) : template}`);
      return isWhole ? url : url?.slice(site.length);
    };
    return [{ wanted: address, expand }];
  });
  const least = Math.max(shown.filter(keepsAddress).length, Math.floor(examples.length / 2)) + 1;
  const template = proposeTemplate(examples, BASES, least);
  return template?.startsWith(site) ? template.replace(site, '/') : undefined;
}
