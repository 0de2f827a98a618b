import { join } from 'node:path';
import { readArticles } from '../build/read-articles.ts';
import { build } from '../build.ts';
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

/** Writes a configuration and tries it: what a build would say and write. @param isNew whether no file may be there */
export function attempt(settings: NewSettings, options: CommandOptions, isNew = false): Trial {
  const { workingDirectory, instant, workers } = options;
  const path = join(workingDirectory, CONFIGURATION);
  if (isNew) createFile(path, writeConfig(settings), [workingDirectory]);
  else writeNamed(path, writeConfig(settings));
  const { config, problems } = loadConfig({ workingDirectory });
  if (!config) return { settings, problems, notes: [] };
  const select = selectPublished(config, options.environment);
  const collected = readArticles(config, workers);
  const rules = { now: instant, workers, write: false, collected, ...select };
  // What the built site lacks is no reason to leave an article out: it may be older than the article.
  const { built, ...unbuilt } = config;
  const tried = build(unbuilt, rules);
  const found = built === undefined ? tried : build(config, rules);
  const isBuilt = found.problems.every(({ code }) => code !== 'site-not-built');
  const heard = (isBuilt ? found : tried).problems.filter(
    ({ code }) => isBuilt || code !== 'file-not-on-site',
  );
  return {
    settings,
    config,
    collected,
    report: tried,
    problems: [...problems, ...heard.map(soften)],
    notes: [],
  };
}

function soften(found: Problem): Problem {
  return found.code === 'address-not-on-site' ? { ...found, severity: 'warning' } : found;
}
