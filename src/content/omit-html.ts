import { findCode } from './code.ts';
import { type CodeRange, followRanges } from './code-range.ts';
import { followMarks } from './follow-marks.ts';

/** What is left of a text, and where HTML was left out of it. */
export interface Omitted {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** How a block of HTML begins (CommonMark §4.6, kinds 1, 6 and 7); a comment is none of them. */
const RAW_TEXT = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;
const BLOCK = new RegExp(
  `^</?(?:${[
    'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset',
    'figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav',
    'noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul',
  ].join('|')})(?:\\s|/?>|$)`,
  'i',
);
const ATTRIBUTES = `(?:\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`]+))?)*`;
const LONE_TAG = new RegExp(`^</?[A-Za-z][A-Za-z0-9-]*${ATTRIBUTES}\\s*/?>[ \\t]*$`);
/** The marks of quotations and lists before a block. */
const MARKS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\s]+\]:[ \t]))*[ \t]*/;
/** Inline tags that show something themselves; the text between other tags stays on the page. */
const INLINE_MEDIA = new RegExp(
  `(?<!\\{\\{)</?(?:img|iframe|video|audio|source|track|embed|object)\\b${ATTRIBUTES}\\s*/?>`,
  'gi',
);
/** What stands between these is the shortcode's, which may show it as it is. */
const SHORTCODE = /\{\{<\s*([\w./-]+)(?=[\s>])(?:(?!>\}\}|\{\{<)[\s\S])*>\}\}/g;
const CLOSING = /\{\{<\s*\/([\w./-]+)\s*>\}\}/g;

/**
 * Leaves out what Hugo leaves out of the page where Goldmark's setting "unsafe" is off, which it is by default: blocks of HTML with
 * all that is in them, and inline images and players. Lines stay where they are.
 */
export function omitHtml(text: string): Omitted {
  const offsets: number[] = [];
  if (!/<[/a-z]/i.test(text)) return { text, offsets };
  const isKept = followRanges(findKept(text));
  let position = 0;
  let block: Block | undefined;
  let isBlank = true;
  const lines = text.split('\n').map((line) => {
    const start = position;
    position += line.length + 1;
    const [marks = ''] = MARKS.exec(line) ?? [];
    const rest = line.slice(marks.length);
    if (block !== undefined && isOutside(line, block)) block = undefined;
    if (block === undefined && !isKept(start + marks.length)) {
      block = findBlock(rest, marks, isBlank || marks.trim() !== '');
      if (block !== undefined) offsets.push(start);
    }
    isBlank = rest.trim() === '';
    if (block === undefined) return line;
    if (block.end.test(rest)) block = undefined;
    return '';
  });
  return omitMedia(lines.join('\n'), offsets);
}

/** A block of HTML that is being left out. */
interface Block {
  /** The last line of it. */
  readonly end: RegExp;
  /** The marks of what it stands in. */
  readonly marks: string;
}

/** Whether a line is in another item or quotation, or in none. */
function isOutside(line: string, { marks }: Block): boolean {
  if (line.trim() === '' || marks.trim() === '') return false;
  return marks.includes('>') ? !/^[ \t]*>/.test(line) : line.search(/\S/) < marks.length;
}

const BLANK = /^\s*$/;

function findBlock(line: string, marks: string, mayBeAnyTag: boolean): Block | undefined {
  if (RAW_TEXT.test(line)) return { end: /<\/(?:script|pre|style|textarea)>/i, marks };
  return BLOCK.test(line) || (mayBeAnyTag && LONE_TAG.test(line)) ? { end: BLANK, marks } : undefined;
}

/** Code, comments, and what stands in shortcodes. */
function findKept(text: string): readonly CodeRange[] {
  const code = findCode(text, true).filter(
    ({ start }) => text[start] !== '<' || text.startsWith('<!--', start),
  );
  return [...code, ...findPairs(text)].toSorted((a, b) => a.start - b.start);
}

function omitMedia(text: string, offsets: number[]): Omitted {
  const isKept = followRanges(findKept(text));
  const written = text.replace(INLINE_MEDIA, (tag: string, index: number) => {
    if (isKept(index)) return tag;
    offsets.push(index);
    return tag.replaceAll(/[^\n]/g, '');
  });
  return { text: written, offsets };
}

/** From `{{< name >}}` to `{{< /name >}}`. */
function findPairs(text: string): readonly CodeRange[] {
  const pairs: CodeRange[] = [];
  if (!text.includes('{{<')) return pairs;
  const findEnd = followMarks(
    Array.from(text.matchAll(CLOSING), ({ 0: whole, 1: name = '', index }) => [name, index + whole.length]),
  );
  let last = 0;
  for (const { 0: open, 1: name = '', index } of text.matchAll(SHORTCODE)) {
    if (index < last) continue;
    last = findEnd(name, index) ?? index + open.length;
    pairs.push({ start: index, end: last });
  }
  return pairs;
}
