import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Problems with what a program hands to the library. */
export const libraryWording = {
  'bad-argument': (d: { name: string; value: unknown; expected: string }): Wording => [
    'error',
    d.value === undefined
      ? `"${d.name}" is missing: expected ${d.expected}.`
      : `Invalid "${d.name}": expected ${d.expected} but found ${quote(d.value)}.`,
    `Pass ${d.expected}.`,
  ],
  'unknown-argument': (d: { name: string; known: string }): Wording => [
    'error',
    `Unknown option ${quote(d.name)}.`,
    `Use one of ${d.known}, or remove it.`,
  ],
  'render-failed': (d: { reason: string }): Wording => [
    'error',
    `Your renderer failed: ${quote(d.reason)}.`,
    'Fix the renderer for this article, or leave the article out.',
  ],
};
