/** A text as a regular expression that matches it alone, with the flag `u` as well: there a hyphen must not be escaped (ECMA-262 §22.2.1). */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
