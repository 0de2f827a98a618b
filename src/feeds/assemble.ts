import { Feed, type Item as FeedItem, type FeedOptions } from '../formats/feed.ts';
import type { Attachment, Config, FeedFormat, Item, Person, PlannedFeed } from '../model.ts';

/** Makes the feed of a plan from its rendered items, in the vocabulary of the package `feed`. */
export function assembleFeed(config: Config, planned: PlannedFeed, items: readonly Item[]): Feed {
  const feed = new Feed(feedOptions(config, planned));
  for (const item of items) feed.addItem(feedItem(item));
  return feed;
}

/** Writes one format of a feed. */
export function writeDocument(feed: Feed, format: FeedFormat): string {
  switch (format) {
    case 'rss':
      return feed.rss2();
    case 'atom':
      return feed.atom1();
    case 'json':
      return feed.json1();
  }
}

function feedOptions(config: Config, planned: PlannedFeed): FeedOptions {
  const { site, description, language, authors, image, icon, copyright, hub, ttl } = config;
  const feedLinks = Object.fromEntries(planned.documents.map(({ format, url }) => [format, url]));
  return {
    id: feedLinks.atom ?? site,
    title: planned.title,
    description,
    link: site,
    feedLinks,
    authors: authors.map(feedAuthor),
    generator: 'feedwright',
    ...defined({ language, image, icon, favicon: icon, copyright, hub, ttl }),
  };
}

function feedItem(item: Item): FeedItem {
  const {
    id,
    url,
    title,
    published,
    updated,
    language,
    summary,
    image,
    authors,
    tags,
    attachments,
    content,
  } = item;
  return {
    id,
    link: url,
    title,
    published: new Date(published),
    date: new Date(updated),
    author: authors.map(feedAuthor),
    category: tags.map((name) => ({ name, term: name })),
    attachments: attachments.map(feedAttachment),
    ...defined({ language, summary, image, content: content === '' ? undefined : content }),
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
