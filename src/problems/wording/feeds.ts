import { findNearest } from '../nearest.ts';
import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export const feedWording = {
  'no-items': (d: { feed: string }): Wording => [
    'error',
    `The feed ${quote(d.feed)} would have no items.`,
    'Publish an article, or wait until one is due. Until then the published feed stays.',
  ],
  'same-document': (d: { path: string; feeds: readonly string[] }): Wording => [
    'error',
    `${d.feeds.map(quote).join(' and ')} write to the same file: ${quote(d.path)}.`,
    'Rename one of them, leave it out with "exclude", or give it a different "path".',
  ],
  'empty-feed': (d: { feed: string }): Wording => [
    'warning',
    `No article belongs to the feed ${quote(d.feed)}, so it is not written.`,
    'Check its "where", or publish an article for it.',
  ],
  'no-groups': (d: { by: string }): Wording => [
    'warning',
    `No article has a ${quote(d.by)}, so "by: ${d.by}" makes no feeds.`,
    suggestFacet(d.by),
  ],
  'duplicate-url': (d: { url: string; other: string }): Wording => [
    'warning',
    `The URL ${quote(d.url)} is also the URL of ${quote(d.other)}, so both articles open the same page.`,
    'Give one of them a different "slug" or "permalink".',
  ],
  'unknown-group': (d: { by: string; value: string }): Wording => [
    'warning',
    `No article has the ${d.by} ${quote(d.value)} that "include" or "aliases" asks for.`,
    'Correct or remove it.',
  ],
  'many-feeds': (d: { by: string; count: number }): Wording => [
    'warning',
    `There are ${d.count} feeds by ${d.by}; few of them will ever have a subscriber.`,
    'Set "min" to leave out values with few articles.',
  ],
};

/** What articles can be grouped by, besides any key of their front matter. */
const FACETS = ['tag', 'tags', 'category', 'author', 'section', 'language', 'year'];

function suggestFacet(by: string): string {
  const nearest = FACETS.includes(by) ? undefined : findNearest(by, FACETS);
  return nearest === undefined
    ? 'Add it to the front matter of the articles, or remove this feed.'
    : `Did you mean ${quote(nearest)}?`;
}
