import type { Problem } from '../model/index.ts';
import { formatProblem } from '../problems/format-problem.ts';
import { COLOURS, onOneLine } from '../problems/printable.ts';

/** More of one kind than this tell no one more. */
const SHOWN_PER_KIND = 10;

/**
 * Problems as lines to print: errors first, kind by kind, at most ten of a kind and how many there are.
 * @param allIn the option that lists all of them, if the command has one
 */
export function formatProblems(
  problems: readonly Problem[],
  colour: boolean,
  allIn?: '--json' | '--format json',
): string {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = `${problem.severity} ${problem.code}`;
    const known = kinds.get(kind);
    if (known) known.push(problem);
    else kinds.set(kind, [problem]);
  }
  const where = allIn === undefined ? '' : ` (${allIn} lists all)`;
  const lines = [...kinds].flatMap(([kind, members]) => {
    const shown = members
      .slice(0, SHOWN_PER_KIND)
      .map((member) => paint(onOneLine(formatProblem(member)), member, colour));
    const rest = members.length - shown.length;
    return rest > 0 ? [...shown, `… and ${rest} more: ${members.length} × ${kind}${where}`] : shown;
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** `2 errors, 1 warning`, or nothing. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, word: string) =>
    number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  return [...count(errors, 'error'), ...count(problems.length - errors, 'warning')].join(', ');
}

function paint(line: string, { severity }: Problem, colour: boolean): string {
  return colour ? line.replace(` ${severity} `, ` ${COLOURS[severity]}${severity}${COLOURS.reset} `) : line;
}
