import { ALLOWABLE, QUIETABLE } from '../problems/problem.ts';
import type { Shape } from './shape.ts';

/** One code of a set of problems, or a list of them. */
function listCodes(codes: readonly string[]): Shape {
  const code: Shape = { enum: codes, expected: `one of ${codes.join(', ')}` };
  return {
    anyOf: [code, { type: 'array', items: code, uniqueItems: true }],
    expected: `${code.expected}, or a list of them`,
  };
}

/** Changes of what subscribers have that are meant. */
export const ALLOW = {
  ...listCodes(ALLOWABLE),
  description: 'Changes to accept, by the code of the problem.',
  default: [],
  examples: [['published-date-changed']],
} as const satisfies Shape;

/** Warnings that are known. */
export const QUIET = {
  ...listCodes(QUIETABLE),
  description: 'Warnings to hide, by the code of the problem.',
  default: [],
  examples: [['replaced-content', 'left-out']],
} as const satisfies Shape;
