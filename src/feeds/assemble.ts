import { Feed, type Item as FeedItem, type FeedLink, type FeedOptions } from '../formats/feed.ts';
import { absoluteId } from '../formats/iri.ts';
import type {
  Attachment,
  Config,
  Item,
  Person,
  PlannedFeed,
  PlannedPage,
  Translation,
} from '../model/index.ts';
import { historyElements, historyLinks } from './archive-links.ts';
import { locateChapters } from './chapters.ts';
import type { ItemKey } from './item-keys.ts';
import { toSummary } from './whole-or-summary.ts';

/**
 * Makes a Feed of items alone, in the vocabulary of the package `feed`: they are written the same in every feed of the site that
 * carries them under this key.
 * @param translations by the path of the article
 */
export function assembleItems(
  config: Config,
  { isWhole, language, isTranslated, isShow }: ItemKey,
  items: readonly Item[],
  translations: ReadonlyMap<string, readonly Translation[]>,
): Feed {
  const { site, title, authors } = config;
  const shared = { title, link: site, authors: authors.map(feedAuthor), podcast: isShow };
  const feed = new Feed({ ...shared, ...defined({ language }) });
  for (const item of items) {
    const links = isTranslated ? translations.get(item.path) : undefined;
    // The chapters of an episode that only an archive carries have no document.
    const chaptered = isTranslated && isShow ? withChapters(config, item) : item;
    feed.addItem(feedItem(config, isWhole ? chaptered : toSummary(chaptered), links));
  }
  return feed;
}

function withChapters({ site }: Config, item: Item): Item {
  const path = locateChapters(item);
  if (path === undefined || !item.episode) return item;
  return { ...item, episode: { ...item.episode, chaptersUrl: new URL(path, site).href } };
}

/**
 * Makes one page of a feed without its items.
 * @param page the feed itself for its current documents, or one of its archives
 */
export function assembleFrame(config: Config, planned: PlannedFeed, page: PlannedPage): Feed {
  const feed = new Feed(feedOptions(config, planned, page));
  for (const name of historyElements(planned, page)) feed.addExtension({ name, objects: {} });
  return feed;
}

function feedOptions(config: Config, planned: PlannedFeed, page: PlannedPage): FeedOptions {
  const { site, authors, image, icon, copyright, hub, ttl } = config;
  const { title, description, language, show } = planned;
  // No one polls an archive.
  const polling = page === planned ? { hub, ttl } : {};
  return {
    // All pages are one feed.
    id: planned.documents.find(({ format }) => format === 'atom')?.url ?? site,
    title,
    description,
    link: site,
    feedLinks: Object.fromEntries(page.documents.map(({ format, url }) => [format, url])),
    authors: authors.map(feedAuthor),
    generator: 'feedwright',
    links: [...historyLinks(planned, page), ...pageLinks(planned, page)],
    ...defined({ show, language, image, icon, favicon: icon, copyright, ...polling }),
  };
}

/**
 * The page for people (R55) by the relation `describedby`, because `alternate` is the home page (R29). An archive has no link: it never
 * changes.
 */
function pageLinks(planned: PlannedFeed, page: PlannedPage): FeedLink[] {
  if (page !== planned || !planned.page) return [];
  const { url } = planned.page;
  return [
    { rel: 'describedby', url, type: 'text/html' },
    { rel: 'describedby', url, format: 'json' },
  ];
}

function feedItem(config: Config, item: Item, translations: readonly Translation[] | undefined): FeedItem {
  const {
    id,
    url,
    title,
    untitled,
    published,
    updated,
    language,
    summary,
    image,
    authors,
    tags,
    attachments,
    content,
    markdown,
    episode,
    externalUrl,
    comments,
  } = item;
  return {
    id,
    // As it was written wherever Atom takes it: an id that was adopted must not change at all (R1, R4).
    ...defined({ atomId: absoluteId(id, config.atomBase) }),
    link: url,
    title,
    published: new Date(published),
    date: new Date(updated),
    author: authors.map(feedAuthor),
    category: tags.map((name) => ({ name, term: name })),
    attachments: attachments.map(feedAttachment),
    ...defined({
      language,
      summary,
      markdown,
      image,
      translations,
      episode,
      externalUrl,
      comments,
      isUntitled: untitled,
      content: content === '' ? undefined : content,
    }),
  };
}

function feedAttachment({ url, type, bytes, seconds, title }: Attachment) {
  return { url, type, ...defined({ length: bytes, duration: seconds, title }) };
}

function feedAuthor({ name, email, url, avatar }: Person) {
  return { name, ...defined({ email, link: url, avatar }) };
}

/** The fields that have a value. */
function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}
