import type { Inside } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { FileRefused } from '../files/refused.ts';
import { countBytes, isMadeOf } from '../formats/document-bytes.ts';
import type { Piece } from '../model/index.ts';

/**
 * Compares a file with what would take its place: by size, and only then by bytes.
 * @throws FileRefused, or the system's error: a file that cannot be read must not be replaced
 */
export function compareFile(
  path: string,
  pieces: readonly Piece[],
  inside: Inside,
): 'new' | 'same' | 'other' {
  try {
    return isMadeOf(readWhole(path, { maximum: countBytes(pieces), inside }), pieces) ? 'same' : 'other';
  } catch (error) {
    if (error instanceof FileRefused && error.code === 'too-large') return 'other';
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'new';
    throw error;
  }
}
