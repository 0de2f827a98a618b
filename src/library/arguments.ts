import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

/** What an option takes, as a check and in words. */
export interface Expected {
  readonly is: (value: unknown) => boolean;
  readonly words: string;
  readonly isRequired?: boolean;
}

export const TEXT: Expected = { is: (value) => typeof value === 'string', words: 'a string' };
export const ABSOLUTE_URL: Expected = {
  is: (value) => typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value),
  words: 'an absolute http or https URL',
};
/** The years that feeds can write, 0 to 9999. */
const [EARLIEST, LATEST] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];
export const TIME: Expected = {
  is: (value) => typeof value === 'number' && value >= EARLIEST && value <= LATEST,
  words: 'a time in ms since 1970',
};
export const YES_NO: Expected = { is: (value) => typeof value === 'boolean', words: 'true or false' };
export const FUNCTION: Expected = { is: (value) => typeof value === 'function', words: 'a function' };
export const DOCUMENT: Expected = {
  is: (value) => typeof value === 'string' || value instanceof Uint8Array,
  words: 'the text of a document or its bytes',
};

export const required = (expected: Expected): Expected => ({ ...expected, isRequired: true });

/** One of several words. */
export function oneOf(words: readonly string[]): Expected {
  const is = (value: unknown) => typeof value === 'string' && words.includes(value);
  return { is, words: words.map((word) => `"${word}"`).join(', ') };
}

/**
 * Holds the options of a call against what they may be.
 * @param where whose they are, as problems name it
 * @returns a problem for each wrong, missing or unknown one
 */
export function checkArguments(
  where: string,
  given: unknown,
  table: Readonly<Record<string, Expected>>,
): readonly Problem[] {
  const place = { file: where };
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return [problem('bad-argument', place, { name: 'options', value: given, expected: 'an object' })];
  const values = given as Readonly<Record<string, unknown>>;
  const known = Object.keys(table).join(', ');
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(table, name));
  const wrong = Object.entries(table).filter(([name, { is, isRequired = false }]) =>
    values[name] === undefined ? isRequired : !is(values[name]),
  );
  return [
    ...wrong.map(([name, { words }]) =>
      problem('bad-argument', place, { name, value: values[name], expected: words }),
    ),
    ...unknown.map((name) => problem('unknown-argument', place, { name, known })),
  ];
}

/**
 * Holds the arguments of a call with options against what they may be.
 * @param table what stands in `own`, by name, and the options
 */
export function checkCall(
  where: string,
  own: Readonly<Record<string, unknown>>,
  options: unknown,
  table: Readonly<Record<string, Expected>>,
): readonly Problem[] {
  const isNone = options === null || typeof options !== 'object' || Array.isArray(options);
  return isNone && options !== undefined
    ? checkArguments(where, options, table)
    : checkArguments(where, { ...options, ...own }, table);
}
