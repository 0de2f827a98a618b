import type { PublishedDocument, PublishedFeed } from '../documents/published-feed.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { sameAddress } from './address.ts';
import type { FeedNow } from './documents.ts';
import type { Judgement } from './harm.ts';
import { matchItems } from './match.ts';
import type { NameFor } from './naming.ts';

/**
 * The feed that takes the place of one of an earlier build: it has its title and one of its items, or it is new and carries half of
 * them.
 * @param published everything that subscribers have
 */
export function findSuccessor(
  { title, items }: PublishedFeed,
  feeds: readonly FeedNow[],
  published: readonly PublishedDocument[],
): FeedNow | undefined {
  const paths = new Set(published.map(({ path }) => path));
  // Reading every text takes a hundred times as long, and a successor carries items with the same ids or titles.
  const known = items.map(({ content: _, ...item }) => item);
  const counted = feeds.map((feed) => ({
    feed,
    share: matchItems(known, feed.articles).matches.length / items.length,
    isNew: !feed.documents.some(({ path }) => paths.has(path)),
  }));
  const same = counted.find(({ feed, share }) => feed.title === title && share > 0);
  return (same ?? counted.find(({ isNew, share }) => isNew && share >= 0.5))?.feed;
}

/**
 * Tells of a feed of ours that ends. One with another home page, or without any article of this site, is the matter of another
 * configuration.
 */
export function judgeVanished(
  { source, format, home, items }: PublishedFeed,
  naming: NameFor,
  { site }: Judgement,
): readonly Problem[] {
  const { byId } = naming(format).catalogue;
  const isOfSite = home !== undefined && sameAddress(home)?.host === sameAddress(site)?.host;
  const isKnown = items.some(({ id }) => byId.has(id));
  return isOfSite && isKnown ? [problem('feed-vanished', { file: source }, { feed: source })] : [];
}
