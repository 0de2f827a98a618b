/** A part of a URL without its percent-encoding (RFC 3986 §2.1); as it is written where that is none of UTF-8. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A URL with the letters of all scripts as they are read; what no IRI may hold (RFC 3987 §2.2), such as a space, stays encoded. */
export function toReadable(url: string): string {
  return url.replace(/(?:%[\da-f]{2})+/gi, (encoded) =>
    decodePercent(encoded).replace(/[\s%<>"{}|\\^`\p{C}]/gu, encodeURIComponent),
  );
}
