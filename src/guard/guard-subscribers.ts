import { locateFact } from '../articles/locate-fact.ts';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { readFeed } from '../documents/read-feed.ts';
import { isMadeOf, joinPieces, listPieces } from '../formats/document-bytes.ts';
import { MANIFEST_PATH, type Manifest } from '../manifest/manifest.ts';
import type { Candidate, Config, WrittenDocument } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import {
  type Comparison,
  comparePublished,
  type DocumentNow,
  type FeedNow,
  type KnownArticle,
  type KnownManifest,
} from './compare.ts';
import { compareKnowingly, type Guarded, NO_CHANGES, type Published } from './compare-published-or-trial.ts';
import { compareShows } from './compare-shows.ts';
import { isAllowed } from './harm.ts';
import { type Articles, knowArticles, listCarried, type ReadyFeed } from './know-articles.ts';

/** The HTML of an article; undefined when it cannot be rendered. */
export type RenderOne = (article: Candidate) => string | undefined;

/**
 * Compares what is about to be published with what subscribers have (R1, R7, R15, R62): says what they will see, and
 * refuses what would hurt them, unless the configuration allows it.
 * @param render gives the HTML of an article that no feed carries, when it must be known
 * @param now time of the build in ms
 * @param published what subscribers have
 * @param manifest of what they have, if it can be believed
 */
export function guardSubscribers(
  config: Config,
  feeds: readonly ReadyFeed[],
  articles: Articles,
  now: number,
  render: RenderOne,
  published: Published = {},
  manifest?: Manifest,
): Guarded {
  const archived = new Set(
    feeds.flatMap(({ feed }) => feed.archives.flatMap((page) => page.articles.map(({ file }) => file))),
  );
  return compareKnowingly(config, listPaths(feeds), published, (all) => {
    const documents = all.filter(({ path }) => path !== MANIFEST_PATH);
    const source = all.find(({ path }) => path === MANIFEST_PATH)?.source;
    const known = manifest && source !== undefined ? { manifest, source, archived } : undefined;
    return compareAll(config, feeds, articles, now, render, documents, known);
  });
}

function compareAll(
  config: Config,
  feeds: readonly ReadyFeed[],
  articles: Articles,
  now: number,
  render: RenderOne,
  documents: readonly PublishedDocument[],
  manifest: KnownManifest | undefined,
): Comparison {
  const empty = feeds.find(({ items }) => items.length === 0);
  if (empty) return refuseEmpty(config, empty, documents);
  // With nothing to match only what the feeds carry matters.
  const wanted = documents.length === 0 ? listCarried(articles, feeds) : articles;
  const known = knowArticles(wanted, feeds, config.atomBase);
  const byFile = new Map(known.map((article) => [article.file, article]));
  const candidateOf = indexFiles(articles);
  const feedsNow = feeds.map((feed) => toFeedNow(feed, byFile));
  const { changes, problems } = comparePublished(
    feedsNow,
    known,
    documents,
    {
      flood: config.flood,
      site: config.site,
      now,
      placeOf: (article, fact) => {
        const candidate = candidateOf(article.file);
        return candidate ? locateFact(candidate, fact) : { file: article.file };
      },
      settingPlace: (setting) => ({ file: config.file, line: config.lines[setting] }),
    },
    ({ file }) => {
      const candidate = candidateOf(file);
      return candidate && render(candidate);
    },
    manifest,
  );
  const shows = compareShows(feedsNow, documents, config);
  return { changes, problems: [...problems, ...shows].filter((each) => !isAllowed(config, each)) };
}

/** Where the current documents of the feeds stand, with their copies at old paths. */
function listPaths(feeds: readonly ReadyFeed[]): readonly string[] {
  return feeds.flatMap(({ feed }) => feed.documents.flatMap(({ path, aliases = [] }) => [path, ...aliases]));
}

/**
 * A feed that would have no items is never written. Where something was published, that is `feed-emptied`; when it is allowed, the
 * published feed stays as it is and the others are built.
 */
function refuseEmpty(
  config: Config,
  { feed }: ReadyFeed,
  published: readonly PublishedDocument[],
): Comparison {
  const known = published
    .filter(({ path }) => path === undefined || feed.documents.some((document) => document.path === path))
    .flatMap(({ bytes, source, charset }) => {
      const read = readFeed(bytes, { source, ...(charset === undefined ? {} : { charset }) });
      return 'feed' in read ? { feed: source, was: read.feed.items.length } : [];
    })
    .find(({ was }) => was > 0);
  const place = { file: config.file, line: config.lines.articles };
  const found = known
    ? problem('feed-emptied', place, known)
    : problem('no-items', { file: config.file }, { feed: feed.title });
  return { changes: NO_CHANGES, problems: isAllowed(config, found) ? [] : [found] };
}

function toFeedNow(
  { feed, documents, items }: ReadyFeed,
  byFile: ReadonlyMap<string, KnownArticle>,
): FeedNow {
  return {
    title: feed.title,
    isMain: feed.name === 'main',
    ...(feed.selected ? { selected: new Set(feed.selected.map(({ file }) => file)) } : {}),
    group: feed.group,
    documents: documents.map(toDocumentNow),
    articles: items.flatMap(({ file }) => byFile.get(file) ?? []),
  };
}

/** The text of most documents is never asked for: their bytes are those that are published. */
function toDocumentNow({ path, url, format, pieces, copyOf }: WrittenDocument): DocumentNow {
  return {
    ...{ path, url, format, isCopy: copyOf !== undefined },
    get text() {
      return joinPieces(listPieces(pieces));
    },
    isMadeOf: (bytes) => isMadeOf(bytes, listPieces(pieces)),
  };
}

/** Articles by file; most builds have nothing to say, so that all articles are gone through only when one has. */
function indexFiles({ live, heldBack, expired }: Articles): (file: string) => Candidate | undefined {
  let candidates: ReadonlyMap<string, Candidate> | undefined;
  return (file) => {
    candidates ??= new Map([...live, ...heldBack, ...expired].map((each) => [each.file, each]));
    return candidates.get(file);
  };
}
