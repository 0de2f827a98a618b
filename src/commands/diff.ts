import { formatChanges } from './change-lines.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';
import { refuseAllow, runSite } from './run-site.ts';

/** `feedwright diff`: what subscribers would see of a build, and what would be refused; nothing is written. */
export async function runDiff(options: CommandOptions): Promise<CommandOutput> {
  const refused = refuseAllow(options);
  if (refused !== undefined) return { out: '', error: refused, exitCode: 2 };
  const { report } = await runSite(options, false);
  const { changes, problems } = report;
  const isFailed = problems.some(({ severity }) => options.strict || severity === 'error');
  const exitCode = isFailed ? 1 : 0;
  if (options.json)
    return { out: `${JSON.stringify({ changes, problems }, null, 2)}\n`, error: '', exitCode };
  const first = changes?.comparedWith.length === 0 ? 'Nothing is published yet.\n' : '';
  const shown = options.quiet && !isFailed ? [] : problems;
  const end = isFailed ? `A build would be refused: ${countProblems(problems)}.\n` : '';
  return {
    out: changes && !options.quiet ? first + formatChanges(changes) : '',
    error: formatProblems(shown, options.colour) + end,
    exitCode,
  };
}
