import { findCode } from './code.ts';
import { findLongTag, MOST_ATTRIBUTES } from './long-tags.ts';
import { splitParagraphs } from './paragraphs.ts';

/** Why a body is not rendered, and where. */
export interface Refusal {
  readonly reason: string;
  readonly offset: number;
}

/** Limits that no article comes near and that keep the parsers, quadratic in places, below a second per file (R71). */
const MOST_MARKERS = 100;
const MOST_OPEN_TAGS = 4000;
const MOST_CELLS = 60_000;
const MOST_PAIRS = 100_000_000;
/** UTF-16 units; the parser needs about as many bytes. */
const MOST_COPIED = 150_000_000;
const MOST_TYPOGRAPHIC = 60_000_000;
const MOST_REFERENCED = 20_000_000;
const MOST_MARKS = 250_000;
const MOST_NOTES = 20_000;

/** Below this size nothing is slow enough to look for. */
const SMALL = 2000;

const DEEP_LINE = new RegExp(`(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${MOST_MARKERS}}`, 'y');
const DELIMITER_ROW = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm;
const NOT_NESTED: ReadonlySet<string> = new Set(
  'br hr img input wbr col source track area embed link meta param p li dt dd td th tr option'.split(' '),
);

/** Looks, in linear time, for what would make a body take very long to parse. */
export function checkCost(text: string, markdown: boolean): Refusal | undefined {
  if (text.length < SMALL) return undefined;
  return (
    (markdown
      ? (checkMarkers(text) ?? checkParagraphs(text) ?? checkReferences(text) ?? checkNotes(text))
      : undefined) ??
    checkMarks(text) ??
    checkTags(text) ??
    checkAttributes(text, markdown)
  );
}

/** Looks for quotes and lists that are nested too deep, which HTML set apart can bring to the beginning of a line, too. */
export function checkMarkers(text: string): Refusal | undefined {
  for (let line = 0; line >= 0; line = nextLine(text, line)) {
    DEEP_LINE.lastIndex = line;
    if (DEEP_LINE.test(text))
      return { reason: `more than ${MOST_MARKERS} nested quotes or lists`, offset: line };
  }
  return undefined;
}

/** Where the next line begins, -1 after the last. */
function nextLine(text: string, line: number): number {
  const newline = text.indexOf('\n', line);
  return newline < 0 ? -1 : newline + 1;
}

/**
 * Within a paragraph, underscores cost the square of their number, a table its width times height, and for each entity and each
 * `<` of a declaration the parser copies the text before it.
 */
function checkParagraphs(text: string): Refusal | undefined {
  const many = count(text, '_') ** 2 > MOST_PAIRS || mayBeCopied(text, DECLARED);
  if (!many && count(text, '|') * count(text, '\n') < MOST_CELLS) return undefined;
  let pairs = 0;
  let copied = 0;
  let cells = 0;
  for (const { paragraph, offset } of splitParagraphs(text)) {
    pairs += count(paragraph, '_') ** 2;
    copied += countCopied(paragraph, DECLARED);
    if ((pairs > MOST_PAIRS || copied > MOST_COPIED) && isCostlyProse(text)) {
      return { reason: 'too many entities or underscores in one paragraph', offset };
    }
    cells += countCells(paragraph);
    if (cells > MOST_CELLS) return { reason: `tables of more than ${MOST_CELLS} cells`, offset };
  }
  return undefined;
}

/** Whether a text is too costly without its code, which is not looked at closely. */
function isCostlyProse(text: string): boolean {
  let prose = '';
  let from = 0;
  for (const { start, end } of findCode(text, true)) {
    prose += text.slice(from, start);
    from = end;
  }
  prose += text.slice(from);
  return (
    sumParagraphs(prose, (paragraph) => count(paragraph, '_') ** 2) > MOST_PAIRS ||
    sumParagraphs(prose, (paragraph) => countCopied(paragraph, DECLARED)) > MOST_COPIED
  );
}

function sumParagraphs(text: string, cost: (paragraph: string) => number): number {
  let sum = 0;
  for (const { paragraph } of splitParagraphs(text)) sum += cost(paragraph);
  return sum;
}

/** What begins entities, declarations and instructions. */
const DECLARED: readonly string[] = ['&', '<!', '<?'];
/** What typography replaces. */
const TYPOGRAPHIC: readonly string[] = ['"', "'", '--', '...'];

/** Whether a text is long enough, and has enough marks, to be looked at by the paragraph. */
function mayBeCopied(text: string, marks: readonly string[], most = MOST_COPIED): boolean {
  return text.length ** 2 > most && countCopied(text, marks) > most;
}

function countCopied(paragraph: string, marks: readonly string[]): number {
  return paragraph.length * marks.reduce((sum, mark) => sum + count(paragraph, mark), 0);
}

/** Whether a text has more quotation marks, dashes and dots in a paragraph than any article: they stay as they are typed then. */
export function hasTooMuchTypography(text: string): boolean {
  return (
    mayBeCopied(text, TYPOGRAPHIC, MOST_TYPOGRAPHIC) &&
    sumParagraphs(text, (paragraph) => countCopied(paragraph, TYPOGRAPHIC)) > MOST_TYPOGRAPHIC
  );
}

/** A short row of a table is filled up to the width of its head. */
function countCells(paragraph: string): number {
  if (!paragraph.includes('|') || !paragraph.includes('-')) return 0;
  let width = 0;
  for (const row of paragraph.matchAll(DELIMITER_ROW)) width = Math.max(width, count(row[0], '|') + 1);
  return width === 0 ? 0 : width * count(paragraph, '\n');
}

/** A long URL that many links refer to would be repeated in each. */
function checkReferences(text: string): Refusal | undefined {
  const links = count(text, '[');
  if (links * text.length <= MOST_REFERENCED) return undefined;
  let longest = 0;
  let offset = 0;
  for (const definition of text.matchAll(/^[ \t>]*\[[^\]\n]+\]:[^\n]*/gm)) {
    if (definition[0].length <= longest) continue;
    longest = definition[0].length;
    offset = definition.index;
  }
  const tooLong = longest > 0 && longest * links > MOST_REFERENCED;
  return tooLong ? { reason: 'too many links to one long URL', offset } : undefined;
}

/** Each note and each reference to it is looked for among all others. */
function checkNotes(text: string): Refusal | undefined {
  const offset = text.indexOf('[^');
  return count(text, '[^') > MOST_NOTES ? { reason: `more than ${MOST_NOTES} footnotes`, offset } : undefined;
}

/** Each mark may become an element. */
function checkMarks(text: string): Refusal | undefined {
  if (text.length < MOST_MARKS) return undefined;
  let marks = 0;
  for (const mark of text.matchAll(/\n[ \t]*(?:\n|(?=-))|[`@*_[|<{]/g)) {
    if (++marks > MOST_MARKS)
      return { reason: `more than ${MOST_MARKS} marks of markup`, offset: mark.index };
  }
  return undefined;
}

function checkTags(text: string): Refusal | undefined {
  if (count(text, '<') < MOST_OPEN_TAGS) return undefined;
  const open = new Map<string, number>();
  let total = 0;
  for (const tag of text.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    const name = (tag[2] ?? '').toLowerCase();
    if (NOT_NESTED.has(name)) continue;
    const before = open.get(name) ?? 0;
    const change = tag[1] === '' ? 1 : before > 0 ? -1 : 0;
    open.set(name, before + change);
    total += change;
    if (total > MOST_OPEN_TAGS)
      return { reason: `more than ${MOST_OPEN_TAGS} unclosed tags`, offset: tag.index };
  }
  return undefined;
}

/** Each attribute of a tag is looked for among all others. */
function checkAttributes(text: string, markdown: boolean): Refusal | undefined {
  const offset = text.length < 10 * SMALL ? undefined : findLongTag(text, markdown);
  return offset === undefined
    ? undefined
    : { reason: `a tag with more than ${MOST_ATTRIBUTES} attributes`, offset };
}

/** How often a text has another one in it. */
export function count(text: string, character: string): number {
  let times = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) times++;
  return times;
}
