import { type Cbor, CborLink, type CborMap, readCbor, toList, toMap } from './read-cbor.ts';

/** A record of a repository of the AT Protocol. */
interface RepositoryRecord {
  /** Such as `app.bsky.feed.post/3k2a4b`. */
  readonly path: string;
  readonly value: CborMap;
}

export interface Repository {
  /** Whose it is: `did:plc:…`. */
  readonly owner: string;
  readonly records: readonly RepositoryRecord[];
}

/** Whether the start of a file is that of a CAR file, read as text. */
export function isCar(start: string): boolean {
  return /^[\s\S]{2,4}eroots/.test(start) && /gversion\u0001/.test(start.slice(0, 200));
}

/**
 * Reads the repository of an account (AT Protocol, "Repository"; CAR version 1): blocks in any order, which a tree of names leads to.
 * @throws RangeError for bytes that are none, or that end too early
 */
export function readRepository(bytes: Uint8Array): Repository {
  const { blocks, root } = readBlocks(bytes);
  const read = (link: Cbor | undefined): CborMap => {
    const block = link instanceof CborLink ? blocks.get(keyOf(link.bytes)) : undefined;
    if (!block) throw new RangeError('It has a link to what it does not have.');
    return toMap(readCbor(block));
  };
  const commit = read(root);
  const owner = typeof commit.did === 'string' ? commit.did : '';
  if (!/^did:[a-z]+:[\w.:%-]{1,200}$/.test(owner)) throw new RangeError('It says no owner.');
  return { owner, records: listRecords(commit.data, read) };
}

/** The tree is balanced, so that it is no deeper than this. */
const MAX_DEPTH = 200;

function listRecords(
  top: Cbor | undefined,
  read: (link: Cbor | undefined) => CborMap,
): readonly RepositoryRecord[] {
  const found: RepositoryRecord[] = [];
  const seen = new Set<string>();
  const walk = (link: Cbor | undefined, depth: number): void => {
    if (!(link instanceof CborLink) || depth > MAX_DEPTH) return;
    const key = keyOf(link.bytes);
    if (seen.has(key)) return;
    seen.add(key);
    const node = read(link);
    walk(node.l, depth + 1);
    let path = '';
    for (const entry of toList(node.e)) {
      const { p: shared, k: rest, v: value, t: next } = toMap(entry);
      // A name has what it shares with the one before, and the rest.
      path =
        path.slice(0, Number(shared ?? 0)) +
        (rest instanceof Uint8Array ? Buffer.from(rest).toString('latin1') : '');
      found.push({ path, value: read(value) });
      walk(next, depth + 1);
    }
  };
  walk(top, 0);
  return found;
}

function readBlocks(bytes: Uint8Array) {
  const blocks = new Map<string, Uint8Array>();
  const header = readVarint(bytes, 0);
  const { roots } = toMap(readCbor(bytes.subarray(header.end, header.end + header.value)));
  for (let at = header.end + header.value; at < bytes.length; ) {
    const { value: length, end } = readVarint(bytes, at);
    if (length === 0 || end + length > bytes.length) throw new RangeError('The bytes end too early.');
    const block = bytes.subarray(end, end + length);
    const idLength = measureId(block);
    blocks.set(keyOf(block.subarray(0, idLength)), block.subarray(idLength));
    at = end + length;
  }
  return { blocks, root: toList(roots)[0] };
}

/** CID version 1: version, codec, then a hash with its kind and its length. */
function measureId(block: Uint8Array): number {
  const version = readVarint(block, 0);
  const codec = readVarint(block, version.end);
  const kind = readVarint(block, codec.end);
  const length = readVarint(block, kind.end);
  return length.end + length.value;
}

function readVarint(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start; at < bytes.length && at < start + 7; at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * 2 ** (7 * (at - start));
    if (byte < 128) return { value, end: at + 1 };
  }
  throw new RangeError('The bytes end too early.');
}

function keyOf(id: Uint8Array): string {
  return Buffer.from(id).toString('base64');
}
