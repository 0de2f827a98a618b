import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { fileInMemory } from './memory.ts';
import { type Inside, mustStayInside } from './places.ts';
import { FileRefused } from './refused.ts';

/** What is read of a file, and where it may be. */
export interface ReadLimits {
  /** In bytes; a larger file is refused. */
  readonly maximum: number;
  readonly inside: Inside;
}

/** A pipe that no one writes to must not be waited for; Windows has no such flag and no such files. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const PIECE = 65_536;

/**
 * Reads a regular file as a whole. Pipes, devices and sockets are refused, which could wait for ever or have no end.
 * @throws FileRefused, or the system's error
 */
export function readWhole(path: string, { maximum, inside }: ReadLimits): Buffer {
  const kept = fileInMemory(path);
  if (kept) return refuseLarge(kept, maximum);
  // Some devices do something when they are opened, so that one is looked at first.
  refuseOthers(statSync(path));
  mustStayInside(path, inside);
  return useFile(path, (descriptor, size) => {
    if (size > maximum) throw new FileRefused('too-large');
    // Files of the system say no size, and others grow.
    return readUpTo(descriptor, maximum, Math.min(size, maximum));
  });
}

/**
 * Reads the start of a file that the listing of a folder, or a look at it, has said to be regular.
 * @returns how many bytes of `into` it filled
 */
export function readStart(path: string, into: Uint8Array): number {
  const kept = fileInMemory(path);
  if (kept) return kept.copy(into);
  return useFile(path, (descriptor) => readSync(descriptor, into, 0, into.length, 0));
}

/** The first bytes of a regular file. @param most how many at most */
export function readBeginning(path: string, most: number): Buffer {
  return readParts(path, (read) => read(0, most));
}

/**
 * Lets single parts of a regular file be read while it is open.
 * @param use is given how to read so many bytes from an offset on; fewer at the end of the file
 */
export function readParts<Result>(
  path: string,
  use: (read: (offset: number, length: number) => Buffer) => Result,
): Result {
  return useFile(path, (descriptor, size) =>
    use((offset, length) => {
      const part = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      return part.subarray(0, readSync(descriptor, part, 0, part.length, offset));
    }),
  );
}

function useFile<Result>(path: string, use: (descriptor: number, size: number) => Result): Result {
  const descriptor = openSync(path, AT_ONCE);
  try {
    const found = fstatSync(descriptor);
    refuseOthers(found);
    return use(descriptor, found.size);
  } finally {
    closeSync(descriptor);
  }
}

function refuseLarge(bytes: Buffer, maximum: number): Buffer {
  if (bytes.length > maximum) throw new FileRefused('too-large');
  return bytes;
}

function refuseOthers(found: Stats): void {
  if (!found.isFile()) throw new FileRefused(found.isDirectory() ? 'a-folder' : 'not-a-file');
}

function readUpTo(descriptor: number, maximum: number, expected: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (let room = expected + 1; ; room = PIECE) {
    const part = Buffer.allocUnsafe(room);
    const count = readSync(descriptor, part, 0, room, null);
    if (count === 0) break;
    total += count;
    if (total > maximum) throw new FileRefused('too-large');
    parts.push(part.subarray(0, count));
    // There was room for one byte more than the file said to have.
    if (total === expected && count < room) break;
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : Buffer.concat(parts);
}
