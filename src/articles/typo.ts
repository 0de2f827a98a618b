import { findNearest } from '../problems/nearest.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Fact, factOf, findFact } from './names-of-facts.ts';
import { toBoolean, toText } from './values.ts';

/** An unknown key of the front matter, and the one that was probably meant. */
export interface Typo {
  readonly key: string;
  readonly nearest: string;
}

const isText = (value: unknown) => toText(value) !== undefined && toBoolean(value) === undefined;
const isWords = (value: unknown) => isText(value) || (Array.isArray(value) && value.every(isText));
const isDate = (value: unknown) => /^\d{4}-\d\d/.test(toText(value) ?? '');
const isSwitch = (value: unknown) => toBoolean(value) !== undefined;

/**
 * The names that most people write, with their fact and what its value looks like. Rare names are near to too many words that
 * themes use: `math` is no `path`.
 */
const WRITTEN: ReadonlyMap<string, readonly [Fact | 'draft', (value: unknown) => boolean]> = new Map([
  ['draft', ['draft', isSwitch]],
  ['title', ['title', isText]],
  ['date', ['published', isDate]],
  ['published', ['published', isDate]],
  ['updated', ['updated', isDate]],
  ['lastmod', ['updated', isDate]],
  ['tags', ['tags', isWords]],
  ['category', ['categories', isWords]],
  ['categories', ['categories', isWords]],
  ['keywords', ['keywords', isWords]],
  ['author', ['authors', isWords]],
  ['authors', ['authors', isWords]],
  ['description', ['summary', isText]],
  ['summary', ['summary', isText]],
  ['excerpt', ['summary', isText]],
  ['image', ['image', isText]],
  ['permalink', ['url', isText]],
  ['aliases', ['aliases', isWords]],
  ['language', ['language', isText]],
]);

/** Words of their own that differ in one letter from one of the names. */
const OTHER_WORDS = /^(?:data|tabs|taps|rags|bags|titles|tiles|images|late|rate|gate)$/i;

/** Articles have the same few keys: what each is near to is worked out once. */
const nearest = new Map<string, string | undefined>();

/** The keys that differ in one letter from the name of something that the article does not have. */
export function findTypos(data: FrontMatter): readonly Typo[] {
  return Object.keys(data).flatMap((key) => {
    if (!nearest.has(key)) nearest.set(key, nearestOf(key));
    const name = nearest.get(key);
    const [fact, fits] = (name === undefined ? undefined : WRITTEN.get(name)) ?? [];
    if (name === undefined || fact === undefined || fits?.(data[key]) !== true) return [];
    const isThere = fact === 'draft' ? Object.hasOwn(data, 'draft') : findFact(data, fact) !== undefined;
    return isThere ? [] : [{ key, nearest: name }];
  });
}

function nearestOf(key: string): string | undefined {
  if (factOf(key) !== undefined || OTHER_WORDS.test(key)) return undefined;
  // Of three letters, too many words are near to a name; a value that is a date makes sure.
  return findNearest(key.toLowerCase(), key.length < 4 ? ['date'] : [...WRITTEN.keys()], 1);
}
