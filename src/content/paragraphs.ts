/** The paragraphs of Markdown: what stands between blank lines, those of quotations too. */
export function* splitParagraphs(text: string): Generator<{ paragraph: string; offset: number }> {
  let offset = 0;
  for (const blank of text.matchAll(/\n[ \t>]*\n/g)) {
    yield { paragraph: text.slice(offset, blank.index), offset };
    offset = blank.index + blank[0].length;
  }
  yield { paragraph: text.slice(offset), offset };
}
