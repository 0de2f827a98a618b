/** Anything but tab, newline and the visible characters that XML 1.0 §2.2 allows; halves of pairs count too. */
const SUSPICIOUS = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]/;
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;

/** What feeds can carry of a text (R20). */
export function makeLegal(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(FORBIDDEN, '') : text;
}

/** Whether feeds can carry each character of a text. */
export function isLegal(text: string): boolean {
  return !SUSPICIOUS.test(text) || text.search(FORBIDDEN) < 0;
}

/** The name of the first character that feeds can't carry, such as `U+000B`. */
export function nameIllegal(text: string): string {
  return nameCharacter(text, Math.max(0, text.search(FORBIDDEN)));
}

/** The name of the character at an offset, such as `U+000B`. */
export function nameCharacter(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
