import { escapeText } from '../../text/escape-html.ts';
import { dropUnknown, hasUnknown } from '../unknown-value.ts';

/** Template code that nothing could read. Each alternative stops at the character that could begin another match. */
const TEMPLATE_CODE =
  /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{:[^{}\n]*\}|\{\{|\{%|\{:|:{3,}|\[\/?caption[^\]\n]*\]?/g;
const SOME_TEMPLATE_CODE = /\{[{%:]|:::|\[\/?caption/;

export function hasTemplateCode(text: string): boolean {
  return SOME_TEMPLATE_CODE.test(text);
}

/** Text as HTML with what looks like a template tag marked as code: shown as written, but never as raw template tags. */
export function quoteTemplateCode(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(TEMPLATE_CODE)) {
    html += `${escapeText(text.slice(end, match.index))}<code>${escapeText(match[0])}</code>`;
    end = match.index + match[0].length;
  }
  return html + escapeText(text.slice(end));
}

/** Text for an attribute, where nothing can be marked as code: without it. */
export function dropTemplateCode(text: string): string {
  const known = hasUnknown(text) ? dropUnknown(text) : text;
  return hasTemplateCode(known) ? known.replace(TEMPLATE_CODE, '') : known;
}
