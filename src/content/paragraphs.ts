/** The paragraphs of Markdown: what stands between blank lines, those of quotations too. */
export function* splitParagraphs(text: string): Generator<{ paragraph: string; offset: number }> {
  let offset = 0;
  for (const blank of text.matchAll(/\n[ \t>]*\n/g)) {
    yield { paragraph: text.slice(offset, blank.index), offset };
    offset = blank.index + blank[0].length;
  }
  yield { paragraph: text.slice(offset), offset };
}

/** Separators times length of a text; no article comes near. */
const MOST_SEPARATED = 100_000_000;

/**
 * A text with spaces for the line separators U+2028 and U+2029, where there are more than in any article: what is looked for at the
 * beginning of lines would be looked for from each of them to the end of the line.
 */
export function joinSeparated(text: string): string {
  const separators = text.match(/[\u2028\u2029]/g)?.length ?? 0;
  return separators * text.length > MOST_SEPARATED ? text.replace(/[\u2028\u2029]/g, ' ') : text;
}
