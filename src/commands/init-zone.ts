import { findShownArticles, type ShownArticle } from '../adopt/propose-permalink.ts';
import { proposeZone } from '../adopt/propose-zone.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import type { Config } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { Trial } from './trial.ts';

interface Zoned {
  readonly trial: Trial & { readonly config: Config };
  readonly notes: readonly string[];
}

/**
 * Gives the articles the zone in which feeds have their times, where the configuration of the tool names none.
 * @param retry writes the configuration with other settings and tries it
 */
export function followZone(
  trial: Trial & { readonly config: Config },
  feeds: readonly PublishedFeed[],
  retry: (settings: NewSettings) => Trial,
): Zoned {
  const { config, settings } = trial;
  if (settings.timeZone !== undefined) return { trial, notes: [] };
  const shown = findShownArticles(config, feeds);
  const times = shown.flatMap(({ article, published }) =>
    published === undefined ? [] : [{ wall: article.published, published }],
  );
  const timeZone = proposeZone(times, settings.language);
  if (timeZone === undefined) return { trial, notes: [] };
  const next = retry({ ...settings, timeZone });
  const found = next.config ?? config;
  const kept = findShownArticles(found, feeds).filter(keepsTime).length;
  const note = `"timeZone: ${timeZone}" gives ${kept} article${kept === 1 ? '' : 's'} the times that the feed of your tool has.`;
  return { trial: { ...next, config: found, notes: trial.notes }, notes: [note] };
}

function keepsTime({ article, published }: ShownArticle): boolean {
  return published !== undefined && Math.floor(published / 1000) === Math.floor(article.published / 1000);
}
