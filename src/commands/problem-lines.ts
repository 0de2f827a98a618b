import type { Problem } from '../model/index.ts';
import { formatPlace, formatProblem } from '../problems/format-problem.ts';
import { COLOURS, onOneLine } from '../problems/printable.ts';

/** More of one kind than this tell no one more. */
const SHOWN_PER_KIND = 10;
/** As many lines that say the same are read; more are one line, which names as many places. */
const SHOWN_ALIKE = 3;

/**
 * Problems as lines to print: errors first, kind by kind, at most ten of a kind and how many there are. A warning that is the same in
 * four places or more is one line.
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
    const groups = groupSame(members);
    const shown = groups.slice(0, SHOWN_PER_KIND);
    const rest = members.length - shown.flat().length;
    const more = `… and ${rest} more: ${members.length} × ${kind}${where}`;
    return [...shown.map((group) => formatGroup(group, colour)), ...(rest > 0 ? [more] : [])];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** Warnings that say the same, however many times in one file, if they are many. Each error is one to correct. */
function groupSame(problems: readonly Problem[]): readonly (readonly Problem[])[] {
  const groups = new Map<string, Problem[]>();
  for (const [i, problem] of problems.entries()) {
    const words = problem.message.replace(/ \(\d+ times\)/g, '') + problem.hint;
    const key = problem.severity === 'error' ? String(i) : words;
    const known = groups.get(key);
    if (known) known.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > SHOWN_ALIKE ? [group] : group.map((each) => [each]),
  );
}

function formatGroup([first, ...others]: readonly Problem[], colour: boolean): string {
  if (first === undefined) return '';
  const places = others.slice(0, SHOWN_ALIKE).map(formatPlace);
  const rest = others.length > places.length ? ` and ${others.length - places.length} more` : '';
  const same = others.length === 0 ? '' : ` The same in ${places.join(', ')}${rest}.`;
  return paint(onOneLine(formatProblem(first) + same), first, colour);
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
