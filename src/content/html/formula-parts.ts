/** A part of a formula in a line of text: more than one sign needs brackets to stay together. */
export function groupPart(part: string): string {
  const text = part.trim();
  return text.length <= 1 || /^[\p{L}\p{N}.]+$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`;
}
