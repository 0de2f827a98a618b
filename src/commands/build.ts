import { resolve } from 'node:path';
import { reasonOf } from '../files/refused.ts';
import { appendNamed, writeNamed } from '../files/write.ts';
import type { BuildReport, Config, Problem } from '../model/index.ts';
import { hidePasswords, joinLines } from '../problems/printable.ts';
import { problem } from '../problems/problem.ts';
import { formatOutputs, listOutputs } from '../reporters/step-outputs.ts';
import { formatChanges, isSeen } from './change-lines.ts';
import { documentLines } from './document-lines.ts';
import { formatHeldBack, formatLeftOut } from './held-back.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { type Findings, present } from './present.ts';
import { countProblems } from './problem-lines.ts';
import { addProblems, refuseAllow, runSite } from './run-site.ts';
import { trialLine } from './trial-line.ts';

/** `feedwright build`. */
export async function runBuild(options: CommandOptions): Promise<CommandOutput> {
  const refused = refuseAllow(options);
  if (refused !== undefined) return { out: '', error: refused, exitCode: 2 };
  return options.watch ? (await import('./watch.ts')).runAgain(options, buildOnce) : buildOnce(options);
}

async function buildOnce(options: CommandOptions): Promise<CommandOutput> {
  const { config, report } = await runSite(options, true);
  const unwritten = [...writeReport(report, options), ...writeOutputs(report, options)];
  return present(findingsOf(addProblems(report, unwritten), config, options), options);
}

function writeReport(report: BuildReport, { workingDirectory, report: path }: CommandOptions) {
  if (path === undefined) return [];
  const text = hidePasswords(`${JSON.stringify(report, null, 2)}\n`);
  return attempt(path, () => writeNamed(resolve(workingDirectory, path), text));
}

/** Tells the next steps of a job on GitHub what happened (R63). */
function writeOutputs(report: BuildReport, { workingDirectory, environment }: CommandOptions) {
  const path = environment.GITHUB_OUTPUT;
  if (!path) return [];
  return attempt(path, () =>
    appendNamed(resolve(workingDirectory, path), formatOutputs(listOutputs(report))),
  );
}

function attempt(path: string, write: () => void): readonly Problem[] {
  try {
    write();
    return [];
  } catch (error) {
    return [problem('cannot-write', { file: path }, { path, reason: reasonOf(error) })];
  }
}

function findingsOf(report: BuildReport, config: Config | undefined, options: CommandOptions): Findings {
  const { problems } = report;
  const isFailed = problems.some(({ severity }) => options.strict || severity === 'error');
  const outcome = report.feeds.length > 0 ? 'The feeds were written' : 'Nothing was written';
  const end = isFailed ? `${outcome}: ${countProblems(problems)}.\n` : '';
  const documents = config ? documentLines(report, config, options.workingDirectory) : '';
  const changes = report.changes && isSeen(report.changes) ? formatChanges(report.changes) : '';
  const trial = config ? trialLine(report, config) : '';
  const leftOut = isFailed ? '' : formatLeftOut(report);
  const lines = leftOut + documents + changes + trial + formatHeldBack(report) + presetLine(report);
  return { problems, isFailed, lines, end, data: report };
}

function presetLine({ looksLike, guessedUrl }: BuildReport): string {
  if (looksLike)
    return `These look like ${looksLike} articles. If so, add "preset: ${looksLike}" to feedwright.yaml.\n`;
  return guessedUrl === undefined
    ? ''
    : joinLines([
        `URLs follow the paths of the files, such as ${guessedUrl}. If your site has other URLs, set "preset" or "permalink" before you publish.`,
      ]);
}
