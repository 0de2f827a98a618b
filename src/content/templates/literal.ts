import { escapeText } from '../../text/escape-html.ts';
import { UNKNOWN } from '../unknown-value.ts';
import { type Arguments, listSentences } from './arguments.ts';
import type { Expander } from './expander.ts';
import { readInline } from './inline.ts';

/** A mark on a line of its own takes its line along; one beside text takes nothing but itself. */
const RAW_MARK =
  /(?<=^|\n)[ \t]*\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}[ \t]*\n|\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/g;

export function dropRawMarks(code: string): string {
  return code.includes('raw') || code.includes('verbatim') ? code.replace(RAW_MARK, '') : code;
}

/** Template code that is meant to be seen, as code of the format. */
export function quoteCode(expander: Expander, code: string): string {
  if (!expander.context.markdown || code.includes('`')) return `<code>${escapeText(code)}</code>`;
  return `\`${code}\``;
}

/** What stays of a construct that no one knows: the sentences in its arguments. */
export function keepSentences(args: Arguments): string {
  const sentences = listSentences(args);
  return sentences.length === 0 ? UNKNOWN : sentences.map(readInline).join(' ');
}

/**
 * A block of code in the format of the text.
 * @param indent what the lines of the list item or quotation begin with that the code is in
 */
export function writeCodeBlock(expander: Expander, code: string, language: string, indent: string): string {
  const body = code.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '');
  if (!expander.context.markdown) {
    const name = language === '' ? '' : ` class="language-${escapeText(language)}"`;
    return `<pre><code${name}>${escapeText(body)}\n</code></pre>`;
  }
  const longest = Math.max(2, ...(body.match(/`{3,}/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n${indent}${fence}${language}\n${indentCode(body, indent)}\n${indent}${fence}\n${indent}`;
}

/** Code that is written at the margin in the source of a list item is in that item, too. */
function indentCode(code: string, indent: string): string {
  if (indent === '') return code;
  const lines = code.split('\n');
  const isInside = (line: string) => line.trim() === '' || line.startsWith(indent.trimEnd() || indent);
  return lines.every(isInside) ? code : lines.map((line) => indent + line).join('\n');
}
