import { SaxesParser } from 'saxes';
import { findEncoding } from '../documents/decode.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { createMender } from './mend-xml.ts';

/** An element with its text and those below it, by the names that are written in the document (`wp:status`). */
export interface RecordElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly RecordElement[];
}

/** Thrown when a document turns out not to be one; nothing was written by then. */
export class BrokenExport extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.message);
    this.problem = found;
  }
}

/** Which elements are given as records as soon as they end; everything else in the document is dropped. */
export interface RecordOptions {
  /** A file as shown to the user. */
  readonly source: string;
  readonly isRecord: (name: string, depth: number) => boolean;
}

interface Growing extends RecordElement {
  text: string;
  readonly children: Growing[];
}

/** Deeper than any export; it bounds what one record can hold open. */
const MAX_DEPTH = 100;
/** Larger than any article with its comments. */
const LARGEST_RECORD = 64_000_000;
/** An entity of HTML stays as it is written. */
const MINOR = /entity|the string "\]\]>"/;
const PAGE = /^\uFEFF?\s{0,1000}<(?:!doctype\s{1,100}html|html[\s>])/i;

/**
 * Reads an XML document of any size record by record. Entities are never expanded: a document that declares its own is refused.
 * @throws BrokenExport with the line of the fault
 */
export function* readRecords(
  pieces: Iterable<Uint8Array>,
  { source, isRecord }: RecordOptions,
): Generator<RecordElement> {
  const parser = new SaxesParser();
  const refuse = (reason: string): never => {
    const place = { file: source, line: parser.line, column: parser.column + 1 };
    throw new BrokenExport(problem('broken-export', place, { source, reason }));
  };
  const takeRecords = collectRecords(parser, isRecord, refuse);
  const { mend, end } = createMender();
  let isFirst = true;
  const feed = (text: string) => {
    if (isFirst && PAGE.test(text)) refuse('is an HTML page, not an export');
    isFirst = isFirst && text === '';
    parser.write(text);
  };
  const decode = openDecoder(refuse);
  for (const piece of pieces) {
    feed(mend(decode(piece)));
    yield* takeRecords();
  }
  feed(mend(decode()));
  feed(end());
  parser.close();
  yield* takeRecords();
}

/** Listens to a parser. @returns takes the records that ended since it was called last */
function collectRecords(
  parser: SaxesParser,
  isRecord: RecordOptions['isRecord'],
  refuse: (reason: string) => never,
): () => readonly RecordElement[] {
  const done: RecordElement[] = [];
  const open: Growing[] = [];
  const names: string[] = [];
  let size = 0;
  const grow = (text: string) => {
    const last = open.at(-1);
    if (!last) return;
    size += text.length;
    if (size > LARGEST_RECORD) refuse('contains an item larger than 64 MB');
    last.text += text;
  };
  parser.on('error', ({ message }) => {
    if (!MINOR.test(message)) refuse(explain(message, names));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse('declares its own XML entities, which are not supported');
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    if (names.length > MAX_DEPTH) refuse(`nests elements more than ${MAX_DEPTH} deep`);
    if (open.length === 0 && !isRecord(name, names.length)) return;
    const given = attributes as Record<string, string>;
    const element: Growing = { name, attributes: given, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', grow);
  parser.on('cdata', grow);
  parser.on('closetag', () => {
    names.pop();
    const closed = open.pop();
    if (!closed || open.length > 0) return;
    size = 0;
    done.push(closed);
  });
  return () => done.splice(0);
}

/** Reads text piece by piece, in the encoding that its start says; the call without a piece is the last. */
function openDecoder(refuse: (reason: string) => never): (piece?: Uint8Array) => string {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return (piece) => {
    decoder ??= new TextDecoder(findEncoding(piece ?? new Uint8Array()), { fatal: true });
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      return refuse(`has bytes after this line that are not ${decoder.encoding.toUpperCase()}`);
    }
  };
}

function explain(message: string, names: readonly string[]): string {
  const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  if (/unclosed tag|unexpected end/.test(reason))
    return names.length > 0
      ? `ends in the middle of <${names.at(-1)}>: it was cut off`
      : 'ends too early: it was cut off';
  return `is not well-formed: ${reason}`;
}

/**
 * The text of the first child of this name; undefined when there is none or it is empty. It is a copy: a part of a text would keep the
 * whole piece of the document in memory that it was cut from.
 */
export function textOf({ children }: RecordElement, name: string): string | undefined {
  const text = children.find((child) => child.name === name)?.text.trim();
  return text === undefined || text === '' ? undefined : Buffer.from(text).toString();
}

/** The children of this name. */
export function childrenOf({ children }: RecordElement, name: string): readonly RecordElement[] {
  return children.filter((child) => child.name === name);
}
