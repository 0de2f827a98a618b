import { UNKNOWN } from '../unknown-value.ts';
import { fillNames, listParts, readArguments } from './arguments.ts';
import { readBlock } from './blocks.ts';
import { findClosing, tagEnd } from './closings.ts';
import { evaluateCondition } from './conditions.ts';
import type { Expander, Replacement } from './expander.ts';
import { findClose, findNext } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { readFormulaTag } from './formula-tags.ts';
import { readThemeBlock, readThemeTag } from './hexo-parts.ts';
import { readHexoTag } from './hexo-tags.ts';
import { hideTag } from './hiding-blocks.ts';
import { readImages } from './images.ts';
import { INCLUDES, writeInclude } from './includes.ts';
import { readLink, readTarget } from './linked.ts';
import { keepSentences } from './literal.ts';
import { readLiquidBlock } from './loops.ts';
import { readMeaning, resolveReference } from './meanings.ts';
import { readOwnCall } from './own-shortcodes.ts';
import { readProgramTag } from './programs.ts';
import { readTagWords } from './tag-words.ts';
import { standsBeforeBlocks, trimAround } from './trim.ts';
import { evaluateValue, readVariable } from './values.ts';

/** Tags whose content is a program, or hidden: it is dropped up to their end. */
const DROPPED: ReadonlySet<string> = new Set('for tablerow comment capture case macro javascript'.split(' '));

/** Tags that no one would have seen anything of. */
const SILENT: ReadonlySet<string> = new Set(
  (
    'increment decrement import from extends layout block endblock ifchanged ' +
    'endifchanged raw endraw verbatim endverbatim break continue highlight endhighlight codeblock endcodeblock code ' +
    'endcode cq endcq prism endprism with endwith toc autoescape endautoescape'
  ).split(' '),
);

/** Tags that end with `end…`, for counting how deep dropped content is nested. */
const PAIRED: ReadonlySet<string> = new Set([...DROPPED, 'if', 'unless', 'ifchanged', 'raw', 'verbatim']);

/** Blocks that may have an `else`. */
const BRANCHED: readonly string[] = ['if', 'unless', 'case', 'for'];

const ALTERNATIVES: ReadonlySet<string> = new Set(['else', 'elsif', 'elseif', 'elif', 'when']);

/** Reads `{% name … %}` of Liquid, Nunjucks, Hexo and Zola, and `{% /name %}` of Markdoc, which ends it. */
export function readTag(expander: Expander, start: number): Replacement | undefined {
  const close = findClose(expander, '%}', start + 2);
  if (close === undefined) return undefined;
  const { name: written, options, isAnnotation } = readTagWords(expander.text.slice(start + 2, close));
  const name = written === 'ifAsync' ? 'if' : written;
  const place = expander.isFirst ? trimAround(expander.text, start, close + 2) : { start, end: close + 2 };
  if (expander.dropDepth > 0) {
    followDropped(expander, name, options, start);
    return { text: '', end: place.end };
  }
  if (expander.isFirst && (name === 'raw' || name === 'verbatim')) return readRawBlock(expander, name, place);
  const block =
    readLiquidBlock(expander, name, options, start) ??
    readTagBlock(expander, name, options, start, close + 2);
  if (block !== undefined) return { start: place.start, ...block };
  if (isAnnotation) return { text: '', ...place };
  const text = writeTag(expander, name, options, start);
  return {
    text: text === UNKNOWN && standsBeforeBlocks(expander.text, place) ? `${text}\n` : text,
    ...place,
  };
}

/** A block that is read as a whole by its name. */
function readTagBlock(
  expander: Expander,
  name: string,
  options: string,
  start: number,
  end: number,
): Replacement | undefined {
  const hidden = hideTag(expander, name, options, start);
  const call = /^\(([\s\S]*)\)$/.exec(options)?.[1];
  const block =
    hidden ??
    readProgramTag(expander, name, call !== undefined, start, end) ??
    readFormulaTag(expander, name, options, end);
  if (block !== undefined || call === undefined) return block;
  return readOwnCall(expander, { name, options: call, start, end }, true);
}

/** What `{% raw %}` holds, as it is. */
function readRawBlock(
  expander: Expander,
  name: string,
  place: { readonly start: number; readonly end: number },
): Replacement {
  const end = findClosing(expander, `\\{%-?\\s*end${name}\\s*-?%\\}`, place.end);
  if (end === undefined) return { text: '', ...place };
  const { text } = expander;
  return { text: text.slice(place.end, text.lastIndexOf('{%', end)), start: place.start, end };
}

function followDropped(expander: Expander, name: string, options: string, start: number): void {
  if (PAIRED.has(name)) expander.dropDepth++;
  else if (name.startsWith('end') && PAIRED.has(name.slice(3))) {
    expander.dropDepth--;
    if (expander.dropDepth === 0 && expander.isBranch) expander.conditions.pop();
  } else if (expander.dropDepth === 1 && expander.isBranch && ALTERNATIVES.has(name))
    readAlternative(expander, name, options, start);
}

function writeTag(expander: Expander, name: string, options: string, start: number): string {
  if (name === 'raw' || name === 'verbatim') expander.raw = findNext(expander, `end${name}`, start) >= 0;
  if (name === 'if' || name === 'unless') return openCondition(expander, name, options, start);
  if (ALTERNATIVES.has(name)) return dropBranch(expander, start);
  if (name === 'endif' || name === 'endunless') expander.conditions.pop();
  if (name === 'assign' || (name === 'set' && options.includes('='))) return assign(expander, options);
  if (DROPPED.has(name)) return dropContent(expander, name, start);
  if (name === 'post_url') return resolveReference(expander, options, start);
  if (name === 'end') return expander.openTags.splice(-2)[1] ?? '';
  if (SILENT.has(name)) return '';
  if (name.startsWith('end')) return closeTag(expander, name.slice(3));
  if (INCLUDES.has(name)) return writeInclude(expander, name, options, start);
  return writeNamed(expander, name, options, start);
}

/** Hides what follows up to the end of the block, if it has one: loops are programs, not text. */
function dropContent(expander: Expander, name: string, start: number): string {
  if (!['comment', 'capture'].includes(name)) noteRemoved(expander, `{% ${name} %}`, start);
  const isClosed = findNext(expander, `end${name}`, start) >= 0;
  // No tool builds such a site: what follows was not meant to be seen, so far as anyone knows.
  if (name === 'comment' && !isClosed) noteHidden(expander, '{% comment %}', start);
  if (name === 'comment' || isClosed) drop(expander, false);
  return '';
}

function drop(expander: Expander, isBranch: boolean): void {
  expander.dropDepth = 1;
  expander.isBranch = isBranch;
}

/** Shows the branch whose condition holds. Where no one can know, none is shown: it may be meant to stay hidden. */
function openCondition(expander: Expander, name: string, options: string, start: number): string {
  if (findClosing(expander, tagEnd(name, false), start) === undefined) return '';
  const holds = evaluateCondition(options, (variable) => readVariable(variable, expander));
  const isShown = holds === undefined ? false : holds === (name === 'if');
  expander.conditions.push(isShown || holds === undefined);
  if (holds === undefined) noteHidden(expander, `{% ${name} ${options.slice(0, 60)} %}`, start);
  if (!isShown) drop(expander, true);
  return '';
}

/** `else` after a branch that is shown. */
function dropBranch(expander: Expander, start: number): string {
  if (BRANCHED.some((name) => findClosing(expander, tagEnd(name, false), start) !== undefined))
    drop(expander, true);
  return '';
}

/** `else` or `elsif` after a branch that is not shown. */
function readAlternative(expander: Expander, name: string, options: string, start: number): void {
  const last = expander.conditions.length - 1;
  if (expander.conditions[last] !== false) return;
  const read = (variable: string) => readVariable(variable, expander);
  const holds = name === 'else' ? true : evaluateCondition(options, read);
  if (holds === true) expander.dropDepth = 0;
  else if (holds === undefined) noteHidden(expander, `{% ${name} ${options.slice(0, 60)} %}`, start);
  expander.conditions[last] = holds !== false;
}

function assign(expander: Expander, options: string): string {
  const [, name = '', value = ''] = /^([\w-]+)\s*=\s*([\s\S]+)$/.exec(options) ?? [];
  if (name !== '') expander.assigned.set(name, evaluateValue(value, expander));
  return '';
}

function writeNamed(expander: Expander, name: string, options: string, start: number): string {
  const call = /^\(([\s\S]*)\)$/.exec(options);
  const written = readArguments(call?.[1] ?? options);
  const args = fillNames(written, expander.assigned);
  const isHexo = expander.context.preset === 'hexo';
  const hexo =
    (isHexo ? readThemeTag(name, options) : undefined) ??
    (call === null ? readHexoTag(name, args, options, expander, start) : undefined);
  if (hexo !== undefined) return hexo;
  const block =
    (isHexo ? readThemeBlock(name, options) : undefined) ?? readBlock(name.toLowerCase(), args, options);
  const hasEnd = () => findClosing(expander, tagEnd(name, call !== null), start) !== undefined;
  if (block !== undefined && hasEnd()) {
    expander.openTags.push(name, block.end);
    return block.start;
  }
  const parts = call === null && args === written ? { ...args, positional: listParts(options, args) } : args;
  const meaning = readMeaning(name, args, expander, start) ?? readImages(args) ?? readLink(parts);
  if (meaning !== undefined) return meaning;
  if (call !== null) expander.openTags.push(name, '');
  noteRemoved(expander, `{% ${name === '' ? '…' : name} %}`, start);
  return readTarget(name, args, hasEnd) ?? keepSentences(parts);
}

function closeTag(expander: Expander, name: string): string {
  const open = expander.openTags.lastIndexOf(name);
  return open < 0 ? '' : (expander.openTags.splice(open, 2)[1] ?? '');
}
