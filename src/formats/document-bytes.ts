import { crc32 } from 'node:zlib';
import type { DocumentPieces, Piece } from '../model/index.ts';

/** Bytes with their checksum of now. */
export function sealPiece(bytes: Uint8Array): Piece {
  return { bytes, sum: crc32(bytes) };
}

/** Whether the bytes are those of which the checksum was made. */
export function isSealed({ bytes, sum }: Piece): boolean {
  return crc32(bytes) === sum;
}

/** The pieces of a document in the order in which they are written. */
export function listPieces({ head, items, between, end }: DocumentPieces): readonly Piece[] {
  if (between === '') return [head, ...items, end];
  const division = sealPiece(Buffer.from(between));
  return [head, ...items.flatMap((item, index) => (index === 0 ? item : [division, item])), end];
}

/** How many bytes pieces have together. */
export function countBytes(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Whether bytes are those of the pieces, one after the other, without joining them. */
export function isMadeOf(bytes: Uint8Array, pieces: readonly Piece[]): boolean {
  if (bytes.length !== countBytes(pieces)) return false;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (const piece of pieces) {
    const start = at;
    at += piece.bytes.length;
    if (whole.compare(piece.bytes, 0, piece.bytes.length, start, at) !== 0) return false;
  }
  return true;
}

/** The document as one text. */
export function joinPieces(pieces: readonly Piece[]): string {
  return Buffer.concat(pieces.map(({ bytes }) => bytes)).toString('utf8');
}
