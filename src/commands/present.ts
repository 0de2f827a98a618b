import { resolve } from 'node:path';
import { lookAt } from '../files/places.ts';
import { reasonOf } from '../files/refused.ts';
import { appendNamed } from '../files/write.ts';
import type { Problem } from '../model/index.ts';
import { onOneLine } from '../problems/printable.ts';
import { chooseFormat, OUTPUT_FORMATS, type OutputFormat, placeProblems } from '../reporters/format.ts';
import { SUMMARY_LIMIT } from '../reporters/summary.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { formatProblems } from './problem-lines.ts';
import { refuse } from './refuse.ts';
import { repositoryPaths } from './repository.ts';

/** What a command found, and what it says about it to people. */
export interface Findings {
  /** Worst first. */
  readonly problems: readonly Problem[];
  readonly isFailed: boolean;
  /** Lines about what was done. */
  readonly lines: string;
  /** The last line, when it failed. */
  readonly end: string;
  /** What `--format json` prints; it contains the problems. */
  readonly data: unknown;
}

/** Findings in the format that was asked for, or that the CI of the environment reads. */
export async function present(findings: Findings, options: CommandOptions): Promise<CommandOutput> {
  const format = chooseFormat(options.format, options.environment);
  if (format === undefined) return refuseFormat(options.format);
  const { problems, isFailed } = findings;
  const shown = options.quiet && !isFailed ? [] : problems;
  const lines = options.quiet ? '' : findings.lines;
  const error = formatProblems(shown, options.colour, '--format json') + findings.end;
  const exitCode = isFailed ? 1 : 0;
  if (format === 'text') return { out: lines, error, exitCode };
  const document = await write(format, { ...findings, problems: shown }, options);
  // What a program reads stands alone on the standard output, so that it can be sent to a file.
  if (format === 'github') return { out: lines, commands: document, error, exitCode };
  return { out: document, error: format === 'json' ? '' : lines + error, exitCode };
}

function refuseFormat(asked = ''): CommandOutput {
  return refuse(`"${asked}" is not a format. Use ${OUTPUT_FORMATS.join(', ')}.`, 2);
}

async function write(
  format: Exclude<OutputFormat, 'text'>,
  { problems, data }: Findings,
  { workingDirectory, environment }: CommandOptions,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(data, null, 2)}\n`;
  const placed = placeProblems(problems, repositoryPaths(workingDirectory, environment));
  if (format === 'gitlab') return (await import('../reporters/gitlab.ts')).formatGitLab(placed);
  if (format === 'sarif') return (await import('../reporters/sarif.ts')).formatSarif(placed);
  const { formatGitHub } = await import('../reporters/github.ts');
  const file = environment.GITHUB_STEP_SUMMARY;
  const { annotations, summary } = formatGitHub(placed, file ? SUMMARY_LIMIT - sizeOf(file) : 0);
  return annotations + (file && summary !== '' ? writeSummary(file, summary, workingDirectory) : '');
}

/** @returns a warning as GitHub reads it, when the summary can't be written: what was found is told above it anyway */
function writeSummary(file: string, summary: string, workingDirectory: string): string {
  try {
    appendNamed(resolve(workingDirectory, file), summary);
    return '';
  } catch (error) {
    return `::warning title=summary::The summary can't be written to ${onOneLine(file)}: ${reasonOf(error)}.\n`;
  }
}

function sizeOf(file: string): number {
  return lookAt(file)?.size ?? 0;
}
