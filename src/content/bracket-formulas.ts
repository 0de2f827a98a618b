import { findCode } from './code.ts';
import { followHtmlBlocks, quoteInHtml } from './code-in-html.ts';
import { followRanges } from './code-range.ts';
import type { Dialect } from './dialects.ts';

/** `\(x\)` and `\[x\]`, which MathJax and KaTeX read, with one backslash or, for Markdown to leave one, with two. */
const BRACKETS = /(?<!\\)\\\\?[()[\]]/g;
/** `\\\\[2pt]`: the end of a row with space below it. */
const SPACED_ROW = /^\\\\\[-?[\d.]/;
const CLOSINGS: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
/** `\begin{align}`, which MathJax reads without other signs. */
const ENVIRONMENT = /^\\begin\{((?:equation|align|gather|multline|eqnarray|alignat|flalign)\*?)\}/gm;
/** Nothing that people write as one formula is longer. */
const LONGEST = 3000;
/** What tells a formula from words in brackets: a command of TeX, or a sign of it. */
const TEX = /\\[a-zA-Z]{2}|[\^_=]/;
/** Beside other formulas: a name, a number, a comparison. */
const SHORT = /^\s*[a-zA-Z\d]\s*$|[<>+]|^\s*[a-zA-Z]\(/;
const SENTENCE = /\b[a-z]{3,}\s+[a-z]{3,}\s+[a-z]{3,}\b/i;
/** What no formula holds, but words in brackets do. */
const PROSE = /`|\$|:\/\/|\]\(|\n[ \t>]*\n/;

/**
 * Formulas between brackets with backslashes as code, so that no sign in them is taken for Markdown. With one backslash they are
 * formulas where the tool hands them through, or no tool is known: to others they are brackets.
 */
export function quoteBracketFormulas(text: string, { bracketFormulas }: Dialect): string {
  if (!/\\[([]|\\begin\{/.test(text)) return text;
  const isCode = followRanges(findCode(text, true));
  const found = findBracketed(text, bracketFormulas).filter(({ start }) => !isCode(start));
  const isMathematical = found.some(({ tex, isSure }) => isSure || isFormula(tex));
  const isInHtml = followHtmlBlocks(text);
  let written = '';
  let position = 0;
  for (const each of found) {
    const { start, end, tex, isSure } = each;
    if (start < position || !(isSure || isFormula(tex) || (isMathematical && SHORT.test(tex)))) continue;
    written += text.slice(position, start) + (isInHtml(start) ? quoteInHtml(tex) : writeCode(text, each));
    position = end;
  }
  return written + text.slice(position);
}

function isFormula(tex: string): boolean {
  return TEX.test(tex) && !SENTENCE.test(tex);
}

interface Bracketed {
  readonly start: number;
  readonly end: number;
  readonly tex: string;
  readonly isDisplay: boolean;
  /** The tool says so, whatever it holds. */
  readonly isSure: boolean;
}

/** Brackets up to the next ones that close them: one opening inside another makes text of the first. */
function findBracketed(text: string, reading: Dialect['bracketFormulas']): Bracketed[] {
  const environments = reading === 'guessed' ? [...text.matchAll(ENVIRONMENT)] : [];
  const found = environments.flatMap(({ index, 1: name = '' }) => readEnvironment(text, index, name) ?? []);
  let opening: RegExpExecArray | undefined;
  for (const match of text.matchAll(BRACKETS)) {
    const bracket = match[0].at(-1) ?? '';
    if (bracket in CLOSINGS)
      opening = SPACED_ROW.test(text.slice(match.index, match.index + 5)) ? opening : match;
    else if (
      opening !== undefined &&
      match[0] === opening[0].slice(0, -1) + CLOSINGS[opening[0].at(-1) ?? '']
    ) {
      found.push(...readBrackets(text, opening[0], opening.index, match.index, reading));
      opening = undefined;
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function readEnvironment(text: string, start: number, name: string): Bracketed | undefined {
  const mark = `\\end{${name}}`;
  const near = text.slice(start, start + LONGEST);
  const close = near.indexOf(mark);
  if (close < 0) return undefined;
  const tex = near.slice(0, close + mark.length);
  return PROSE.test(tex) ? undefined : { start, end: start + tex.length, tex, isDisplay: true, isSure: true };
}

function readBrackets(
  text: string,
  opening: string,
  start: number,
  close: number,
  reading: Dialect['bracketFormulas'],
): readonly Bracketed[] {
  const isDoubled = opening.length === 3;
  if (!isDoubled && (reading === 'text' || (reading === 'guessed' && /[\]\w]/.test(text[start - 1] ?? ' '))))
    return [];
  const inner = text.slice(start + opening.length, close);
  if (inner.length > LONGEST || inner.trim() === '' || PROSE.test(inner)) return [];
  // The bars of a table divide a row before all else.
  if (inner.includes('|') && /^[ \t]*\|/.test(readLineStart(text, start))) return [];
  // Where Markdown leaves one backslash of two, it does so in the formula as well.
  const tex = isDoubled ? inner.replace(/\\([!-/:-@[-`{-~])/g, '$1') : inner;
  const isSure = !isDoubled && reading === 'all';
  return [{ start, end: close + opening.length, tex, isDisplay: opening.endsWith('['), isSure }];
}

function readLineStart(text: string, position: number): string {
  return text.slice(text.lastIndexOf('\n', position - 1) + 1, position);
}

/** A formula on lines of its own is a block of code, any other a part of its paragraph. */
function writeCode(text: string, { start, end, tex, isDisplay }: Bracketed): string {
  const before = readLineStart(text, start);
  const isAlone = /^ {0,3}$/.test(before) && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 80));
  if (isDisplay && isAlone && tex.includes('\n'))
    return `\`\`\`math\n${before}${tex.replace(/^[ \t]*\n|\n[ \t]*$/g, '')}\n${before}\`\`\``;
  return `\`\` ${tex.replace(/\s*\n[ \t>]*/g, ' ').trim()} \`\``;
}
