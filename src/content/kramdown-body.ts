import { type Meanings, takeAbbreviations } from './abbreviations.ts';
import { findCode } from './code.ts';
import { followInside } from './code-range.ts';
import type { Dialect } from './dialects.ts';
import { askForMarkdown, joinElements } from './html-elements.ts';
import { headTables } from './kramdown-tables.ts';

/** The first line of a footnote, with the lines of it that are indented. */
const FOOTNOTE = /^ {0,3}\[\^[^\]\n]+\]:[^\n]*\n(?:(?: {4}|\t)[^\n]*\n)*(?=[^\s])/gm;

/**
 * The body of an article as Kramdown reads it, for a parser of GFM; and the abbreviations that it defines.
 * @param dialect without one, and where it is not that of Kramdown, the body stays as it is
 */
export function readKramdownBody(
  written: string,
  dialect: Dialect | undefined,
): { readonly text: string; readonly meanings?: Meanings } {
  if (!dialect?.kramdown) return { text: written };
  const taken = takeAbbreviations(written);
  const asked = dialect.readsInside ? askForMarkdown(taken.text) : taken.text;
  return { ...taken, text: headTables(joinElements(endFootnotes(asked))) };
}

/** Kramdown ends a footnote before a line at the margin, where GFM goes on with its paragraph. */
function endFootnotes(text: string): string {
  if (!text.includes('[^')) return text;
  const isCode = followInside(findCode(text, true));
  return text.replace(FOOTNOTE, (note, index: number) => (isCode(index) ? note : `${note}\n`));
}
