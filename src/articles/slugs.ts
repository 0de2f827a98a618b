import type { SlugRule } from '../model/index.ts';

/**
 * Hugo keeps letters, digits and some signs; white space becomes one hyphen where no hyphen is written (helpers/path.go,
 * UnicodeSanitize).
 */
export function toHugoPath(text: string, rules: readonly SlugRule[] = []): string {
  const plain = rules.includes('no-accents') ? dropAccents(text) : text;
  const cased = rules.includes('keep-case') ? plain : plain.toLowerCase();
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

/** Astro makes ids with github-slugger: punctuation is dropped. */
export function toAstroSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Jekyll's `:title`: letters, digits and the signs of a URL stay, in their case (Utils.slugify, mode "pretty"). */
export function toJekyllTitle(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

/** Jekyll's `:slug`: letters and digits in lower case (Utils.slugify, mode "default"). */
export function toJekyllSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
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

function dropAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
