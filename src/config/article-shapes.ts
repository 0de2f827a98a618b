import type { Shape } from './shape.ts';

/** Whether articles without a title are meant to have none. */
export const NOTES = {
  type: 'boolean',
  expected: 'true or false',
  description: 'Whether articles without a title and a heading are notes (short posts without a title).',
  default: false,
  examples: [true],
} as const satisfies Shape;

/** How authors are read that stand in one text. */
export const BYLINES = {
  type: 'boolean',
  expected: 'true or false',
  description: 'Whether "Ann and Carl" and "Ann, Carl" are two people, as in the bylines of newspapers.',
  default: false,
  examples: [true],
} as const satisfies Shape;
