import type { Adoption } from '../adopt/adopt-ids.ts';
import type { Config, Problem } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { count } from './count.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';

/** The plan of `adopt` and `pin`, or what they did, for people or as JSON. */
export function presentAdoption(
  adoption: Adoption,
  { file }: Config,
  { json = false, quiet = false, write = false, colour }: CommandOptions,
): CommandOutput {
  const { problems } = adoption;
  const isFailed = problems.some(({ severity }) => severity === 'error');
  const exitCode = isFailed ? 1 : 0;
  if (json) return { out: `${JSON.stringify(adoption, null, 2)}\n`, error: '', exitCode };
  const shown = quiet && !isFailed ? [] : problems;
  const end = isFailed && write ? `No file was changed: ${countProblems(problems)}.\n` : '';
  const out =
    quiet || adoption.feeds.length === 0 ? '' : formatPlan(adoption, file) + formatUnmatched(adoption);
  return { out, error: formatProblems(shown, colour, '--json') + end, exitCode };
}

/** What is said when there is no configuration to work with. */
export function refuseConfig(
  problems: readonly Problem[],
  { colour, json = false }: CommandOptions,
): CommandOutput {
  const out = json ? `${JSON.stringify({ problems }, null, 2)}\n` : '';
  return { out, error: json ? '' : formatProblems(problems, colour), exitCode: 1 };
}

function formatPlan({ feeds, matched, kept, ids, template, written }: Adoption, file: string): string {
  const items = feeds.reduce((sum, feed) => sum + feed.items, 0);
  const head = joinLines([
    `Matched ${count(matched, 'article')} in ${count(items, 'item')} of ${count(feeds.length, 'feed')}. ${countKept(kept, matched)}`,
  ]);
  if (ids.length === 0) return `${head}Nothing to do.\n`;
  const lines = joinLines(ids.map(({ file: path, id, by }) => `  ${path}  id: ${id}  (by ${by})`));
  if (written) return `${head}${count(ids.length, 'file')} changed; this line was added:\n${lines}`;
  const choice =
    template === null
      ? ''
      : joinLines([
          `${kept === matched ? 'To keep them when your URLs change' : 'To keep all IDs'}, add this line to ${file}:`,
          `  id: ${quote(template)}`,
        ]);
  const rest = template === null ? 'Run' : 'Or run';
  return `${head}${choice}${rest} again with --write to add an ID to ${ids.length === 1 ? 'this file' : `these ${ids.length} files`}:\n${lines}`;
}

function formatUnmatched({ unmatched }: Adoption): string {
  const lines = unmatched.map(
    ({ source, line, title, url, id }) => `  ${source}:${line}  ${title ?? '(no title)'}  ${url ?? id}`,
  );
  return lines.length === 0
    ? ''
    : `${count(lines.length, 'item')} without a matching article:\n${joinLines(lines)}`;
}

/** How many would keep their ID as things are. */
function countKept(kept: number, matched: number): string {
  if (kept === 0) return 'None of them would keep its published ID.';
  return kept === matched
    ? 'All of them keep their published ID.'
    : `${kept} of them would keep their published IDs.`;
}

/** A template as a value of YAML. */
function quote(template: string): string {
  return /^[\w:/][\w.:/?=&~%,+@-]*[^:]$/.test(template) ? template : `'${template.replaceAll("'", "''")}'`;
}
