import { escapeText } from '../text/escape-html.ts';
import { dialectOf } from './dialects.ts';
import { writeInlineMarkdown } from './markdown.ts';
import { EXTENSIONS } from './parser-form.ts';

/** A line of a body of MDX. */
export interface Line {
  readonly line: string;
  /** It is in code, so what looks like a tag is not one. */
  readonly isCode: boolean;
}

/** Elements that begin a block of HTML in CommonMark (§4.6, kind 6), where nothing up to the next blank line is Markdown. */
const BLOCK =
  /^([ \t]*)<(address|article|aside|blockquote|caption|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|legend|li|main|nav|ol|option|p|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s>])/;
/** A tag; no quotation mark opens a value that holds another. */
const TAG = /<\/?[A-Za-z](?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>/g;
/** What may be Markdown in the text between tags. */
const SIGN = /[*_`[~\\]|https?:/;
/** What begins a block of its own, so that the text of an element ends there. */
const OTHER_BLOCK = /^[ \t]*(?:[-*+>][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/;
const MOST_LINES = 50;

/**
 * Text beside a tag, such as `<td>**text**</td>` or `<p>line`, is Markdown in MDX, with all tags in it: as HTML, it stays so for
 * CommonMark, too.
 */
export function readMdxText(lines: readonly Line[]): readonly Line[] {
  const read: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const length = measureText(lines, i);
    const own = lines.slice(i, i + Math.max(length, 1));
    const text = own.map(({ line }) => line).join('\n');
    const html = length === 0 ? undefined : writeText(text);
    if (html === undefined) read.push(...own);
    else for (const line of html.split('\n')) read.push({ line, isCode: false });
    i += own.length;
  }
  return read;
}

/** How many lines an element takes that has text beside its tag, up to the line of its end. */
function measureText(lines: readonly Line[], start: number): number {
  const { line: first = '', isCode = true } = lines[start] ?? {};
  const name = isCode ? undefined : BLOCK.exec(first)?.[2];
  if (name === undefined || dropTags(first).trim() === '') return 0;
  for (let i = start; i < lines.length && i < start + MOST_LINES; i++) {
    const { line, isCode: isInCode } = lines[i] as Line;
    if (line.trim() === '' || (i > start && (isInCode || OTHER_BLOCK.test(line)))) return 0;
    if (line.includes(`</${name}>`)) return i - start + 1;
  }
  return 0;
}

function dropTags(text: string): string {
  return text.replace(TAG, '');
}

/** Text as HTML, its tags as they are; undefined where there is no Markdown in it. */
function writeText(text: string): string | undefined {
  if (!SIGN.test(dropTags(text))) return undefined;
  const indentation = BLOCK.exec(text)?.[1] ?? '';
  const tags: string[] = [];
  const masked = text.trim().replace(TAG, (tag) => `<x-mdx-${tags.push(tag) - 1}>`);
  // A URL that is the text of a link is one already.
  const isLinked = /<a[\s>]/.test(text);
  const { extensions } = dialectOf(undefined);
  const html = writeInlineMarkdown(masked, isLinked ? extensions & ~EXTENSIONS.bareLinks : extensions);
  const shown = html?.replace(
    MASKED,
    (_, name: string | undefined, quoted: string) =>
      tags[Number(name)] ?? escapeText(tags[Number(quoted)] ?? ''),
  );
  return shown === undefined ? undefined : indentation + shown;
}

/** What stands for a tag while the text around it is read, as a tag and in code. */
const MASKED = /<x-mdx-(\d+)>|&lt;x-mdx-(\d+)&gt;/g;
