import { escapeText } from '../../text/escape-html.ts';
import { hidesByName } from '../hiding-names.ts';
import { UNKNOWN } from '../unknown-value.ts';
import { type Arguments, fillNames, pickArgument, readArguments } from './arguments.ts';
import { readBlock } from './blocks.ts';
import type { Expander, Replacement } from './expander.ts';
import { findClose } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { readFormulaCall } from './formula-tags.ts';
import { readImages } from './images.ts';
import { readInline } from './inline.ts';
import { readLink, readTarget } from './linked.ts';
import { keepSentences, quoteCode } from './literal.ts';
import { hasMeaning, readMeaning } from './meanings.ts';
import { readOwnCall } from './own-shortcodes.ts';
import { showsMedia } from './pieces.ts';
import { trimAround } from './trim.ts';
import { evaluateValue, showValue } from './values.ts';

/** An element of Vue in which braces are text: `<span v-pre>`. */
const VERBATIM = /<\w+[^<>]*\sv-pre(?:\s[^<>]*)?>[^<]*$/;
const LONGEST_VERBATIM = 300;

/** Reads `{{ … }}` of Liquid, Nunjucks, Zola and Handlebars: a value we know, a meaning, or nothing. */
export function readOutput(expander: Expander, start: number): Replacement | undefined {
  const close = findClose(expander, '}}', start + 2);
  if (close === undefined) return undefined;
  const { text } = expander;
  const end = text[close + 2] === '}' ? close + 3 : close + 2;
  const inner = text
    .slice(start + 2, close)
    .replace(/^[{-]/, '')
    .replace(/^(\s*)\$(?=frontmatter\.)/, '$1')
    .replace(/-$/, '')
    .trim();
  if (VERBATIM.test(text.slice(Math.max(0, start - LONGEST_VERBATIM), start)))
    return { text: quoteCode(expander, text.slice(start, end)), end };
  const call = /^([\w:-]+)\s*\(([\s\S]*)\)$/.exec(inner);
  const [, name = '', options = ''] = call ?? [];
  const own = call === null ? undefined : readOwnCall(expander, { name, options, start, end }, false);
  if (own !== undefined && (showsMedia(own.text) || !hasMeaning(name))) return own;
  if (call !== null) return { text: writeCall(expander, name, options, start), end };
  const place = expander.isFirst ? trimAround(text, start, end) : { start, end };
  const value = evaluate(inner, expander);
  // Vue shows a value as text.
  if (value !== undefined)
    return { text: /^frontmatter\./.test(inner) ? escapeText(value) : value, ...place };
  noteRemoved(expander, `{{ ${nameExpression(inner)} }}`, start);
  // A link in angle brackets goes as a whole: a pair of them alone says nothing.
  const isLink = text[start - 1] === '<' && text[end] === '>';
  return isLink ? { text: UNKNOWN, start: start - 1, end: end + 1 } : { text: UNKNOWN, ...place };
}

/** Reads a call such as `{{ youtube(id="x") }}` where nothing else is a tag, as in Zola. */
export function readCall(expander: Expander, start: number): Replacement | undefined {
  return expander.dropDepth > 0 ? undefined : readOutput(expander, start);
}

function writeCall(expander: Expander, name: string, args: string, start: number): string {
  const plain = name.slice(name.lastIndexOf(':') + 1);
  if (hidesByName(plain) && args.trim() !== '') {
    noteHidden(expander, `{{ ${name}() }}`, start);
    return '';
  }
  const read = fillNames(readArguments(args), expander.assigned);
  const meaning =
    readFormulaCall(expander, plain, read) ??
    readMeaning(plain, read, expander, start) ??
    readImages(read) ??
    writeNote(plain, read) ??
    readLink(read);
  if (meaning !== undefined) return meaning;
  noteRemoved(expander, `{{ ${name}() }}`, start);
  return readTarget(plain, read) ?? keepSentences(read);
}

/** `{{ admonition(type="note", text="…") }}`: a block whose text is an argument. */
function writeNote(name: string, args: Arguments): string | undefined {
  const text = pickArgument(args, ['text', 'body', 'content']);
  const block = text === undefined ? undefined : readBlock(name.toLowerCase(), args);
  return block === undefined || text === undefined
    ? undefined
    : `${block.start}${readInline(text)}${block.end}`;
}

/** What a warning calls the expression: its variable, without filters. */
function nameExpression(inner: string): string {
  return (/^[\w.-]{1,60}/.exec(inner)?.[0] ?? '…').replace(/-$/, '');
}

/** The value of an expression as text, undefined when it is unknown or shows nothing. */
function evaluate(inner: string, expander: Expander): string | undefined {
  return showValue(evaluateValue(inner, expander));
}
