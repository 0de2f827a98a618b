import { EARLIEST, LATEST } from '../formats/dates.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isMapping } from '../text/data.ts';

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
/** In the years that feeds can write, 0 to 9999. */
export const TIME: Expected = {
  is: (value) => typeof value === 'number' && value >= EARLIEST && value <= LATEST,
  words: 'a time in ms since 1970',
};
export const YES_NO: Expected = { is: (value) => typeof value === 'boolean', words: 'true or false' };
export const FUNCTION: Expected = { is: (value) => typeof value === 'function', words: 'a function' };
export const RECORD: Expected = { is: isMapping, words: 'an object' };
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
  if (!isMapping(given))
    return [problem('bad-argument', place, { name: 'options', value: given, expected: 'an object' })];
  const known = Object.keys(table).join(', ');
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(table, name));
  const wrong = Object.entries(table).filter(([name, { is, isRequired = false }]) =>
    given[name] === undefined ? isRequired : !is(given[name]),
  );
  return [
    ...wrong.map(([name, { words }]) =>
      problem('bad-argument', place, { name, value: given[name], expected: words }),
    ),
    ...unknown.map((name) => problem('unknown-argument', place, { name, known })),
  ];
}

/**
 * Holds the arguments of a call with options against what they may be.
 * @param table what is in `own`, by name, and the options
 */
export function checkCall(
  where: string,
  own: Readonly<Record<string, unknown>>,
  options: unknown,
  table: Readonly<Record<string, Expected>>,
): readonly Problem[] {
  const given = options === undefined || isMapping(options) ? { ...options, ...own } : options;
  return checkArguments(where, given, table);
}
