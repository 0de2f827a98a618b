import { join } from 'node:path';
import { type ReadingMemory, readArticles } from '../build/read-articles.ts';
import { build } from '../build.ts';
import { isBuiltSite } from '../built-site/locate-page.ts';
import { loadConfig } from '../config/load.ts';
import { createFile, writeNamed } from '../files/write.ts';
import type { Problem } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { writeConfig } from '../setup/write-config.ts';
import type { CommandOptions } from './options.ts';
import { selectPublished } from './select-published.ts';
import type { Trial } from './trial.ts';

export const CONFIGURATION = 'feedwright.yaml';

export function hasErrors({ problems }: Trial): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Writes the first configuration of a folder, where no file may be, and tries it. */
export function attemptFirst(settings: NewSettings, options: CommandOptions): Trial {
  const { workingDirectory } = options;
  createFile(join(workingDirectory, CONFIGURATION), writeConfig(settings), [workingDirectory]);
  return tryWritten(settings, options, new Map());
}

/**
 * Writes a configuration and tries it: what a build would say and write.
 * @param memory that of a trial whose settings differ in nothing but `exclude` @default all files are read
 */
export function attempt(
  settings: NewSettings,
  options: CommandOptions,
  memory: ReadingMemory = new Map(),
): Trial {
  writeNamed(join(options.workingDirectory, CONFIGURATION), writeConfig(settings));
  return tryWritten(settings, options, memory);
}

function tryWritten(settings: NewSettings, options: CommandOptions, memory: ReadingMemory): Trial {
  const { workingDirectory, instant, workers } = options;
  const { config, problems } = loadConfig({ workingDirectory });
  if (!config) return { settings, problems, notes: [] };
  const select = selectPublished(config, options.environment);
  const collected = readArticles(config, workers, undefined, memory);
  const rules = { now: instant, workers, write: false, collected, ...select };
  const { built, ...unbuilt } = config;
  // Without its tool's site a build says of each file that its URL is unknown: the site is built next.
  const isBuilt = built !== undefined && isBuiltSite(built);
  const report = build(isBuilt ? config : unbuilt, rules);
  const heard = report.problems.filter(({ code }) => isBuilt || code !== 'file-not-on-site');
  return { settings, config, collected, memory, problems: [...problems, ...heard.map(soften)], notes: [] };
}

/** What the built site lacks is no reason to leave an article out: it may be older than the article. */
function soften(found: Problem): Problem {
  return found.code === 'address-not-on-site' ? { ...found, severity: 'warning' } : found;
}
