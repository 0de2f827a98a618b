import type { ParseArgsConfig } from 'node:util';

/** The options of the command line; `help.ts` describes them. */
export const OPTIONS = {
  config: { type: 'string', short: 'c' },
  output: { type: 'string', short: 'o' },
  site: { type: 'string' },
  title: { type: 'string' },
  now: { type: 'string' },
  report: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

export type CommandValues = {
  readonly [Name in keyof typeof OPTIONS]?: (typeof OPTIONS)[Name]['type'] extends 'boolean'
    ? boolean
    : string;
};

/** What a command is run with: the words of the user and the surroundings that only the entry point may look at. */
export interface CommandOptions extends CommandValues {
  /** Absolute. */
  readonly workingDirectory: string;
  /** Instant of the run in ms. */
  readonly instant: number;
  /** Whether errors and warnings may be coloured. */
  readonly colour: boolean;
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
