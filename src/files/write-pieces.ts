import { closeSync, openSync, writevSync } from 'node:fs';

/** How many pieces one call writes; systems take 1,024 at most. */
const AT_ONCE = 1000;

/**
 * Makes a new file of pieces, one after the other, without joining them.
 * @param mode permissions @default 0o666, less what the system takes away
 * @throws the system's error, also when something is there
 */
export function writePieces(path: string, pieces: readonly Uint8Array[], mode = 0o666): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < pieces.length; at += AT_ONCE) writeAll(descriptor, pieces.slice(at, at + AT_ONCE));
  } finally {
    closeSync(descriptor);
  }
}

/** A disk may take less than it was given; then the rest follows. */
function writeAll(descriptor: number, pieces: readonly Uint8Array[]): void {
  let rest: readonly Uint8Array[] = pieces.filter(({ length }) => length > 0);
  while (rest.length > 0) rest = dropFirst(rest, writevSync(descriptor, [...rest]));
}

/** What is left of pieces after so many bytes. */
function dropFirst(pieces: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let left = bytes;
  const next = pieces.findIndex(({ length }) => {
    if (left < length) return true;
    left -= length;
    return false;
  });
  const first = pieces[next];
  return first ? [first.subarray(left), ...pieces.slice(next + 1)] : [];
}
