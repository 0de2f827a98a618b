import type { Expander, Replacement } from './expander.ts';
import { findNext } from './expander.ts';
import { noteHidden } from './findings.ts';

/** `{# … #}` of Nunjucks and Zola. */
export function readComment(expander: Expander, start: number): Replacement | undefined {
  return dropUpTo(expander, '#}', start, start + 2);
}

/** `{{! … }}` and `{{!-- … --}}` of Handlebars. */
export function readHandlebarsComment(expander: Expander, start: number): Replacement | undefined {
  const isLong = expander.text.startsWith('{{!--', start);
  return dropUpTo(expander, isLong ? '--}}' : '}}', start, start + 3);
}

/**
 * `%%…%%` of Obsidian, in a line or over several. Outside a vault two signs that are part of a word are none (`100%%`, `%%d`),
 * and since no one can be sure there, what is left out is said.
 */
export function readObsidianComment(expander: Expander, start: number): Replacement | undefined {
  const { text, context } = expander;
  if (context.vault) return dropUpTo(expander, '%%', start, start + 2);
  if (context.preset !== undefined || /[\w%]/.test(text[start - 1] ?? '')) return undefined;
  const comment = dropUpTo(expander, '%%', start, start + 2);
  if (comment === undefined || /[\w%]/.test(text[comment.end] ?? '')) return undefined;
  noteHidden(expander, '%%…%%', start);
  return comment;
}

/** `{>> … <<}` of CriticMarkup; since most tools show it, what is left out is said. */
export function readCriticComment(expander: Expander, start: number): Replacement | undefined {
  const comment = dropUpTo(expander, '<<}', start, start + 3);
  if (comment !== undefined) noteHidden(expander, '{>>…<<}', start);
  return comment;
}

/** `<%# … %>` of ERB and EJS, `<%-- … --%>` of JSP, `<% /* … *\/ %>`: outside of their tools, which are none of the presets, it is said. */
export function readErbComment(expander: Expander, start: number): Replacement | undefined {
  const isLong = expander.text.startsWith('<%--', start);
  const comment = dropUpTo(expander, isLong ? '--%>' : '%>', start, start + 3);
  if (comment !== undefined) noteHidden(expander, '<%…%>', start);
  return comment;
}

/** A comment of any length is one: what is in it was never meant to be seen. */
function dropUpTo(expander: Expander, mark: string, start: number, from: number): Replacement | undefined {
  const close = findNext(expander, mark, from);
  return close < 0 ? undefined : { text: '', end: close + mark.length, start };
}
