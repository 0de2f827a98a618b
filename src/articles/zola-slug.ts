import { createRequire } from 'node:module';
import type { SlugRule } from '../model/index.ts';

const require = createRequire(import.meta.url);
/** Where Zola's table differs from the one that it grew out of, in letters that names have. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['么', 'me '],
  ['ー', ''],
  ['ゕ', 'ka'],
  ['ゖ', 'ke'],
]);

let unidecode: ((letter: string) => string) | undefined;

/** Zola spells all letters with those of ASCII (the crates slug and deunicode), unless `slugify.paths` is `safe` or `off`. */
export function toZolaSlug(text: string, rules: readonly SlugRule[] = []): string {
  if (rules.includes('off')) return text;
  if (rules.includes('safe')) return text.replace(/[ .]+$/, '').replace(/[<>:"/\\|?*]/g, '');
  const plain = /[^\0-\x7F]/.test(text) ? spell(text) : text;
  return plain
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What no one can spell is a hyphen, but for accents on their own, which vanish. The table is loaded when first needed. */
function spell(text: string): string {
  return text.replace(/[^\0-\x7F]/gu, (letter) => OWN.get(letter) ?? (lookUp(letter) || unspelt(letter)));
}

function lookUp(letter: string): string {
  unidecode ??= require('unidecode') as (letter: string) => string;
  return unidecode(letter).replace(/^\[\?\] ?/, '');
}

function unspelt(letter: string): string {
  return /\p{M}/u.test(letter) ? '' : '-';
}
