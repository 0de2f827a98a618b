import { toIri } from './articles/addresses.ts';
import { locateFact } from './articles/locate-fact.ts';
import type { Candidate, Config, FeedDocument, Item, Problem } from './model.ts';
import { problem } from './problems.ts';
import {
  type Comparison,
  comparePublished,
  type FeedNow,
  type KnownArticle,
  type PublishedDocument,
} from './published/compare.ts';
import { findPublished } from './published/find-published.ts';
import { readFeed } from './published/read-feed.ts';

/** Reads what subscribers have, given the paths of what will be written, below the output folder. */
export type ReadPublished = (paths: readonly string[]) => readonly PublishedDocument[];

/** A feed with everything that is about to be published of it. */
export interface ReadyFeed {
  readonly documents: readonly FeedDocument[];
  readonly items: readonly Item[];
}

/** All articles of a site by what happens to them. */
export interface Articles {
  readonly live: readonly Candidate[];
  readonly heldBack: readonly Candidate[];
  readonly expired: readonly Candidate[];
}

/**
 * Compares what is about to be published with what subscribers have (R1, R7, R15, R62): says what they will see, and
 * refuses what would hurt them, unless the configuration allows it.
 * @param read what subscribers have; by default the documents in the output folder
 * @param now instant of the build in ms
 */
export function guardSubscribers(
  config: Config,
  feeds: readonly ReadyFeed[],
  articles: Articles,
  now: number,
  read?: ReadPublished,
): Comparison {
  const paths = feeds.flatMap(({ documents }) => documents.map(({ path }) => path));
  const published = read ? read(paths) : findPublished(config.output, paths, config.workingDirectory);
  if (read && published.length === 0) return refuseNothing(config);
  const known = knowArticles(articles, feeds, config.site);
  const byFile = new Map(known.map((article) => [article.file, article]));
  const candidates = new Map(
    [...articles.live, ...articles.heldBack, ...articles.expired].map((candidate) => [
      candidate.file,
      candidate,
    ]),
  );
  const { changes, problems } = comparePublished(
    feeds.map((feed) => toFeedNow(feed, byFile)),
    known,
    published,
    {
      flood: config.flood,
      now,
      placeOf: ({ file }, fact) => {
        const candidate = candidates.get(file);
        return candidate ? locateFact(candidate, fact) : { file };
      },
      settingPlace: (setting) => ({ file: config.file, line: config.lines[setting] }),
    },
  );
  return { changes, problems: problems.filter(({ code }) => !config.allow.includes(code)) };
}

/**
 * A feed that would have no items is never written. Where it was published with some, that is `feed-emptied`; when it is allowed, the
 * published feed stays as it is and the others are built.
 * @param paths of its documents, below the output folder
 */
export function refuseEmpty(config: Config, title: string, paths: readonly string[]): readonly Problem[] {
  const place = { file: config.file, line: config.lines.articles };
  const known = findPublished(config.output, paths, config.workingDirectory)
    .filter(({ path = '' }) => paths.includes(path))
    .flatMap(({ bytes, source }) => {
      const read = readFeed(bytes, { source });
      return 'feed' in read ? { feed: source, was: read.feed.items.length } : [];
    })
    .find(({ was }) => was > 0);
  if (!known) return [problem('no-items', { file: config.file }, { feed: title })];
  return config.allow.includes('feed-emptied') ? [] : [problem('feed-emptied', place, known)];
}

/** What was named for the comparison holds no feed. */
function refuseNothing({ file }: Config): Comparison {
  const changes = { comparedWith: [], new: [], changed: [], again: [], leaves: [] };
  return { changes, problems: [problem('nothing-published', { file }, { against: '--against' })] };
}

function toFeedNow({ documents, items }: ReadyFeed, byFile: ReadonlyMap<string, KnownArticle>): FeedNow {
  return {
    documents: documents.map(({ path, url, format, text, copyOf }) => ({
      path,
      url,
      format,
      text,
      isCopy: copyOf !== undefined,
    })),
    articles: items.flatMap(({ file }) => byFile.get(file) ?? []),
  };
}

/** Rendered articles with their text, the others as far as they are known. */
function knowArticles(
  { live, heldBack, expired }: Articles,
  feeds: readonly ReadyFeed[],
  site: string,
): readonly KnownArticle[] {
  const rendered = new Map(feeds.flatMap(({ items }) => items.map((item) => [item.file, item] as const)));
  const know = (state: KnownArticle['state']) => (candidate: Candidate) => {
    const { file, id, url, title, published, aliases } = candidate;
    const atomId = id === url ? id : toIri(id, site);
    const item = rendered.get(file);
    return {
      ...{ file, id, url, title, published, state },
      ...(aliases ? { aliases } : {}),
      ...(atomId === id ? {} : { atomId }),
      ...(item ? { content: item.content || (item.summary ?? '') } : {}),
    };
  };
  return [...live.map(know('live')), ...heldBack.map(know('held back')), ...expired.map(know('expired'))];
}
