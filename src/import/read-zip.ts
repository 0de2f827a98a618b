import { crc32, inflateRawSync } from 'node:zlib';

/** A file of a zip, as its directory says it. */
export interface ZipEntry {
  /** With `/` between segments. */
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  readonly isEncrypted: boolean;
  /** What its name stands for is elsewhere. */
  readonly isLink: boolean;
  /** 0 for stored, 8 for deflated (§4.4.5). */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const [END, END_64, LOCATOR_64, CENTRAL, LOCAL] = [
  0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50, 0x04034b50,
];
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const UNSAID = 0xffffffff;

/**
 * The files of a zip (PKWARE's APPNOTE 6.3, with Zip64): what its directory lists, without folders.
 * @param most how many entries are read at most, one more than is good
 * @throws RangeError for anything that is not a whole zip
 */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findDirectory(view);
  const entries: ZipEntry[] = [];
  for (let at = offset, index = 0; index < count && index < most; index++) {
    if (view.readUInt32LE(at) !== CENTRAL) throw new RangeError('no entry');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((each) => view.readUInt16LE(at + each));
    const end = at + 46 + (nameLength ?? 0);
    entries.push(readEntry(view, at, end, end + (extraLength ?? 0)));
    at = end + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** The directory is named at the end, behind which only a comment may be. */
function findDirectory(view: Buffer): { readonly count: number; readonly offset: number } {
  const first = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= first; at--) {
    if (view.readUInt32LE(at) !== END) continue;
    const [count, offset] = [view.readUInt16LE(at + 10), view.readUInt32LE(at + 16)];
    const is64 = at >= 20 && view.readUInt32LE(at - 20) === LOCATOR_64;
    return is64 ? readEnd64(view, readNumber(view, at - 12)) : { count, offset };
  }
  throw new RangeError('no directory');
}

function readEnd64(view: Buffer, at: number) {
  if (view.readUInt32LE(at) !== END_64) throw new RangeError('no directory');
  return { count: readNumber(view, at + 32), offset: readNumber(view, at + 48) };
}

function readNumber(view: Buffer, at: number): number {
  return Number(view.readBigUInt64LE(at));
}

const UNIX = 3;

function readEntry(view: Buffer, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const flags = view.readUInt16LE(at + 8);
  const name = view.subarray(at + 46, nameEnd);
  // Sizes that 32 bits can't say are in the extra field, in this order.
  const large = readLarge(view, nameEnd, extraEnd);
  const [size = 0, packedSize = 0, offset = 0] = [24, 20, 42].map((each) => {
    const said = view.readUInt32LE(at + each);
    return said === UNSAID ? (large.shift() ?? said) : said;
  });
  const isUnix = view.readUInt8(at + 5) === UNIX;
  return {
    name: readName(name).replaceAll('\\', '/'),
    size,
    packedSize,
    offset,
    isEncrypted: (flags & 1) === 1,
    isLink: isUnix && (view.readUInt16LE(at + 40) & 0o170000) === 0o120000,
    method: view.readUInt16LE(at + 10),
    crc: view.readUInt32LE(at + 16),
  };
}

function readLarge(view: Buffer, from: number, end: number): number[] {
  for (let at = from; at + 4 <= end; ) {
    const [id, length] = [view.readUInt16LE(at), view.readUInt16LE(at + 2)];
    const count = Math.floor(Math.min(length, end - at - 4) / 8);
    if (id === 1) return Array.from({ length: count }, (_, index) => readNumber(view, at + 4 + 8 * index));
    at += 4 + length;
  }
  return [];
}

/** Names are UTF-8, whether the flag says so or not; old tools wrote one byte for each character. */
function readName(name: Buffer): string {
  const text = name.toString();
  return text.includes('\uFFFD') ? name.toString('latin1') : text;
}

/**
 * The bytes of a file of a zip.
 * @throws RangeError, or an error of zlib, for what is not what its directory says
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packedSize, size, method, crc } = entry;
  if (view.readUInt32LE(offset) !== LOCAL) throw new RangeError('no file');
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  if (start + packedSize > view.length) throw new RangeError('cut off');
  const packed = view.subarray(start, start + packedSize);
  const file = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  if (file.length !== size || crc32(file) !== crc) throw new RangeError('damaged');
  return file;
}
