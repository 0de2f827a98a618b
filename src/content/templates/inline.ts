import { escapeText } from '../../text/escape-html.ts';
import { writePlainMarkdown } from '../markdown.ts';
import { INLINE_TAG } from '../sentences.ts';

/** A caption is Markdown with HTML, as Hugo and most themes read it; what is not safe in it is left to the cleaner. */
export function readInline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(INLINE_TAG)
    .map((part, index) => (index % 2 === 1 ? part : readPlain(part)))
    .join('');
}

function readPlain(text: string): string {
  if (!/[[*_`&]/.test(text)) return escapeText(text);
  const html = writePlainMarkdown(text.trim())?.trim();
  const inner = /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html ?? '')?.[1];
  if (inner === undefined) return escapeText(text);
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}
