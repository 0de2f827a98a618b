import type { PublishedFeed } from '../documents/published-feed.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { comparableUrl } from './comparable-url.ts';
import type { FeedNow } from './documents.ts';
import type { Judgement } from './harm.ts';
import type { NameFor } from './naming.ts';
import type { PlanIndex } from './plan-index.ts';

/**
 * The feed that takes the place of one of an earlier build: it has its title and one of its items, or it is new and carries half of
 * them; of several the one with most.
 */
export function findSuccessor(published: PublishedFeed, index: PlanIndex): FeedNow | undefined {
  const counted = [...index.countItems(published)].toSorted(([, a], [, b]) => b - a);
  const same = counted.find(([feed]) => feed.title === published.title);
  const fresh = counted.find(([feed, count]) => index.isNew(feed) && count >= published.items.length / 2);
  return (same ?? fresh)?.[0];
}

/**
 * Tells of a feed of ours that ends. One with another home page, or without any article of this site, is the matter of another
 * configuration, unless the manifest says that it was published with the others.
 */
export function judgeVanished(
  { source, format, home, items }: PublishedFeed,
  naming: NameFor,
  { site }: Judgement,
  isRemembered: boolean,
): readonly Problem[] {
  const { byId } = naming(format).catalogue;
  const isOfSite = home !== undefined && comparableUrl(home)?.host === comparableUrl(site)?.host;
  const known = items.flatMap(({ id }) => byId.get(id) ?? []);
  const isMissed = known.some(({ state }) => state === 'live');
  return isOfSite && (known.length > 0 || isRemembered)
    ? [problem('feed-vanished', { file: source }, { feed: source, isMissed })]
    : [];
}
