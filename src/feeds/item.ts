import type { Article, Item, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { frameContent } from './frame-content.ts';

/** What rendering a body gives to its item. */
export interface RenderedBody {
  readonly html: string;
  readonly excerpt?: string;
  readonly lead: string;
}

/** What the comparison with what is published needs of a text. */
export type TakeFingerprint = (html: string) => Item['fingerprint'];

/**
 * Joins an article and its rendered body. The lead image is in the content too (R32). An update in the future is not shown
 * (R12): readers would drop the item.
 * @param now time of the build in ms
 * @param language of the site, for an article that says none
 */
export function completeItem(
  article: Article,
  body: RenderedBody,
  now: number,
  takeFingerprint: TakeFingerprint,
  language?: string,
): { readonly item: Item; readonly problems: readonly Problem[] } {
  const summary = article.summary ?? body.excerpt;
  const isEarly = article.updated > now;
  const content = frameContent(article, body.html, language);
  const item: Item = {
    ...article,
    updated: isEarly ? article.published : article.updated,
    content,
    lead: body.lead,
    fingerprint: takeFingerprint(content),
    ...(summary ? { summary } : {}),
  };
  const updated = `${new Date(isEarly ? article.updated : 0).toISOString().slice(0, 19)}Z`;
  return {
    item,
    problems: isEarly ? [problem('updated-in-future', { file: article.file }, { updated })] : [],
  };
}
