import { findCode } from '../code.ts';
import { followRanges } from '../code-range.ts';
import { type Arguments, pickArgument, readArguments } from './arguments.ts';
import { findClosing, shortcodeEnd, tagEnd } from './closings.ts';
import type { Expander, Replacement } from './expander.ts';
import { quoteCode, writeCodeBlock } from './literal.ts';

/** Shortcodes and tags that hold a formula, which a script draws on the page. */
const NAMES: ReadonlySet<string> = new Set(
  'math mathjax katex latex tex equation displaymath inlinemath mathblock mathinline'.split(' '),
);
/** A text that is one formula with its signs. */
const SIGNED = /^(\$\$|\$|\\\\?\(|\\\\?\[)((?:(?!\$|\\[)\]])[\s\S])+)(?:\$\$|\$|\\\\?\)|\\\\?\])$/;

/** Reads `{{< math >}}a_1{{< /math >}}` and `{{< math "a_1" >}}` of Hugo. One that holds nothing loads the script, and shows nothing. */
export function readFormulaShortcode(
  expander: Expander,
  name: string,
  options: string,
  end: number,
): Replacement | undefined {
  return readFormula(expander, name, readArguments(options.replace(/\/$/, '')), end, {
    closing: shortcodeEnd(name),
    mark: '{{',
  });
}

/** The same for tags: `{% katex %}a_1{% endkatex %}`, and Zola's with brackets. */
export function readFormulaTag(
  expander: Expander,
  name: string,
  options: string,
  end: number,
): Replacement | undefined {
  const call = /^\(([\s\S]*)\)$/.exec(options)?.[1];
  const closing = tagEnd(name, call !== undefined);
  if (name === 'katexmm') return readMixed(expander, end, closing);
  return readFormula(expander, name, readArguments(call ?? options), end, { closing, mark: '{%' });
}

const DOLLARS = /(?<![\\$])\$(?![\s$])[^$\n]+\$(?!\$)/g;

/** `{% katexmm %}`: text in which one sign is enough around a formula. Kramdown asks for two. */
function readMixed(expander: Expander, from: number, closing: string): Replacement | undefined {
  const end = findClosing(expander, closing, from);
  if (end === undefined) return undefined;
  const inner = expander.text.slice(from, end);
  const text = inner.slice(0, inner.lastIndexOf('{%'));
  const isCode = followRanges(findCode(text, true));
  const doubled = text.replace(DOLLARS, (formula, index: number) =>
    isCode(index) ? formula : `$${formula}$`,
  );
  return { text: expander.expandInner(doubled), end };
}

/** The same for a call of Zola: `{{ katex(body="a_1") }}`. */
export function readFormulaCall(expander: Expander, name: string, args: Arguments): string | undefined {
  if (!isFormula(name)) return undefined;
  return writeFormula(expander, readFormulaArgument(args) ?? '');
}

function isFormula(name: string): boolean {
  return NAMES.has(name.toLowerCase().split('/')[0] ?? '');
}

function readFormula(
  expander: Expander,
  name: string,
  args: Arguments,
  from: number,
  { closing, mark }: { readonly closing: string; readonly mark: string },
): Replacement | undefined {
  if (!isFormula(name)) return undefined;
  const end = findClosing(expander, closing, from);
  if (end === undefined) return { text: writeFormula(expander, readFormulaArgument(args) ?? ''), end: from };
  const inner = expander.text.slice(from, end);
  const written = inner.slice(0, inner.lastIndexOf(mark));
  const formula = readSigned(written);
  if (formula === undefined) {
    // Text with formulas in it is read as any other.
    expander.openTags.push(name, '');
    return { text: '', end: from };
  }
  return { text: writeFormula(expander, formula), end };
}

/** What is between the signs of a formula, or all of it where it has none; undefined for text with formulas in it. */
function readSigned(written: string): string | undefined {
  const text = written.trim();
  const signed = SIGNED.exec(text);
  if (signed !== null) return signed[2];
  return /\$|\\[([]/.test(text) ? undefined : written;
}

/** A formula of one line stands in its sentence, a longer one on its own. */
function writeFormula(expander: Expander, tex: string): string {
  const text = tex.trim();
  if (text === '') return '';
  return /\n/.test(text) ? writeCodeBlock(expander, text, 'math', '') : quoteCode(expander, text);
}

/** The formula among the arguments of a shortcode or function. */
function readFormulaArgument(args: Arguments): string | undefined {
  return pickArgument(args, ['math', 'tex', 'latex', 'formula', 'expression', 'body', 'content'], 0);
}
