import { join } from 'node:path';
import { build } from '../build.ts';
import { loadConfig } from '../config/load.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import { createFile, writeNamed } from '../files/write.ts';
import { listArticles } from '../list.ts';
import type { BuildReport, Config, Problem } from '../model/index.ts';
import { chooseFolder } from '../setup/choose-folder.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { writeConfig } from '../setup/write-config.ts';
import type { CommandOptions } from './options.ts';
import { selectPublished } from './select-published.ts';

export const CONFIGURATION = 'feedwright.yaml';

/** A configuration that was written, and what a build with it gives. */
export interface Trial {
  readonly settings: NewSettings;
  readonly config?: Config;
  readonly report?: BuildReport;
  readonly problems: readonly Problem[];
  /** What there is to say about it, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Writes the configuration, tries it, and adds what the articles and the published feeds show.
 * @param feeds those that readers have, named by `against`
 */
export async function settle(
  settings: NewSettings,
  feeds: readonly PublishedFeed[],
  options: CommandOptions,
): Promise<Trial> {
  let trial = attempt(settings, options, true);
  const looksLike = trial.report?.looksLike;
  if (looksLike !== undefined) trial = attempt({ ...settings, preset: looksLike }, options);
  trial = narrow(trial, options);
  if (feeds.length > 0) {
    const { followFeeds } = await import('./init-follow.ts');
    const retry = (others: NewSettings) => attempt(others, options);
    trial = followFeeds(trial, feeds, options.against ?? [], retry);
  }
  const tolerant = tolerate(trial, options);
  return hasErrors(tolerant) ? { ...attempt(trial.settings, options), notes: trial.notes } : tolerant;
}

/** Leaves out articles that can't be read, if there are any. */
function tolerate(trial: Trial, options: CommandOptions): Trial {
  if (!trial.config || !hasErrors(trial)) return trial;
  return { ...attempt({ ...trial.settings, onError: 'skip' }, options), notes: trial.notes };
}

/** Where even that does not help, one folder may hold all that are articles. */
function narrow(trial: Trial, options: CommandOptions): Trial {
  const { config, problems, settings } = trial;
  if (!config || !hasErrors(tolerate(trial, options))) return trial;
  const wrong = new Set(problems.flatMap(({ severity, file }) => (severity === 'error' ? file : [])));
  const { articles } = listArticles(config, options.instant, options.workers);
  const folder = chooseFolder(articles.map(({ file }) => ({ file, isFit: !wrong.has(file) })));
  if (folder === undefined) return trial;
  const narrowed = attempt({ ...settings, articles: folder }, options);
  if (hasErrors(narrowed)) return trial;
  const note = `Only files in "${folder}" are read as articles: the others can't be published as they are.`;
  return { ...narrowed, notes: [note] };
}

export function hasErrors({ problems }: Trial): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function attempt(settings: NewSettings, options: CommandOptions, isNew = false): Trial {
  const { workingDirectory, instant, workers } = options;
  const path = join(workingDirectory, CONFIGURATION);
  if (isNew) createFile(path, writeConfig(settings), [workingDirectory]);
  else writeNamed(path, writeConfig(settings));
  const { config, problems } = loadConfig({ workingDirectory });
  if (!config) return { settings, problems, notes: [] };
  const select = selectPublished(config, options.environment);
  const tried = build(config, { now: instant, workers, write: false, ...select });
  return { settings, config, report: tried, problems: [...problems, ...tried.problems], notes: [] };
}
