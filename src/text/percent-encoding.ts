/** A part of a URL without its percent-encoding (RFC 3986 §2.1); as it is written where that is none of UTF-8. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
