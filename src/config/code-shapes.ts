import { ALLOWABLE, QUIETABLE } from '../problems/problem.ts';
import { type Shape, TEXT } from './shape.ts';

/** Files, relative to the configuration. */
const FILES: Shape = {
  anyOf: [TEXT, { type: 'array', items: TEXT, minItems: 1 }],
  expected: 'a file, or a list of files',
  examples: [['articles/a.md']],
};

/** One code of a set of problems, or a list of them. */
function listCodes(codes: readonly string[]) {
  const code: Shape = { enum: codes, expected: `one of ${codes.join(', ')}` };
  return {
    anyOf: [code, { type: 'array', items: code, uniqueItems: true }],
    expected: `${code.expected}, or a list of them`,
  } as const satisfies Shape;
}

/** Changes of what subscribers have that are meant. */
export const ALLOW = {
  anyOf: [
    ...listCodes(ALLOWABLE).anyOf,
    {
      type: 'object',
      properties: Object.fromEntries(ALLOWABLE.map((code) => [code, FILES])),
      additionalProperties: false,
    },
  ],
  expected: `${listCodes(ALLOWABLE).expected}, or { published-date-changed: [articles/a.md] }`,
  description: 'Changes to accept, by problem code: everywhere, or only in the files that you list.',
  default: [],
  examples: [['published-date-changed'], { 'published-date-changed': ['articles/a.md'] }],
} as const satisfies Shape;

/** Warnings that are known. */
export const QUIET = {
  ...listCodes(QUIETABLE),
  description: 'Warnings to hide, by problem code.',
  default: [],
  examples: [['replaced-content', 'left-out']],
} as const satisfies Shape;

/** How much a build may add below what is published. */
export const FLOOD = {
  type: 'integer',
  minimum: 0,
  maximum: 1000,
  expected: 'a whole number from 0 to 1000',
  description:
    'How many articles older than the newest published one may appear as new at once. If there are more, the build stops.',
  default: 5,
  examples: [5],
} as const satisfies Shape;
