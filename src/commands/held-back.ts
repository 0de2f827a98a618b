import type { BuildReport } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { manyOf } from '../problems/wording/quote.ts';

/** The articles that wait, and until when (R57). */
export function formatHeldBack({ heldBack }: BuildReport): string {
  return joinLines(heldBack.map(({ file, due }) => `${file} is held back until ${due}`));
}

/** How many articles are in no feed, and why: the first thing that whoever misses one has to know. */
export function formatLeftOut({ leftOut }: BuildReport): string {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  const reasons = leftOut.map(countReason).join(', ');
  return joinLines([`Left out ${total} ${total === 1 ? 'article' : 'articles'}: ${reasons}.`]);
}

/** A reason is `draft`, `hidden by "key"`, the code of a problem, or a kind of file. */
function countReason({ reason, count }: BuildReport['leftOut'][number]): string {
  if (reason === 'draft') return `${count} ${count === 1 ? 'draft' : 'drafts'}`;
  return /^[a-z]+(?:-[a-z]+)+$/.test(reason)
    ? `${count} with ${reason}`
    : `${count} ${count === 1 ? reason : manyOf(reason)}`;
}
