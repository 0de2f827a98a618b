import type { BuildReport } from '../model/index.ts';
import { compareProblems } from '../problems/problem.ts';
import { formatChanges, isSeen } from './change-lines.ts';
import { checkFeeds } from './check-feeds.ts';
import { formatHeldBack, formatLeftOut } from './held-back.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { type Findings, present } from './present.ts';
import { countProblems } from './problem-lines.ts';
import { refuseAllow, runSite } from './run-site.ts';
import { trialLine } from './trial-line.ts';

/** `feedwright check`: all that a build does except writing. `feedwright check FEED…`: feeds of any generator. */
export async function runCheck(options: CommandOptions): Promise<CommandOutput> {
  if (options.operands.length > 0) return present(await checkFeeds(options), options);
  if (options.live)
    return {
      out: '',
      error: '"--live" needs a feed, such as "feedwright check dist/rss.xml --live".\n',
      exitCode: 2,
    };
  const refused = refuseAllow(options);
  if (refused !== undefined) return { out: '', error: refused, exitCode: 2 };
  const { config, report } = await runSite(options, false);
  if (!config) return present(findingsOf(report, '', options), options);
  const { checkLocalLinks } = await import('../local-links/local-links.ts');
  const problems = [...report.problems, ...checkLocalLinks(config)].toSorted(compareProblems);
  return present(findingsOf({ ...report, problems }, trialLine(report, config), options), options);
}

function findingsOf(report: BuildReport, trial: string, { strict = false }: CommandOptions): Findings {
  const { problems, changes } = report;
  const isFailed = problems.some(({ severity }) => strict || severity === 'error');
  const seen = changes && isSeen(changes) ? formatChanges(changes) : '';
  const verdict = problems.length === 0 ? 'No problems.\n' : '';
  const end = isFailed ? `A build would fail: ${countProblems(problems)}.\n` : '';
  const leftOut = isFailed ? '' : formatLeftOut(report);
  const lines = leftOut + seen + trial + formatHeldBack(report) + verdict;
  return { problems, isFailed, lines, end, data: report };
}
