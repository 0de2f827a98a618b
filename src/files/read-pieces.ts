import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { FileRefused } from './refused.ts';

const PIECE = 262_144;

/**
 * Reads a regular file piece by piece, so that its size doesn't matter. The file is one that the user named.
 * @throws FileRefused, or the system's error
 */
export function* readPieces(path: string): Generator<Buffer> {
  const descriptor = openSync(path, 'r');
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw new FileRefused(found.isDirectory() ? 'a-folder' : 'not-a-file');
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const count = readSync(descriptor, piece, 0, PIECE, null);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(descriptor);
  }
}
