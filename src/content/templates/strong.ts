import type { Expander, Replacement } from './expander.ts';

const LONGEST = 1000;
/** Where CommonMark sees neither the beginning nor the end of emphasis (§6.2), but Kramdown does. */
export const UNSEEN_STRONG = /(?<=[\p{L}\p{N}])\*\*(?=\p{P})|(?<=\p{P})\*\*(?=[\p{L}\p{N}])/u;

/**
 * Reads `**…**` of Kramdown, which asks for no space beside punctuation. Chinese and Japanese have none: `**Certainly。**But`.
 */
export function readStrong({ text }: Expander, start: number): Replacement | undefined {
  const inner = /^[^\s*](?:(?!\n[ \t]*\n|\*\*)[\s\S])*?(?<=\S)(?=\*\*(?!\*))/.exec(
    text.slice(start + 2, start + LONGEST),
  )?.[0];
  if (inner === undefined) return undefined;
  const end = start + inner.length + 4;
  const isSeen = isFlanking(inner[0], text[start - 1]) && isFlanking(inner[inner.length - 1], text[end]);
  return { text: isSeen ? text.slice(start, end) : `<strong>${inner}</strong>`, end };
}

/** @param inside the character beside the mark in the emphasis, `outside` the one on the other side */
function isFlanking(inside = ' ', outside = ' '): boolean {
  return !/[\p{P}\p{S}]/u.test(inside) || /[\s\p{P}\p{S}]/u.test(outside);
}
