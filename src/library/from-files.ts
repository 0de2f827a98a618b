import type { BuildOptions } from '../build/options.ts';
import { build as buildFiles } from '../build.ts';
import { type LoadedConfig, type LoadOptions, loadConfig as loadFile } from '../config/load.ts';
import { listArticles as listFiles } from '../list.ts';
import type { BuildReport, Config, ListedArticles, Problem } from '../model/index.ts';
import {
  checkArguments,
  type Expected,
  FUNCTION,
  RECORD,
  required,
  TEXT,
  TIME,
  YES_NO,
} from './arguments.ts';

/** The flows from files as programs call them: what they are given is checked against what it may be. */

const CONFIG: Expected = {
  is: (value) =>
    RECORD.is(value) && typeof (value as Config).root === 'string' && 'formats' in (value as Config),
  words: 'the "config" that loadConfig returned',
};

const THREADS: Expected = {
  is: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  words: 'a number of threads',
};

const BUILD_OPTIONS = {
  now: required(TIME),
  strict: YES_NO,
  workers: THREADS,
  progress: FUNCTION,
  published: FUNCTION,
  selectPublished: FUNCTION,
  write: YES_NO,
  take: FUNCTION,
  renderBody: FUNCTION,
};

/** Settings are checked as those of a file are. */
const SETTINGS: Expected = { is: () => true, words: 'settings' };

const LOAD_OPTIONS = { workingDirectory: TEXT, file: TEXT, settings: SETTINGS, flags: RECORD };
const FLAGS = { site: TEXT, title: TEXT, output: TEXT, articles: TEXT };

/**
 * Reads the configuration, checks it and fills in the defaults.
 * @returns the configuration, unless one of the problems is an error; wrong options are problems, too
 */
export function loadConfig(options: LoadOptions = {}): LoadedConfig {
  const wrong = checkArguments('loadConfig', options, LOAD_OPTIONS);
  if (wrong.length > 0) return { problems: wrong };
  const flags = options.flags === undefined ? [] : checkArguments('flags', options.flags, FLAGS);
  return flags.length > 0 ? { problems: flags } : loadFile(options);
}

/**
 * Builds the feeds of a site and writes them, in this thread: read, plan, select, render, assemble, write, verify, publish. With an
 * error (or, when strict, a warning) nothing is written.
 * @returns what was built, with all problems; wrong arguments are problems, too
 * @throws Error only for a bug: a document that does not say what its items say
 */
export function build(config: Config, options: BuildOptions): BuildReport {
  const wrong = [
    ...checkArguments('build', { config }, { config: required(CONFIG) }),
    ...checkArguments('build', options, BUILD_OPTIONS),
  ];
  return wrong.length > 0 ? refuseBuild(wrong) : buildFiles(config, options);
}

function refuseBuild(problems: readonly Problem[]): BuildReport {
  const nothing = { feeds: [], companions: [], heldBack: [], leftOut: [] };
  return { changed: false, ...nothing, problems, nextDue: null, nextExpiry: null };
}

/**
 * Lists every article file of a site with its state: newest first, then the files without a date by name.
 * @param now time in ms that decides what is due
 * @param workers how many threads may help with a large site
 * @returns no articles for wrong arguments, which are problems
 */
export function listArticles(config: Config, now: number, workers = 0): ListedArticles {
  const table = { config: required(CONFIG), now: required(TIME), workers: THREADS };
  const wrong = checkArguments('listArticles', { config, now, workers }, table);
  return wrong.length > 0 ? { articles: [], problems: wrong } : listFiles(config, now, workers);
}
