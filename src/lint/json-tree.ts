/** A value of JSON with the offset at which it begins. */
export type JsonNode = { readonly offset: number } & (
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonMember> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean' | 'null' }
);

interface JsonMember {
  /** Of the key. */
  readonly offset: number;
  readonly node: JsonNode;
  /** Whether the key was there before. */
  readonly isRepeated: boolean;
}

/** What keeps a text from being JSON, in words that fit after "it". */
export interface JsonFault {
  readonly reason: string;
  readonly offset: number;
}

/** Deeper nesting than any feed has. */
const MAX_DEPTH = 100;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Reads JSON (RFC 8259) into a tree with places.
 * @returns the tree, or what is wrong and where
 */
export function parseJson(text: string): { readonly node: JsonNode } | { readonly fault: JsonFault } {
  const reader = createReader(text);
  try {
    const node = readValue(reader, 0);
    reader.skip();
    if (reader.offset < text.length) reader.fail('goes on after its end');
    return { node };
  } catch (error) {
    if (isFault(error)) return { fault: error };
    throw error;
  }
}

function isFault(error: unknown): error is JsonFault {
  return typeof error === 'object' && error !== null && 'reason' in error && 'offset' in error;
}

function createReader(text: string) {
  let offset = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    offset += found?.length ?? 0;
    return found;
  };
  const fail = (reason: string): never => {
    const isEnd = text.slice(offset).trim() === '';
    throw { reason: isEnd ? 'ends in the middle: it was cut off' : reason, offset } satisfies JsonFault;
  };
  return {
    get offset() {
      return offset;
    },
    skip: () => match(SPACE),
    match,
    /** Takes a character when it comes next. */
    take: (character: string) => {
      match(SPACE);
      const isNext = text.charAt(offset) === character;
      if (isNext) offset++;
      return isNext;
    },
    fail,
  };
}

type Reader = ReturnType<typeof createReader>;

function readValue(reader: Reader, depth: number): JsonNode {
  reader.skip();
  const { offset } = reader;
  if (depth > MAX_DEPTH) reader.fail('nests too deep');
  if (reader.take('{')) return { kind: 'object', offset, members: readMembers(reader, depth + 1) };
  if (reader.take('[')) return { kind: 'array', offset, items: readItems(reader, depth + 1) };
  const string = reader.match(STRING);
  if (string !== undefined) return { kind: 'string', offset, value: JSON.parse(string) };
  const number = reader.match(NUMBER);
  if (number !== undefined) return { kind: 'number', offset, value: Number(number) };
  const word = reader.match(WORD);
  if (word !== undefined) return { kind: word === 'null' ? 'null' : 'boolean', offset };
  return reader.fail('has something that is no value of JSON');
}

function readMembers(reader: Reader, depth: number): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  if (reader.take('}')) return members;
  do {
    reader.skip();
    const { offset } = reader;
    const key: string = JSON.parse(reader.match(STRING) ?? reader.fail('lacks a key in double quotes'));
    if (!reader.take(':')) reader.fail('lacks a ":" after a key');
    members.set(key, { offset, isRepeated: members.has(key), node: readValue(reader, depth) });
  } while (reader.take(','));
  if (!reader.take('}')) reader.fail('lacks a "," or "}"');
  return members;
}

function readItems(reader: Reader, depth: number): readonly JsonNode[] {
  const items: JsonNode[] = [];
  if (reader.take(']')) return items;
  do items.push(readValue(reader, depth));
  while (reader.take(','));
  if (!reader.take(']')) reader.fail('lacks a "," or "]"');
  return items;
}
