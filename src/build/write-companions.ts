import { locateChapters, writeChapters } from '../feeds/chapters.ts';
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
  const chapters = listChapters(feeds);
  if (!config.pages && config.lists.length === 0) return { companions: chapters, problems: [] };
  const written = writeCompanions(
    config,
    feeds.map(({ feed, items }) => ({ planned: feed, items })),
  );
  const companions = [...written.companions, ...chapters];
  const addresses = feeds.map(({ feed }) => feed.documents[0]?.url ?? '');
  verifyCompanions(companions, addresses, config.pages?.template !== undefined);
  return { ...written, companions };
}

/** The chapters of all episodes, each once, however many shows carry it. */
function listChapters(feeds: readonly CurrentFeed[]): readonly Companion[] {
  const episodes = feeds.flatMap(({ feed, items }) => (feed.show ? items : []));
  const documents = episodes.flatMap((item): [string, Companion][] => {
    const path = locateChapters(item);
    return path === undefined ? [] : [[path, { kind: 'chapters', path, text: writeChapters(item) }]];
  });
  return [...new Map(documents).values()];
}
