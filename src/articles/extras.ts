import type { Article, Comments } from '../model/index.ts';
import { foldName } from '../text/fold-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { isMapping, toList, toText } from './values.ts';

/** Names of the page elsewhere that an article is about, folded, in order of priority; a dot steps into a mapping. */
const OWN_EXTERNAL = [
  'externalurl',
  'externallink',
  'linkto',
  'linkurl',
  'linkedurl',
  'linkedlisturl',
  'link',
  'sourceurl',
  'source',
  // Posts of the IndieWeb.
  'bookmarkof',
  'repostof',
  'likeof',
  // The page itself leads there (jekyll-redirect-from).
  'redirectto',
];
/** The same where Hugo and Zola keep keys of a theme. */
const EXTERNAL = ['', 'params.', 'extra.'].flatMap((place) => OWN_EXTERNAL.map((name) => place + name));
const COMMENTS = ['comments_url', 'commentsUrl', 'comments', 'params.comments', 'extra.comments'];
const COUNTS = ['comments_count', 'commentsCount', 'comment_count', 'commentCount'];
const DATELINES = ['dateline', 'params.dateline', 'extra.dateline'];
const CORRECTIONS = ['correction', 'corrections', 'params.correction', 'extra.correction'];
const CAPTIONS = ['image_caption', 'imageCaption', 'cover_caption', 'photo_caption', 'caption'];
const CREDITS = ['image_credit', 'imageCredit', 'photo_credit', 'photoCredit', 'photographer', 'credit'];

/**
 * What an article says beside its text: the page it is about, where it is discussed, where it was written, what was corrected.
 * @param url of the article
 */
export function readExtras(
  data: FrontMatter,
  site: string,
  url: string,
): Pick<Article, 'externalUrl' | 'comments' | 'dateline' | 'corrections'> {
  const externalUrl = findExternal(data, site);
  const comments = readComments(data, url);
  const dateline = textAt(data, DATELINES);
  const corrections = CORRECTIONS.flatMap((key) => toList(valueAt(data, key))).flatMap(readCorrection);
  return {
    ...(externalUrl === undefined ? {} : { externalUrl }),
    ...(comments === undefined ? {} : { comments }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}

/** The words below a lead image: its caption, and who made it. */
export function readCaption(data: FrontMatter, fields: FrontMatter): string | undefined {
  const caption = textAt(fields, ['caption']) ?? textAt(data, CAPTIONS);
  const credit =
    textAt(fields, ['credit', 'attribution', 'photographer', 'copyright']) ?? textAt(data, CREDITS);
  if (caption === undefined || credit === undefined) return caption ?? credit;
  return caption.includes(credit) ? caption : `${caption} (${credit})`;
}

/** A URL, a mapping with `url` and `count`, or the post of Mastodon whose answers are the comments; `comments: true` says neither. */
function readComments(data: FrontMatter, page: string): Comments | undefined {
  for (const key of COMMENTS) {
    const value = valueAt(data, key);
    const fields = isMapping(value) ? value : {};
    const written = toText(isMapping(value) ? (fields.url ?? fields.link) : value) ?? findPost(fields);
    if (written === undefined || !/^(?:https?:\/\/|\/|#)/i.test(written) || !URL.canParse(written, page))
      continue;
    const count = toText(fields.count) ?? textAt(data, COUNTS);
    const url = new URL(written, page).href;
    return count !== undefined && /^\d{1,9}$/.test(count) ? { url, count: Number(count) } : { url };
  }
  return undefined;
}

/** `host`, `username` and `id`, as themes have them. */
function findPost({ host, username, user, id }: FrontMatter): string | undefined {
  const [server, name, post] = [toText(host), toText(username ?? user), toText(id)];
  if (server === undefined || name === undefined || post === undefined) return undefined;
  return `https://${server.replace(/^https?:\/\//, '')}/@${name.replace(/^@/, '')}/${post}`;
}

/** A page of the site itself is not a link elsewhere: exporters keep the article's own URL so. */
function findExternal(data: FrontMatter, site: string): string | undefined {
  const folded = foldNames(data);
  // Notes that are copied to Notion keep the URL of their copy as `link`: nobody else can read it.
  const isCopied = Object.keys(folded).some((key) => key.startsWith('notionid'));
  for (const key of EXTERNAL) {
    if (isCopied && key === 'link') continue;
    const value = valueAt(folded, key);
    const text = toText(isMapping(value) ? (value.url ?? value.href) : value);
    if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) continue;
    if (new URL(text).host !== new URL(site).host) return new URL(text).href;
  }
  return undefined;
}

/** Front matter under folded names; mappings that names step into, too. */
function foldNames(data: FrontMatter): FrontMatter {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const name = foldName(key);
      return [name, (name === 'params' || name === 'extra') && isMapping(value) ? foldNames(value) : value];
    }),
  );
}

function readCorrection(entry: unknown): readonly string[] {
  const text = isMapping(entry) ? textAt(entry, ['text', 'correction', 'note']) : toText(entry);
  return text === undefined || /^(?:true|false)$/.test(text) ? [] : [text];
}

function textAt(data: FrontMatter, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = toText(valueAt(data, key));
    if (text !== undefined && !/^(?:true|false)$/.test(text)) return text;
  }
  return undefined;
}

function valueAt(data: FrontMatter, key: string): unknown {
  const [parent = '', inner] = key.split('.');
  const value = Object.hasOwn(data, parent) ? data[parent] : undefined;
  if (inner === undefined) return value;
  return isMapping(value) && Object.hasOwn(value, inner) ? value[inner] : undefined;
}
