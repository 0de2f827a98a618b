import type { Problem } from '../model/index.ts';
import { formatProblem as format } from '../problems/format-problem.ts';
import { quote } from '../problems/wording/quote.ts';

/**
 * The first line of a problem as people and editors read it: `file:line:column severity code: message hint`. Options and folders
 * have no lines.
 * @throws TypeError for anything that is not a problem
 */
export function formatProblem(problem: Problem): string {
  const { file, message }: Partial<Problem> = problem ?? {};
  if (typeof file !== 'string' || typeof message !== 'string')
    throw new TypeError(`The argument is not a problem but ${quote(problem)}.`);
  return format(problem);
}
