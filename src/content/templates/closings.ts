import type { Expander } from './expander.ts';

/** A name that makes a longer pattern is none, and the engine refuses patterns that are as long as an article. */
const LONGEST_PATTERN = 2000;

/** Where an end tag ends, by the source of a pattern for it; one that does not come any more is looked for once. */
export function findClosing(expander: Expander, pattern: string, from: number): number | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
  const known = expander.found.get(pattern);
  if (known !== undefined && (known < 0 || known > from)) return known < 0 ? undefined : known;
  const closing = new RegExp(pattern, 'g');
  closing.lastIndex = from;
  const end = closing.exec(expander.text) === null ? -1 : closing.lastIndex;
  expander.found.set(pattern, end);
  return end < 0 ? undefined : end;
}

/** The end of a shortcode of Hugo: `{{< /name >}}`. */
export function shortcodeEnd(name: string): string {
  return `\\{\\{[<%]\\s*/\\s*${name.replaceAll('.', '\\.')}\\s*[>%]\\}\\}`;
}

/** The end of a tag: `{% endname %}`, `{% end %}` of Zola for a call, `{% /name %}` of Markdoc. */
export function tagEnd(name: string, isCall: boolean): string {
  const end = isCall ? `end(?:${name})?` : `(?:end|/\\s*)${name}`;
  return `\\{%[-~+]?\\s*${end}\\b[^%{}]{0,200}%\\}`;
}
