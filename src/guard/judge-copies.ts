import { isTelling } from '../manifest/fingerprint.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FeedComparison } from './compare-feed.ts';
import { differsInDate } from './compare-items.ts';
import type { Judgement } from './harm.ts';
import type { KnownArticle } from './known-article.ts';
import { foldTitle } from './likeness.ts';

/**
 * New articles with the title and the text of one that subscribers have or get at the same time: a file copied by accident, or
 * renamed with the old one left behind. With the date of the other one it is hardly meant.
 */
export function judgeCopies(
  { kept, again, added }: FeedComparison,
  { placeOf }: Judgement,
): readonly Problem[] {
  const known = new Map<string, KnownArticle>();
  const note = (article: KnownArticle) => {
    for (const key of listKeys(article)) known.set(key, article);
  };
  for (const { article } of [...kept, ...again]) note(article);
  return added.flatMap((article) => {
    const original = listKeys(article)
      .map((key) => known.get(key))
      .find((found) => found !== undefined);
    note(article);
    if (!original) return [];
    const isDated = !differsInDate(original.published, article.published);
    const details = { file: article.file, original: original.file, isDated };
    return [problem('copied', placeOf(article, 'title'), details)];
  });
}

/**
 * What two articles share only when one is a copy: title and text, and the minute where the text is short. One in another language
 * may not have been translated yet.
 */
function listKeys({ title, published, fingerprint, language = '' }: KnownArticle): readonly string[] {
  if (!fingerprint) return [];
  const facts = [foldTitle(title), fingerprint.text, fingerprint.images, language];
  const dated = JSON.stringify([...facts, Math.floor(published / 60_000)]);
  return isTelling(fingerprint) ? [dated, JSON.stringify(facts)] : [dated];
}
