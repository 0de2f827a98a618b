import { isDate, isMapping } from '../text/data.ts';
import { type Owner, refuse, show, warn } from './check.ts';

/**
 * What a value of an option or item may be. A program without types gives anything, so a kind takes the value or refuses it.
 * @returns undefined for a value that is missing or was refused
 * @throws Error that names the owner and the field when no one listens
 */
export type Kind = (value: unknown, owner: Owner, field: string) => unknown;

/** As it is: looked at where it is written. */
export const anything: Kind = (value) => value ?? undefined;

/** Text, or what says itself as text: a number, a URL, the ID of a database. `false` is missing, as in `cover && cover.url`. */
export const text: Kind = (value, owner, field) => {
  if (typeof value === 'string') return value;
  return isMissing(value) ? undefined : (sayText(value) ?? mistake('text', value, owner, field));
};

/** A finite number. */
export const number: Kind = (value, owner, field) => {
  if (isMissing(value) || value === '') return undefined;
  const taken = toNumber(value);
  return Number.isFinite(taken) ? taken : mistake('a number', value, owner, field);
};

/** A whole number from `first` on. */
export function whole(first: 0 | 1): Kind {
  return (value, owner, field) => {
    if (isMissing(value) || value === '') return undefined;
    const taken = toNumber(value);
    const isWhole = Number.isSafeInteger(taken) && taken >= first;
    return isWhole ? taken : mistake(`a whole number from ${first} on`, value, owner, field);
  };
}

/** A number that is known or not, such as the size of a file: what is none is left out with a warning. */
export const size: Kind = (value, owner, field) => {
  if (isMissing(value) || value === '') return undefined;
  const taken = toNumber(value);
  if (Number.isFinite(taken) && taken >= 0) return taken;
  warn(owner, field, `is not a number but ${nameValue(value)}`);
  return undefined;
};

/** Yes or no, also in the words of podcasts. */
export const flag: Kind = (value, owner, field) => {
  if (value === undefined || value === null || value === '') return undefined;
  if (value === true || value === 'true' || value === 'yes') return true;
  if (value === false || value === 'false' || value === 'no' || value === 'clean') return false;
  return mistake('true or false', value, owner, field);
};

/**
 * Text of a certain form.
 * @param expected such as `a UUID`, for messages
 */
export function formed(expected: string, form: RegExp): Kind {
  return (value, owner, field) => {
    const taken = text(value, owner, field);
    if (taken === undefined || taken === '' || form.test(String(taken))) return taken || undefined;
    return mistake(expected, value, owner, field);
  };
}

export function oneOf(...words: readonly string[]): Kind {
  const expected = words.map((word) => `"${word}"`).join(' or ');
  return (value, owner, field) => {
    if (isMissing(value) || value === '') return undefined;
    return words.includes(value as string) ? value : mistake(expected, value, owner, field);
  };
}

/** Several values, each of one kind. One value alone is a list of one, and a set is a list. */
export function list(kind: Kind): Kind {
  return (value, owner, field) => {
    if (isMissing(value) || value === '') return undefined;
    const all = Array.isArray(value) ? value : isIterable(value) ? [...value] : [value];
    return all.map((each) => kind(each, owner, field)).filter((each) => each !== undefined);
  };
}

/**
 * An object with these fields; others are not looked at.
 * @param needs fields without which it says nothing
 */
export function record(fields: Readonly<Record<string, Kind>>, ...needs: readonly string[]): Kind {
  const kinds = Object.entries(fields);
  return (value, owner, field) => {
    if (isMissing(value) || value === '') return undefined;
    if (!isRecord(value)) return mistake('an object', value, owner, field);
    const taken: Record<string, unknown> = {};
    for (const [key, kind] of kinds) {
      const given = value[key];
      if (given === undefined) continue;
      const each = kind(given, owner, field === '' ? key : `${field}.${key}`);
      if (each !== undefined) taken[key] = each;
    }
    const lacks = needs.find((key) => taken[key] === undefined);
    return lacks === undefined ? taken : refuse(owner, field, `has no "${lacks}"`);
  };
}

/** An object, or only the text of one of its fields. */
export function orText(key: string, whole: Kind): Kind {
  return (value, owner, field) => {
    if (value === '') return undefined;
    const said = Array.isArray(value) ? undefined : isPlain(value) ? undefined : sayText(value);
    return whole(said === undefined ? value : { [key]: said }, owner, field);
  };
}

/** An object with any keys, and text for each. */
export const dictionary: Kind = (value, owner, field) => {
  if (isMissing(value)) return undefined;
  if (!isRecord(value)) return mistake('an object', value, owner, field);
  const entries = Object.entries(value).map(([key, each]) => [key, text(each, owner, `${field}.${key}`)]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined && each !== ''));
};

function mistake(expected: string, value: unknown, owner: Owner, field: string): undefined {
  return refuse(owner, field, `is not ${expected} but ${nameValue(value)}`);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === false;
}

/** An object that has fields: no list, and no promise that was not awaited. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isMapping(value) && !isPromise(value);
}

/** An object of no class, which has no text of its own. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function toNumber(value: unknown): number {
  return ['number', 'bigint', 'string'].includes(typeof value) ? Number(value) : Number.NaN;
}

/** What says itself as text, other than by the name of its class. */
export function sayText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  const hasNone =
    Array.isArray(value) || value instanceof Error || ArrayBuffer.isView(value) || isDate(value);
  if (typeof value !== 'object' || value === null || hasNone) return undefined;
  try {
    const said = String(value);
    return said.startsWith('[object ') ? undefined : said;
  } catch {
    return undefined;
  }
}

/** What a value is, for messages: `an object`, `a promise, which must be awaited`, `NaN`. */
export function nameValue(value: unknown): string {
  if (typeof value === 'string') return show(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isPromise(value)) return 'a promise, which must be awaited';
  if (Array.isArray(value)) return 'a list';
  return isDate(value) ? 'a date' : 'an object';
}
