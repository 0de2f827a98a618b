import { findShownArticles, type ShownArticle } from '../adopt/propose-permalink.ts';
import { proposeZone } from '../adopt/propose-zone.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { LoadedTrial, Trial } from './trial.ts';

interface Zoned {
  readonly trial: LoadedTrial;
  readonly notes: readonly string[];
}

/**
 * Gives the articles the zone in which feeds have their times, where the configuration of the tool names none.
 * @param retry writes the configuration with other settings and tries it
 */
export function followZone(
  trial: LoadedTrial,
  feeds: readonly PublishedFeed[],
  retry: (settings: NewSettings) => Trial,
): Zoned {
  const { settings } = trial;
  if (settings.timeZone !== undefined) return { trial, notes: [] };
  const shown = findShownArticles(trial.collected, feeds);
  const times = shown.flatMap(({ article, published }) =>
    published === undefined ? [] : [{ wall: article.published, published }],
  );
  const timeZone = proposeZone(times, settings.language);
  if (timeZone === undefined) return { trial, notes: [] };
  const next = retry({ ...settings, timeZone });
  const { config = trial.config, collected = trial.collected } = next;
  const kept = findShownArticles(collected, feeds).filter(keepsTime).length;
  const note = `Set "timeZone: ${timeZone}": with it, ${kept} article${kept === 1 ? '' : 's'} ${kept === 1 ? 'has' : 'have'} the same time as in the feed of your tool.`;
  return { trial: { ...next, config, collected, notes: trial.notes }, notes: [note] };
}

function keepsTime({ article, published }: ShownArticle): boolean {
  return published !== undefined && Math.floor(published / 1000) === Math.floor(article.published / 1000);
}
