/** Decodes the percent-encoding of a part of a URL (RFC 3986 §2.1); text that is not encoded UTF-8 stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes a text as one part of a URL (RFC 3986 §2.1). UTF-8 has no half of a surrogate pair: it becomes U+FFFD. */
export function encodePercent(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** A URL with the letters of all scripts as they are read; what no IRI may hold (RFC 3987 §2.2), such as a space, stays encoded. */
export function toReadable(url: string): string {
  return url.replace(/(?:%[\da-f]{2})+/gi, (encoded) =>
    decodePercent(encoded).replace(/[\s%<>"{}|\\^`\p{C}]/gu, encodeURIComponent),
  );
}
