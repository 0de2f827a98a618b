import type { PublishedItem } from '../documents/published-feed.ts';
import { takeFingerprint } from '../manifest/fingerprint.ts';
import { differsInDate } from './compare-items.ts';
import { gatherEvidence } from './evidence.ts';
import type { Catalogue, KnownArticle } from './known-article.ts';
import { compareLikeness, foldTitle, hasLongText, readLikeness } from './likeness.ts';
import type { Match } from './match.ts';
import { minuteOf, SAME_DAY } from './same-time.ts';

/** A published id that names another article now. */
export interface Reused {
  readonly article: KnownArticle;
  readonly item: PublishedItem;
  /** What this article is published as, under an id of its own. */
  readonly other?: PublishedItem;
  /** The texts are too short to tell; only title and date are others. */
  readonly isGuess: boolean;
}

/** Two texts under one id with less in common are strangers: a text that is written again keeps more. */
const STRANGE = 0.3;
/** A text that has as much of another is that text. */
const ALIKE = 0.7;
/** More texts than this are not compared each with each. */
const MAX_TEXTS = 300;

/**
 * Published ids that name another article now, carried by the feed or only planned: the text is a stranger's, and either the date is
 * another one too, or title or time, and the text, are those of one other item.
 */
export function findReused(
  matches: readonly Match<KnownArticle>[],
  items: readonly PublishedItem[],
  { textOf }: Catalogue,
): readonly Reused[] {
  const suspects = matches
    .filter(({ by, item, article }) => by === 'id' && isOther(item, article) && !isUnchanged(item, article))
    .map(({ item, article }) => ({ item, article: withText(article, textOf), origin: article }));
  const evidence = gatherEvidence(
    items,
    suspects.map(({ article }) => article),
  );
  return suspects.flatMap(({ item, article, origin }, index) => {
    const alike = evidence.likeness(item, article);
    // Texts of one form say no more than texts of a few words.
    const isForm = index < MAX_TEXTS && evidence.isOfForm(item, article);
    if ((alike ?? 0) >= STRANGE && !isForm) return [];
    const other = index < MAX_TEXTS ? findOther(item, article, items) : undefined;
    if (other) return [{ item, article: origin, other, isGuess: false }];
    const isMoved = differsInDate(item.published, article.published);
    const isEdited = isSameDay(item, article) && (hasTitle(item, article) || !isMoved);
    // Its date is another matter, which is told as such.
    const isSilent = alike === undefined || isForm;
    const hasOwnTitle = isSilent && hasTitle(item, article) && evidence.isRareTitle(item.title);
    const isSame =
      hasOwnTitle || evidence.hasOwnWords(item, article) || evidence.hasOwnImages(item, article) || isEdited;
    // Notes and logs have one title for all.
    const isGuess = isSilent || hasTitle(item, article) || isSameDay(item, article);
    return isSame ? [] : [{ item, article: origin, isGuess }];
  });
}

/** Spares the comparison of texts where a date was changed and nothing else. */
function isUnchanged(item: PublishedItem, article: KnownArticle): boolean {
  return (
    hasTitle(item, article) && Boolean(item.content) && item.content === article.content && hasLongText(item)
  );
}

function withText(article: KnownArticle, textOf: Catalogue['textOf']): KnownArticle {
  const content = article.content ?? textOf(article);
  if (content === undefined) return article;
  return { ...article, content, fingerprint: article.fingerprint ?? takeFingerprint(content) };
}

function isOther(item: PublishedItem, article: KnownArticle): boolean {
  return !hasTitle(item, article) || differsInDate(item.published, article.published);
}

function hasTitle(item: PublishedItem, article: KnownArticle): boolean {
  return foldTitle(item.title) === foldTitle(article.title);
}

function isSameDay({ published }: PublishedItem, article: KnownArticle): boolean {
  return published === undefined || Math.abs(published - article.published) <= SAME_DAY;
}

/** The one other item with the text of an article, and its title or time. */
function findOther(
  item: PublishedItem,
  article: KnownArticle,
  items: readonly PublishedItem[],
): PublishedItem | undefined {
  const text = readLikeness(article.content);
  const found = items.filter(
    (each) =>
      each.id !== item.id &&
      (hasTitle(each, article) || minuteOf(each) === minuteOf(article)) &&
      (compareLikeness(readLikeness(each.content), text) ?? 0) >= ALIKE,
  );
  return found.length === 1 ? found[0] : undefined;
}
