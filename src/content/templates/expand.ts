import type { CodeRange } from '../code.ts';
import { findCode } from '../code.ts';
import { readAdmonition, readAlert } from './admonitions.ts';
import {
  createExpander,
  type Expander,
  type Finding,
  findNext,
  type Replacement,
  readLineStart,
  type TemplateContext,
} from './expander.ts';
import { readOutput } from './expressions.ts';
import { readJsxAttribute, readJsxComment, readJsxExpression, readModule } from './jsx.ts';
import { readKramdown } from './kramdown.ts';
import { readTag } from './liquid-tags.ts';
import { quoteCode, writeCodeBlock } from './literal.ts';
import { readShortcode } from './shortcodes.ts';
import { readWordPress, SHORTCODES } from './wordpress.ts';

/** Reads the construct that `match` at `start` begins; undefined when it is none after all. */
type ReadConstruct = (expander: Expander, start: number, match: string) => Replacement | undefined;

/** A construct of a dialect: what it begins with, and who reads it. */
interface Construct {
  readonly begins: RegExp;
  readonly read: ReadConstruct;
}

/** All constructs of all dialects, the more specific before the more general. One entry more reads one construct more. */
const CONSTRUCTS: readonly Construct[] = [
  { begins: /\{\{[<%]/y, read: readShortcode },
  { begins: /\{\{/y, read: readOutput },
  { begins: /\{%/y, read: readTag },
  { begins: /\{#[ \t-]/y, read: readComment },
  { begins: /\{\/\*/y, read: readJsxComment },
  { begins: /\{:/y, read: readKramdown },
  { begins: /:::/y, read: readAdmonition },
  { begins: /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/y, read: readAlert },
  { begins: new RegExp(`\\[/?(?:${SHORTCODES})\\b`, 'y'), read: readWordPress },
  { begins: /(?:im|ex)port[ \t]/y, read: readModule },
  { begins: /=\{/y, read: readJsxAttribute },
];

/** What only MDX has: expressions, and fragments without a name. */
const MDX_CONSTRUCTS: readonly Construct[] = [
  ...CONSTRUCTS,
  { begins: /\{/y, read: readJsxExpression },
  { begins: /<\/?>/y, read: (_expander, start, match) => ({ text: '', end: start + match.length }) },
];

/** Where a construct can begin; far quicker than to try each of them everywhere. */
const BRACKET = `\\[(?:!|/?(?:${SHORTCODES}|(?:source)?code)\\b)`;
const CANDIDATE = `\\{[{%:#/]|(?<!:):::|=\\{|${BRACKET}|^(?:im|ex)port[ \\t]`;
const CANDIDATES = new RegExp(CANDIDATE, 'gm');
const MDX_CANDIDATES = new RegExp(`${CANDIDATE}|\\{|</?>`, 'gm');

/** Each alternative of `CANDIDATE` with a text that it cannot do without: most texts are done after a few quick looks. */
const SIGNS: readonly (readonly [sign: string, candidate: RegExp])[] = [
  ['{', /\{[{%:#/]|=\{/],
  [':::', /:::/],
  ['[', new RegExp(BRACKET)],
  ['\nimport', /\nimport[ \t]/],
  ['\nexport', /\nexport[ \t]/],
  ['', /^(?:im|ex)port[ \t]/],
];
const RAW_MARK =
  /[ \t]*\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}\n(?=[^\n])|\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/g;

export interface Expanded {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Replaces the template code of all dialects by what it means to a reader: a figure, a link, code, a quotation.
 * What means nothing is removed and counted. Code is never touched, but for the marks of `{% raw %}` in it.
 * Takes linear time; a text without template code costs one search.
 */
export function expandTemplates(text: string, context: TemplateContext): Expanded {
  if (!context.mdx && !SIGNS.some(([sign, candidate]) => text.includes(sign) && candidate.test(text)))
    return { text, findings: [] };
  const expander = createExpander(text, context, findCode(text, context.markdown));
  const out: string[] = [];
  let position = 0;
  for (const range of [...expander.ranges, { start: text.length, end: text.length }]) {
    position = expandProse(expander, out, position, range.start);
    if (position <= range.start) position = copyCode(expander, range, out);
  }
  return { text: out.join(''), findings: [...expander.findings.values()] };
}

/** Expands from `from` to `limit`; returns where it got to, beyond `limit` when a construct reaches into code. */
function expandProse(expander: Expander, out: string[], from: number, limit: number): number {
  const candidates = expander.context.mdx ? MDX_CANDIDATES : CANDIDATES;
  let position = from;
  let next = from;
  while (next < limit) {
    const found = findCandidate(expander, candidates, next);
    if (found >= limit) break;
    const visible = expander.dropDepth === 0;
    const replacement = readConstruct(expander, found);
    next = replacement?.end ?? found + 1;
    if (replacement === undefined) continue;
    const start = Math.max(position, replacement.start ?? found);
    if (visible) out.push(expander.text.slice(position, start), replacement.text);
    if (replacement.text.startsWith('<figure') && expander.text[replacement.end] === '\n') out.push('\n');
    position = Math.max(position, replacement.end);
  }
  if (position < limit && expander.dropDepth === 0) out.push(expander.text.slice(position, limit));
  return Math.max(position, limit);
}

/** The next candidate from `from` on; remembered, so that a text of many pieces of code is searched once. */
function findCandidate(expander: Expander, candidates: RegExp, from: number): number {
  if (expander.candidate < from) {
    candidates.lastIndex = from;
    expander.candidate = candidates.exec(expander.text)?.index ?? expander.text.length;
  }
  return expander.candidate;
}

function readConstruct(expander: Expander, start: number): Replacement | undefined {
  for (const { begins, read } of expander.context.mdx ? MDX_CONSTRUCTS : CONSTRUCTS) {
    begins.lastIndex = start;
    const match = begins.exec(expander.text)?.[0];
    if (match === undefined) continue;
    const replacement = expander.raw ? readRaw(expander, start, match) : read(expander, start, match);
    if (replacement !== undefined) return replacement;
  }
  return undefined;
}

/** Inside `{% raw %}` template code is meant to be seen: it becomes code. */
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

/** Code stays as it is, but for the marks of `{% raw %}`; the code of a template tag becomes a block of the format. */
function copyCode(expander: Expander, range: CodeRange, out: string[]): number {
  if (expander.dropDepth > 0 || range.start === range.end) return range.end;
  const { text } = expander;
  const source = text.slice(range.block?.from ?? range.start, range.block?.to ?? range.end);
  const code = dropRawMarks(source);
  if (code !== source && source.lastIndexOf('endraw') > source.lastIndexOf(' raw')) expander.raw = false;
  if (range.block === undefined) {
    out.push(code);
    return range.end;
  }
  const indent = (readLineStart(text, range.start) ?? '').replace(/[^\s>]/g, ' ');
  out.push(writeCodeBlock(expander, code, range.block.language, indent));
  return range.end;
}

function dropRawMarks(code: string): string {
  return code.includes('raw') || code.includes('verbatim') ? code.replace(RAW_MARK, '') : code;
}

/** `{# … #}` of Nunjucks and Zola. */
function readComment(expander: Expander, start: number): Replacement | undefined {
  const close = findNext(expander, '#}', start + 2);
  return close < 0 || close - start > 4000 ? undefined : { text: '', end: close + 2 };
}
