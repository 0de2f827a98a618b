import { resolve } from 'node:path';
import type { BuildOptions } from '../build/options.ts';
import { build } from '../build.ts';
import type { BuildReport, Config, Problem } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { ALLOWABLE } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { readAgainst } from './against.ts';
import { loadFor } from './load.ts';
import type { CommandOptions } from './options.ts';
import { selectPublished } from './select-published.ts';

export interface SiteRun {
  readonly config?: Config;
  readonly report: BuildReport;
}

/** Loads the configuration that the options name, reads what it is to be compared with, and builds. */
export async function runSite(options: CommandOptions, write: boolean): Promise<SiteRun> {
  const { config: loaded, problems } = loadFor(options);
  const strict = options.strict ?? false;
  const stops = ({ severity }: Problem) => strict || severity === 'error';
  if (!loaded || problems.some(stops)) return { report: emptyReport(problems) };
  const config: Config = { ...loaded, allow: [...loaded.allow, ...listAllowed(options)] };
  if ((options.against ?? config.published) !== undefined) options.progress?.('reading the published feeds');
  const against = await readAgainst(config, options);
  const before = [...problems, ...against.problems];
  if (before.some(stops)) return { config, report: emptyReport(before) };
  const { published } = against;
  const { instant: now, workers, progress } = options;
  const select = selectPublished(config, options.environment);
  const given: BuildOptions = { now, strict, workers, write, ...select, ...(progress ? { progress } : {}) };
  const report = build(config, published ? { ...given, published } : given);
  return { config, report: addProblems(report, before) };
}

/** What is wrong with the values of `--allow`, as a sentence. */
export function refuseAllow({ allow = [] }: CommandOptions): string | undefined {
  const codes: readonly string[] = ALLOWABLE;
  const strange = allow.find((value) => !codes.includes(value.split(':', 1)[0] ?? ''));
  return strange === undefined
    ? undefined
    : joinLines([`Unknown --allow code "${strange}". Use one of ${codes.join(', ')}.`]);
}

/** `--allow CODE:FILE` with the file as messages show it. */
function listAllowed({ allow = [], workingDirectory }: CommandOptions): readonly string[] {
  return allow.map((value) => {
    const [, code, file] = /^([^:]+):(.+)$/s.exec(value) ?? [];
    return file === undefined
      ? value
      : `${code}:${showPath(resolve(workingDirectory, file), workingDirectory)}`;
  });
}

export function addProblems(report: BuildReport, problems: readonly Problem[]): BuildReport {
  return { ...report, problems: [...problems, ...report.problems] };
}

function emptyReport(problems: readonly Problem[]): BuildReport {
  return {
    changed: false,
    feeds: [],
    companions: [],
    problems,
    heldBack: [],
    nextDue: null,
    nextExpiry: null,
    leftOut: [],
  };
}
