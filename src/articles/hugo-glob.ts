import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** As many `*` of one folder, and as many `**`, as take no time on any path. */
const MOST_STARS = 3;

/**
 * A pattern as Hugo matches paths, without regard to case.
 * @returns undefined for a pattern that could keep the matcher busy for hours on a long name, as no one writes it by hand
 */
export function createHugoGlob(pattern: string): ((path: string) => boolean) | undefined {
  const segments = pattern.split('/').map((segment) => segment.match(/\*+/g)?.length ?? 0);
  const across = pattern.match(/\*\*+/g)?.length ?? 0;
  if (across > MOST_STARS || segments.some((stars) => stars > MOST_STARS)) return undefined;
  const picomatch = require('picomatch') as typeof import('picomatch');
  // Brackets of this form mean nothing in a pattern of Hugo.
  const matches = picomatch(pattern.toLowerCase().replace(/[()]/g, '\\$&'), { dot: true });
  return (path) => matches(path.toLowerCase());
}
