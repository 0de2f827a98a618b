import { plain } from '../documents/feed-elements.ts';
import { countOut, type Export, type Post } from './post.ts';
import { childrenOf, type RecordElement, readRecords, textOf } from './read-records.ts';
import { readTitle } from './read-title.ts';
import { keepOffset, toUtc } from './zones.ts';

const KIND = 'http://schemas.google.com/g/2005#kind';
const IN_FEED = new Set(['entry', 'title', 'subtitle', 'link']);

/** Whether the start of an XML document is that of a Blogger export: a backup, or `feed.atom` of Google Takeout. */
export function isBlogger(start: string): boolean {
  return (
    /<feed\b/.test(start) &&
    /schemas\.google\.com\/blogger|tag:blogger\.com,1999:blog-\d+\.archive/.test(start)
  );
}

/** Whether an export holds posts; Google Takeout has the comments that its owner wrote in a file of the same form. */
export function hasPosts(text: string): boolean {
  return /<blogger:type>\s*POST\s*<|blogger\/2008\/kind#post/.test(text);
}

/**
 * Opens a Blogger export: an Atom document in which entries of several kinds stand. Its feeds have the same ids.
 * @param site home page, where the user named it and the export doesn't
 * @throws BrokenExport
 */
export function openBlogger(
  pieces: () => Iterable<Uint8Array>,
  source: string,
  site: string | undefined,
): Export {
  const isRecord = (name: string, depth: number) => depth === 2 && IN_FEED.has(name);
  const records = [...readHead(readRecords(pieces(), { source, isRecord }))];
  const leftOut = new Map<string, number>();
  const home = records.find(({ name, attributes }) => name === 'link' && attributes.rel === 'alternate');
  const [first] = records.filter(({ name }) => name === 'url');
  const base = home?.attributes.href ?? first?.text ?? site;
  function* readPosts(): Generator<Post> {
    leftOut.clear();
    for (const record of readRecords(pieces(), { source, isRecord })) {
      if (record.name !== 'entry') continue;
      const post = readEntry(record, base, leftOut);
      if (post) yield post;
    }
  }
  return {
    kind: 'Blogger export',
    site: {
      site: base && originOf(base),
      title: plain(records.find(({ name }) => name === 'title')?.text),
      description: plain(records.find(({ name }) => name === 'subtitle')?.text),
    },
    posts: { [Symbol.iterator]: readPosts },
    leftOut,
    problems: [],
  };
}

/** All but the entries, of which only the first URL is kept; so the whole document is read, and known to be whole. */
function* readHead(records: Iterable<RecordElement>): Generator<RecordElement> {
  let isKnown = false;
  for (const record of records) {
    if (record.name !== 'entry') yield record;
    else if (!isKnown && kindOf(record) === 'post') {
      const url = linkOf(record);
      isKnown = url !== undefined;
      if (url !== undefined) yield { name: 'url', attributes: {}, text: url, children: [] };
    }
  }
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? `${new URL(url).origin}/` : undefined;
}

/** `post`, `comment`, `page`, `settings`, `template`; exports of Takeout say it in an element of their own. */
function kindOf(entry: RecordElement): string {
  const type = textOf(entry, 'blogger:type');
  const category = childrenOf(entry, 'category').find(({ attributes }) => attributes.scheme === KIND);
  return (type ?? category?.attributes.term?.replace(/^.*#/, '') ?? 'post').toLowerCase();
}

function linkOf(entry: RecordElement): string | undefined {
  const link = childrenOf(entry, 'link').find(({ attributes }) => attributes.rel === 'alternate');
  return link?.attributes.href;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['comment', 'comments'],
  ['page', 'pages'],
]);

function readEntry(
  entry: RecordElement,
  base: string | undefined,
  leftOut: Map<string, number>,
): Post | undefined {
  const kind = kindOf(entry);
  if (kind !== 'post') {
    countOut(leftOut, NAMES.get(kind) ?? 'settings and templates');
    return undefined;
  }
  const status = textOf(entry, 'blogger:status')?.toUpperCase();
  if (status === 'SOFT_TRASHED') {
    countOut(leftOut, 'posts in the trash');
    return undefined;
  }
  const control = childrenOf(entry, 'app:control')[0];
  const isDraft =
    status === undefined
      ? control !== undefined && textOf(control, 'app:draft') === 'yes'
      : status !== 'LIVE' && status !== 'SCHEDULED';
  const path = textOf(entry, 'blogger:filename');
  const url =
    linkOf(entry) ?? (path && base && URL.canParse(path, base) ? new URL(path, base).href : undefined);
  const tags = childrenOf(entry, 'category').filter(({ attributes }) => attributes.scheme !== KIND);
  const date = textOf(entry, 'published') ?? textOf(entry, 'blogger:created');
  const updated = textOf(entry, 'updated');
  return {
    id: textOf(entry, 'id'),
    url: isDraft ? undefined : url,
    title: readTitle(textOf(entry, 'title')),
    date: keepOffset(Date.parse(toUtc(date) ?? ''), date),
    updated: keepOffset(Date.parse(toUtc(updated) ?? ''), updated),
    body: textOf(entry, 'content') ?? '',
    state: isDraft ? 'draft' : 'public',
    authors: childrenOf(entry, 'author').flatMap((author) => {
      const name = textOf(author, 'name');
      return name === undefined || name === 'Unknown' ? [] : [{ name }];
    }),
    tags: tags.flatMap(({ attributes }) => attributes.term ?? []),
    summary: textOf(entry, 'blogger:metaDescription'),
  };
}
