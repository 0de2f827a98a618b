import { join, relative, resolve, sep } from 'node:path';
import { build } from '../build.ts';
import { loadConfig } from '../config/load.ts';
import { toList } from '../config/people.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import { createFile, writeNamed } from '../files/write.ts';
import { listArticles } from '../list.ts';
import type { Config, Problem } from '../model/index.ts';
import { chooseFolder } from '../setup/choose-folder.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { nameFiles } from '../setup/name-files.ts';
import { writeConfig } from '../setup/write-config.ts';
import type { CommandOptions } from './options.ts';
import { selectPublished } from './select-published.ts';
import type { Trial } from './trial.ts';

export const CONFIGURATION = 'feedwright.yaml';

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
  if (trial.problems.some(({ code }) => code === 'address-not-on-site')) {
    const { followSite } = await import('./init-built.ts');
    trial = followSite(trial, (others) => attempt(others, options));
  }
  if (feeds.length > 0) {
    const { followFeeds } = await import('./init-follow.ts');
    const retry = (others: NewSettings) => attempt(others, options);
    trial = followFeeds(trial, feeds, options.against ?? [], retry);
  }
  const tolerant = tolerate(trial, options);
  return hasErrors(tolerant) ? { ...attempt(trial.settings, options), notes: trial.notes } : tolerant;
}

/** Leaves out by name what can't be read now, so that later mistakes still stop a build. */
function tolerate(trial: Trial, options: CommandOptions): Trial {
  const { config, problems, settings } = trial;
  if (!config || !hasErrors(trial)) return trial;
  const { fit, unfit } = divide(trial, config, options);
  if (unfit.length === 0 || fit.length === 0) return trial;
  const exclude = nameFiles(unfit, fit);
  const excluded = [...toList(settings.exclude ?? []), ...exclude];
  const tried = attempt({ ...settings, exclude: excluded }, options);
  const isUndated = problems.every(({ severity, code }) => severity !== 'error' || code === 'missing-date');
  const reason = isUndated ? 'without a date' : 'with errors';
  const note = `Left out under "exclude": ${exclude.join(', ')} (${unfit.length} ${unfit.length === 1 ? 'file' : 'files'} ${reason}).`;
  const known = problems.filter(({ severity }) => severity === 'error');
  const told = known.map((each): Problem => ({ ...each, severity: 'warning' }));
  return { ...tried, problems: [...told, ...tried.problems], notes: [...trial.notes, note] };
}

/** The files of articles, below their folder, by whether an error is in them. */
function divide({ problems }: Trial, config: Config, options: CommandOptions) {
  const own = problems.filter(({ severity, code }) => severity === 'error' && code !== 'duplicate-id');
  const wrong = new Set(own.map(({ file }) => file));
  const { articles } = listArticles(config, options.instant, options.workers);
  const below = (file: string) => {
    const path = resolve(config.workingDirectory, file);
    const folder =
      config.articles.find((each) => path.startsWith(`${each}${sep}`)) ?? config.workingDirectory;
    return relative(folder, path).split(sep).join('/');
  };
  const pick = (isUnfit: boolean) =>
    articles.filter(({ file }) => wrong.has(file) === isUnfit).map(({ file }) => below(file));
  return { fit: pick(false), unfit: pick(true) };
}

/** Where even that does not help, one folder may hold all that are articles. */
function narrow(trial: Trial, options: CommandOptions): Trial {
  const { config, problems, settings } = trial;
  if (!config || !hasErrors(trial) || !hasErrors(tolerate(trial, options))) return trial;
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
  const rules = { now: instant, workers, write: false, ...select };
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
    report: tried,
    problems: [...problems, ...heard.map(soften)],
    notes: [],
  };
}

function soften(found: Problem): Problem {
  return found.code === 'address-not-on-site' ? { ...found, severity: 'warning' } : found;
}
