import { findCode } from './code.ts';
import { followInside } from './code-range.ts';
import { splitParagraphs } from './paragraphs.ts';

export const MOST_ATTRIBUTES = 2000;

/** One attribute as browsers read it: quotes belong to names, and only a value behind `=` is quoted (HTML §13.2.5.33). */
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)?)?/y;
/** A name, or a value without quotes: what begins in it has the attributes behind it, too, and need not be looked at again. */
const UNQUOTED = /[\s/]*[^\s/>=]*(?:=(?!["'])[^\s>]*)?/y;
/** How often a text may be read as attributes of one tag after the other: what begins in a value may be a tag, too. */
const MOST_TIMES = 50;
/** Elements whose tag may go on behind a blank line in Markdown (CommonMark §4.6, kind 1). */
const RAW_TAG = /<(?:pre|script|style|textarea)\b/gi;

/** Where a tag begins that has more attributes than any that people write, or one of so many unfinished tags that they cost as much. */
export function findLongTag(text: string, markdown: boolean): number | undefined {
  return markdown ? findByParagraph(text) : findTag(text, /<[a-z]/gi);
}

/** A blank line ends most tags in Markdown, so that `i<end` and a lone quotation mark make no tag of half an article. */
function findByParagraph(text: string): number | undefined {
  const isCode = followCode(text);
  for (const { paragraph, offset } of splitParagraphs(text)) {
    if (paragraph.length < 2 * MOST_ATTRIBUTES) continue;
    const at = findTag(paragraph, /<[a-z]/gi, (found) => isCode(offset + found));
    if (at !== undefined) return offset + at;
  }
  return findTag(text, RAW_TAG, followCode(text));
}

/** Whether a tag is shown as it is written; an element that holds code is a tag itself. Asked from the first to the last. */
function followCode(text: string): (at: number) => boolean {
  let isInside: ReturnType<typeof followInside> | undefined;
  return (at) => {
    isInside ??= followInside(findCode(text, true));
    return isInside(at);
  };
}

function findTag(text: string, tags: RegExp, isCode = (_at: number) => false): number | undefined {
  let read = 0;
  tags.lastIndex = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (isCode(tag.index)) continue;
    let attributes = -1;
    let isUnquoted = true;
    ATTRIBUTE.lastIndex = tag.index + 1;
    for (let from = tags.lastIndex; ATTRIBUTE.test(text); from = ATTRIBUTE.lastIndex) {
      read += ATTRIBUTE.lastIndex - from;
      if (++attributes > MOST_ATTRIBUTES || read > MOST_TIMES * text.length) return tag.index;
      if (!isUnquoted) continue;
      UNQUOTED.lastIndex = from;
      UNQUOTED.test(text);
      tags.lastIndex = UNQUOTED.lastIndex;
      isUnquoted = UNQUOTED.lastIndex === ATTRIBUTE.lastIndex;
    }
  }
  return undefined;
}
