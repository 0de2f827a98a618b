import type { TemplateKind } from '../../model/index.ts';
import { hidesByName } from '../hiding-names.ts';
import { readArguments, rootFiles } from './arguments.ts';
import { COST, DEEPEST, spend } from './budget.ts';
import { type Expander, readLineStart } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { readImages } from './images.ts';
import { readLink, readTarget } from './linked.ts';
import { keepSentences } from './literal.ts';
import { readMeaning } from './meanings.ts';
import { evaluateValue } from './values.ts';

/** Tags that put a file in their place. */
export const INCLUDES: ReadonlySet<string> = new Set([
  'include',
  'include_relative',
  'include_cached',
  'render',
]);

/** `key="value"`, `key: "value"`, and `key=variable`. */
const ARGUMENT = /([\w-]+)\s*[=:]\s*("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[\w.[\]-]+)/g;

/**
 * What an included file shows: the site's own, or what its name means, as in `{% include youtube.html id="…" %}`.
 * @param name of the tag
 */
export function writeInclude(expander: Expander, name: string, options: string, start: number): string {
  const file = /^[^\s{]+/.exec(options)?.[0] ?? '';
  const stem = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const kind = `{% ${[name, file].join(' ').trim()} %}`;
  if (hidesByName(stem) && options !== file) {
    noteHidden(expander, kind, start);
    return '';
  }
  const own = readInclude(expander, name, options);
  if (own !== undefined) return isIndented(expander.text, start) ? joinLines(own) : own;
  const args = rootFiles(readArguments(options.slice(file.length)), expander.context.site);
  const block = args.named.size === 0 ? undefined : readMeaning(stem, args, expander, start);
  const shown = block ?? readImages(args) ?? readLink(args);
  if (shown !== undefined) return shown;
  if (!onlySets(expander, name, file)) noteRemoved(expander, kind, start);
  return readTarget(stem, args) ?? keepSentences(args);
}

/** A tag of Liquid, or what is printed. */
const TAG = /\{%-?\s*(\w+)[^%]*%\}|<!--[^>]*-->|\S/g;
const OPENS = new Set(['capture', 'comment']);
const SETS = /^(?:assign|if|elsif|else|unless|case|when|for|break|endif|endunless|endcase|endfor)$/;

/** Whether a file of the site is there for its variables alone, such as `JB/setup` of Jekyll Bootstrap: it shows nothing anywhere. */
function onlySets({ context }: Expander, tag: string, file: string): boolean {
  const template = context.findTemplate?.(tag === 'include_relative' ? 'beside' : 'include', file);
  if (template === undefined) return false;
  let depth = 0;
  for (const [match, name] of template.matchAll(TAG)) {
    if (name !== undefined && OPENS.has(name)) depth++;
    else if (name !== undefined && OPENS.has(name.replace(/^end/, ''))) depth--;
    else if (depth === 0 && !match.startsWith('<!--') && !SETS.test(name ?? '')) return false;
  }
  return true;
}

/** Whether a tag stands in a list, or far from the margin for another reason. */
function isIndented(text: string, start: number): boolean {
  return /^(?:[ \t]+|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)$/.test(readLineStart(text, start) ?? '');
}

/** HTML on one line, so that all of it stays in the list. */
function joinLines(html: string): string {
  const trimmed = html.trim();
  return /^<(?!pre\b)[\s\S]*>$/i.test(trimmed) && !/<pre\b/i.test(trimmed)
    ? trimmed.replace(/\s*\n\s*/g, ' ')
    : html;
}

/**
 * What `{% include file.html key="value" %}` shows: the site's own file, with the values that it is given.
 * @param options all that stands behind the name of the tag
 * @returns undefined where the site has no such file, or no one can know what a part of it shows
 */
function readInclude(expander: Expander, tag: string, options: string): string | undefined {
  const { context, depth, assigned } = expander;
  const [, file = '', rest = ''] = /^["']?([^\s"',{}]+)["']?,?([\s\S]*)$/.exec(options) ?? [];
  const kind: TemplateKind = tag === 'include_relative' ? 'beside' : 'include';
  const template = depth >= DEEPEST ? undefined : context.findTemplate?.(kind, file);
  if (template === undefined || !spend(expander, template.length + COST)) return undefined;
  const values = readValues(rest, expander);
  // Jekyll hands values over in `include`, Liquid of others under their own names.
  const own = context.preset === 'jekyll' ? [] : Object.entries(values);
  const given = new Map<string, unknown>([['include', values], ...own]);
  const before = new Map([...given.keys()].map((name) => [name, assigned.get(name)]));
  for (const [name, value] of given) assigned.set(name, value);
  const shown = expander.expandKnown(template);
  for (const [name, value] of before) {
    if (value === undefined) assigned.delete(name);
    else assigned.set(name, value);
  }
  return shown;
}

function readValues(text: string, expander: Expander): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [, name = '', written = ''] of text.matchAll(ARGUMENT))
    values[name] = readValue(written, expander);
  return values;
}

/** Quotes in a value are escaped with `\`. */
function readValue(written: string, expander: Expander): unknown {
  if (!/^["']/.test(written)) return evaluateValue(written, expander);
  return written.slice(1, -1).replace(/\\([\s\S])/g, '$1');
}
