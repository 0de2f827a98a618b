import type { Companion, Config, Problem } from '../model/index.ts';
import { writeCompanions } from '../pages/companions.ts';
import { verifyCompanions } from '../publish/verify-companions.ts';
import type { CurrentFeed } from './make-pages.ts';

export interface WrittenCompanions {
  readonly companions: readonly Companion[];
  readonly problems: readonly Problem[];
}

/** Writes and verifies the pages and lists that accompany the feeds. */
export function accompanyFeeds(config: Config, feeds: readonly CurrentFeed[]): WrittenCompanions {
  if (!config.pages && config.lists.length === 0) return { companions: [], problems: [] };
  const written = writeCompanions(
    config,
    feeds.map(({ feed, items }) => ({ planned: feed, items })),
  );
  const addresses = feeds.map(({ feed }) => feed.documents[0]?.url ?? '');
  verifyCompanions(written.companions, addresses, config.pages?.template !== undefined);
  return written;
}
