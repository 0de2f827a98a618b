import { writeFeedMenu } from '../formats/feed-menu.ts';
import { writeHeaders } from '../formats/headers.ts';
import { writeLinks } from '../formats/links.ts';
import { type ListedFeed, writeOpml } from '../formats/opml.ts';
import type {
  Companion,
  Config,
  ItemCard,
  ListKind,
  PageSettings,
  PlannedFeed,
  Problem,
  Show,
} from '../model/index.ts';
import { writeFeedPage } from './feed-page.ts';
import { writeIndexPage } from './index-page.ts';
import { fillFeedPage, fillIndexPage, prepareTemplate } from './own-page.ts';
import { pageEpisode } from './page-episode.ts';
import type { PageFeed, PageItem, PageShow, PageSite } from './site.ts';

/** How many of the articles of a feed its page shows. */
const SHOWN = 10;

/** A feed that was built, with the newest of its items. */
export interface BuiltFeed {
  readonly planned: PlannedFeed;
  readonly items: readonly ItemCard[];
}

/**
 * Writes what accompanies the feeds of a site: pages for people and lists of feeds, as far as they are asked for.
 * @param feeds the main feed first
 */
export function writeCompanions(
  config: Config,
  feeds: readonly BuiltFeed[],
): { readonly companions: readonly Companion[]; readonly problems: readonly Problem[] } {
  const listed = feeds.map(({ planned }) => listFeed(config, planned));
  const everywhere = feeds.flatMap(({ planned }) =>
    isForEveryPage(planned) ? listFeed(config, planned) : [],
  );
  const lists = config.lists.map(({ kind, path }) => {
    return { kind, path, text: writeList(kind, config, kind === 'links' ? everywhere : listed) };
  });
  if (!config.pages) return { companions: lists, problems: [] };
  const pages = writePages(config, config.pages, feeds);
  return { companions: [...pages.companions, ...lists], problems: pages.problems };
}

/** A feed as lists name it. */
export function listFeed(config: Config, feed: PlannedFeed): ListedFeed {
  const { title, documents, language = config.language, page } = feed;
  return {
    title,
    description: ownDescription(config, feed),
    language,
    documents,
    url: page?.url ?? config.site,
    ...(feed.show ? { isShow: true } : {}),
  };
}

/** Whether the head of every page may link to a feed: one by topic belongs to the pages of its topic, and there may be hundreds. */
export function isForEveryPage({ group }: PlannedFeed): boolean {
  return group === undefined || group.facet === 'language';
}

/** Nothing that the title or the site says already. */
function ownDescription(config: Config, { name, title, description }: PlannedFeed): string | undefined {
  const isShared = name !== 'main' && description === config.description;
  return isShared || description === title ? undefined : description;
}

function writeList(kind: ListKind, config: Config, feeds: readonly ListedFeed[]): string {
  switch (kind) {
    case 'opml':
      return writeOpml(config.title, feeds);
    case 'links':
      return writeLinks(feeds);
    case 'headers':
      return writeHeaders(
        feeds.flatMap(({ documents }) => documents),
        config,
      );
    case 'menu':
      return writeFeedMenu(config.title, feeds);
  }
}

function writePages(config: Config, settings: PageSettings, feeds: readonly BuiltFeed[]) {
  const own = settings.template && prepareTemplate(settings.template);
  const site = pageSite(config, settings);
  const pages = feeds.map((feed) => ({ path: feed.planned.page?.path ?? '', feed: pageFeed(config, feed) }));
  const index = pages.map(({ feed }) => feed);
  const companions: readonly Companion[] = [
    ...pages.map(({ path, feed }) => ({
      kind: 'page' as const,
      path,
      text: own ? fillFeedPage(own.template, site, feed) : writeFeedPage(site, feed),
    })),
    {
      kind: 'index',
      path: settings.index,
      text: own ? fillIndexPage(own.template, site, index) : writeIndexPage(site, index),
    },
  ];
  return { companions, problems: own?.problems ?? [] };
}

function pageSite(config: Config, { index, colour }: PageSettings): PageSite {
  const { title, site, description, language, timeZone, icon } = config;
  const opml = config.lists.find(({ kind }) => kind === 'opml');
  return {
    title,
    home: site,
    description,
    timeZone,
    colour,
    index: new URL(index, site).href.replace(/\/index\.html$/, '/'),
    ...(language === undefined ? {} : { language }),
    ...(icon === undefined ? {} : { icon }),
    ...(opml ? { opml: new URL(opml.path, site).href } : {}),
  };
}

function pageFeed(config: Config, { planned, items }: BuiltFeed): PageFeed {
  const { title, description, language, documents, url } = listFeed(config, planned);
  return {
    title,
    documents,
    url,
    items: items.slice(0, SHOWN).map((item) => pageItem(item, planned.show)),
    ...(planned.show ? { show: pageShow(planned.show, config.image) } : {}),
    ...(isForEveryPage(planned) ? {} : { isTopic: true }),
    ...(description === undefined ? {} : { description }),
    ...(language === undefined ? {} : { language }),
  };
}

function pageShow({ image: own }: Show, shared: string | undefined): PageShow {
  const image = own ?? shared;
  return image === undefined ? {} : { image };
}

function pageItem(item: ItemCard, show: Show | undefined): PageItem {
  const { title, url, published, summary, lead, language } = item;
  const words = summary ?? lead;
  const episode = show && pageEpisode(item, show);
  return {
    title,
    url,
    published,
    ...(words === '' ? {} : { summary: words }),
    ...(language === undefined ? {} : { language }),
    ...(episode ? { episode } : {}),
  };
}
