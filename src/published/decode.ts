/** Declared in XML as in `<?xml version="1.0" encoding="ISO-8859-1"?>`. */
const DECLARED = /^[^>]{0,100}?\bencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']/;

/**
 * The text of a document: its encoding is that of its byte order mark, of the transport, of its XML declaration, else UTF-8.
 * @param charset from the `Content-Type` of an answer
 */
export function decodeDocument(bytes: Uint8Array, charset?: string): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = start.trimStart().startsWith('<?xml') ? DECLARED.exec(start)?.[1] : undefined;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return decoderFor(mark ?? (isMarked ? 'utf-8' : (charset ?? declared ?? 'utf-8'))).decode(bytes);
}

function decoderFor(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    // Nobody knows this name; nearly everything is UTF-8.
    return new TextDecoder();
  }
}
