import type { Preset } from '../model/index.ts';

/** Tools that read template tags in articles, and what begins one. */
const TAGS: ReadonlyMap<Preset | undefined, RegExp> = new Map<Preset | undefined, RegExp>([
  ['jekyll', /\{(?=[{%#])/g],
  ['eleventy', /\{(?=[{%#])/g],
  ['hexo', /\{(?=[{%#])/g],
  ['vitepress', /\{(?=[{%])/g],
  ['hugo', /\{(?=\{[<%])/g],
  ['zola', /\{(?=[{%])/g],
]);
const END_OF_RAW = /\{%-?\s{0,5}endraw/;
const SHORTCODE = /\{\{([<%])(?!\/\*)([^{}]{1,2000}?)([>%])\}\}/g;

/** A call of Zola on one line, and one around a text. */
const CALL = /\{\{(\s{0,20}[a-z_]\w{0,99}\([^{}]{0,2000}\)\s{0,20})\}\}/gi;
const CALL_AROUND = /\{%\s{0,20}(?:[a-z_]\w{0,99}\(|end\b)/i;

/** HTML in which the braces that someone wrote about stay text: no tool runs them, and no tool stops because of them. */
export function keepBracesInHtml(html: string, preset: Preset | undefined): string {
  const tags = TAGS.get(preset);
  return tags ? html.replace(tags, '&#123;') : html;
}

/** The same of Markdown; undefined where only HTML can say it. */
export function keepBraces(markdown: string, preset: Preset | undefined): string | undefined {
  const tags = TAGS.get(preset);
  if (!tags || markdown.search(tags) < 0) return markdown;
  if (preset === 'hugo') {
    const escaped = markdown.replace(SHORTCODE, '{{$1/*$2*/$3}}');
    return /\{\{[<%](?!\/\*)/.test(escaped) ? undefined : escaped;
  }
  // Other braces are text to Zola.
  if (preset === 'zola') return CALL_AROUND.test(markdown) ? undefined : markdown.replace(CALL, '{{/*$1*/}}');
  if (preset === 'vitepress')
    return markdown.includes(':::') ? undefined : `::: v-pre\n\n${markdown.trim()}\n\n:::\n`;
  return END_OF_RAW.test(markdown) ? undefined : `{% raw %}\n\n${markdown.trim()}\n\n{% endraw %}\n`;
}

/** The same of paragraphs of Markdown that hold nothing but text; in MDX, every brace begins code. */
export function keepBracesInText(markdown: string, preset: Preset | undefined): string {
  if (preset === 'vitepress') return keepBraces(markdown, preset) ?? markdown;
  return markdown.replace(preset === 'docusaurus' ? /\{/g : /\{(?=[{%#<])/g, '&#123;');
}
