import type { PublishedItem } from '../documents/published-feed.ts';
import type { Evidence } from './evidence.ts';
import { foldTitle } from './likeness.ts';
import type { Matchable } from './matchable.ts';
import { isElsewhere, isWithin, MINUTE } from './same-time.ts';

/** A condition on a published item and an article. */
export type Agree = (item: PublishedItem, article: Matchable) => boolean;

/** What a text that is edited keeps at least. */
const KEPT = 0.3;

/** What speaks for and against an item and an article with one URL being the same: a URL may be handed to another article. */
export function judgeHandedOn(evidence: Evidence): {
  /** Whether the title is one article's alone. Notes and logs have one title for all, but not one minute. */
  readonly hasTitle: Agree;
  readonly isLikely: Agree;
  readonly isGuess: Agree;
} {
  const { isStrange, isRareTitle } = evidence;
  const hasTitle: Agree = (item, article) =>
    foldTitle(item.title) === foldTitle(article.title) &&
    (isRareTitle(item.title) || isWithin(item, article, MINUTE));
  return {
    hasTitle,
    isLikely: (item, article) =>
      hasTitle(item, article) || !isElsewhere(item, article) || !isStrange(item, article),
    isGuess: (item, article) =>
      (!hasTitle(item, article) || isElsewhere(item, article)) && !hasSameText(item, article, evidence),
  };
}

/** Whether enough of the texts is the same; a few words, or the words of a form, are in many texts. */
function hasSameText(
  item: PublishedItem,
  article: Matchable,
  { likeness, isOfForm, hasOwnWords, hasOwnImages }: Evidence,
): boolean {
  const isAlike = (likeness(item, article) ?? 0) >= KEPT && !isOfForm(item, article);
  return isAlike || hasOwnWords(item, article) || hasOwnImages(item, article);
}
