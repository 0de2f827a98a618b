import type { PublishedItem } from '../documents/published-feed.ts';
import { comparableUrl } from './comparable-url.ts';
import type { Evidence } from './evidence.ts';
import { foldTitle } from './likeness.ts';
import type { Keys } from './match-by-key.ts';
import type { Matchable, MatchReason } from './matchable.ts';
import { type Agree, judgeHandedOn } from './reassigned-url.ts';
import { dateOf, isWithin, MINUTE, minuteOf, SAME_DAY } from './same-time.ts';

export interface Rule extends Keys<PublishedItem, Matchable> {
  readonly by: MatchReason;
  /** Whether an article that is published under its own id already can be no other one by this rule. */
  readonly isWeak?: true;
  /** Whether it may be wrong for a pair: then the message offers both ways out. */
  readonly isGuess?: Agree;
}

/** Between the clocks of any two places where people live; what appears daily is further apart. */
const SAME_CLOCK = 14 * 3_600_000;
const DAY = 24 * 3_600_000;

const ALIKE = 0.8;
const RELATED = 0.5;

/**
 * By what an article is recognised, the surest first; after `alias`, two texts that are strangers speak against it.
 * 1. `url`: the same URL. 2. `address`: the same but for scheme, `www.`, trailing slash, `index.html` and file ending. 3. `alias`: a URL
 * that the article says it had. 4. `title and time`: the same title and the same minute. 5. `title and date`: the same title, which
 * nothing else has, within 36 hours. 6. `path`: the same path on another host, and the same date, or a title that nothing else has.
 * 7. `images and time`, 8. `text and time`: the same images or words, and the same minute. 9. `slug and date`: the same end of the
 * path, within 36 hours. 10. `images and date`: the same images, which no other item has, within 36 hours. 11. `title`: the same title,
 * which nothing else has, and half of the text. 12. `content`: four fifths of the text, and the same time on some clock. 13. `content`
 * again: the same words, which no other item has.
 */
export function listRules(evidence: Evidence): readonly Rule[] {
  return [...urlRules(evidence), ...titleRules(evidence), ...momentRules(evidence), ...textRules(evidence)];
}

/** A URL is handed on: with another title, another date and another text, it shows another article. */
function urlRules(evidence: Evidence): readonly Rule[] {
  const { isGuess, isLikely } = judgeHandedOn(evidence);
  const same = { agree: isLikely, isGuess };
  return [
    { ...same, by: 'url', ofItem: ({ url }) => url, ofArticle: ({ url }) => [url] },
    {
      ...same,
      by: 'address',
      ofItem: ({ url }) => urlKey(url),
      ofArticle: ({ url }) => [urlKey(url) ?? ''],
    },
    {
      ...same,
      by: 'alias',
      ofItem: ({ url }) => pathKey(url),
      ofArticle: ({ url, aliases = [] }) => aliases.map((alias) => aliasKey(alias, url)),
    },
  ];
}

function titleRules(evidence: Evidence): readonly Rule[] {
  const { isStrange, isRareTitle } = evidence;
  const { hasTitle, isGuess } = judgeHandedOn(evidence);
  const title = {
    ofItem: ({ title }: PublishedItem) => foldTitle(title) || undefined,
    ofArticle: ({ title }: Matchable) => [foldTitle(title)],
  };
  return [
    {
      ...title,
      by: 'title and time',
      agree: (item, article) => isWithin(item, article, MINUTE) && !isStrange(item, article),
    },
    {
      ...title,
      by: 'title and date',
      agree: (item, article) =>
        isWithin(item, article, SAME_DAY) && isRareTitle(item.title) && !isStrange(item, article),
    },
    {
      by: 'path',
      ofItem: ({ url }) => pathKey(url),
      ofArticle: ({ url }) => [pathKey(url) ?? ''],
      isGuess,
      agree: (item, article) => isWithin(item, article, SAME_DAY) || hasTitle(item, article),
    },
  ];
}

const weak = { isWeak: true } as const;

/** What two articles may share at one time alone. */
function momentRules(evidence: Evidence): readonly Rule[] {
  const { isStrange, hasWords, hasImages, rareImagesOf, imagesOf } = evidence;
  const { hasTitle, isGuess } = judgeHandedOn(evidence);
  const time = {
    ...weak,
    isGuess,
    ofItem: minuteOf,
    ofArticle: (article: Matchable) => [minuteOf(article) ?? ''],
  };
  return [
    { ...time, by: 'images and time', agree: (item, article) => hasImages(item, article) },
    { ...time, by: 'text and time', agree: (item, article) => hasWords(item, article) },
    {
      ...weak,
      by: 'slug and date',
      ofItem: ({ url }) => slugKey(url),
      ofArticle: ({ url }) => [slugKey(url) ?? ''],
      isGuess,
      agree: (item, article) => isWithin(item, article, SAME_DAY) && !isStrange(item, article),
    },
    {
      ...weak,
      by: 'images and date',
      ofItem: rareImagesOf,
      ofArticle: (article) => [imagesOf(article) ?? ''],
      isGuess: (item, article) => !hasTitle(item, article),
      agree: (item, article) => isWithin(item, article, SAME_DAY) && !isStrange(item, article),
    },
  ];
}

function textRules(evidence: Evidence): readonly Rule[] {
  const { isRareTitle, likeness, hasWords, hasImages, rareWordsOf, longWordsOf } = evidence;
  const { isGuess } = judgeHandedOn(evidence);
  return [
    {
      by: 'title',
      ofItem: ({ title }) => (isRareTitle(title) && foldTitle(title)) || undefined,
      ofArticle: ({ title }) => [foldTitle(title)],
      isGuess,
      agree: (item, article) =>
        (likeness(item, article) ?? 0) >= RELATED || hasWords(item, article) || hasImages(item, article),
    },
    {
      ...weak,
      by: 'content',
      ...nextTo,
      agree: (item, article) =>
        isWithin(item, article, SAME_CLOCK) && (likeness(item, article) ?? 0) >= ALIKE,
    },
    {
      ...weak,
      by: 'content',
      isGuess: () => true,
      ofItem: rareWordsOf,
      ofArticle: (article) => [longWordsOf(article) ?? ''],
    },
  ];
}

function dayOf(date: number | undefined): string | undefined {
  return date === undefined ? undefined : String(Math.floor(date / DAY));
}

/** Neighbours in time. */
const nextTo: Pick<Rule, 'ofItem' | 'ofArticle'> = {
  ofItem: (item) => dayOf(dateOf(item)),
  ofArticle: ({ published }) => [-DAY, 0, DAY].map((away) => dayOf(published + away) ?? ''),
};

function urlKey(url: string | undefined): string | undefined {
  const address = url === undefined ? undefined : comparableUrl(url);
  return address && `${address.host}${address.path}`;
}

function pathKey(url: string | undefined): string | undefined {
  return url === undefined ? undefined : comparableUrl(url)?.path;
}

function slugKey(url: string | undefined): string | undefined {
  return pathKey(url)?.split('/').at(-1);
}

function aliasKey(alias: string, url: string): string {
  return URL.canParse(alias, url) ? (pathKey(new URL(alias, url).href) ?? '') : '';
}
