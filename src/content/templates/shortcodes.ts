import { escapeText } from '../../text/escape-html.ts';
import type { Arguments } from './arguments.ts';
import { readArguments } from './arguments.ts';
import { readBlock } from './blocks.ts';
import { findClosing, shortcodeEnd } from './closings.ts';
import type { Expander, Replacement } from './expander.ts';
import { findNext } from './expander.ts';
import { noteRemoved } from './findings.ts';
import { readFormulaShortcode } from './formula-tags.ts';
import { hideShortcode } from './hiding-blocks.ts';
import { readImages } from './images.ts';
import { findUrl, openLink, readLink, readTarget } from './linked.ts';
import { keepSentences, quoteCode } from './literal.ts';
import { hasMeaning, readMeaning, resolveReference } from './meanings.ts';
import { readOwnShortcode } from './own-shortcodes.ts';
import { showsMedia } from './pieces.ts';
import { readProgramShortcode } from './programs.ts';
import { showValue } from './values.ts';

/** Shortcodes of Hugo that only shape the page: nothing is lost when they go. */
const SILENT: ReadonlySet<string> = new Set(['toc', 'clear', 'br', 'raw', 'rawhtml', 'columns', 'column']);

const ESCAPED = /(\{\{[<%])\/\*([\s\S]*?)\*\/([>%]\}\})/g;
const COMMENT = /\{\{([<%])\s*comment\s*[>%]\}\}[\s\S]*?\{\{[<%]\s*\/\s*comment\s*[>%]\}\}/g;

/** Code as Hugo hands it to Markdown: comments gone, and shortcodes that are escaped as they are meant to be seen. */
export function cleanShortcodes(code: string): string {
  if (!code.includes('{{<') && !code.includes('{{%')) return code;
  return code.replace(COMMENT, '').replace(ESCAPED, '$1$2$3');
}

/** Newsrooms hand whole embeds over as an argument. */
const LONGEST_SHORTCODE = 100_000;

/** Reads `{{< name … >}}` and `{{% name … %}}` of Hugo. */
export function readShortcode(expander: Expander, start: number): Replacement | undefined {
  const mark = expander.text[start + 2] === '<' ? '>' : '%';
  const close = findShortcodeEnd(expander, mark, start + 3);
  if (close === undefined) return undefined;
  const end = close + 3;
  const inner = expander.text.slice(start + 3, close).trim();
  if (inner.startsWith('/*')) {
    const open = mark === '>' ? '<' : '%';
    const shown = expander.text.slice(start + 3, close).replace(/^\s*\/\*|\*\/\s*$/g, '');
    return { text: quoteCode(expander, `{{${open} ${shown.trim()} ${mark}}}`), end };
  }
  if (inner.startsWith('/')) return { text: closeShortcode(expander, inner.slice(1).trim()), end };
  const name = /^[\w/.-]+/.exec(inner)?.[0] ?? '';
  const options = inner.slice(name.length);
  const whole =
    hideShortcode(expander, name, start, end) ??
    readProgramShortcode(expander, name, start, end) ??
    readFormulaShortcode(expander, name, options, end);
  if (whole !== undefined) return whole;
  const args = readArguments(options.replace(/\/$/, ''));
  const own = readOwnShortcode(expander, { name, options, isMarkdown: mark === '%', start, end });
  if (own !== undefined && (showsMedia(own.text) || !hasMeaning(name))) return own;
  return { text: writeShortcode(expander, name, args, start), end };
}

/** Hugo takes blank lines between arguments, and no shortcode begins in another. */
function findShortcodeEnd(expander: Expander, mark: string, from: number): number | undefined {
  const close = findNext(expander, `${mark}}}`, from);
  if (close < 0 || close - from > LONGEST_SHORTCODE) return undefined;
  const next = findNext(expander, mark === '>' ? '{{<' : '{{%', from);
  return next >= 0 && next < close ? undefined : close;
}

function writeShortcode(expander: Expander, name: string, args: Arguments, start: number): string {
  if (name === 'ref' || name === 'relref') {
    return resolveReference(expander, args.named.get('path') ?? args.positional[0], start);
  }
  if (name === 'param') {
    const value = showValue(expander.context.readValue?.(args.positional[0] ?? ''));
    if (value !== undefined) return escapeText(value);
  }
  const plain = name.slice(name.lastIndexOf('/') + 1);
  const block = readBlock(plain.toLowerCase(), args);
  if (block !== undefined && findClosing(expander, shortcodeEnd(name), start) !== undefined) {
    expander.openTags.push(name, block.end);
    return block.start;
  }
  const meaning = readMeaning(plain, args, expander, start);
  if (meaning !== undefined) return meaning;
  if (SILENT.has(name)) return '';
  const images = readImages(args);
  if (images !== undefined) return images;
  const url = findUrl(args);
  const hasEnd = () => findClosing(expander, shortcodeEnd(name), start) !== undefined;
  if (url !== undefined && hasEnd()) {
    expander.openTags.push(name, '</a>');
    // A tag alone on its line would make HTML of the Markdown behind it (CommonMark §4.6, kind 7).
    return `<span></span>${openLink(url)}`;
  }
  const link = readLink(args);
  if (link !== undefined) return link;
  noteRemoved(expander, `{{< ${name} >}}`, start);
  return readTarget(plain, args, hasEnd) ?? keepSentences(args);
}

/** The end of a block: what its start promised; ends of unknown shortcodes say nothing. */
function closeShortcode(expander: Expander, name: string): string {
  const open = expander.openTags.lastIndexOf(name);
  if (open < 0) return '';
  return expander.openTags.splice(open, 2)[1] ?? '';
}
