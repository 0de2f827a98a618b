/** The longest slug: file names hold 255 bytes, and a letter has up to 4. */
const LONGEST = 60;

/** Names that Windows has for devices: a checkout with such a folder fails there. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

/**
 * The name of a group in paths and URLs: its letters and digits of any script in lower case, everything else one `-`.
 * The same everywhere: `Crème brûlée` is `crème-brûlée`, `C++` is `cplusplus`, `C#` is `csharp`. Never empty.
 */
export function makeSlug(label: string): string {
  const words = fold(label)
    .replace(/(?<=[\p{L}\p{N}])\++(?![\p{L}\p{N}])/gu, (signs) => 'plus'.repeat(signs.length))
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, 'sharp')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-/, '');
  const slug = [...words].slice(0, LONGEST).join('').replace(/-$/, '');
  if (slug === '') return spellOut(fold(label));
  return RESERVED.test(slug) ? `${slug}-` : slug;
}

/** What two spellings of one word have in common: `News` and `news` are one tag. */
export function fold(label: string): string {
  return label.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The code points of a label without letters: `🎉` is `u1f389`. */
function spellOut(label: string): string {
  const points = [...label]
    .slice(0, LONGEST / 6)
    .map((character) => (character.codePointAt(0) ?? 0).toString(16));
  return `u${points.join('-')}`;
}
