import { decodeDocument } from '../documents/decode.ts';
import type { PublishedDocument, PublishedFeed } from '../documents/published-feed.ts';
import { type ReadFeed, readFeed } from '../documents/read-feed.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Changes, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { mergeChanges } from './changes.ts';
import { compareFeed, type FeedComparison } from './compare-feed.ts';
import { compareLeft } from './compare-left.ts';
import type { DocumentNow, FeedNow } from './documents.ts';
import { type Judgement, judge } from './harm.ts';
import { judgeCopies } from './judge-copies.ts';
import { judgeFeedUrl } from './judge-feed-url.ts';
import { judgeLost } from './judge-lost.ts';
import { findSuccessor, judgeVanished } from './judge-vanished.ts';
import type { Catalogue, KnownArticle } from './known-article.ts';
import { type NameFor, nameForFormats } from './naming.ts';
import { listSubscribed } from './open-manifest.ts';
import { indexPlan, type Placed, type PlanIndex } from './plan-index.ts';
import { keptBeside, knowPublishedIds } from './published-ids.ts';
import { readChanged, type Sides } from './read-changed.ts';

export type * from './documents.ts';
export type { KnownArticle } from './known-article.ts';

export interface Comparison {
  readonly changes: Changes;
  readonly problems: readonly Problem[];
}

/**
 * Compares the feeds that are about to be published with what is published: what subscribers will see, and what would hurt them.
 * A document belongs to the feed that writes the same path or URL, else to the one with most of its articles.
 * @param articles all articles of the site
 * @param known the manifest beside them, if it can be believed
 * @param textOf renders an article that no feed carries
 */
export function comparePublished(
  feeds: readonly FeedNow[],
  articles: readonly KnownArticle[],
  published: readonly PublishedDocument[],
  judgement: Judgement,
  textOf: Catalogue['textOf'],
  known?: KnownManifest,
): Comparison {
  const isPublishedIn = knowPublishedIds(published);
  const naming = nameForFormats(articles, (format) => ({
    ...{ textOf, isPublished: isPublishedIn(format) },
    isKeptElsewhere: keptBeside(format, isPublishedIn),
  }));
  const index = indexPlan(feeds, published, naming);
  const subscribed = new Set(known && listSubscribed(known.manifest));
  const isRemembered = ({ path = '' }: PublishedDocument) => subscribed.has(path);
  const results = published.map((document) =>
    compareDocument(document, feeds, index, naming, judgement, isRemembered(document)),
  );
  const left = known && compareRemembered(known, feeds, naming, judgement);
  const problems = [...results, left].flatMap((result) => result?.problems ?? []);
  return {
    changes: mergeChanges(
      [...results, left].flatMap((result) => result?.comparison ?? []),
      published.length === 0 ? feeds.flatMap((feed) => feed.articles) : [],
      published.map(({ source }) => source),
    ),
    problems: dropRepeats(problems),
  };
}

/** A manifest, and what messages call it. */
export interface KnownManifest {
  readonly manifest: Manifest;
  readonly source: string;
  /** The files of the articles that archives will carry. */
  readonly archived: ReadonlySet<string>;
}

function compareRemembered(
  { manifest, source, archived }: KnownManifest,
  feeds: readonly FeedNow[],
  naming: NameFor,
  judgement: Judgement,
): DocumentResult {
  const files = new Set([...archived, ...feeds.flatMap(({ articles }) => articles.map(({ file }) => file))]);
  const { catalogue } = naming('rss');
  return compareLeft(manifest, source, catalogue, ({ file }) => files.has(file), judgement);
}

interface DocumentResult {
  readonly comparison?: FeedComparison;
  readonly problems: readonly Problem[];
}

function compareDocument(
  document: PublishedDocument,
  feeds: readonly FeedNow[],
  index: PlanIndex,
  naming: NameFor,
  judgement: Judgement,
  isRemembered: boolean,
): DocumentResult {
  const placed = index.byPath(document.path) ?? index.byUrl(document.url);
  if (placed && isSame(placed.document, document)) return { problems: [] };
  const changed = placed && readPlaced(document, placed, naming);
  const read = changed ? { feed: changed.published } : readWhole(document);
  if ('problem' in read) {
    const { message } = read.problem;
    return {
      problems: [document.isNamed ? read.problem : problem('not-compared', read.problem, { message })],
    };
  }
  const { source } = document;
  const planned = placed ?? index.byUrl(read.feed.self);
  const { isLeft } = document;
  const feed =
    planned?.feed ?? (isLeft ? findSuccessor(read.feed, index) : findLikeliest(read.feed, feeds, index));
  if (!feed && isLeft) return { problems: judgeVanished(read.feed, naming, judgement, isRemembered) };
  if (!feed) return { problems: [problem('other-feed', { file: source }, { feed: source })] };
  const now = changed?.now ?? readNow(feed, read.feed);
  const { nameIn, catalogue } = naming(now.format);
  const comparison = compareFeed(read.feed, now, feed.articles.map(nameIn), catalogue);
  return {
    comparison,
    problems: [
      ...judgeFeedUrl(document, read.feed, { feed, planned: planned?.document }, index, judgement),
      ...judge(comparison, judgement),
      ...judgeCopies(comparison, judgement),
      ...judgeLost(comparison, feed, catalogue, judgement),
    ],
  };
}

function isSame(document: DocumentNow, { bytes }: PublishedDocument): boolean {
  return document.isMadeOf?.(bytes) ?? Buffer.from(document.text).equals(bytes);
}

function readWhole({ source, bytes, charset }: PublishedDocument): ReadFeed {
  return readFeed(bytes, { source, ...(charset === undefined ? {} : { charset }) });
}

/** A document and the one that takes its place, as far as they differ. */
function readPlaced(
  { bytes, charset, source }: PublishedDocument,
  { feed, document }: Placed,
  naming: NameFor,
): Sides | undefined {
  const { text, path, format } = document;
  const published = { text: decodeDocument(bytes, charset), source };
  const { nameIn, catalogue } = naming(format);
  return readChanged(published, { text, source: path }, format, feed.articles.map(nameIn), catalogue);
}

/** The feed that carries most of the published items; none when it carries none. */
function findLikeliest(
  published: PublishedFeed,
  feeds: readonly FeedNow[],
  index: PlanIndex,
): FeedNow | undefined {
  if (published.items.length === 0) return feeds[0];
  const counts = index.countItems(published);
  const most = Math.max(0, ...counts.values());
  return most === 0 ? undefined : feeds.find((feed) => counts.get(feed) === most);
}

/** The new feed, read from its document in the same format where there is one: what differs then is not the format. */
function readNow({ documents }: FeedNow, published: PublishedFeed): PublishedFeed {
  const [first] = documents;
  const document = documents.find(({ format }) => format === published.format) ?? first;
  const read = document && readFeed(document.text, { source: document.path, base: document.url });
  return read && 'feed' in read ? read.feed : { source: '', format: 'json', items: [] };
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
