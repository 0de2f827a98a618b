import type { Companion, Config, Item, PlannedFeed, Problem } from '../model/index.ts';
import { writeCompanions } from '../pages/companions.ts';
import { verifyCompanions } from '../publish/verify-companions.ts';

export interface WrittenCompanions {
  readonly companions: readonly Companion[];
  readonly problems: readonly Problem[];
}

/**
 * Writes and verifies the pages and lists that accompany the feeds.
 * @param items by the path of the article
 */
export function accompanyFeeds(
  config: Config,
  feeds: readonly PlannedFeed[],
  items: ReadonlyMap<string, Item>,
): WrittenCompanions {
  if (!config.pages && config.lists.length === 0) return { companions: [], problems: [] };
  const built = feeds.map((planned) => ({
    planned,
    items: planned.articles.flatMap(({ path }) => items.get(path) ?? []),
  }));
  const written = writeCompanions(config, built);
  const addresses = feeds.map(({ documents }) => documents[0]?.url ?? '');
  verifyCompanions(written.companions, addresses, config.pages?.template !== undefined);
  return written;
}
