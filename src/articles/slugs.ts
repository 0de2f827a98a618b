import type { SlugRule } from '../model/index.ts';

/**
 * Hugo keeps letters, digits and some signs; white space becomes one hyphen where no hyphen is written (helpers/path.go,
 * UnicodeSanitize).
 */
export function toHugoPath(text: string, rules: readonly SlugRule[] = []): string {
  const plain = rules.includes('no-accents') ? dropAccents(text) : text;
  const cased = rules.includes('keep-case') ? plain : lowerEach(plain);
  let path = '';
  let isSpaced = false;
  for (const [char] of cased.matchAll(/[\s\p{L}\p{Nd}\p{M}./\\_#+~@-]|%[\da-fA-F]{2}/gu)) {
    const isSpace = /\s/.test(char);
    if (isSpace) isSpaced = path !== '' && !path.endsWith('-');
    else {
      path += isSpaced && char !== '-' ? `-${char}` : char;
      isSpaced = false;
    }
  }
  return path;
}

/** Astro makes ids with github-slugger: punctuation is dropped, and numbers that are no digits, such as `²` and `½`. */
export function toAstroSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Jekyll's `:title`: letters, digits and the signs of a URL stay, in their case (Utils.slugify, mode "pretty"). */
export function toJekyllTitle(text: string): string {
  return text.replace(/[^\p{L}\p{Nd}\p{M}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

/** Jekyll's `:slug`: letters and digits in lower case (Utils.slugify, mode "default"); Ruby knows no other `Σ` at the end of a word. */
export function toJekyllSlug(text: string): string {
  return text
    .replaceAll('Σ', 'σ')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Eleventy's `slugify` (@sindresorhus/slugify) for Latin letters.
 * @returns undefined for other letters, which it has a table for
 */
export function toEleventySlug(text: string): string | undefined {
  const spelled = text
    .replace(/[äöüÄÖÜ]/g, (letter) => `${dropAccents(letter)}e`)
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ');
  const plain = dropAccents(spelled).replace(/([a-zA-Z\d]+)'([ts])(?=\s|$)/g, '$1$2');
  if (/(?![A-Za-z])\p{L}/u.test(plain)) return undefined;
  return plain
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What most programs make of a title: signs and spaces become hyphens, and letters lose their marks. */
export function toPlainSlug(text: string): string {
  return dropAccents(text)
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** What the package slugify spells out, and punctuation that it writes plainly. */
const SPELLED: Readonly<Record<string, string>> = {
  '&': 'and',
  '%': 'percent',
  $: 'dollar',
  '<': 'less',
  '>': 'greater',
  '|': 'or',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2026': '...',
  '\u2014': '',
  '\u2013': '-',
};

/**
 * Eleventy's older filter `slug` (slugify 1.6), which leaves most signs in.
 * @returns undefined for letters beyond those of Western Europe, which it has a table for
 */
export function toOldEleventySlug(text: string): string | undefined {
  const plain = text
    .normalize('NFC')
    .replace(/[À-ÿ]/g, (letter) => (letter in SPELLED ? letter : dropAccents(letter)))
    .replace(/[&%$<>|ßæÆøØ\u2013\u2014\u2018\u2019\u201c\u201d\u2026]/g, (sign) => SPELLED[sign] ?? '');
  if (/[^\0-~]/.test(plain)) return undefined;
  return plain
    .replaceAll('-', ' ')
    .replace(/[^\w\s$*+~.()'"!:@]+/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase();
}

/** Lower case of each letter by itself, as Go has it: `İ` has no dot above then, and a `Σ` at the end of a word is like any other. */
function lowerEach(text: string): string {
  return text.replaceAll('İ', 'i').replaceAll('Σ', 'σ').toLowerCase();
}

function dropAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
