import { legalText } from '../text/legal.ts';

/** HTML that is safe as it stands: only `html` makes it. */
export interface Html {
  readonly html: string;
}

export type Part = string | Html | readonly Html[] | undefined;

/**
 * HTML as a template: what is put in is escaped, for text and for quoted attributes alike, unless it is HTML itself (R70).
 * Nothing is written for undefined. The templates close every element and quote every attribute, so that a page can be
 * read again as XML before it is published.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = template[0] ?? '';
  parts.forEach((part, index) => {
    text += write(part) + (template[index + 1] ?? '');
  });
  return { html: text };
}

/** Text of ours that stays as it is: a style or a script without `<` and `&`. */
export function verbatim(text: string): Html {
  if (/[<&]/.test(text)) throw new Error('A style or script of a page holds "<" or "&". This is a bug.');
  return { html: text };
}

function write(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  return 'html' in part ? part.html : part.map((each) => each.html).join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML: legal, and harmless in text and in attributes between quotes. */
export function escapeHtml(text: string): string {
  return legalText(text).replace(/[&<>"']/g, (character) => references[character] ?? character);
}

/** The URL when it is one that a page may link to: http, https or mailto (R70). */
export function linkable(url: string): string | undefined {
  return /^(?:https?|mailto):/i.test(url) && URL.canParse(url) ? url : undefined;
}
