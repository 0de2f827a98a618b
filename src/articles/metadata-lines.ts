import type { Block } from './fence.ts';

/** A line of metadata, and one that goes on with the value before it. */
const PAIR = /^ {0,3}([\p{L}\p{N}][\p{L}\p{N}_-]*):(?:[ \t]+(\S.*)|[ \t]*)$/u;
const MORE = /^(?: {4,}|\t)[ \t]*(\S.*)$/;
/** Without a title or a date these lines are just text with colons in it. */
const TELLING = /^ {0,3}(?:title|date):[ \t]*\S/i;
/** Nikola's metadata stands in a comment: `.. title: A`. */
const COMMENT = '<!--';
const DOTTED = /^[ \t]*\.\. ([\p{L}\p{N}][\p{L}\p{N}_-]*):(?:[ \t]+(\S.*)|[ \t]*)$/u;

type Lines = Pick<Block, 'text' | 'line'> & {
  /** Where the body begins in the text of the file. */ readonly end: number;
};

/**
 * Finds metadata without fences at the top of a file: the lines `Title: A` of MultiMarkdown and Pelican, up to the first blank
 * line, or the lines `.. title: A` in a comment of Nikola.
 * @param bytes the first bytes of the file
 * @param whole whether these are all of its bytes
 */
export function splitMetadata(bytes: Buffer, whole: boolean): Block | 'incomplete' | undefined {
  const text = bytes.toString('utf8');
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const found = text.startsWith(COMMENT, start) ? findComment(text, start) : findPlain(text, start);
  if (found === undefined) return undefined;
  if (found.end >= text.length && !whole) return 'incomplete';
  return {
    kind: 'block',
    language: 'lines',
    text: found.text,
    line: found.line,
    bodyOffset: Buffer.byteLength(text.slice(0, found.end), 'utf8'),
  };
}

function findPlain(text: string, start: number): Lines | undefined {
  let isTelling = false;
  let end = start;
  for (const line of linesFrom(text, start)) {
    const bare = line.trimEnd();
    if (end === start && !PAIR.test(bare)) return undefined;
    if (bare === '') {
      const written = text.slice(start, end);
      return isTelling ? { text: written, line: 1, end: end + line.length } : undefined;
    }
    if (!PAIR.test(bare) && !MORE.test(bare)) {
      // A list of YAML, whose fences were forgotten.
      if (/^[ \t-]/.test(bare)) return undefined;
      break;
    }
    isTelling ||= TELLING.test(bare);
    end += line.length;
  }
  return isTelling ? { text: text.slice(start, end), line: 1, end } : undefined;
}

function findComment(text: string, start: number): Lines | undefined {
  const close = text.indexOf('-->', start);
  const first = text.indexOf('\n', start) + 1;
  const inside = close < 0 || first === 0 || first > close ? '' : text.slice(first, close);
  const lines = inside.split('\n').filter((line) => line.trim() !== '');
  const isOurs = text.slice(start + COMMENT.length, first).trim() === '' && lines.length > 0;
  if (!isOurs || !lines.every((line) => DOTTED.test(line.trimEnd()))) return undefined;
  return { text: inside, line: 2, end: close + 3 };
}

/** The lines of a text from a place on, with their ends. */
export function* linesFrom(text: string, start: number): Generator<string> {
  for (let from = start; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline + 1;
    yield text.slice(from, end);
    from = end;
  }
}

/** Keys whose value is a list, separated by `;` or else by commas. */
const LIST = /^(?:authors|tags)$/i;

/**
 * Reads what {@link splitMetadata} found: every value is text as it stands, but for `tags` and `authors`; of a key that appears
 * twice, the first counts.
 */
export function readMetadata(text: string): object {
  const data = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of text.split('\n').map((each) => each.trimEnd())) {
    const pair = PAIR.exec(line) ?? DOTTED.exec(line);
    const [, key = '', value = ''] = pair ?? [];
    const more = MORE.exec(line)?.[1];
    if (pair) {
      last = [value];
      if (!data.has(key)) data.set(key, last);
    } else if (more !== undefined) last.push(more);
  }
  return Object.fromEntries([...data].map(([key, parts]) => [key, readValue(key, parts.join(' ').trim())]));
}

/** A value of metadata: text as it stands, but for tags and authors. */
export function readValue(key: string, text: string): string | readonly string[] {
  if (!LIST.test(key)) return text;
  const words = text.split(text.includes(';') ? ';' : ',').map((word) => word.trim());
  return words.filter((word) => word !== '');
}
