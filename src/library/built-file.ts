import { lookup } from 'mrmime';
import { listPieces } from '../formats/document-bytes.ts';
import { FORMAT_TYPES } from '../formats/format-names.ts';
import type { BuiltFile, Companion, WrittenDocument } from '../model/index.ts';

/** A document, or what accompanies it, as one block of bytes with its media type. */
export function describeFile(file: WrittenDocument | Companion): BuiltFile {
  const { path } = file;
  if ('text' in file) {
    const type = lookup(path) ?? 'text/plain';
    return { path, kind: file.kind, type: withCharset(type), bytes: join([Buffer.from(file.text)]) };
  }
  const { format, pieces } = file;
  const bytes = join(listPieces(pieces).map((piece) => piece.bytes));
  return { path, kind: 'feed', format, type: withCharset(FORMAT_TYPES[format]), bytes };
}

function withCharset(type: string): string {
  return `${type}; charset=utf-8`;
}

/** Bytes in memory of their own, which can move to another thread. */
function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
