import { findCode } from './code.ts';
import { followHtmlBlocks, quoteInHtml } from './code-in-html.ts';
import { type CodeRange, followRanges } from './code-range.ts';
import type { Dialect } from './dialects.ts';
import { EXTENSIONS } from './parser-form.ts';

/** TeX between single signs: no blank inside the signs, and something that only a formula has. */
const INLINE = /(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]*[\\^_{=<>+])[^$\n]*(?<=[^\s\\])\$(?![\d$])/;
/** `$5 and $6`: where money is written, a single sign is not a formula. `$1$` is a number between signs. */
const MONEY =
  /(?<![\\$\w])\$\d[\d,.]{0,20}(?!\$)(?=[\s,.;:!?)]|[kKmM]?\b)(?!(?=[^$\n]*[\\^_{=<>+])[^$\n]*(?<=\S)\$(?![\w$]))/;
/** Letters of Chinese, Japanese and Korean: in a formula they stand in braces or beside a command of TeX. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const DISPLAY = /\$\$[\s\S]+?\$\$/;
/** The same where it is no part of a word, such as `a$$proxy$$b`: Kramdown alone reads a formula there. */
const APART = /(?<![\w$\\])\$\$[\s\S]+?\$\$(?![\w$])/;

/**
 * The extensions for one text: those of its dialect, and mathematics where the text has some. No tool may take the signs of a
 * formula for Markdown: `$a_1 * b_1$` is not soft. Kramdown reads `$$` alone, for others the text decides about `$`.
 */
export function extensionsFor(text: string, { extensions, kramdown }: Dialect): number {
  if (!text.includes('$')) return extensions;
  if (!kramdown && hasFormula(text) && !hasMoney(text)) return extensions | EXTENSIONS.math;
  return (kramdown ? DISPLAY : APART).test(text) ? extensions | EXTENSIONS.displayMath : extensions;
}

/**
 * Formulas between single signs as code, where money in the same text keeps the parser from reading such signs: what only a formula
 * has is no price.
 */
export function quoteBesideMoney(text: string, { kramdown }: Dialect): string {
  if (kramdown || !text.includes('$') || !INLINE.test(text) || !hasMoney(text)) return text;
  const isCode = followRanges(findCode(text, true));
  const isInHtml = followHtmlBlocks(text);
  return text.replace(new RegExp(INLINE.source, 'g'), (formula, index: number) => {
    if (!isFormula(formula, text[index + formula.length])) return formula;
    const tex = formula.slice(1, -1);
    if (isCode(index) || tex.includes('`') || /^\d[\d,.]*\s/.test(tex)) return formula;
    return isInHtml(index) ? quoteInHtml(tex) : `\`\`${tex}\`\``;
  });
}

function hasFormula(text: string): boolean {
  if (!INLINE.test(text)) return false;
  for (const { 0: formula, index } of text.matchAll(new RegExp(INLINE, 'g')))
    if (isFormula(formula, text[index + formula.length])) return true;
  return false;
}

/** Two variables of a shell or a template are none: `$(uname -s)-$(uname -m)`, `${a} and ${b}`; nor are sentences between two signs. */
function isFormula(formula: string, next: string | undefined): boolean {
  const inner = formula.slice(1, -1);
  if (/^[({]/.test(inner) && inner[0] === next) return false;
  return inner.includes('\\') || !IDEOGRAPH.test(inner.replace(/\{[^{}]*\}/g, ''));
}

/** `$1` in code is a parameter. */
function hasMoney(text: string): boolean {
  if (!MONEY.test(text)) return false;
  const code = findCode(text, true);
  const prose = code.map(({ start }, i) => text.slice(code[i - 1]?.end ?? 0, start));
  return MONEY.test([...prose, text.slice(code.at(-1)?.end ?? 0)].join('`'));
}

/**
 * Where the formulas of a text are, in order, as its tool reads them: braces in them are not templates and no JSX.
 * @param code what is code already; no formula begins in it
 */
export function findFormulas(text: string, dialect: Dialect, code: readonly CodeRange[]): CodeRange[] {
  const extensions = text.includes('$') ? extensionsFor(text, dialect) : 0;
  if ((extensions & (EXTENSIONS.math | EXTENSIONS.displayMath)) === 0) return [];
  const pattern =
    (extensions & EXTENSIONS.math) === 0 ? DISPLAY.source : `${DISPLAY.source}|${INLINE.source}`;
  const found: CodeRange[] = [];
  let next = 0;
  for (const { 0: formula, index } of text.matchAll(new RegExp(pattern, 'g'))) {
    const end = index + formula.length;
    if (!formula.startsWith('$$') && !isFormula(formula, text[end])) continue;
    while ((code[next]?.end ?? end) <= index) next++;
    if ((code[next]?.start ?? end) >= end) found.push({ start: index, end });
  }
  return found;
}

/** A line of HTML right before: in its block (CommonMark §4.6) the first signs would be text, and the last ones would begin a formula. */
const BEHIND_HTML = /<[^<>\n]*>[ \t]*\n[ \t>]*$/;

/**
 * Puts the signs of a formula of several lines on lines of their own, where it begins one: the parser takes what comes after the
 * first signs for no part of it, and looks for the last ones at the beginning of a line.
 */
export function separateFormulas(text: string, dialect: Dialect): string {
  if (!text.includes('$$')) return text;
  let written = '';
  let position = 0;
  for (const { start, end } of findFormulas(text, dialect, findCode(text, true))) {
    const formula = text.slice(start, end);
    if (!formula.startsWith('$$') || !formula.includes('\n')) continue;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (!/^[ \t>]*$/.test(before)) continue;
    const inner = formula.slice(2, -2).replace(/^[ \t]*\n|\n[ \t>]*$/g, '');
    const after = text.slice(end, end + 80);
    const gap = BEHIND_HTML.test(text.slice(Math.max(0, start - 400), start)) ? `\n${before}` : '';
    const rest = /^[ \t]*(?:\n(?![ \t]*<)|$)/.test(after) ? '' : `\n${before}`;
    written += `${text.slice(position, start)}${gap}$$\n${before}${inner}\n${before}$$${rest}`;
    position = end;
  }
  return written + text.slice(position);
}
