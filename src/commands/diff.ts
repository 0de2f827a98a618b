import type { BuildReport, Config } from '../model/index.ts';
import { formatChanges, listChanges } from './change-lines.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';
import { refuseAllow, runSite } from './run-site.ts';
import { trialLine } from './trial-line.ts';

/** `feedwright diff`: what subscribers would see of a build, and what would be refused; nothing is written. */
export async function runDiff(options: CommandOptions): Promise<CommandOutput> {
  const refused = refuseAllow(options);
  if (refused !== undefined) return { out: '', error: refused, exitCode: 2 };
  const { config, report } = await runSite(options, false);
  const { changes, problems, trial } = report;
  const isFailed = problems.some(({ severity }) => options.strict || severity === 'error');
  const exitCode = isFailed ? 1 : 0;
  if (options.json)
    return {
      out: `${JSON.stringify({ changes, problems, ...(trial ? { trial } : {}) }, null, 2)}\n`,
      error: '',
      exitCode,
    };
  const seen = config ? whatIsSeen(report, config) : '';
  const shown = options.quiet && !isFailed ? [] : problems;
  const end = isFailed ? `A build would fail: ${countProblems(problems)}.\n` : '';
  return {
    out: options.quiet ? '' : seen,
    error: formatProblems(shown, options.colour, '--json') + end,
    exitCode,
  };
}

/** Of a trial build everything is new; what a change means shows only the comparison with it. */
function whatIsSeen(report: BuildReport, config: Config): string {
  const { changes, trial } = report;
  if (!changes) return '';
  const isFirst = changes.comparedWith.length === 0;
  if (trial && isFirst) return trialLine(report, config) + listChanges(trial.changes);
  return (isFirst ? 'Nothing is published yet.\n' : '') + formatChanges(changes) + trialLine(report, config);
}
