/** Declared in XML as in `<?xml version="1.0" encoding="ISO-8859-1"?>`. */
const DECLARED = /^[^>]{0,100}?\bencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']/;

/**
 * The text of a document: its encoding is that of its byte order mark, of the transport, of its XML declaration, else UTF-8. Servers
 * say UTF-8 of whatever they send; where that can't be, the declaration counts.
 * @param charset from the `Content-Type` of an answer
 */
export function decodeDocument(bytes: Uint8Array, charset?: string): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const wide = findWide(start);
  if (wide !== undefined) return decoderFor(wide).decode(bytes);
  const declared = findDeclared(start);
  const isMarked = start.startsWith('\u00ef\u00bb\u00bf');
  const text = decoderFor(isMarked ? 'utf-8' : (charset ?? declared ?? 'utf-8')).decode(bytes);
  return charset !== undefined && declared !== undefined && text.includes('\ufffd')
    ? decoderFor(declared).decode(bytes)
    : text;
}

/** The encoding that the start of a document says by its byte order mark or its XML declaration, else UTF-8. */
export function findEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return findWide(start) ?? decoderFor(findDeclared(start) ?? 'utf-8').encoding;
}

function findDeclared(start: string): string | undefined {
  return start.trimStart().startsWith('<?xml') ? DECLARED.exec(start)?.[1] : undefined;
}

/** UTF-16, by its byte order mark or because the first character is `<` (XML 1.0 appendix F). */
function findWide(start: string): string | undefined {
  if (/^(?:\u00ff\u00fe|<\0)/.test(start)) return 'utf-16le';
  return /^(?:\u00fe\u00ff|\0<)/.test(start) ? 'utf-16be' : undefined;
}

function decoderFor(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    // No one knows this name; nearly everything is UTF-8.
    return new TextDecoder();
  }
}
