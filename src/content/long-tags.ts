import { findCode } from './code.ts';
import type { CodeRange } from './code-range.ts';
import { splitParagraphs } from './paragraphs.ts';

export const MOST_ATTRIBUTES = 2000;

/** One attribute as browsers read it: quotes belong to names, and only a value behind `=` is quoted (HTML §13.2.5.33). */
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)?)?/y;
/** A name, or a value without quotes: what begins in it has the attributes behind it, too, and need not be looked at again. */
const UNQUOTED = /[\s/]*[^\s/>=]*(?:=(?!["'])[^\s>]*)?/y;
/** Elements whose tag may go on behind a blank line in Markdown (CommonMark §4.6, kind 1). */
const RAW_TAG = /<(?:pre|script|style|textarea)\b/gi;

/** Where a tag begins that has more attributes than any that people write. */
export function findLongTag(text: string, markdown: boolean): number | undefined {
  return markdown ? findByParagraph(text) : findTag(text, /<[a-z]/gi);
}

/** A blank line ends most tags in Markdown, so that `i<end` and a lone quotation mark make no tag of half an article. */
function findByParagraph(text: string): number | undefined {
  let code: readonly CodeRange[] | undefined;
  const isCode = (at: number) => {
    code ??= findCode(text, true);
    return code.some(({ start, end }) => start <= at && at < end);
  };
  for (const { paragraph, offset } of splitParagraphs(text)) {
    if (paragraph.length < 2 * MOST_ATTRIBUTES) continue;
    const at = findTag(paragraph, /<[a-z]/gi, (found) => isCode(offset + found));
    if (at !== undefined) return offset + at;
  }
  return findTag(text, RAW_TAG, isCode);
}

function findTag(text: string, tags: RegExp, isCode = (_at: number) => false): number | undefined {
  tags.lastIndex = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    let attributes = -1;
    ATTRIBUTE.lastIndex = tag.index + 1;
    for (let end = tags.lastIndex; ATTRIBUTE.test(text); end = ATTRIBUTE.lastIndex) {
      attributes++;
      UNQUOTED.lastIndex = end;
      UNQUOTED.test(text);
      tags.lastIndex = UNQUOTED.lastIndex;
    }
    if (attributes > MOST_ATTRIBUTES && !isCode(tag.index)) return tag.index;
  }
  return undefined;
}
