import { parseXml } from '../documents/xml-tree.ts';
import { type Extension, Feed, type Item } from '../formats/feed.ts';
import { namespaces as wellKnown } from '../formats/namespaces.ts';
import { createNames, listAll } from '../library/other-elements.ts';

/** An item as `@astrojs/rss` takes it. */
export interface RSSFeedItem {
  readonly title?: string;
  readonly link?: string;
  readonly pubDate?: Date | string | number;
  readonly description?: string;
  /** HTML. */
  readonly content?: string;
  readonly categories?: readonly string[];
  readonly author?: string;
  readonly commentsUrl?: string;
  readonly source?: { readonly url: string; readonly title: string };
  readonly enclosure?: { readonly url: string; readonly length: number; readonly type: string };
  /** XML. */
  readonly customData?: string;
}

/** What `import.meta.glob` gives. */
export type Glob = Readonly<Record<string, () => Promise<unknown>>>;

export interface RSSOptions {
  readonly title: string;
  readonly description: string;
  readonly site: string | URL;
  readonly items: readonly RSSFeedItem[] | Glob;
  readonly stylesheet?: string | boolean;
  /** XML for the channel. */
  readonly customData?: string;
  /** Namespaces of the prefixes in `customData`. */
  readonly xmlns?: Readonly<Record<string, string>>;
  /** @default true */
  readonly trailingSlash?: boolean;
}

/** In place of the default export of `@astrojs/rss`: an endpoint's response with the feed, as `application/rss+xml`. */
export default async function rss(options: RSSOptions): Promise<Response> {
  const headers = { 'Content-Type': 'application/rss+xml; charset=utf-8' };
  return new Response(await getRssString(options), { headers });
}

/**
 * In place of the function of `@astrojs/rss`.
 * @throws Error that names the item and the field, for what no feed can say
 */
export async function getRssString(options: RSSOptions): Promise<string> {
  const { title, description, stylesheet, xmlns = {}, trailingSlash = true } = options;
  if (!URL.canParse(String(options.site)))
    throw new Error(`Feed "${title}": "site" is not an absolute URL: "${options.site}".`);
  const site = canonical(String(options.site), trailingSlash);
  const namespaces: Record<string, string> = { ...xmlns };
  const sheet = typeof stylesheet === 'string' ? { stylesheet } : {};
  const feed = new Feed({ title, description, link: site, namespaces, generator: false, ...sheet });
  // `https://you.example` stays as it is written here.
  feed.addExtension({ name: 'link', objects: { _text: site } });
  for (const extension of readXml(options.customData, namespaces)) feed.addExtension(extension);
  const items = Array.isArray(options.items)
    ? options.items
    : await pagesGlobToRssItems(options.items as Glob);
  for (const item of items) feed.addItem(toItem(item, site, trailingSlash, namespaces));
  return feed.rss2();
}

/** In place of the function of `@astrojs/rss`: the pages that `import.meta.glob` finds as items. */
export function pagesGlobToRssItems(items: Glob): Promise<readonly RSSFeedItem[]> {
  return Promise.all(
    Object.entries(items).map(async ([file, load]) => {
      const { url, frontmatter } = (await load()) as { url?: string; frontmatter: RSSFeedItem };
      if (url === undefined || url === null) throw new Error(`"${file}" is no page: it has no URL.`);
      if (!frontmatter?.title && !frontmatter?.description)
        throw new Error(`"${file}" has neither a title nor a description.`);
      return { ...frontmatter, link: url };
    }),
  );
}

function toItem(
  item: RSSFeedItem,
  site: string,
  trailingSlash: boolean,
  namespaces: Record<string, string>,
): Item {
  const { title = '', description, content, categories = [], author, commentsUrl, source, enclosure } = item;
  const absolute = (url: string) => (URL.canParse(url) ? url : canonical(url, trailingSlash, site));
  const link = item.link === undefined ? '' : absolute(item.link);
  const extra = [
    ...(link === '' ? [] : named('link', link)),
    ...(link === '' ? [] : named('guid', link, { isPermaLink: 'true' })),
    ...(author === undefined || !author.includes('@') ? [] : named('author', author)),
    ...(commentsUrl === undefined ? [] : named('comments', absolute(commentsUrl))),
    ...(source ? named('source', source.title, { url: source.url }) : []),
    ...readXml(item.customData, namespaces),
  ];
  return {
    title,
    link,
    date: (item.pubDate === undefined ? undefined : new Date(item.pubDate)) as Date,
    ...(description === undefined ? {} : { description }),
    ...(content === undefined ? {} : { content }),
    ...(author === undefined || author.includes('@') ? {} : { author: [{ name: author }] }),
    category: categories.map((name) => ({ name })),
    ...(enclosure ? { enclosure: { ...enclosure, url: new URL(enclosure.url, site).href } } : {}),
    extensions: extra,
  };
}

function named(name: string, text: string, attributes?: Record<string, string>): Extension[] {
  return [{ name, objects: { ...(attributes ? { _attributes: attributes } : {}), _text: text } }];
}

/** Elements that are written as XML, as extensions. @throws Error when they are not well-formed */
function readXml(xml: string | undefined, namespaces: Record<string, string>): readonly Extension[] {
  if (xml === undefined || xml.trim() === '') return [];
  const declared = Object.entries({ ...KNOWN, ...namespaces }).map(
    ([prefix, uri]) => `xmlns:${prefix}="${uri}"`,
  );
  const { root, faults } = parseXml(`<customData ${declared.join(' ')}>${xml}</customData>`);
  if (!root) throw new Error(`"customData" is not well-formed XML: it ${faults[0]?.reason}.`);
  return listAll(root, createNames(namespaces));
}

/** What people write without a declaration. */
const KNOWN = Object.fromEntries(
  ['atom', 'content', 'dc', 'itunes', 'media', 'podcast'].map((prefix) => [prefix, wellKnown[prefix]]),
);

/** The URL of a page as Astro writes it: one slash at the end of what has no ending, or none. */
function canonical(url: string, trailingSlash: boolean, base?: string): string {
  const hasEnding = url.lastIndexOf('.') > url.lastIndexOf('/') && !/^https?:\/\/[^/]*$/.test(url);
  const path = url.replace(/\/index\.html$/, '');
  const ended = hasEnding ? path : path.replace(/\/*$/, '/');
  const { href } = new URL(ended.replace(/(?<!:)\/+/g, '/'), base);
  return trailingSlash ? href : href.replace(/\/*$/, '');
}

export { rss };
