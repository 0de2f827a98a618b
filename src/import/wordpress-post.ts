import { plain } from '../documents/feed-elements.ts';
import { addParagraphs, type Library, readShortcodes } from './classic-text.ts';
import type { MediaLibrary } from './media-library.ts';
import { decodePart } from './name-file.ts';
import { countOut, type Export, type Post, type PostFile, type PostState } from './post.ts';
import { childrenOf, type RecordElement, textOf } from './read-records.ts';
import { readTitle } from './read-title.ts';
import { joinZone } from './zones.ts';

/** What is needed of the whole export before the first post is written. */
export interface WordPressIndex {
  readonly site: Export['site'];
  /** Names by login. */
  readonly authors: ReadonlyMap<string, string>;
  readonly library: MediaLibrary;
}

const STATES: Readonly<Record<string, PostState>> = {
  publish: 'public',
  future: 'public',
  draft: 'draft',
  pending: 'draft',
  private: 'private',
};

/** An item of a WordPress export as a post; undefined for what is none, which is counted. */
export function readPost(
  record: RecordElement,
  index: WordPressIndex,
  leftOut: Map<string, number>,
): Post | undefined {
  const type = textOf(record, 'wp:post_type') ?? 'post';
  const status = textOf(record, 'wp:status') ?? 'publish';
  if (type !== 'post') {
    countOut(
      leftOut,
      type === 'attachment' ? 'media files' : type === 'page' ? 'pages' : `items of type "${type}"`,
    );
    return undefined;
  }
  const state = STATES[status];
  if (state === undefined) {
    countOut(leftOut, `posts with status "${status}"`);
    return undefined;
  }
  const isProtected = textOf(record, 'wp:post_password') !== undefined;
  const url = textOf(record, 'link');
  const thumbnail = metaOf(record, '_thumbnail_id');
  const login = textOf(record, 'dc:creator');
  return {
    id: textOf(record, 'guid'),
    url: state === 'draft' ? undefined : url,
    title: readTitle(textOf(record, 'title')),
    ...readDates(record),
    body: readBody(textOf(record, 'content:encoded') ?? '', index.library.of(textOf(record, 'wp:post_id'))),
    state: isProtected ? 'private' : state,
    authors: login === undefined ? [] : [{ name: index.authors.get(login) ?? login }],
    categories: listTerms(record, 'category'),
    tags: listTerms(record, 'post_tag'),
    summary: plain(textOf(record, 'excerpt:encoded')),
    image: thumbnail === undefined ? undefined : index.library.find(thumbnail),
    attachments: listMeta(record, 'enclosure').flatMap(readEnclosure),
    aliases:
      state === 'draft' ? [] : listMeta(record, '_wp_old_slug').flatMap((slug) => replaceSlug(url, slug)),
    name: decodePart(textOf(record, 'wp:post_name') ?? ''),
  };
}

/** Dates are written in the zone of the site and in UTC: the difference is the zone. Drafts have no date in UTC yet. */
function readDates(record: RecordElement): Pick<Post, 'date' | 'updated'> {
  const date = joinZone(textOf(record, 'wp:post_date'), textOf(record, 'wp:post_date_gmt'));
  const updated = joinZone(textOf(record, 'wp:post_modified'), textOf(record, 'wp:post_modified_gmt'));
  const isLater = date !== undefined && updated !== undefined && Date.parse(updated) > Date.parse(date);
  return { date, updated: isLater ? updated : undefined };
}

/** Of the block editor the comments that delimit its blocks go; a text of the older editor gets the paragraphs that WordPress gives it. */
function readBody(written: string, library: Library): string {
  const isOfBlocks = /<!-- wp:/.test(written);
  const html = isOfBlocks ? dropDelimiters(written) : written;
  const shown = readShortcodes(html, library);
  return isOfBlocks ? shown.replace(/\n{3,}/g, '\n\n') : addParagraphs(shown);
}

/** Without the comments in which the editor keeps where its blocks begin and end. */
function dropDelimiters(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index } of html.matchAll(/<!-- \/?wp:/g)) {
    const end = html.indexOf('-->', index);
    if (index < from) continue;
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

/** URL, size and type stand in lines. */
function readEnclosure(written: string): readonly PostFile[] {
  const [url = '', size, type] = written.split('\n').map((line) => line.trim());
  if (!/^https?:\/\//.test(url)) return [];
  const length = Number(size) || undefined;
  return [{ url, ...(type ? { type } : {}), ...(length === undefined ? {} : { length }) }];
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
