import { toIri } from '../articles/url-and-id.ts';
import type { ChangedFact, Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FeedComparison, Kept } from './compare-feed.ts';
import { differsInDate } from './compare-items.ts';
import type { KnownArticle } from './known-article.ts';
import { hasLongText } from './likeness.ts';

/** What is needed to judge the harm of a comparison. */
export interface Judgement {
  /** Home page of the site. */
  readonly site: string;
  /** How many articles older than the newest published one may appear as new at once. */
  readonly flood: number;
  /** Time of the build in ms: published items of the future do not count as the newest. */
  readonly now: number;
  /** Where a fact of an article is written. */
  readonly placeOf: (article: KnownArticle, fact: 'id' | 'title' | 'published') => Place;
  /** Where a setting is written. */
  readonly settingPlace: (setting: 'limit' | 'articles' | 'formats' | 'site' | 'content') => Place;
}

/** Whether the configuration allows what would hurt subscribers, everywhere or at this file. */
export function isAllowed({ allow }: Pick<Config, 'allow'>, { code, file }: Problem): boolean {
  return allow.includes(code) || allow.includes(`${code}:${file}`);
}

const DAY = 24 * 3_600_000;
/** Losing fewer items is a clean-up, whatever share they are. */
const MIN_LOSS = 3;

/** What would hurt the subscribers of one feed, as problems; the codes are explained in `wording/published.ts`. */
export function judge(comparison: FeedComparison, judgement: Judgement): readonly Problem[] {
  return [
    ...judgeIds(comparison, judgement),
    ...judgeDates(comparison, judgement),
    ...judgeAdded(comparison, judgement),
    ...judgeSize(comparison, judgement),
    ...judgeUpdates(comparison, judgement),
    ...judgeTexts(comparison, judgement),
    ...judgeTitles(comparison, judgement),
    ...judgeOrder(comparison, judgement),
  ];
}

/** Articles under another id, and ids of other articles. */
export function judgeIds(
  { published, again, reused }: FeedComparison,
  judgement: Judgement,
): readonly Problem[] {
  const { placeOf } = judgement;
  const feed = published.source;
  const changed = again.map(({ article, item, isRepeated, isGuess, isKeptElsewhere }) => {
    const { id, file } = article;
    const details = { feed, line: item.line, was: item.id, id, file, title: item.title ?? item.id };
    return isRepeated
      ? problem('repeated-id', placeOf(article, 'id'), { feed, line: item.line, id: item.id })
      : problem('id-changed', placeOf(article, 'id'), {
          ...details,
          ...{ isGuess, isKeptElsewhere },
          isIllegal: published.format === 'atom' && toIri(item.id, judgement.site) !== item.id,
        });
  });
  const taken = reused.map(({ article, item, other, isGuess }) =>
    problem('id-reused', placeOf(article, 'id'), {
      ...{ feed, line: item.line, id: article.id, file: article.file, title: item.title ?? item.id, isGuess },
      ...(other ? { own: other.id } : {}),
    }),
  );
  return [...changed, ...taken];
}

/** Of an article that no feed carries, no one has rendered the text: it may be another one. */
const UNKNOWN_TEXT: readonly ChangedFact[] = ['content'];

/** Dates that differ, and articles that are dated into the future after they were published. */
export function judgeDates(
  { published, kept, left }: FeedComparison,
  { placeOf }: Judgement,
): readonly Problem[] {
  const moved = kept.filter(({ facts }) => facts.includes('published'));
  const withdrawn = left.flatMap(({ item, article, reason }) =>
    article && reason === 'held back' ? [{ item, article, facts: UNKNOWN_TEXT }] : [],
  );
  return [...moved, ...withdrawn].flatMap(({ item, article, facts }) => {
    const was = item.published;
    if (was === undefined || !differsInDate(was, article.published)) return [];
    const details = {
      feed: published.source,
      was: formatTime(was),
      is: formatTime(article.published),
      file: article.file,
      // If the text is unchanged, it is certainly the same article.
      ...(hasLongText(item) && !facts.includes('content') ? {} : { own: `${article.id}#2` }),
    };
    return [problem('published-date-changed', placeOf(article, 'published'), details)];
  });
}

/** New articles that are older than what subscribers have (R15). */
function judgeAdded(comparison: FeedComparison, judgement: Judgement): readonly Problem[] {
  const { published, added, left } = comparison;
  const dates = published.items
    .flatMap(({ published: date }) => date ?? [])
    .filter((date) => date <= judgement.now);
  if (dates.length === 0) return [];
  const newest = dates.reduce((a, b) => Math.max(a, b));
  const oldest = dates.reduce((a, b) => Math.min(a, b));
  const older = added.filter((article) => article.published < newest);
  const beyond = older.filter((article) => article.published <= oldest);
  const lost = left.filter(({ reason }) => reason === 'no longer published').length;
  // Each item that leaves brings back one from beyond the limit; if there are more, the limit changed.
  if (older.length > judgement.flood || beyond.length > left.length + 1) {
    const details = {
      ...{ feed: published.source, files: older.map(({ file }) => file), newest: formatTime(newest) },
      ...{ allowed: judgement.flood, lost, was: published.items.length },
      ...{ isBeyond: beyond.length === older.length, isLarger: comparison.items > published.items.length },
    };
    return [problem('flood', judgement.settingPlace('limit'), details)];
  }
  const comesBack = beyond.length <= left.length;
  return older
    .filter(({ published: date }) => date < newest - DAY && !(comesBack && date <= oldest))
    .map((article) =>
      problem('backdated', judgement.placeOf(article, 'published'), {
        feed: published.source,
        is: formatTime(article.published),
        newest: formatTime(newest),
      }),
    );
}

function judgeSize(
  { published, items, left }: FeedComparison,
  { settingPlace }: Judgement,
): readonly Problem[] {
  const lost = left.filter(({ reason }) => reason === 'no longer published' || reason === 'expired').length;
  const was = published.items.length;
  const details = { feed: published.source, was, is: items };
  const isShrunk = lost >= MIN_LOSS && items < was / 2;
  return isShrunk ? [problem('feed-shrunk', settingPlace('articles'), details)] : [];
}

/** Many articles that say that they were updated, and nothing else of them is: a tool or a setting did it, no author. */
function judgeUpdates(
  { published, kept }: FeedComparison,
  { flood, settingPlace }: Judgement,
): readonly Problem[] {
  const files = kept
    .filter(({ facts }) => facts.length === 1 && facts[0] === 'updated')
    .map(({ article }) => article.file);
  const details = { feed: published.source, files };
  return files.length > flood ? [problem('mass-update', settingPlace('articles'), details)] : [];
}

/** Full texts that become summaries, by a setting or because `content: auto` has no room for them. */
function judgeTexts({ published, kept }: FeedComparison, { settingPlace }: Judgement): readonly Problem[] {
  const files = kept.filter((each) => each.isShortened).map(({ article }) => article.file);
  const details = { feed: published.source, files };
  return files.length > 0 ? [problem('text-shortened', settingPlace('content'), details)] : [];
}

function judgeTitles({ published, kept }: FeedComparison, { placeOf }: Judgement): readonly Problem[] {
  return kept.flatMap(({ item, article, facts }) => {
    const isAlone = facts.every((fact) => fact === 'title' || fact === 'url');
    if (!facts.includes('title') || !isAlone) return [];
    const details = { feed: published.source, was: item.title ?? '', is: article.title };
    return [problem('title-only-change', placeOf(article, 'title'), details)];
  });
}

/** The order of what stays; where a date has changed, that says it already. */
function judgeOrder({ published, kept }: FeedComparison, { settingPlace }: Judgement): readonly Problem[] {
  if (kept.some(({ facts }) => facts.includes('published'))) return [];
  const moved = kept.find((each, index) => isBefore(each, kept[index - 1]));
  if (!moved) return [];
  const details = { feed: published.source, title: moved.article.title };
  return [problem('order-changed', settingPlace('articles'), details)];
}

/** Whether two neighbours of the published feed stand the other way round now: newest first, ties by id (R14). */
function isBefore({ article: second }: Kept, first: Kept | undefined): boolean {
  if (!first) return false;
  const difference = second.published - first.article.published;
  return difference > 0 || (difference === 0 && second.id < first.article.id);
}

/** A time in ms as messages show it. */
export function formatTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
