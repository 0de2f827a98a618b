import { UNKNOWN } from '../unknown.ts';
import { readArguments } from './arguments.ts';
import { readBlock } from './blocks.ts';
import type { Expander, Replacement } from './expander.ts';
import { findClose, findNext, noteRemoved } from './expander.ts';
import { readHexoTag } from './hexo-tags.ts';
import { readMeaning, resolveReference } from './meanings.ts';

/** Tags whose content is a program, or hidden: it is dropped up to their end. */
const DROPPED: ReadonlySet<string> = new Set([
  'for',
  'tablerow',
  'comment',
  'capture',
  'case',
  'macro',
  'javascript',
]);

/** Tags that nobody would have seen anything of. */
const SILENT: ReadonlySet<string> = new Set(
  (
    'assign set increment decrement import from extends layout block endblock if endif unless endunless ifchanged ' +
    'endifchanged raw endraw verbatim endverbatim break continue highlight endhighlight codeblock endcodeblock code ' +
    'endcode cq endcq prism endprism with endwith toc autoescape endautoescape'
  ).split(' '),
);

/** Tags that end with `end…`, for counting how deep dropped content is nested. */
const PAIRED: ReadonlySet<string> = new Set([...DROPPED, 'if', 'unless', 'ifchanged', 'raw', 'verbatim']);

const ALTERNATIVES: ReadonlySet<string> = new Set(['else', 'elsif', 'elseif', 'elif', 'when']);

/** Reads `{% name … %}` of Liquid, Nunjucks, Hexo and Zola. */
export function readTag(expander: Expander, start: number): Replacement | undefined {
  const close = findClose(expander, '%}', start + 2);
  if (close === undefined) return undefined;
  const inner = expander.text
    .slice(start + 2, close)
    .replace(/^[-~+]/, '')
    .replace(/[-~+]$/, '')
    .trim();
  const name = /^[\w-]+/.exec(inner)?.[0] ?? '';
  if (expander.dropDepth > 0) followDropped(expander, name);
  else return { text: writeTag(expander, name, inner.slice(name.length).trim(), start), end: close + 2 };
  return { text: '', end: close + 2 };
}

function followDropped(expander: Expander, name: string): void {
  if (PAIRED.has(name)) expander.dropDepth++;
  else if (name.startsWith('end')) expander.dropDepth--;
}

function writeTag(expander: Expander, name: string, options: string, start: number): string {
  if (name === 'raw' || name === 'verbatim') expander.raw = findNext(expander, `end${name}`, start) >= 0;
  if (DROPPED.has(name) || ALTERNATIVES.has(name)) return dropContent(expander, name, start);
  if (name === 'post_url') return resolveReference(expander, options, start);
  if (name === 'end') return expander.openTags.splice(-2)[1] ?? '';
  if (SILENT.has(name)) return '';
  if (name.startsWith('end')) return closeTag(expander, name.slice(3));
  if (name === 'include' || name === 'include_relative' || name === 'include_cached') {
    return writeInclude(expander, name, options, start);
  }
  return writeNamed(expander, name, options, start);
}

/** Hides what follows up to the end of the block, if it has one; loops and alternatives are programs, not text. */
function dropContent(expander: Expander, name: string, start: number): string {
  if (!['comment', 'capture'].includes(name) && !ALTERNATIVES.has(name))
    noteRemoved(expander, `{% ${name} %}`, start);
  const ends = ALTERNATIVES.has(name) ? ['endif', 'endunless', 'endcase', 'endfor'] : [`end${name}`];
  if (ends.some((end) => findNext(expander, end, start) >= 0)) expander.dropDepth = 1;
  return '';
}

/** An included file that is named after what it shows means that: `{% include youtube.html id="…" %}`. */
function writeInclude(expander: Expander, name: string, options: string, start: number): string {
  const file = /^[^\s{]+/.exec(options)?.[0] ?? '';
  const stem = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const args = readArguments(options.slice(file.length));
  const block = args.named.size === 0 ? undefined : readMeaning(stem, args, expander, start);
  if (block !== undefined) return block;
  noteRemoved(expander, `{% ${name} %}`, start);
  return UNKNOWN;
}

function writeNamed(expander: Expander, name: string, options: string, start: number): string {
  const call = /^\(([\s\S]*)\)$/.exec(options);
  const args = readArguments(call?.[1] ?? options);
  const hexo = call === null ? readHexoTag(name, args, options, expander, start) : undefined;
  if (hexo !== undefined) return hexo;
  const block = readBlock(name.toLowerCase(), args);
  if (block !== undefined) {
    expander.openTags.push(name, block.end);
    return block.start;
  }
  const meaning = readMeaning(name, args, expander, start);
  if (meaning !== undefined) return meaning;
  if (call !== null) expander.openTags.push(name, '');
  noteRemoved(expander, `{% ${name === '' ? '…' : name} %}`, start);
  return UNKNOWN;
}

function closeTag(expander: Expander, name: string): string {
  const open = expander.openTags.lastIndexOf(name);
  return open < 0 ? '' : (expander.openTags.splice(open, 2)[1] ?? '');
}
