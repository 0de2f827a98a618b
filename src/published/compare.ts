import type { Changes, FeedFormat, Problem } from '../model.ts';
import { problem } from '../problems.ts';
import { isLocalAddress } from './address.ts';
import { mergeChanges } from './changes.ts';
import { compareFeed, type FeedComparison, type KnownArticle } from './compare-feed.ts';
import type { PublishedFeed } from './feed.ts';
import { type Judgement, judge } from './harm.ts';
import { matchItems } from './match.ts';
import { readFeed } from './read-feed.ts';
import { isSibling } from './sibling.ts';

export type { KnownArticle } from './compare-feed.ts';

/** A feed as it is about to be published. */
export interface FeedNow {
  readonly documents: readonly DocumentNow[];
  /** The articles it carries, in their order. */
  readonly articles: readonly KnownArticle[];
}

export interface DocumentNow {
  readonly path: string;
  readonly url: string;
  readonly format: FeedFormat;
  readonly text: string;
  /** A copy at an old path of the feed says that it is served from elsewhere (R50). */
  readonly isCopy?: boolean;
}

/** A document that subscribers have. */
export interface PublishedDocument {
  /** A file as shown to the user, or an address. */
  readonly source: string;
  /** Below the output folder, when it stands where we write or stood there. */
  readonly path?: string;
  /** Where it is served from, when it was fetched. */
  readonly url?: string;
  readonly bytes: Uint8Array;
  readonly charset?: string;
  /** Asked for by name: when it cannot be read, nothing is published. */
  readonly isNamed?: boolean;
}

export interface Comparison {
  readonly changes: Changes;
  readonly problems: readonly Problem[];
}

/**
 * Compares the feeds that are about to be published with what is published: what subscribers will see, and what would hurt them.
 * A document belongs to the feed that writes the same path or address, else to the one with most of its articles.
 * @param articles all articles of the site
 */
export function comparePublished(
  feeds: readonly FeedNow[],
  articles: readonly KnownArticle[],
  published: readonly PublishedDocument[],
  judgement: Judgement,
): Comparison {
  const read = new Map<FeedNow, PublishedFeed>();
  // JSON is read much faster than XML, and says the same.
  const inOrder = published.toSorted((a, b) => Number(isXml(a)) - Number(isXml(b)));
  const results = inOrder.map((document) => compareDocument(document, feeds, articles, judgement, read));
  const problems = results.flatMap((result) => result.problems);
  return {
    changes: mergeChanges(
      results.flatMap(({ comparison }) => comparison ?? []),
      published.length === 0 ? feeds.flatMap((feed) => feed.articles) : [],
      published.map(({ source }) => source),
    ),
    problems: dropRepeats(problems),
  };
}

function isXml({ source }: PublishedDocument): boolean {
  return !source.endsWith('.json');
}

interface DocumentResult {
  readonly comparison?: FeedComparison;
  readonly problems: readonly Problem[];
}

function compareDocument(
  document: PublishedDocument,
  feeds: readonly FeedNow[],
  articles: readonly KnownArticle[],
  judgement: Judgement,
  known: Map<FeedNow, PublishedFeed>,
): DocumentResult {
  const placed = findPlanned(feeds, ({ path, url }) => path === document.path || url === document.url);
  if (placed && Buffer.from(placed.document.text).equals(document.bytes)) return { problems: [] };
  const { source, bytes, charset, isNamed } = document;
  const brother = placed && known.get(placed.feed);
  if (brother && isSibling(Buffer.from(bytes).toString('utf8'), brother, placed.document.url))
    return { problems: [] };
  const read = readFeed(bytes, { source, ...(charset === undefined ? {} : { charset }) });
  if ('problem' in read) {
    const { message } = read.problem;
    return { problems: [isNamed ? read.problem : problem('not-compared', read.problem, { message })] };
  }
  const planned = placed ?? findPlanned(feeds, ({ url }) => url === read.feed.self);
  const feed = planned?.feed ?? findLikeliest(read.feed, feeds);
  if (!feed) return { problems: [problem('other-feed', { file: source }, { feed: source })] };
  if (!known.has(feed)) known.set(feed, read.feed);
  const now = readNow(feed, read.feed);
  const nameIn = nameFor(now);
  const comparison = compareFeed(read.feed, now, feed.articles.map(nameIn), articles.map(nameIn));
  return {
    comparison,
    problems: [
      ...judgeAddress(document, read.feed, planned?.document, feeds, judgement),
      ...judge(comparison, judgement),
    ],
  };
}

function findPlanned(feeds: readonly FeedNow[], isIt: (document: DocumentNow) => boolean) {
  for (const feed of feeds) {
    const document = feed.documents.find(isIt);
    if (document) return { feed, document };
  }
  return undefined;
}

/** The feed that carries most of the published items; none when it carries none. */
function findLikeliest(published: PublishedFeed, feeds: readonly FeedNow[]): FeedNow | undefined {
  const counted = feeds.map((feed) => ({
    feed,
    count: matchItems(published.items, feed.articles).matches.length,
  }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most === 0 && published.items.length > 0
    ? undefined
    : counted.find(({ count }) => count === most)?.feed;
}

/** The new feed, read from its document in the same format where there is one: what differs then is not the format. */
function readNow({ documents }: FeedNow, published: PublishedFeed): PublishedFeed {
  const [first] = documents;
  const document = documents.find(({ format }) => format === published.format) ?? first;
  const read = document && readFeed(document.text, { source: document.path, base: document.url });
  return read && 'feed' in read ? read.feed : { source: '', format: 'json', items: [] };
}

/** Articles with the ids that they have in a document; the same article is the same object each time. */
function nameFor({ format }: PublishedFeed): (article: KnownArticle) => KnownArticle {
  const renamed = new Map<KnownArticle, KnownArticle>();
  return (article) => {
    if (format !== 'atom' || article.atomId === undefined) return article;
    const known = renamed.get(article) ?? { ...article, id: article.atomId };
    renamed.set(article, known);
    return known;
  };
}

/** Readers subscribe to addresses; one that nothing is written to any more goes silent (R7, R50). */
function judgeAddress(
  { path, url, source }: PublishedDocument,
  { self, format }: PublishedFeed,
  planned: DocumentNow | undefined,
  feeds: readonly FeedNow[],
  { settingPlace }: Judgement,
): readonly Problem[] {
  if (planned?.isCopy || planned?.url === self || (planned && url !== undefined)) return [];
  const written = feeds.flatMap(({ documents }) => documents);
  const said = self === undefined || isLocalAddress(self) ? undefined : self;
  const was = url ?? said ?? (planned ? undefined : path && source);
  if (was === undefined || written.some((document) => document.url === was)) return [];
  const other = planned ?? written.find((document) => document.format === format) ?? written[0];
  const place = settingPlace(planned ? 'site' : 'formats');
  return [problem('feed-url-changed', place, { feed: source, was, is: other?.url ?? 'nothing' })];
}

/** The documents of one feed say the same about its articles: each problem is told once. */
function dropRepeats(problems: readonly Problem[]): readonly Problem[] {
  const known = new Set<string>();
  return problems.filter(({ code, file, line, severity, message }) => {
    const isOfFeed = code === 'feed-url-changed' || code === 'unreadable-feed' || code === 'not-compared';
    const key = `${severity} ${code} ${file}:${line} ${isOfFeed ? message : ''}`;
    return !known.has(key) && known.add(key);
  });
}
