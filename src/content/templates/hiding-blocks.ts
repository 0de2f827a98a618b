import { hidesByName, isCommentName } from '../hiding-names.ts';
import { findClosing, shortcodeEnd, tagEnd } from './closings.ts';
import { type Expander, findNext, type Replacement } from './expander.ts';
import { noteHidden } from './findings.ts';

/**
 * Leaves out `{{< hidden >}}…{{< /hidden >}}`: a shortcode whose name says that the page hides what is in it, up to its end, or with
 * its argument alone where it has none. Only of
 * a comment it is known for sure.
 */
export function hideShortcode(
  expander: Expander,
  name: string,
  start: number,
  end: number,
): Replacement | undefined {
  if (!hidesByName(name) && !isCondition(expander, name)) return undefined;
  const hasText = /["`]\s*\/?[>%]\}\}$/.test(expander.text.slice(Math.max(start, end - 40), end));
  const isComment = isCommentName(name);
  const closing = findClosing(expander, shortcodeEnd(name), end) ?? (hasText ? end : undefined);
  const close = closing ?? (isComment ? expander.text.length : undefined);
  if (close === undefined) return undefined;
  if (!isComment || closing === undefined) noteHidden(expander, `{{< ${name} >}}`, start);
  return { text: '', end: close };
}

/** `{{< if member >}}`, of which nobody knows whether it holds, where the site has no template that says it. */
function isCondition({ context }: Expander, name: string): boolean {
  return (
    /^(?:.*\/)?(?:if|unless|when|cond|condition|show-?if|only-?if|(?:if-?)?env)$/i.test(name) &&
    context.findTemplate?.('shortcode', name) === undefined
  );
}

/** The same for tags, up to `{% endhidden %}`, `{% end %}` of Zola or `{% /hidden %}` of Markdoc; and what `{% set x %}` holds. */
export function hideTag(
  expander: Expander,
  name: string,
  options: string,
  start: number,
): Replacement | undefined {
  // Liquid's `doc`, and what Shopify reads apart from the page.
  const isValue =
    (name === 'set' && !options.includes('=')) || /^(?:doc|schema|javascript|stylesheet)$/.test(name);
  if (!isValue && !hidesByName(name)) return undefined;
  // Liquid's own, which may be in each other, are counted where they are dropped.
  if (name === 'comment' && findNext(expander, 'endcomment', start) >= 0) return undefined;
  const close = findClosing(expander, tagEnd(name, options.startsWith('(')), start + 2);
  if (close === undefined) return undefined;
  if (!isValue && !isCommentName(name)) noteHidden(expander, `{% ${name} %}`, start);
  return { text: '', end: close };
}

/** `:hidden[text]` and `::private[text]` of remark-directive, by the names that say for sure what is meant. */
export const HIDING_DIRECTIVE =
  '(?<![:\\w])::?(?:hidden|hide|private|secret|draft|comment|internal|members-only|no-rss)\\[(?=[^\\]\\n]*\\])';

/** Leaves out such a directive, with its attributes. */
export function hideDirective(expander: Expander, start: number, match: string): Replacement {
  const close = expander.text.indexOf(']', start) + 1;
  const attributes = /^\{[^{}\n]*\}/.exec(expander.text.slice(close, close + 300))?.[0] ?? '';
  noteHidden(expander, match.slice(0, -1), start);
  return { text: '', end: close + attributes.length };
}
