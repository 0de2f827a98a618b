import { createRequire } from 'node:module';
import { isCostlyGlob } from '../text/glob-cost.ts';

const require = createRequire(import.meta.url);

/**
 * A pattern as Hugo matches paths, without regard to case.
 * @returns undefined for a pattern that could keep the matcher busy for hours on a long name, as no one writes it by hand
 */
export function createHugoGlob(pattern: string): ((path: string) => boolean) | undefined {
  if (isCostlyGlob(pattern)) return undefined;
  const picomatch = require('picomatch') as typeof import('picomatch');
  // Brackets of this form mean nothing in a pattern of Hugo.
  const matches = picomatch(pattern.toLowerCase().replace(/[()]/g, '\\$&'), { dot: true });
  return (path) => matches(path.toLowerCase());
}
