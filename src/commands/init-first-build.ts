import { join } from 'node:path';
import { listCollected } from '../list.ts';
import { showPath } from '../problems/show-path.ts';
import { CONFIGURATION } from './init-attempt.ts';
import { isUndated } from './init-leave-out.ts';
import type { CommandOptions } from './options.ts';
import type { Trial } from './trial.ts';

/** What the first build will write: how many articles, the newest of them, and the files. */
export function showFirstBuild({ config, collected }: Trial, options: CommandOptions): readonly string[] {
  if (!config || !collected) return [];
  const { workingDirectory, instant } = options;
  const { articles } = listCollected(config, collected, instant);
  const carried = articles.filter(({ state }) => state === 'in the feed');
  const newest = carried.slice(0, 3).map(({ local, url }) => `  ${local?.slice(0, 10)}  ${url}`);
  // The built site is not there yet, and will be when its tool has run.
  const output = options.output === undefined ? (config.built ?? config.output) : config.output;
  const files = config.formats.map(({ path }) => showPath(join(output, path), workingDirectory));
  return [
    '',
    `${articles.length} article${articles.length === 1 ? '' : 's'}, ${carried.length} in the feed. Check that these URLs exist on your site:`,
    ...newest,
    '',
    `"npx feedwright build" will write ${files.join(', ')}.`,
  ];
}

/** As many pages as a new site may have. */
const FEW_PAGES = 5;

/** What to do where no file has a date, and nothing says which of them are articles. */
export function sayUndated(trial: Trial): string {
  const { collected, problems } = trial;
  if (!isUndated(trial) || collected === undefined || collected.candidates.length > 0) return '';
  const undated = problems.filter(({ code }) => code === 'missing-date').length;
  if (undated > FEW_PAGES)
    return `None of the ${undated} files has a date. Give one to each article that the feed should show, remove ${CONFIGURATION}, and run "npx feedwright init" again. It leaves out the others.\n`;
  return `No file has a date yet. Write your first article (npx feedwright new "My title"), remove ${CONFIGURATION}, and run "npx feedwright init" again.\n`;
}
