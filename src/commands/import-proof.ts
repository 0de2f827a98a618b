import { join } from 'node:path';
import { findShownArticles } from '../adopt/propose-permalink.ts';
import type { ReadFeeds } from '../adopt/read-feeds.ts';
import { SETTINGS } from '../config/settings-table.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import { writeNamed } from '../files/write.ts';
import { countChanges } from '../guard/changes.ts';
import type { Problem } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { writeConfig } from '../setup/write-config.ts';
import { listChanges } from './change-lines.ts';
import { CONFIGURATION } from './init-attempt.ts';
import { askPodcast } from './init-podcast.ts';
import { settle } from './init-trial.ts';
import type { CommandOptions } from './options.ts';
import { runSite } from './run-site.ts';
import type { Trial } from './trial.ts';

/** The largest `limit` that the configuration takes. */
const LONGEST = 1000;

/** What is said of a step, and what is wrong. */
export interface Step {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Writes a configuration with which the imported articles build, and the feeds are where and as long as readers have them.
 * @param count how many public articles there are
 */
export async function writeFirstConfig(
  settings: NewSettings,
  { feeds, problems }: ReadFeeds,
  count: number,
  options: CommandOptions,
): Promise<Step> {
  const carried = Math.min(feeds[0]?.items.length ?? 0, LONGEST);
  const limit = isLength(carried, count) ? { limit: carried } : {};
  const trial = fitLimit(await settle({ ...settings, ...limit }, feeds, options), feeds, count, options);
  // Only what there is to say of audio: no one is asked in the middle of an import.
  const { ask: _, ...silent } = options;
  const podcast = await askPodcast(trial.settings, silent);
  const audio = 'notes' in podcast ? podcast.notes : [];
  const notes = trial.notes.filter((note) => !note.startsWith('Of '));
  return tellEmpty({
    lines: [`Wrote ${CONFIGURATION}.`, ...notes, ...audio],
    problems: [...problems, ...trial.problems],
  });
}

/** Whether a feed is that long for a reason: one with all articles of a young site is short because there are no more. */
function isLength(carried: number, count: number): boolean {
  const usual = SETTINGS.limit.default;
  return carried > usual || (carried > 0 && carried < usual && count > carried);
}

/**
 * Where items of the feed were not imported, such as those for members, as many older articles would come in as new ones: then the feed
 * is that much shorter, as long as it keeps half of its length.
 */
function fitLimit(
  trial: Trial,
  [feed]: readonly PublishedFeed[],
  count: number,
  { workingDirectory }: CommandOptions,
): Trial {
  if (feed === undefined || !trial.collected) return trial;
  const carried = Math.min(feed.items.length, LONGEST);
  const limit = findShownArticles(trial.collected, [feed]).length;
  if (limit >= carried || limit < carried / 2 || limit === count) return trial;
  const settings = { ...trial.settings, limit };
  writeNamed(join(workingDirectory, CONFIGURATION), writeConfig(settings));
  return { ...trial, settings };
}

/** Drafts alone make no feed yet, but their import is complete. */
function tellEmpty({ lines, problems }: Step): Step {
  const others = problems.filter(({ code }) => code !== 'no-items');
  const isEmpty = others.length < problems.length;
  const note = 'No article is in a feed yet: all of them are drafts, private or scheduled.';
  return { lines: isEmpty ? [...lines, note] : lines, problems: others };
}

/** Compares what a build would give now with the feeds that readers have: the proof that they notice nothing. */
export async function proveImport(options: CommandOptions): Promise<Step> {
  const { report } = await runSite(options, false);
  const { changes } = report;
  const seen = changes
    ? [
        `Compared with ${(options.against ?? []).join(', ')}, subscribers will see: ${countChanges(changes)}`,
        ...listChanges(changes).split('\n').filter(Boolean),
      ]
    : [];
  return { lines: seen, problems: report.problems.map(soften) };
}

/** The articles are imported, wherever the feed is; whoever publishes it elsewhere redirects its URL. */
function soften(found: Problem): Problem {
  return found.code === 'feed-url-changed' ? { ...found, severity: 'warning' } : found;
}
