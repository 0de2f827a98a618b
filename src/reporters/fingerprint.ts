import { createHash } from 'node:crypto';
import type { PlacedProblem } from './format.ts';

/**
 * A name for each problem that stays when lines move: it is made of file, code and message, and of a number where the
 * same is found more than once.
 * @returns 32 hexadecimal digits each, in the order given, no two the same
 */
export function fingerprintAll(problems: readonly PlacedProblem[]): readonly string[] {
  const seen = new Map<string, number>();
  return problems.map(({ path, file, code, message }) => {
    const what = [path ?? file, code, message].join('\0');
    const times = seen.get(what) ?? 0;
    seen.set(what, times + 1);
    return createHash('sha256').update(`${what}\0${times}`).digest('hex').slice(0, 32);
  });
}
