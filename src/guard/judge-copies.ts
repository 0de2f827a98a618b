import { isTelling } from '../manifest/fingerprint.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FeedComparison } from './compare-feed.ts';
import { differsInDate } from './compare-items.ts';
import type { Judgement } from './harm.ts';
import type { KnownArticle } from './known-article.ts';
import { foldTitle } from './likeness.ts';

/**
 * New articles with the title and the long text of one that subscribers have or get at the same time: a file copied by accident, or
 * renamed with the old one left behind. With the date of the other one it is hardly meant.
 */
export function judgeCopies(
  { kept, again, added }: FeedComparison,
  { placeOf }: Judgement,
): readonly Problem[] {
  const known = new Map<string, KnownArticle>();
  for (const { article } of [...kept, ...again]) {
    const key = keyOf(article);
    if (key !== undefined) known.set(key, article);
  }
  return added.flatMap((article) => {
    const key = keyOf(article);
    const original = key === undefined ? undefined : known.get(key);
    if (key === undefined) return [];
    if (!original) {
      known.set(key, article);
      return [];
    }
    const isDated = !differsInDate(original.published, article.published);
    const details = { file: article.file, original: original.file, isDated };
    return [problem('copied', placeOf(article, 'title'), details)];
  });
}

/** What two articles share only when one is a copy. One in another language may not have been translated yet. */
function keyOf({ title, fingerprint, language = '' }: KnownArticle): string | undefined {
  if (!fingerprint || !isTelling(fingerprint)) return undefined;
  return JSON.stringify([foldTitle(title), fingerprint.text, fingerprint.images, language]);
}
