import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import type { Preset } from '../model/index.ts';
import type { Block } from './fence.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { isHtmlPage } from './html-page.ts';
import { splitArticle } from './split-article.ts';

/** A key that front matter gets, and its value as each language writes it. */
export interface NewPair {
  readonly key: string;
  readonly yaml: string;
  /** As JSON and TOML write it. */
  readonly json: string;
}

/** A file with new keys, or why it can't get them. */
export type InsertedPairs =
  | {
      readonly bytes: Buffer;
      /** How many lines were added: none inside a line of JSON, two more with fences around. */
      readonly lines: number;
    }
  | 'taken'
  | 'impossible';

/** What front matter says of the keys that it gets. */
interface Proof {
  /** Whether it says one of them already. */
  readonly isTaken: (data: FrontMatter) => boolean;
  /** Whether, read again, it says what it was given. */
  readonly isSaid: (data: FrontMatter) => boolean;
}

/** Text to insert at a byte offset. */
interface Addition {
  readonly offset: number;
  readonly text: string;
}

/**
 * Puts keys into the front matter of an article, in its own language, as the first lines of the block; a file without front matter
 * gets a block. Every other byte stays: the result is read again before it is believed.
 * @param bytes the whole file
 * @param preset the tool whose front matter it is
 * @param path of the file
 */
export function insertPairs(
  bytes: Buffer,
  pairs: readonly NewPair[],
  { isTaken, isSaid }: Proof,
  preset: Preset | undefined,
  path?: string,
): InsertedPairs {
  const split = isUtf8(bytes) ? splitArticle(bytes, true, preset, path) : undefined;
  if (split?.kind !== 'block' && split?.kind !== 'none') return 'impossible';
  // With front matter its own head would not be read any more.
  if (split.kind === 'none' && isHtmlPage(bytes.toString('utf8'))) return 'impossible';
  const block = split.kind === 'block' ? split : undefined;
  const read = block ? readFrontMatter(block, '') : { data: {}, problems: [] };
  if (read.problems.length > 0) return 'impossible';
  if (isTaken(read.data)) return 'taken';
  const { offset, text } = block
    ? addToBlock(bytes, block, pairs, read.data)
    : addBlock(bytes, pairs, lineEndAt(bytes, 0));
  const changed = Buffer.concat([bytes.subarray(0, offset), Buffer.from(text), bytes.subarray(offset)]);
  const body = bytes.subarray(split.kind === 'block' ? split.bodyOffset : offset);
  const again = splitArticle(changed, true, preset, path);
  if (again.kind !== 'block' || !changed.subarray(again.bodyOffset).equals(body)) return 'impossible';
  if (!isProven(again, read.data, pairs, isSaid)) return 'impossible';
  return { bytes: changed, lines: text.split('\n').length - 1 };
}

/** Whether front matter says what it should, to our own reader. */
function isProven(
  block: Block,
  before: FrontMatter,
  pairs: readonly NewPair[],
  isSaid: Proof['isSaid'],
): boolean {
  const { data, problems } = readFrontMatter(block, '');
  const added = new Set(pairs.map(({ key }) => key));
  // The parsers give objects with different prototypes for the same text; what they say counts.
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !added.has(key)));
  return problems.length === 0 && isSaid(data) && isDeepStrictEqual(rest, { ...before });
}

function addBlock(bytes: Buffer, pairs: readonly NewPair[], end: string): Addition {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const lines = pairs.map(({ key, yaml }) => `${key}: ${yaml}${end}`).join('');
  return { offset: isMarked ? 3 : 0, text: `---${end}${lines}---${end}` };
}

/** Before all other keys: in TOML a later line could belong to a table, in YAML to a block of text. */
function addToBlock(bytes: Buffer, block: Block, pairs: readonly NewPair[], data: FrontMatter): Addition {
  const start = lineStart(bytes, block.line);
  const end = lineEndAt(bytes, block.line > 1 ? lineStart(bytes, block.line - 1) : start);
  const write = (line: (pair: NewPair) => string) => pairs.map((pair) => `${line(pair)}${end}`).join('');
  if (block.language === 'toml') return { offset: start, text: write(({ key, json }) => `${key} = ${json}`) };
  if (block.language === 'lines') {
    const dots = block.text.trimStart().startsWith('..') ? '.. ' : '';
    const heading = /^# .*(?:\r?\n[ \t]*)+/.exec(block.text)?.[0] ?? '';
    const offset = start + Buffer.byteLength(heading);
    return { offset, text: write(({ key, yaml }) => `${dots}${key}: ${yaml}`) };
  }
  const blank = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]*)/.exec(block.text);
  const before = blank?.[0] ?? '';
  if (block.text[before.length] === '{') {
    const isBare = block.text.startsWith('{');
    const brace = isBare ? bytes.indexOf('{', start) : start + Buffer.byteLength(before);
    return addToObject(brace + 1, block.text.slice(before.length + 1), pairs, Object.keys(data).length > 0);
  }
  const indent = block.language === 'yaml' ? (blank?.[1] ?? '') : '';
  if (block.language !== 'json')
    return { offset: start, text: write(({ key, yaml }) => `${indent}${key}: ${yaml}`) };
  const last = Object.keys(data).length > 0 ? undefined : pairs.at(-1);
  const text = write((pair) => `${indent}${writeJsonPair(pair)}${pair === last ? '' : ','}`);
  return { offset: start, text };
}

/** After the brace of a JSON object, or of a YAML mapping that is written like one. */
function addToObject(offset: number, rest: string, pairs: readonly NewPair[], hasMore: boolean): Addition {
  const written = pairs.map((pair, index) => {
    const isLast = index === pairs.length - 1;
    return `${writeJsonPair(pair)}${isLast && !hasMore ? '' : ','}`;
  });
  const lineBreak = /^[ \t]*(\r?\n)([ \t]*)/.exec(rest);
  if (!lineBreak) return { offset, text: hasMore ? `${written.join(' ')} ` : written.join(' ') };
  const [whole, end = '\n', indent = ''] = lineBreak;
  const next = offset + Buffer.byteLength(whole) - Buffer.byteLength(indent);
  const own = hasMore ? indent : `${indent}  `;
  return { offset: next, text: written.map((pair) => `${own}${pair}${end}`).join('') };
}

function writeJsonPair({ key, json }: NewPair): string {
  return `"${key}": ${json}`;
}

/** Byte offset of a 1-based line. */
function lineStart(bytes: Buffer, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = bytes.indexOf(0x0a, start) + 1;
  return start;
}

/** How the line at an offset ends. */
function lineEndAt(bytes: Buffer, offset: number): string {
  const newline = bytes.indexOf(0x0a, offset);
  return newline > 0 && bytes[newline - 1] === 0x0d ? '\r\n' : '\n';
}
