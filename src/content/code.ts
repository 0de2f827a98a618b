import type { CodeRange } from './code-range.ts';
import { followMarks } from './follow-marks.ts';
import { findQuotedCodeEnd, isQuotedBlank } from './quoted-code.ts';
import { findElementEnd, findHtmlCode, readElementName, readTaggedCode } from './tagged-code.ts';

interface Scan {
  readonly text: string;
  readonly ranges: CodeRange[];
  position: number;
  afterBlank: boolean;
  /** Columns at which the contents of the open list items begin. */
  readonly lists: number[];
  /** What was looked for once and is not in the rest of the text: keeps the scan linear. */
  readonly missing: Set<string>;
}

/** List and quotation markers that a line begins with. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
const FENCE = /^(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)$/;
const LIST_ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)/;

/** Finds the code of a Markdown or HTML source, in order, in one pass over the lines. */
export function findCode(text: string, markdown: boolean): CodeRange[] {
  if (!markdown) return findHtmlCode(text);
  const scan: Scan = { text, ranges: [], position: 0, afterBlank: true, lists: [], missing: new Set() };
  while (scan.position < text.length) {
    const line = readLine(text, scan.position);
    if (isBlank(line)) {
      scan.afterBlank ||= line.trim() === '';
      scan.position += line.length + 1;
      continue;
    }
    if (readFence(scan, line) || readIndented(scan, line) || readTagged(scan, line)) continue;
    if (!readQuoted(scan)) readParagraph(scan);
  }
  return scan.ranges;
}

function readLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.slice(from) : text.slice(from, end);
}

function readFence(scan: Scan, line: string): boolean {
  const prefix = CONTAINERS.exec(line)?.[0] ?? '';
  const fence = FENCE.exec(line.slice(prefix.length));
  if (fence === null) return false;
  const mark = fence[1] ?? fence[2] ?? '';
  const quoted = prefix.includes('>');
  enterLine(scan, line);
  let position = scan.position + line.length + 1;
  while (position < scan.text.length) {
    const inner = readLine(scan.text, position);
    if (quoted && !/^[ \t]*>/.test(inner)) break;
    position += inner.length + 1;
    if (closesFence(inner, mark)) break;
  }
  scan.ranges.push({ start: scan.position, end: Math.min(position, scan.text.length) });
  scan.position = position;
  scan.afterBlank = true;
  return true;
}

function closesFence(line: string, mark: string): boolean {
  const rest = line.replace(/^[ \t>]*/, '').trimEnd();
  return rest.length >= mark.length && rest === (mark[0] ?? '').repeat(rest.length);
}

function readIndented(scan: Scan, line: string): boolean {
  const indent = measureIndent(line);
  if (!scan.afterBlank) return false;
  closeLists(scan, indent);
  const least = (scan.lists[scan.lists.length - 1] ?? 0) + 4;
  if (indent < least) return false;
  const start = scan.position;
  let inner = line;
  while (scan.position < scan.text.length && (inner.trim() === '' || measureIndent(inner) >= least)) {
    scan.position += inner.length + 1;
    inner = readLine(scan.text, scan.position);
  }
  scan.ranges.push({ start, end: Math.min(scan.position, scan.text.length) });
  return true;
}

function readQuoted(scan: Scan): boolean {
  const { text, position: start } = scan;
  const end = findQuotedCodeEnd(text, start);
  if (end === undefined) return false;
  scan.ranges.push({ start, end });
  scan.position = end;
  return true;
}

function readTagged(scan: Scan, line: string): boolean {
  const prefix = CONTAINERS.exec(line)?.[0].length ?? 0;
  if (!/[{[]/.test(line[prefix] ?? '')) return false;
  const range = readTaggedCode(scan.text, scan.position + prefix, scan.missing);
  if (range === undefined) return false;
  enterLine(scan, line);
  scan.ranges.push(range);
  scan.position = range.end;
  return true;
}

/** Reads lines up to a blank one or the next block, and finds the code in them. */
function readParagraph(scan: Scan): void {
  const start = scan.position;
  let line = readLine(scan.text, scan.position);
  enterLine(scan, line);
  do {
    scan.position += line.length + 1;
    line = readLine(scan.text, scan.position);
  } while (scan.position < scan.text.length && !isBlank(line) && !beginsBlock(line));
  const end = Math.min(scan.position, scan.text.length);
  scan.position = Math.max(scan.position, findInlineCode(scan, start, end));
}

function isBlank(line: string): boolean {
  return line.trim() === '' || isQuotedBlank(line);
}

function beginsBlock(line: string): boolean {
  const rest = line.slice(CONTAINERS.exec(line)?.[0].length ?? 0);
  return FENCE.test(rest) || LIST_ITEM.test(line) || /^(?:#{1,6}[ \t]|[{[|])/.test(rest);
}

const TAG_AT_LINE_END = /\{(?:\{[<%][^\n{}]*\}\}|%[^\n{}]*%\})[ \t]*\n/y;

/** Finds code spans and elements of code in a paragraph; returns where the last of them ends. */
function findInlineCode(scan: Scan, start: number, end: number): number {
  const paragraph = scan.text.slice(start, end);
  const findRun = followMarks(
    Array.from(paragraph.matchAll(/`+/g), ({ 0: run, index }) => [run.length, start + index]),
  );
  const inline = /\\`|`+|\{(?=[{%])|<(?=pre\b|code\b|script\b|style\b|textarea\b|kbd\b|samp\b|!--)/gi;
  let reached = end;
  for (let match = inline.exec(paragraph); match !== null; match = inline.exec(paragraph)) {
    const mark = match[0];
    const at = start + match.index;
    if (mark.startsWith('\\')) continue;
    if (mark === '{') {
      const range = readCodeLines(scan, at);
      if (range !== undefined) scan.ranges.push(range);
      reached = Math.max(reached, range?.end ?? 0);
      inline.lastIndex = range === undefined ? inline.lastIndex : range.end - start;
      continue;
    }
    const close = mark === '<' ? closeElement(scan, at, end) : closeSpan(findRun(mark.length, at), mark);
    if (close === undefined) continue;
    scan.ranges.push({ start: at, end: close });
    reached = Math.max(reached, close);
    inline.lastIndex = close - start;
  }
  return reached;
}

/** The code of a template tag after words, if it begins on the next line: what is in their line belongs to their sentence. */
function readCodeLines({ text, missing }: Scan, start: number): CodeRange | undefined {
  TAG_AT_LINE_END.lastIndex = start;
  return TAG_AT_LINE_END.test(text) ? readTaggedCode(text, start, missing) : undefined;
}

/** Where a code span ends whose closing run of backticks is at a place, if anywhere. */
function closeSpan(closing: number | undefined, mark: string): number | undefined {
  return closing === undefined ? undefined : closing + mark.length;
}

/** Where an element of code or a comment ends; `code`, `kbd` and `samp` end in their paragraph. */
function closeElement(scan: Scan, start: number, end: number): number | undefined {
  const name = readElementName(scan.text, start);
  const close = findElementEnd(scan.text, start, name, scan.missing);
  const inline = name === 'code' || name === 'kbd' || name === 'samp';
  return close !== undefined && inline && close > end ? undefined : close;
}

/** Notes what a line says about the open lists. */
function enterLine(scan: Scan, line: string): void {
  const indent = measureIndent(line);
  const item = LIST_ITEM.exec(line);
  if (item !== null || scan.afterBlank) closeLists(scan, indent);
  if (item !== null) {
    const gap = item[3] ?? '';
    scan.lists.push(indent + (item[2] ?? '').length + (gap.length === 0 || gap.length > 4 ? 1 : gap.length));
  }
  scan.afterBlank = false;
}

function closeLists(scan: Scan, indent: number): void {
  while ((scan.lists[scan.lists.length - 1] ?? 0) > indent) scan.lists.pop();
}

function measureIndent(line: string): number {
  let columns = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === ' ') columns++;
    else if (line[i] === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
