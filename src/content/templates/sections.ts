import { hidesByName } from '../hiding-names.ts';
import { findClosing } from './closings.ts';
import { evaluateCondition } from './conditions.ts';
import type { Expander, Replacement } from './expander.ts';
import { findNext } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { readVariable } from './values.ts';

const OPENING = /\{\{~?([#^])\s*([\w.-]+)\s*([^{}]{0,200})\}\}/y;

/**
 * Reads `{{#if x}}…{{else}}…{{/if}}`, `{{#each x}}` and `{{^x}}` of Handlebars and Mustache, up to their end: the branch whose condition
 * holds. Where no one can know, none is shown. Helpers with arguments keep what is in them.
 */
export function readSection(expander: Expander, start: number): Replacement | undefined {
  OPENING.lastIndex = start;
  const match = OPENING.exec(expander.text);
  if (match === null) return undefined;
  const [tag, sign = '', name = '', rest = ''] = match;
  const from = start + tag.length;
  const end = findClosing(expander, `\\{\\{~?/\\s*${name.replaceAll('.', '\\.')}\\s*~?\\}\\}`, from);
  if (end === undefined) return undefined;
  const inner = expander.text.slice(from, expander.text.lastIndexOf('{{', end - 1));
  const options = rest.replace(/~$/, '').trim();
  if (name !== 'if' && name !== 'unless' && options !== '' && !hidesByName(name)) {
    noteRemoved(expander, `{{#${name}}}`, start);
    return { text: name === 'each' ? '' : expander.expandInner(inner), end };
  }
  const holds = hidesByName(name)
    ? undefined
    : evaluateCondition(options === '' ? name : options, (variable) => readVariable(variable, expander));
  if (holds === undefined) {
    noteHidden(expander, `{{${sign}${name}}}`, start);
    return { text: '', end };
  }
  const [first = '', second = ''] = inner.split(/\{\{~?(?:else|\^)~?\}\}/);
  return { text: expander.expandInner(holds === (sign === '#' && name !== 'unless') ? first : second), end };
}

const PROGRAM = /<%[-_*]?\s*(?:if|for|while|switch)\b[^%]{0,500}\{\s*[-_]?%>/y;
const BRACES = /<%[-_*]?([^%]{0,500})%>/g;

/** Leaves out `<% if (x) { %>…<% } %>` of EJS: a program, of which no one knows what it shows. */
export function readEjsBlock(expander: Expander, start: number): Replacement | undefined {
  PROGRAM.lastIndex = start;
  if (!PROGRAM.test(expander.text) || expander.found.get('unclosed <%') === -1) return undefined;
  BRACES.lastIndex = start;
  let depth = 0;
  for (let tag = BRACES.exec(expander.text); tag !== null; tag = BRACES.exec(expander.text)) {
    for (const brace of tag[1]?.match(/[{}]/g) ?? []) depth += brace === '{' ? 1 : -1;
    if (depth > 0) continue;
    noteHidden(expander, '<% … { %>', start);
    return { text: '', end: BRACES.lastIndex };
  }
  expander.found.set('unclosed <%', -1);
  return undefined;
}

/** `<%* … %>` and `<% tp.file.title %>` of Templater, which a note of Obsidian has where its template was not run. */
export function readTemplater(expander: Expander, start: number): Replacement | undefined {
  if (expander.context.preset !== undefined) return undefined;
  const close = findNext(expander, '%>', start);
  if (close < 0) return undefined;
  noteRemoved(expander, '<% … %>', start);
  return { text: '', end: close + 2 };
}
