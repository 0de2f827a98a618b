/** A value of DAG-CBOR; links are {@link CborLink}. */
export type Cbor = null | boolean | number | string | Uint8Array | CborLink | readonly Cbor[] | CborMap;

export interface CborMap {
  readonly [key: string]: Cbor;
}

/** The identifier of another block, as bytes (CID). */
export class CborLink {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Deeper than any record; it bounds what hostile bytes can nest. */
const MAX_DEPTH = 64;
const LINK = 42;

/**
 * Reads the value of DAG-CBOR with which bytes begin (RFC 8949, with links alone for tags and nothing of unknown length).
 * @throws RangeError for bytes that are none
 */
export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('The bytes end too early.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const readNumber = (info: number): number => {
    if (info < 24) return info;
    const place = at;
    take(info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : info === 27 ? 8 : Number.POSITIVE_INFINITY);
    if (info === 24) return view.getUint8(place);
    if (info === 25) return view.getUint16(place);
    return info === 26 ? view.getUint32(place) : Number(view.getBigUint64(place));
  };
  const readSimple = (info: number): Cbor => {
    if (info === 27) {
      take(8);
      return view.getFloat64(at - 8);
    }
    return info === 21 ? true : info === 20 ? false : null;
  };
  const read = (depth: number): Cbor => {
    if (depth > MAX_DEPTH) throw new RangeError('The bytes nest too deeply.');
    const [head = 0] = take(1);
    const [major, info] = [head >> 5, head & 31];
    if (major === 7) return readSimple(info);
    const number = readNumber(info);
    if (major === 0) return number;
    if (major === 1) return -1 - number;
    if (major === 2) return take(number);
    if (major === 3) return Buffer.from(take(number)).toString('utf8');
    if (major === 6) return readLink(number, read(depth + 1));
    // Each member takes one byte at least.
    if (number > bytes.length - at) throw new RangeError('The bytes end too early.');
    const list = (): Cbor[] => Array.from({ length: number }, () => read(depth + 1));
    if (major === 4) return list();
    return Object.fromEntries(
      Array.from({ length: number }, () => [String(read(depth + 1)), read(depth + 1)]),
    );
  };
  return read(0);
}

/** A link is a byte string that begins with a zero. */
function readLink(tag: number, value: Cbor): CborLink {
  if (tag !== LINK || !(value instanceof Uint8Array)) throw new RangeError('This tag is no link.');
  return new CborLink(value.subarray(1));
}

/** A map, or an empty one for what is none. */
export function toMap(value: Cbor | undefined): CborMap {
  const isMap =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof CborLink);
  return isMap ? (value as CborMap) : {};
}

/** A list, or an empty one for what is none. */
export function toList(value: Cbor | undefined): readonly Cbor[] {
  return Array.isArray(value) ? value : [];
}
