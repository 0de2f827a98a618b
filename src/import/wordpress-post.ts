import { plain } from '../documents/feed-elements.ts';
import { foldName } from '../text/fold-name.ts';
import { isForMembers } from '../text/membership-meta.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { addParagraphs, type Library, readShortcodes } from './classic-text.ts';
import type { MediaLibrary } from './media-library.ts';
import { countOut, type Export, type Post, type PostAuthor, type PostState } from './post.ts';
import { childrenOf, type RecordElement, textOf } from './read-records.ts';
import { readTitle } from './read-title.ts';
import { readAudio } from './wordpress-audio.ts';
import { joinZone, toUtc } from './zones.ts';

/** What is needed of the whole export before the first post is written. */
export interface WordPressIndex {
  readonly site: Export['site'];
  /** Names by login. */
  readonly authors: ReadonlyMap<string, string>;
  readonly library: MediaLibrary;
}

/** Posts, and the episodes of plug-ins for podcasts. */
const ARTICLES: ReadonlySet<string> = new Set(['post', 'podcast']);

const STATES: ReadonlyMap<string, PostState> = new Map([
  ['publish', 'public'],
  ['future', 'public'],
  ['draft', 'draft'],
  ['pending', 'draft'],
  ['private', 'private'],
]);

/** An item of a WordPress export as a post; undefined for what is none, which is counted. */
export function readPost(
  record: RecordElement,
  index: WordPressIndex,
  leftOut: Map<string, number>,
): Post | undefined {
  const type = textOf(record, 'wp:post_type') ?? 'post';
  const status = textOf(record, 'wp:status') ?? 'publish';
  if (!ARTICLES.has(type)) {
    countOut(
      leftOut,
      type === 'attachment' ? 'media files' : type === 'page' ? 'pages' : `items of type "${type}"`,
    );
    return undefined;
  }
  const state = STATES.get(status);
  if (state === undefined) {
    countOut(leftOut, `posts with status "${status}"`);
    return undefined;
  }
  const isProtected = textOf(record, 'wp:post_password') !== undefined || isRestricted(record);
  const url = resolveLink(textOf(record, 'link'), index.site.site);
  const thumbnail = metaOf(record, '_thumbnail_id');
  return {
    id: textOf(record, 'guid'),
    url: state === 'draft' ? undefined : url,
    title: readTitle(textOf(record, 'title')),
    ...readDates(record),
    body: readBody(textOf(record, 'content:encoded') ?? '', index.library.of(textOf(record, 'wp:post_id'))),
    state: isProtected ? 'private' : state,
    authors: listAuthors(record, index.authors),
    categories: listTerms(record, 'category'),
    tags: listTerms(record, 'post_tag'),
    summary: plain(textOf(record, 'excerpt:encoded')),
    image: thumbnail === undefined ? undefined : index.library.find(thumbnail),
    ...readAudio((key) => listMeta(record, key)),
    aliases:
      state === 'draft' ? [] : listMeta(record, '_wp_old_slug').flatMap((slug) => replaceSlug(url, slug)),
    name: decodePercent(textOf(record, 'wp:post_name') ?? '').replace(/\.html?$/i, ''),
  };
}

/** Whether a plug-in keeps the post for members. */
function isRestricted(record: RecordElement): boolean {
  return childrenOf(record, 'wp:postmeta').some((meta) =>
    isForMembers(foldName(textOf(meta, 'wp:meta_key') ?? ''), textOf(meta, 'wp:meta_value') ?? ''),
  );
}

/** Other tools that write such exports know paths alone. */
function resolveLink(link: string | undefined, site: string | undefined): string | undefined {
  if (link === undefined || URL.canParse(link) || site === undefined) return link;
  return URL.canParse(link, site) ? new URL(link, site).href : link;
}

/** Those that the plug-in Co-Authors Plus lists, else the one that WordPress knows. A login that is an email address is no one's name. */
function listAuthors(record: RecordElement, names: ReadonlyMap<string, string>): readonly PostAuthor[] {
  const terms = childrenOf(record, 'category').filter(({ attributes }) => attributes.domain === 'author');
  const listed = terms.map(({ attributes, text }) => {
    const login = (attributes.nicename ?? '').replace(/^cap-/, '');
    return names.get(login) ?? plain(text) ?? login;
  });
  const login = textOf(record, 'dc:creator') ?? '';
  const found = listed.length > 0 ? listed : [names.get(login) ?? login];
  return [...new Set(found)].filter((name) => name !== '' && !name.includes('@')).map((name) => ({ name }));
}

/** Dates are written in the zone of the site and in UTC: the difference is the zone. Drafts have no date in UTC yet. */
function readDates(record: RecordElement): Pick<Post, 'date' | 'updated'> {
  const date =
    joinZone(textOf(record, 'wp:post_date'), textOf(record, 'wp:post_date_gmt')) ??
    toUtc(textOf(record, 'pubDate'));
  const updated = joinZone(textOf(record, 'wp:post_modified'), textOf(record, 'wp:post_modified_gmt'));
  const isLater = date !== undefined && updated !== undefined && Date.parse(updated) > Date.parse(date);
  return { date, updated: isLater ? updated : undefined };
}

/** Of the block editor the comments that delimit its blocks go; a text of the older editor gets the paragraphs that WordPress gives it. */
function readBody(written: string, library: Library): string {
  const isOfBlocks = /<!-- wp:/.test(written);
  const html = isOfBlocks ? dropDelimiters(written) : written;
  const shown = readShortcodes(html, library);
  return isOfBlocks ? shown : addParagraphs(shown);
}

/** Blocks for members, whose ends are a part of what the text says. */
const OF_MEMBERS = /<!-- \/?wp:(?:jetpack\/paywall|(?:jetpack\/)?premium-content\/|pmpro\/membership)\b/y;

/** Without the comments in which the editor keeps where its blocks begin and end. */
function dropDelimiters(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index } of html.matchAll(/<!-- \/?wp:/g)) {
    const end = html.indexOf('-->', index);
    OF_MEMBERS.lastIndex = index;
    if (index < from || OF_MEMBERS.test(html)) continue;
    if (end < 0) break;
    kept.push(html.slice(from, index));
    from = end + (html[end + 3] === '\n' ? 4 : 3);
  }
  return [...kept, html.slice(from)].join('');
}

function listTerms(record: RecordElement, domain: string): readonly string[] {
  const terms = childrenOf(record, 'category').filter(({ attributes }) => attributes.domain === domain);
  return [...new Set(terms.flatMap(({ text }) => plain(text) || []))];
}

/** The URL that an article had before its slug was changed. */
function replaceSlug(url: string | undefined, slug: string): readonly string[] {
  if (url === undefined || !URL.canParse(url) || new URL(url).search !== '') return [];
  const old = new URL(url).pathname.replace(/[^/]+(\/?)$/, `${slug}$1`);
  return old === new URL(url).pathname ? [] : [old];
}

/** The first value of a key in the meta data of an item. */
export function metaOf(record: RecordElement, key: string): string | undefined {
  return listMeta(record, key)[0];
}

function listMeta(record: RecordElement, key: string): readonly string[] {
  return childrenOf(record, 'wp:postmeta').flatMap((meta) =>
    textOf(meta, 'wp:meta_key') === key ? (textOf(meta, 'wp:meta_value') ?? []) : [],
  );
}
