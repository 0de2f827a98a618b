import type { Progress } from '../model/index.ts';

/** An option as `parseArgs` takes it, and as `--help` explains it. */
interface Option {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: true;
  readonly short?: string;
  /** What stands for the value in `--help`. */
  readonly value?: string;
  /** Lines of `--help`. */
  readonly help: readonly string[];
}

/** Every option of the command line, in the order of `--help`; `commands.ts` says which command takes which. */
export const OPTIONS = {
  config: {
    type: 'string',
    short: 'c',
    value: 'FILE',
    help: ['configuration (default: feedwright.yaml, .yml or .json)'],
  },
  site: {
    type: 'string',
    value: 'URL',
    help: ['home page of the site; with --title no configuration is needed'],
  },
  title: { type: 'string', value: 'TEXT', help: ['title of the feed'] },
  output: { type: 'string', short: 'o', value: 'DIR', help: ['folder to write to (default: dist)'] },
  now: {
    type: 'string',
    value: 'ISO',
    help: [
      'run as if it were this instant, e.g. 2025-11-04T09:00:00Z',
      '(default: SOURCE_DATE_EPOCH, else the clock)',
    ],
  },
  against: {
    type: 'string',
    multiple: true,
    value: 'WHERE',
    help: [
      'compare with the feeds at this address or in this folder or file',
      'instead of those in the output folder; may be repeated;',
      'init: take over the addresses and ids that they have',
    ],
  },
  'offline-ok': { type: 'boolean', help: ['go on when an address cannot be reached'] },
  allow: {
    type: 'string',
    multiple: true,
    value: 'CODE',
    help: ['build although subscribers see this, such as id-changed;', 'may be repeated'],
  },
  write: { type: 'boolean', help: ['change the files; without it only the plan is shown'] },
  strict: { type: 'boolean', help: ['warnings fail as errors do'] },
  report: {
    type: 'string',
    value: 'FILE',
    help: ['build: write what was built and found as JSON;', 'notify: that file of the last build'],
  },
  wait: {
    type: 'string',
    value: 'SECONDS',
    help: ['how long to wait for the live feeds and the hub (default: 300)'],
  },
  json: { type: 'boolean', help: ['print JSON instead of text'] },
  format: {
    type: 'string',
    value: 'NAME',
    help: [
      'problems as text, json, github, gitlab (code quality) or sarif',
      '(default: that of the CI, else text)',
    ],
  },
  quiet: { type: 'boolean', short: 'q', help: ['print errors only'] },
  workflow: {
    type: 'string',
    value: 'NAME',
    help: ['also write a workflow: github-pages, github-commit, github-check,', 'gitlab or cron'],
  },
  help: { type: 'boolean', short: 'h', help: ['print this; after a command: its own options'] },
  version: { type: 'boolean', short: 'v', help: ['print the version'] },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

type ValueOf<Given> = Given extends { readonly type: 'boolean' }
  ? boolean
  : Given extends { readonly multiple: true }
    ? readonly string[]
    : string;

export type CommandValues = { readonly [Name in OptionName]?: ValueOf<(typeof OPTIONS)[Name]> };

/** What a command is run with: the words of the user and the surroundings that only the entry point may look at. */
export interface CommandOptions extends CommandValues {
  /** What stands after the name of the command, besides options. */
  readonly operands: readonly string[];
  /** Absolute. */
  readonly workingDirectory: string;
  /** Instant of the run in ms. */
  readonly instant: number;
  /** ms since the process began, for those who wait; never for what is written. */
  readonly elapsed: () => number;
  /** Shows a user who waits what is going on. */
  readonly progress?: Progress;
  /** How many threads may help. */
  readonly workers: number;
  /** Whether errors and warnings may be coloured. */
  readonly colour: boolean;
  /** Asks the user, where there is one; an empty answer is the proposal, undefined that the user broke off. */
  readonly ask?: (question: string, proposal: string) => Promise<string | undefined>;
  /** The folder of the package, absolute. */
  readonly packageFolder: string;
  /** The variables of the environment, by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a command wants to be printed and returned to the shell. */
export interface CommandOutput {
  readonly out: string;
  readonly error: string;
  readonly exitCode: 0 | 1 | 2;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * The instant of a run: `--now`, else SOURCE_DATE_EPOCH, else the clock (R60).
 * @param now RFC 3339, or a day, which is its midnight in UTC
 * @param epoch seconds since 1970
 * @param clock ms since 1970
 * @returns ms since 1970, or what is wrong
 */
export function readInstant(
  now: string | undefined,
  epoch: string | undefined,
  clock: number,
): number | string {
  if (now !== undefined) {
    const instant = INSTANT.test(now) ? Date.parse(now) : Number.NaN;
    return Number.isNaN(instant) ? `--now is not an instant: "${now}". Write 2025-11-04T09:00:00Z.` : instant;
  }
  if (epoch === undefined || epoch === '') return clock;
  return /^\d{1,12}$/.test(epoch)
    ? Number(epoch) * 1000
    : `SOURCE_DATE_EPOCH is not a number of seconds: "${epoch}".`;
}
