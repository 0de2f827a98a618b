/** Letters that Hexo writes as others, beyond those with marks that Unicode takes off (hexo-util, escapeDiacritic). */
const SPELLED: Readonly<Record<string, string>> = spell(
  'AE:ÆǢǼ ae:æǣǽ OE:Œ oe:œ OI:Ƣ oi:ƣ OU:Ȣ ou:ȣ hv:ƕ A:Ⱥ B:ƁƂɃ b:ƀƃɓ C:ƇȻ c:ƈȼ D:ĐƉƊƋ d:đƌɖɗ E:ƎƐ e:ǝɇɛ F:Ƒ f:ƒ G:ƓǤ g:ǥɠ ' +
    'H:Ħ h:ħ I:Ɨ i:ı J:Ɉ j:ɉ K:Ƙ k:ƙ L:ĿŁȽ l:ŀłſƚ M:Ɯ N:ƝȠ n:ŉƞɲ O:ØƆƟǾ o:øǿɔ P:Ƥ p:ƥ Q:Ɋ q:ɋ R:Ɍ r:ɍ S:ẞ s:ßȿ ' +
    'T:ŦƬƮȾ t:ŧƭ U:Ʉ V:ƲɅ v:ʋ Y:ƳɎ y:ƴɏ Z:ƵȤ z:ƶȥɀ',
);

function spell(pairs: string): Record<string, string> {
  const entries = pairs.split(' ').flatMap((pair) => {
    const [plain = '', letters = ''] = pair.split(':');
    return Array.from(letters, (letter) => [letter, plain] as const);
  });
  return Object.fromEntries(entries);
}

/** Latin letters beyond ASCII, also as wide as a character of Chinese, in a circle, or two in one. */
const LATIN = /[\u00c0-\u024f\u0253-\u0272\u028b\u1e00-\u1eff\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]/g;

/**
 * Signs and spaces become hyphens; letters stay in their case, and Latin ones lose their marks (hexo-util, slugize). In other scripts
 * marks stay: without them `が` and `й` are other letters.
 */
export function toHexoSlug(text: string): string {
  return text
    .replace(LATIN, (letter) => SPELLED[letter] ?? letter.normalize('NFKD').replace(/\p{Mn}/gu, ''))
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '');
}
