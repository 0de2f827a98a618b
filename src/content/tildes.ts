import { findCode } from './code.ts';
import { followRanges } from './code-range.ts';
import type { Dialect } from './dialects.ts';
import { findFormulas } from './mathematics.ts';

/** A tag, a URL, or a single tilde. */
const SINGLE = /<[^<>\n]*>|(?:https?:\/\/|www\.)[^\s<>]*|(?<![~\\])~(?!~)/gi;
const TILDE = /(?<!~)~(?!~)/g;
const IN_WORD = /[\p{L}\p{N}]~[\p{L}\p{N}]/u;

/** In HTML, a backslash would be text; but the parser's time grows with the square of the character references in a text. */
const MOST_REFERENCES = 1000;

/**
 * Keeps single tildes where the tool strikes nothing through with them: "5~10 days, 3~4 times". The parser always takes two of them
 * for marks.
 */
export function keepTildes(text: string, dialect: Dialect): string {
  const { singleTilde } = dialect;
  const count = text.match(TILDE)?.length ?? 0;
  if (singleTilde === 'strikes' || count < 2) return text;
  const kept = count > MOST_REFERENCES ? '\\~' : '&#126;';
  const code = findCode(text, true);
  const isCode = followRanges(code);
  const isFormula = followRanges(findFormulas(text, dialect, code));
  return text.replace(SINGLE, (found: string, index: number) => {
    if (found !== '~' || isCode(index) || isFormula(index)) return found;
    const isKept = singleTilde === 'text' || IN_WORD.test(text.slice(index - 1, index + 2));
    return isKept ? kept : found;
  });
}
