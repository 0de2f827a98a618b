import type { PublishedItem } from '../documents/published-feed.ts';
import type { Manifest, ManifestArticle } from '../manifest/manifest.ts';
import type { ChangedFact, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { compareFeed, type FeedComparison, type Kept } from './compare-feed.ts';
import { differsInDate } from './compare-items.ts';
import { formatTime, type Judgement, judgeDates, judgeIds } from './harm.ts';
import type { Catalogue, KnownArticle } from './known-article.ts';
import { foldTitle } from './likeness.ts';
import { indexById } from './match.ts';
import type { MatchReason } from './matchable.ts';
import { nameText, toItem } from './open-manifest.ts';

/** What subscribers know although no feed shows it any more, against what they would get. */
export interface LeftComparison {
  readonly comparison: FeedComparison;
  readonly problems: readonly Problem[];
}

/** Why an article that left is matched with a new one, even if that may be wrong. */
const TELLING: ReadonlySet<MatchReason> = new Set(['content', 'text and time', 'images and time']);
/** By which its title must speak for it, too: a path may be handed on, hardly with the title. */
const BY_PATH: ReadonlySet<MatchReason> = new Set(['address', 'alias', 'path']);

/**
 * Compares articles that the feeds carry, or will, with those that the manifest alone remembers: one that comes back under another
 * id or date, another one under a known id, and times that a build has given and the article corrects.
 * @param source the manifest, as messages show it
 * @param isCarried whether a feed carries an article
 */
export function compareLeft(
  manifest: Manifest,
  source: string,
  catalogue: Catalogue,
  isCarried: (article: KnownArticle) => boolean,
  judgement: Judgement,
): LeftComparison {
  const shown = new Set(listShown(manifest));
  // One that only an archive has, and that is dated into the future, is told here: no feed that readers follow shows it.
  const published = new Set([...shown].map(({ id }) => id));
  const wanted = catalogue.articles.filter(
    (article) => !published.has(article.id) && (article.state !== 'live' || isCarried(article)),
  );
  const rows = [...manifest.articles.filter((each) => !shown.has(each)), ...manifest.left];
  const items = dropFormerIds(rows, catalogue).map(toItem);
  const feed = { source, format: 'rss', items: wanted.length === 0 ? [] : items } as const;
  const own = { ...catalogue, articles: wanted, byId: indexById(wanted) };
  const all = compareFeed(feed, { ...feed, items: [] }, wanted.filter(isCarried), own);
  const back = all.kept.filter(({ item, article }) => differsInDate(item.published, article.published));
  const comparison = {
    ...all,
    // A URL or a time of what left alone is no more than a chance; a whole text, or what little there is of one at the same minute, is.
    again: all.again.filter(
      ({ isGuess, by, item, article }) =>
        !isGuess || TELLING.has(by) || (BY_PATH.has(by) && hasTitleOf(item, article)),
    ),
    kept: back.map((each) => ({ ...each, facts: listFacts(each) })),
    added: [],
    left: all.left.filter(({ reason }) => reason === 'held back'),
  };
  const problems = [
    ...judgeIds(comparison, judgement),
    ...judgeDates(comparison, judgement),
    ...judgeKeptTimes(manifest, catalogue, judgement),
  ];
  return { comparison: { ...comparison, kept: [], left: [] }, problems };
}

/** Only the fingerprint of the text is known, and only for rendered articles. */
function listFacts({ item, article }: Kept): readonly ChangedFact[] {
  const isSame = item.fingerprint?.text === article.fingerprint?.text;
  return isSame ? ['published'] : ['published', 'content'];
}

function hasTitleOf(item: PublishedItem, article: KnownArticle): boolean {
  const title = foldTitle(item.title);
  return title !== '' && title === foldTitle(article.title);
}

/** An article that had several ids is one: it is the one whose id it has now, else any of them. */
function dropFormerIds(rows: readonly ManifestArticle[], { byId }: Catalogue): readonly ManifestArticle[] {
  const known = new Map<string, ManifestArticle>();
  for (const row of rows) {
    const key = nameText(row);
    if (!known.has(key) || byId.has(row.id)) known.set(key, row);
  }
  return [...known.values()];
}

/** What the current documents show is compared with them. */
function listShown({ pages, articles }: Manifest): readonly ManifestArticle[] {
  const current = pages.filter(({ archive }) => archive === undefined);
  return current.flatMap((page) => page.articles.flatMap((index) => articles[index] ?? []));
}

/** A time that a build gave stays; whoever writes another one into the article should know. */
function judgeKeptTimes(
  { articles, left }: Manifest,
  { byId }: Catalogue,
  { placeOf }: Judgement,
): readonly Problem[] {
  return [...articles, ...left].flatMap(({ id, said, published }) => {
    const article = said === undefined ? undefined : byId.get(id);
    if (article?.said === undefined || said === undefined || !differsInDate(said, article.said)) return [];
    const details = { said: formatTime(article.said), kept: formatTime(published) };
    return [problem('date-kept', placeOf(article, 'published'), details)];
  });
}
