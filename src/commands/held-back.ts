import type { BuildReport } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';

/** The articles that wait, and until when (R57). */
export function formatHeldBack({ heldBack }: BuildReport): string {
  return joinLines(heldBack.map(({ file, due }) => `${file} is held back until ${due}`));
}

/** How many articles are in no feed, and why: the first thing that whoever misses one has to know. */
export function formatLeftOut({ leftOut }: BuildReport): string {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  const reasons = leftOut.map(({ reason, count }) => `${count} ${reason}`).join(', ');
  return joinLines([`${total} ${total === 1 ? 'article is' : 'articles are'} left out: ${reasons}.`]);
}
