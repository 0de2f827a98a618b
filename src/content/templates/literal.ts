import { escapeText } from '../legal.ts';
import type { Expander } from './expander.ts';

/** Template code that is meant to be seen, as code of the format. */
export function quoteCode(expander: Expander, code: string): string {
  if (!expander.context.markdown || code.includes('`')) return `<code>${escapeText(code)}</code>`;
  return `\`${code}\``;
}

/** A block of code in the format of the text. */
export function writeCodeBlock(expander: Expander, code: string, language: string, indent: string): string {
  const body = code.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '');
  if (!expander.context.markdown) {
    const name = language === '' ? '' : ` class="language-${escapeText(language)}"`;
    return `<pre><code${name}>${escapeText(body)}\n</code></pre>`;
  }
  const longest = Math.max(2, ...(body.match(/`{3,}/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n${indent}${fence}${language}\n${body}\n${indent}${fence}\n${indent}`;
}
