import { createTimeZone, type TimeZone } from './articles/time-zone.ts';
import { type Collected, readArticles } from './build/read-articles.ts';
import { formatInstant } from './build/report.ts';
import { isHeard, tolerate } from './build.ts';
import { createMatcher } from './feeds/group.ts';
import { planFeeds } from './feeds/plan.ts';
import { scheduleArticles } from './feeds/select.ts';
import type {
  ArticleState,
  Candidate,
  Config,
  ListedArticle,
  ListedArticles,
  PlannedFeed,
} from './model/index.ts';
import { compareProblems } from './problems/problem.ts';

const UNKNOWN = { title: null, id: null, url: null, published: null, local: null, updated: null };

/**
 * Lists every article file of a site with its state: newest first, then the files without a date by name.
 * @param now time in ms that decides what is due
 * @param workers how many threads may help with a large site
 */
export function listArticles(config: Config, now: number, workers = 0): ListedArticles {
  return listCollected(config, readArticles(config, workers), now);
}

/** As {@link listArticles}, of articles that have been read already. */
export function listCollected(config: Config, collected: Collected, now: number): ListedArticles {
  const { live, heldBack, expired } = scheduleArticles(collected.candidates, now);
  const stateOf = findStates(planFeeds(config, live).feeds);
  const zone = createTimeZone(config.timeZone);
  const isChosen = createMatcher(config.where);
  const left = (article: Candidate) => (isChosen(article) ? 'older than the limit' : 'in no feed');
  const listed = (article: Candidate, state: ArticleState) => describe(article, state, zone);
  const articles: readonly ListedArticle[] = [
    ...live.map((article) => listed(article, stateOf.get(article) ?? left(article))),
    ...heldBack.map((article) => listed(article, 'held back')),
    ...expired.map((article) => listed(article, 'expired')),
    ...collected.drafts.map(({ file, kind, reason, title }) => ({
      ...UNKNOWN,
      file,
      state: kind,
      title: title ?? null,
      reason,
    })),
    ...collected.refused.map((file) => ({ ...UNKNOWN, file, state: 'refused' as const })),
  ];
  return {
    articles: articles.toSorted(compareListed),
    problems: collected.problems
      .map((found) => tolerate(config, found))
      .filter((found) => isHeard(config, found))
      .toSorted(compareProblems),
  };
}

/** Where each article that a feed carries is: of several places the one that most readers see. */
function findStates([main, ...others]: readonly PlannedFeed[]): ReadonlyMap<Candidate, ArticleState> {
  const states = new Map<Candidate, ArticleState>();
  const note = (articles: readonly Candidate[], state: ArticleState) => {
    for (const article of articles) states.set(article, state);
  };
  for (const { articles, archives } of others)
    note([articles, ...archives.map((page) => page.articles)].flat(), 'in another feed');
  for (const { articles } of main?.archives ?? []) note(articles, 'in the archive');
  note(main?.articles ?? [], 'in the feed');
  return states;
}

function describe(
  { file, title, id, url, published, updated }: Candidate,
  state: ArticleState,
  zone: TimeZone,
): ListedArticle {
  return {
    file,
    state,
    title,
    id,
    url,
    published: formatInstant(published),
    local: formatLocal(published, zone),
    updated: formatInstant(updated),
  };
}

/** RFC 3339 in a time zone, with its offset. */
function formatLocal(instant: number, zone: TimeZone): string {
  const wall = zone.toWall(instant);
  const minutes = Math.round((wall - instant) / 60_000);
  if (minutes === 0) return formatInstant(instant);
  const pad = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`;
  return formatInstant(wall).replace('Z', offset);
}

function compareListed(a: ListedArticle, b: ListedArticle): number {
  const [first, second] = [a.published ?? '', b.published ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
