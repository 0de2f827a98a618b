import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { readOwnId } from './addresses.ts';
import { type Block, splitFrontMatter } from './fence.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { findFact } from './keys.ts';

/** A file with its id, or why it can't get one. */
export type Insertion =
  /** `lines` is how many were added: one, three with fences around it, none inside a line of JSON. */
  | { readonly kind: 'inserted'; readonly bytes: Buffer; readonly lines: 0 | 1 | 3 }
  | { readonly kind: 'has-id' }
  | { readonly kind: 'impossible' };

/** Text to insert at a byte offset. */
interface Addition {
  readonly offset: number;
  readonly text: string;
}

/**
 * Puts `id` into the front matter of an article, in its own language, as the first line of the block; a file without front matter
 * gets a block. Every other byte stays: the result is read again before it is believed.
 * @param bytes the whole file
 * @returns `impossible` also for an id that front matter can't keep, such as one with two blanks in a row
 */
export function insertId(bytes: Buffer, id: string): Insertion {
  const split = isUtf8(bytes) ? splitFrontMatter(bytes, true) : undefined;
  if (split?.kind !== 'block' && split?.kind !== 'none') return { kind: 'impossible' };
  const block = split.kind === 'block' ? split : undefined;
  const read = block ? readFrontMatter(block, '') : { data: {}, problems: [] };
  if (read.problems.length > 0) return { kind: 'impossible' };
  if (Object.hasOwn(read.data, 'id') || findFact(read.data, 'id')) return { kind: 'has-id' };
  const { offset, text } = block
    ? addToBlock(bytes, block, id, read.data)
    : addBlock(bytes, id, lineEndAt(bytes, 0));
  const changed = Buffer.concat([bytes.subarray(0, offset), Buffer.from(text), bytes.subarray(offset)]);
  const body = split.kind === 'block' ? split.bodyOffset : offset;
  if (!isProven(changed, { ...read.data, id }, bytes.subarray(body))) return { kind: 'impossible' };
  const lines = text.split('\n').length - 1;
  return { kind: 'inserted', bytes: changed, lines: lines === 3 ? 3 : lines === 1 ? 1 : 0 };
}

/** Whether a file says what it should, to our own reader, and has its body. */
function isProven(bytes: Buffer, data: FrontMatter, body: Buffer): boolean {
  const split = splitFrontMatter(bytes, true);
  if (split.kind !== 'block') return false;
  const read = readFrontMatter(split, '');
  // The parsers give objects with different prototypes for the same text; what they say counts.
  return (
    read.problems.length === 0 &&
    readOwnId(read.data) === data.id &&
    isDeepStrictEqual({ ...read.data }, { ...data }) &&
    bytes.subarray(split.bodyOffset).equals(body)
  );
}

function addBlock(bytes: Buffer, id: string, end: string): Addition {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { offset: isMarked ? 3 : 0, text: `---${end}id: ${writeYaml(id)}${end}---${end}` };
}

/** Before all other keys: in TOML a later line could belong to a table, in YAML to a block of text. */
function addToBlock(bytes: Buffer, block: Block, id: string, data: FrontMatter): Addition {
  const start = lineStart(bytes, block.line);
  const end = lineEndAt(bytes, block.line > 1 ? lineStart(bytes, block.line - 1) : start);
  if (block.language === 'toml') return { offset: start, text: `id = ${writeString(id)}${end}` };
  const blank = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]*)/.exec(block.text);
  const before = blank?.[0] ?? '';
  if (block.text[before.length] === '{') {
    const isBare = block.text.startsWith('{');
    const brace = isBare ? bytes.indexOf('{', start) : start + Buffer.byteLength(before);
    return addToObject(brace + 1, block.text.slice(before.length + 1), id, Object.keys(data).length > 0);
  }
  const indent = block.language === 'yaml' ? (blank?.[1] ?? '') : '';
  const comma = Object.keys(data).length > 0 ? ',' : '';
  const pair = block.language === 'json' ? `"id": ${writeString(id)}${comma}` : `id: ${writeYaml(id)}`;
  return { offset: start, text: `${indent}${pair}${end}` };
}

/** After the brace of a JSON object, or of a YAML mapping that is written like one. */
function addToObject(offset: number, rest: string, id: string, hasMore: boolean): Addition {
  const pair = `"id": ${writeString(id)}${hasMore ? ',' : ''}`;
  const lineBreak = /^[ \t]*(\r?\n)([ \t]*)/.exec(rest);
  if (!lineBreak) return { offset, text: hasMore ? `${pair} ` : pair };
  const [whole, end = '\n', indent = ''] = lineBreak;
  const next = offset + Buffer.byteLength(whole) - Buffer.byteLength(indent);
  return { offset: next, text: `${hasMore ? indent : `${indent}  `}${pair}${end}` };
}

/** URLs and `tag:` ids need no quotes; whatever else another reader could take for a number or a comment gets them. */
function writeYaml(id: string): string {
  return /^[a-z][a-z0-9+.-]*:[\w./~?@!$&()*+,;=%#:-]*[\w/~=%-]$/i.test(id) ? id : writeString(id);
}

/** A string as JSON, YAML and TOML all read it: what is not for printing is escaped. */
function writeString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
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
