import { findCode } from '../code.ts';
import type { CodeRange } from '../code-range.ts';
import { findFormulas } from '../mathematics.ts';
import { findTagCode } from '../tagged-code.ts';
import { FILE_INCLUDES, type Grammar, grammarOf, IMPORTED_PARTS, TEMPLATES_FIRST } from './constructs.ts';
import { showEscapedCalls } from './escaped-calls.ts';
import {
  createExpander,
  type Expander,
  emit,
  type Finding,
  findNext,
  type Replacement,
  readIndent,
  sourceOffset,
  type TemplateContext,
} from './expander.ts';
import { note } from './findings.ts';
import { readPartLabel, writeTagTitle } from './hexo-parts.ts';
import { dropRawMarks, quoteCode, writeCodeBlock } from './literal.ts';
import { cleanShortcodes } from './shortcodes.ts';

export interface Expanded {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Replaces the template tags of all dialects by what they mean to a reader: a figure, a link, code, a quotation.
 * What means nothing is removed and counted. Code is touched only where the tool runs its templates before Markdown, and
 * loses the marks of `{% raw %}` and of escaped shortcodes. Takes linear time; a text without them costs one search.
 */
export function expandTemplates(text: string, context: TemplateContext): Expanded {
  const grammar = grammarOf(context);
  const before = firstGrammar(context);
  if (before === undefined) return expand(text, context, grammar);
  const first = expand(text, context, before);
  const second = expand(first.text, context, grammar);
  if (second.findings.length === 0) return { text: second.text, findings: first.findings };
  const moved = second.findings.map((finding) => ({ ...finding, offset: first.sourceOf(finding.offset) }));
  return { text: second.text, findings: [...first.findings, ...moved] };
}

/** What is read before all else: the templates of a tool that runs them first, or files that are put into the article. */
function firstGrammar({ dialect, preset, mdx }: TemplateContext): Grammar | undefined {
  if (dialect.templates === 'first') return TEMPLATES_FIRST;
  if (mdx) return IMPORTED_PARTS;
  return preset === 'vitepress' ? FILE_INCLUDES : undefined;
}

interface Pass extends Expanded {
  /** The offset in the text that came in, of one in the text that came out. */
  readonly sourceOf: (offset: number) => number;
}

function expand(text: string, context: TemplateContext, grammar: Grammar, outer?: Expander): Pass {
  if (!grammar.signs.some(([sign, candidate]) => text.includes(sign) && candidate.test(text)))
    return { text, findings: [], sourceOf: (offset) => offset };
  const isFirst = grammar === TEMPLATES_FIRST;
  const isEverywhere = grammar === FILE_INCLUDES;
  const ranges = isEverywhere ? [] : isFirst ? findTagCode(text) : findUntouchable(text, context);
  const inner = {
    expandInner: (part: string) => expandPart(part, grammar, expander),
    expandKnown: (part: string) => expandKnown(part, grammar, expander),
  };
  const expander: Expander = createExpander(text, context, ranges, isFirst, inner, outer);
  let position = 0;
  for (const range of [...ranges, { start: text.length, end: text.length }]) {
    position = expandProse(expander, grammar, position, range.start);
    if (position <= range.start) position = copyCode(expander, range);
  }
  return {
    text: expander.out.join(''),
    findings: [...expander.findings.values()],
    sourceOf: (offset) => sourceOffset(expander, offset),
  };
}

/** Expands what is in a block, such as a loop; what is found there is found at the place that is being read. */
function expandPart(text: string, grammar: Grammar, outer: Expander): string {
  const { text: written, findings } = expand(text, outer.context, grammar, outer);
  for (const { code, kind } of findings) note(outer, code, kind, outer.candidate);
  return written;
}

/** Expands a template; where a part of it is unknown, no one knows what the page shows. */
function expandKnown(text: string, grammar: Grammar, outer: Expander): string | undefined {
  const { text: written, findings } = expand(text, outer.context, grammar, outer);
  return findings.length === 0 ? written : undefined;
}

/** Code and formulas, in order. */
function findUntouchable(text: string, { markdown, dialect }: TemplateContext): readonly CodeRange[] {
  const code = findCode(text, markdown);
  const formulas = markdown ? findFormulas(text, dialect, code) : [];
  return formulas.length === 0 ? code : [...code, ...formulas].sort((a, b) => a.start - b.start);
}

/** Expands from `from` to `limit`; returns where it got to, beyond `limit` when a construct reaches into code. */
function expandProse(expander: Expander, grammar: Grammar, from: number, limit: number): number {
  let position = from;
  let next = from;
  while (next < limit) {
    const found = findCandidate(expander, grammar.candidates, next);
    if (found >= limit) break;
    const visible = expander.dropDepth === 0;
    const replacement = readConstruct(expander, grammar, found);
    next = replacement?.end ?? found + 1;
    if (replacement === undefined) continue;
    const start = Math.max(position, replacement.start ?? found);
    if (visible) {
      emit(expander, position, expander.text.slice(position, start));
      emit(expander, start, replacement.text);
    }
    if (isBlock(replacement) && endsParagraph(expander.text, start, replacement.end))
      emit(expander, replacement.end, '\n');
    position = Math.max(position, replacement.end);
  }
  if (position < limit && expander.dropDepth === 0)
    emit(expander, position, expander.text.slice(position, limit));
  return Math.max(position, limit);
}

function isBlock({ text, isBlock = false }: Replacement): boolean {
  return text.startsWith('<figure') || (isBlock && text.startsWith('<'));
}

/** Whether a figure on a line of its own is followed by Markdown, which would be read as more HTML; HTML goes on as it is. */
function endsParagraph(text: string, start: number, end: number): boolean {
  return (
    text[end] === '\n' &&
    !/^\n[ \t]*</.test(text.slice(end, end + 200)) &&
    !/\n {4,}$|\n\t+$/.test(text.slice(Math.max(0, start - 80), start))
  );
}

/** The next candidate from `from` on; remembered, so that a text of many pieces of code is searched once. */
function findCandidate(expander: Expander, candidates: RegExp, from: number): number {
  if (expander.candidate < from) {
    candidates.lastIndex = from;
    expander.candidate = candidates.exec(expander.text)?.index ?? expander.text.length;
  }
  return expander.candidate;
}

function readConstruct(expander: Expander, { constructs }: Grammar, start: number): Replacement | undefined {
  for (const { begins, read } of constructs) {
    begins.lastIndex = start;
    const match = begins.exec(expander.text)?.[0];
    if (match === undefined) continue;
    const replacement = expander.raw ? readRaw(expander, start, match) : read(expander, start, match);
    if (replacement !== undefined) return replacement;
  }
  return undefined;
}

/** Inside `{% raw %}` template tags are meant to be seen: they become code. */
function readRaw(expander: Expander, start: number, match: string): Replacement {
  const { text } = expander;
  const end = /\{%-?\s*end(?:raw|verbatim)\s*-?%\}/y;
  end.lastIndex = start;
  const found = end.exec(text);
  if (found !== null) {
    expander.raw = false;
    return { text: '', end: end.lastIndex };
  }
  if (!match.startsWith('{{') && !match.startsWith('{%')) return { text: match, end: start + match.length };
  const close = findNext(expander, match.startsWith('{{') ? '}}' : '%}', start);
  if (close < 0 || close - start > 500)
    return { text: quoteCode(expander, match), end: start + match.length };
  return { text: quoteCode(expander, text.slice(start, close + 2)), end: close + 2 };
}

/** Code stays as it is, but for marks that escape; the code of a template tag becomes a block of the format. */
function copyCode(expander: Expander, range: CodeRange): number {
  if (expander.dropDepth > 0 || range.start === range.end) return range.end;
  const { text } = expander;
  const source = text.slice(range.block?.from ?? range.start, range.block?.to ?? range.end);
  const code = readMarks(expander, source);
  if (code !== source && source.lastIndexOf('endraw') > source.lastIndexOf(' raw')) expander.raw = false;
  if (range.block === undefined) {
    emit(expander, range.start, readPartLabel(expander, code) ?? code);
    return range.end;
  }
  const indent = readIndent(text, range.start);
  const title = writeTagTitle(expander, range);
  emit(expander, range.start, title + writeCodeBlock(expander, code, range.block.language, indent));
  return range.end;
}

function readMarks({ context, isFirst }: Expander, code: string): string {
  if (isFirst) return expand(code, context, TEMPLATES_FIRST).text;
  const { preset, dialect } = context;
  const bare = dialect.templates === 'tags' ? dropRawMarks(code) : code;
  if (dialect.templates === 'calls') return showEscapedCalls(bare);
  return preset === undefined || preset === 'hugo' ? cleanShortcodes(bare) : bare;
}
