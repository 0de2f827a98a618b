import { type Meanings, takeAbbreviations } from './abbreviations.ts';
import { joinElements } from './html-elements.ts';
import { headTables } from './kramdown-tables.ts';

/**
 * The body of an article as Kramdown reads it, for a parser of GFM; and the abbreviations that it defines.
 * @param isKramdown whether it is read by Kramdown: else it stays as it is
 */
export function readKramdownBody(
  written: string,
  isKramdown: boolean,
): { readonly text: string; readonly meanings?: Meanings } {
  if (!isKramdown) return { text: written };
  const taken = takeAbbreviations(written);
  return { ...taken, text: headTables(joinElements(taken.text)) };
}
