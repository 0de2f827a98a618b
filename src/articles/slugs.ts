/**
 * Hugo keeps letters, digits and some signs; white space becomes one hyphen where no hyphen is written (helpers/path.go,
 * UnicodeSanitize).
 */
export function toHugoPath(text: string): string {
  let path = '';
  let isSpaced = false;
  for (const [char] of text.toLowerCase().matchAll(/[\s\p{L}\p{Nd}\p{M}./\\_#+~@-]|%[\da-f]{2}/gu)) {
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

/** Zola writes Latin letters without accents; other letters stay. */
export function toZolaSlug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
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
