import { type Shape, TEXT } from './shape.ts';

/** Whether articles without a title are meant to have none. */
export const NOTES = {
  type: 'boolean',
  expected: 'true or false',
  description: 'Whether articles without a title and a heading are notes (short posts without a title).',
  default: false,
  examples: [true],
} as const satisfies Shape;

/** How several authors in one text are read. */
export const BYLINES = {
  type: 'boolean',
  expected: 'true or false',
  description: 'Whether "Ann and Carl" and "Ann, Carl" are two people, as in the bylines of newspapers.',
  default: false,
  examples: [true],
} as const satisfies Shape;

/** Keys that would hide articles, but mean something else in a theme. */
export const IGNORE_KEYS = {
  anyOf: [TEXT, { type: 'array', items: TEXT }],
  expected: 'a key of the front matter, or a list of keys',
  description: 'Keys of the front matter that would hide an article, but mean something else in your theme.',
  default: [],
  examples: [['isPaid', 'active']],
} as const satisfies Shape;
