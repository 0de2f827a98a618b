import { hidesByList, isDefinition, resolveNames } from './attribute-lists.ts';
import type { Expander, Replacement } from './expander.ts';
import { findClose, findNext, readLineStart, retract } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { quoteCode } from './literal.ts';

/** One part of an attribute list: a class, an id, a pair, or a bare name. */
const ATTRIBUTE = /[ \t]*(?:([.#][\w:-]+)|([\w:-]+)=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|([\w-]+))(?=[ \t]|$)/y;

/**
 * Reads `{: .class }`, `{:toc}`, `{:target="_blank"}` and `{::comment}`…`{:/comment}` of Kramdown. They shape the page
 * and say nothing to a reader, so they go without a word. Anything else, such as `{:?}` of Rust, stays as code.
 */
export function readKramdown(expander: Expander, start: number): Replacement | undefined {
  const close = findClose(expander, '}', start + 2);
  if (close === undefined) return undefined;
  const end = close + 1;
  const code = expander.text.slice(start, end);
  if (code.includes('\n')) return undefined;
  if (/^\{:(?::?\/?[a-z]|:?\/\})/.test(code) && /^\{:[:/]/.test(code))
    return readExtension(expander, start, end, code);
  if (isDefinition(code)) return { text: '', end };
  const resolved = resolveNames(expander, code);
  if (resolved !== code || isAttributeList(expander, code.slice(2, -1))) {
    if (hidesByList(resolved)) return hideBlock(expander, start, end, code);
    return /^\{:\s?toc\b/.test(code)
      ? { text: '', start: findTableOfContents(expander.text, start), end }
      : { text: '', end };
  }
  return { text: quoteCode(expander, code), end };
}

/** One part of a list of other processors: a class, an id, a pair, or `hidden`. Blanks may stand inside the braces. */
const LIST =
  /\{[ \t]*(?:hidden(?=[\s}])|[.#][\w:-]+|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[\w./#%-]+))(?:[ \t]+(?:[.#][\w:-]+|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[\w./#%-]+)))*[ \t]*\}/y;

/** Reads `{.class}` at the end of a line and `[text](/url){target="_blank"}` of markdown-it, Pandoc and Hugo, which say nothing to readers. */
export function readAttributes(expander: Expander, start: number): Replacement | undefined {
  const { text } = expander;
  LIST.lastIndex = start;
  const code = LIST.exec(text)?.[0];
  if (code === undefined) return undefined;
  const end = start + code.length;
  const isBehind = /[)\]*_`>]/.test(text[start - 1] ?? '');
  const isLast = /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 80));
  if (!isBehind && !(isLast && /^\{[ \t]*(?:\.|hidden\b|style=)/.test(code))) return undefined;
  return hidesByList(code) ? hideBlock(expander, start, end, code) : { text: '', end };
}

/** Leaves out the block that an attribute list hides: the one before it, or the next one behind a blank line. */
function hideBlock(expander: Expander, start: number, end: number, code: string): Replacement {
  const { text } = expander;
  noteHidden(expander, code.slice(0, 60), start);
  // A window is enough, and keeps a text of many such lists linear.
  const before = text.slice(Math.max(0, start - 200), start);
  const span = findSpan(text.slice(Math.max(0, start - LONGEST_SPAN), start));
  if (span !== undefined) {
    retract(expander, start - span);
    return { text: '', start: start - span, end };
  }
  if (ITEM.test(before)) {
    NEXT_ITEM.lastIndex = end;
    return { text: '', end: NEXT_ITEM.exec(text)?.index ?? text.length };
  }
  if (/\n[ \t]*\n[ \t]*$/.test(before) || before.trim() === '') {
    const next = findNext(expander, '\n\n', end + 1);
    return { text: '', end: next < 0 ? text.length : next };
  }
  const from = findParagraph(expander, start);
  retract(expander, from);
  return { text: '', start: from, end };
}

/** Up to where blank lines were looked for in a text, and the last of them. */
const blanks = new WeakMap<Expander, { readonly to: number; readonly last: number }>();

/** Where the paragraph begins that a place is in; asked of one place after the other. */
function findParagraph(expander: Expander, start: number): number {
  const known = blanks.get(expander) ?? { to: 0, last: -1 };
  const found = expander.text.slice(known.to, start).lastIndexOf('\n\n');
  const last = found < 0 ? known.last : known.to + found;
  blanks.set(expander, { to: Math.max(0, start - 1), last });
  return Math.max(0, last + 1);
}

/** The mark of an item of a list, behind which a list of attributes is the item's; and where the item ends. */
const ITEM = /(?:^|\n)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/;
const NEXT_ITEM = /\n(?=[ \t]*(?:\n|(?:[-*+]|\d{1,9}[.)])[ \t]))/g;

const LONGEST_SPAN = 2000;
/** What a list right behind it, in the same line, belongs to alone: emphasis, a link or image, code, an element. */
const SPAN =
  /(?:(?<![*_])(\*{1,3}|_{1,3})(?=[^\s*_])(?:(?!\n[ \t]*\n)[^*_])+\1|!?\[[^[\]]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])|(`+)[^`\n]+\2|<(\w+)\b[^<>]*>[^<>]*<\/\3>)$/;

function findSpan(before: string): number | undefined {
  return SPAN.exec(before)?.[0].length;
}

/** `* TOC` in the line before `{:toc}` is where the table of contents would stand. */
function findTableOfContents(text: string, start: number): number {
  const before = readLineStart(text, start);
  if (before === undefined || before.trim() !== '' || start === before.length) return start;
  const end = start - before.length - 1;
  const item = readLineStart(text, end);
  return item !== undefined && /^[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]/.test(item) ? end - item.length : start;
}

function readExtension(expander: Expander, start: number, end: number, code: string): Replacement {
  if (/^\{::comment\b/.test(code) && !code.endsWith('/}')) {
    const closes = ['{:/comment}', '{::/comment}', '{:/}'].map((mark) => findNext(expander, mark, end));
    const close = closes.find((each) => each >= 0) ?? -1;
    if (close >= 0) return { text: '', end: expander.text.indexOf('}', close) + 1 };
  }
  if (!/^\{:(?:\/|:(?:comment|nomarkdown|options)\b)/.test(code))
    noteRemoved(expander, code.slice(0, 40), start);
  return { text: '', end };
}

function isAttributeList(expander: Expander, inner: string): boolean {
  let named = inner === '' || inner.startsWith(' ');
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (let match = ATTRIBUTE.exec(inner); match !== null; match = ATTRIBUTE.exec(inner)) {
    end = ATTRIBUTE.lastIndex;
    named ||=
      match[3] === undefined || ['toc', 'no_toc'].includes(match[3]) || expander.context.preset === 'jekyll';
  }
  return named && inner.slice(end).trim() === '';
}
