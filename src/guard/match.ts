import type { PublishedItem } from '../documents/published-feed.ts';
import { sameAddress } from './address.ts';
import { compareLikeness, foldTitle, type Likeness, readLikeness } from './likeness.ts';
import { findPairs, type Keys } from './pairs.ts';

/** What of an article is compared with published items. */
export interface Matchable {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Instant in ms. */
  readonly published: number;
  /** Addresses it had before, absolute or relative to its own. */
  readonly aliases?: readonly string[];
  /** HTML, where the article was rendered. */
  readonly content?: string;
}

/** Why an article is taken for the one that an item shows, the surest first. */
export type MatchReason =
  | 'id'
  | 'url'
  | 'address'
  | 'alias'
  | 'title and date'
  | 'path'
  | 'title'
  | 'content';

export interface Match<Article extends Matchable> {
  readonly item: PublishedItem;
  readonly article: Article;
  readonly by: MatchReason;
}

export interface Matching<Article extends Matchable> {
  /** In the order of the items. */
  readonly matches: readonly Match<Article>[];
  readonly unmatched: readonly PublishedItem[];
}

/** The same day in any two time zones. */
export const SAME_DAY = 36 * 3_600_000;
/** More texts than this are not compared each with each. */
const MAX_TEXTS = 300;
const ALIKE = 0.8;
const IDENTICAL = 0.95;
const RELATED = 0.5;
const STRANGE = 0.15;

/**
 * Finds the article that each published item shows. Every rule looks at what the rules before it left; a rule by which an item
 * could be two articles, or an article two items, says nothing about them.
 * 1. `id`: the same id, if only one item has it. 2. `url`: the same address. 3. `address`: the same but for scheme, `www.`,
 * trailing slash, `index.html` and file ending. 4. `alias`: an address the article says it had. 5. `title and date`: the same title
 * within 36 hours. 6. `path`: the same path on another host, and the same title or date. 7. `title`: the same title and half of the
 * text. 8. `content`: four fifths of the text and the date, or nearly all of the text.
 * @param byId the articles, for who matches many feeds with them
 */
export function matchItems<Article extends Matchable>(
  items: readonly PublishedItem[],
  articles: readonly Article[],
  byId: ArticlesById<Article> = indexById(articles),
): Matching<Article> {
  const state = matchIds(items, byId);
  const findOpen = () => items.filter((item) => !state.has(item));
  if (state.size === items.length) return { matches: [...state.values()], unmatched: [] };
  const taken = new Set([...state.values()].map(({ article }) => article));
  const textOf = createTexts();
  for (const { by, ...keys } of rules(textOf)) {
    const openItems = findOpen();
    if (openItems.length === 0) break;
    const openArticles = articles.filter((article) => !taken.has(article));
    for (const [item, article] of findPairs(openItems, openArticles, keys)) {
      state.set(item, { item, article, by });
      taken.add(article);
    }
  }
  const left = articles.filter((article) => !taken.has(article));
  for (const match of matchByText(findOpen(), left, textOf)) state.set(match.item, match);
  return { matches: items.flatMap((item) => state.get(item) ?? []), unmatched: findOpen() };
}

/** Articles by their ids, without ids that two of them have. */
export type ArticlesById<Article> = ReadonlyMap<string, Article>;

export function indexById<Article extends Matchable>(articles: readonly Article[]): ArticlesById<Article> {
  const counts = countIds(articles);
  return new Map(
    articles.flatMap((article) => (counts.get(article.id) === 1 ? [[article.id, article]] : [])),
  );
}

function matchIds<Article extends Matchable>(
  items: readonly PublishedItem[],
  byId: ArticlesById<Article>,
): Map<PublishedItem, Match<Article>> {
  const counts = countIds(items);
  const found = items.flatMap((item) => {
    const article = counts.get(item.id) === 1 ? byId.get(item.id) : undefined;
    return article ? [[item, { item, article, by: 'id' as const }] as const] : [];
  });
  return new Map(found);
}

/** How many have each id. */
export function countIds(all: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of all) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

interface Rule extends Keys<PublishedItem, Matchable> {
  readonly by: MatchReason;
}

type TextOf = (of: { readonly content?: string }) => Likeness | undefined;

function rules(textOf: TextOf): readonly Rule[] {
  const likeness = (item: PublishedItem, article: Matchable) =>
    compareLikeness(textOf(item), textOf(article));
  const title = {
    ofItem: ({ title }: PublishedItem) => foldTitle(title) || undefined,
    ofArticle: ({ title }: Matchable) => [foldTitle(title)],
  };
  return [
    { by: 'url', ofItem: ({ url }) => url, ofArticle: ({ url }) => [url] },
    { by: 'address', ofItem: ({ url }) => addressKey(url), ofArticle: ({ url }) => [addressKey(url) ?? ''] },
    {
      by: 'alias',
      ofItem: ({ url }) => pathKey(url),
      ofArticle: ({ url, aliases = [] }) => aliases.map((alias) => aliasKey(alias, url)),
    },
    {
      ...title,
      by: 'title and date',
      agree: (item, article) => isSameDay(item, article) && (likeness(item, article) ?? 1) > STRANGE,
    },
    {
      by: 'path',
      ofItem: ({ url }) => pathKey(url),
      ofArticle: ({ url }) => [pathKey(url) ?? ''],
      agree: (item, article) =>
        isSameDay(item, article) || foldTitle(item.title) === foldTitle(article.title),
    },
    { ...title, by: 'title', agree: (item, article) => (likeness(item, article) ?? 0) >= RELATED },
  ];
}

function matchByText<Article extends Matchable>(
  items: readonly PublishedItem[],
  articles: readonly Article[],
  textOf: TextOf,
): readonly Match<Article>[] {
  const texts = articles.filter(({ content }) => content !== undefined).slice(0, MAX_TEXTS);
  const taken = new Set<Article>();
  const withText = items.filter(({ content }) => content !== undefined);
  return withText.slice(0, MAX_TEXTS).flatMap((item) => {
    const open = texts.filter((article) => !taken.has(article));
    // Episodes and weekly notes share most of their text with their neighbours, but not their date.
    const isSame = (each: Article) =>
      (compareLikeness(textOf(item), textOf(each)) ?? 0) >= (isSameDay(item, each) ? ALIKE : IDENTICAL);
    const article = open.find(isSame);
    if (!article) return [];
    taken.add(article);
    return [{ item, article, by: 'content' as const }];
  });
}

function createTexts(): TextOf {
  const known = new Map<object, Likeness | undefined>();
  return (of) => {
    if (!known.has(of)) known.set(of, readLikeness(of.content));
    return known.get(of);
  };
}

function isSameDay(item: PublishedItem, { published }: Matchable): boolean {
  const date = item.published ?? item.updated;
  return date !== undefined && Math.abs(date - published) <= SAME_DAY;
}

function addressKey(url: string | undefined): string | undefined {
  const address = url === undefined ? undefined : sameAddress(url);
  return address && `${address.host}${address.path}`;
}

function pathKey(url: string | undefined): string | undefined {
  return url === undefined ? undefined : sameAddress(url)?.path;
}

function aliasKey(alias: string, url: string): string {
  return URL.canParse(alias, url) ? (pathKey(new URL(alias, url).href) ?? '') : '';
}
