import { UNKNOWN } from '../unknown.ts';
import type { Arguments } from './arguments.ts';
import { readArguments } from './arguments.ts';
import { readBlock } from './blocks.ts';
import type { Expander, Replacement } from './expander.ts';
import { findClose, noteRemoved } from './expander.ts';
import { quoteCode } from './literal.ts';
import { readMeaning, resolveReference } from './meanings.ts';

/** Shortcodes of Hugo that only shape the page: nothing is lost when they go. */
const SILENT: ReadonlySet<string> = new Set([
  'toc',
  'clear',
  'br',
  'raw',
  'rawhtml',
  'comment',
  'columns',
  'column',
  'mathjax',
]);

/** Reads `{{< name … >}}` and `{{% name … %}}` of Hugo. */
export function readShortcode(expander: Expander, start: number): Replacement | undefined {
  const mark = expander.text[start + 2] === '<' ? '>' : '%';
  const close = findClose(expander, `${mark}}}`, start + 3);
  if (close === undefined) return undefined;
  const end = close + 3;
  const inner = expander.text.slice(start + 3, close).trim();
  if (inner.startsWith('/*')) {
    return {
      text: quoteCode(
        expander,
        `{{${mark === '>' ? '<' : '%'} ${inner.replace(/^\/\*|\*\/$/g, '').trim()} ${mark}}}`,
      ),
      end,
    };
  }
  if (inner.startsWith('/')) return { text: closeShortcode(expander, inner.slice(1).trim()), end };
  const name = /^[\w/.-]+/.exec(inner)?.[0] ?? '';
  const args = readArguments(inner.slice(name.length).replace(/\/$/, ''));
  return { text: writeShortcode(expander, name, args, start), end };
}

function writeShortcode(expander: Expander, name: string, args: Arguments, start: number): string {
  if (name === 'ref' || name === 'relref') {
    return resolveReference(expander, args.named.get('path') ?? args.positional[0], start);
  }
  const block = readBlock(name.toLowerCase(), args);
  if (block !== undefined) {
    expander.openTags.push(name, block.end);
    return block.start;
  }
  const meaning = readMeaning(name, args, expander, start);
  if (meaning !== undefined) return meaning;
  if (SILENT.has(name)) return '';
  noteRemoved(expander, `{{< ${name} >}}`, start);
  return UNKNOWN;
}

/** The end of a block: what its start promised; ends of unknown shortcodes say nothing. */
function closeShortcode(expander: Expander, name: string): string {
  const open = expander.openTags.lastIndexOf(name);
  if (open < 0) return '';
  return expander.openTags.splice(open, 2)[1] ?? '';
}
