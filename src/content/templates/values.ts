import type { ReadValue } from '../../model/index.ts';
import { affords } from './budget.ts';
import { readOperand } from './conditions.ts';
import type { Expander } from './expander.ts';
import { applyFilter } from './filters.ts';
import { walk } from './walk.ts';

/** A value of a template: text, a number, a list, a mapping, null for nothing; undefined when no one can know. */
export type Value = unknown;

/** The value of `head | filter: argument | …`, undefined when a part of it is unknown. */
export function evaluateValue(inner: string, expander: Expander): Value {
  const [head = '', ...filters] = splitFilters(inner);
  let value = readTerm(head.trim(), expander);
  for (const filter of filters) {
    const [, name = '', written = ''] = /^\s*([\w-]+)\s*(?::|\(|$)([\s\S]*)$/.exec(filter) ?? [];
    const args = splitArguments(written).map((term) => readTerm(term, expander));
    value = applyFilter(value, name, args, expander.context);
    if (value === undefined || !affords(expander, value)) return undefined;
  }
  return affords(expander, value) ? value : undefined;
}

/** A value as the page shows it; undefined where it shows what no one meant, such as a mapping. */
export function showValue(value: Value): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(showValue);
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Splits at `|` outside quotes. */
function splitFilters(inner: string): string[] {
  return inner.match(/(?:"[^"]*"|'[^']*'|[^|"'])+|["']/g) ?? [];
}

/** `"a", b` of Liquid, and `"a", b)` of Nunjucks. */
function splitArguments(written: string): string[] {
  const terms = written.replace(/\)\s*$/, '').match(/(?:"[^"]*"|'[^']*'|[^,"'])+/g) ?? [];
  return terms.map((term) => term.trim()).filter((term) => term !== '');
}

/** A literal, a range such as `(1..5)`, or what a variable holds. */
export function readTerm(term: string, expander: Expander): Value {
  const range = /^\(\s*([\w.-]+?)\s*\.\.\s*([\w.-]+)\s*\)$/.exec(term);
  const read: ReadValue = (name) => readVariable(name, expander);
  if (range === null) return readOperand(term, read);
  const [from, to] = [range[1], range[2]].map((end) => Number(readOperand(end ?? '', read) ?? Number.NaN));
  if (from === undefined || to === undefined || !(to - from < LONGEST_RANGE)) return undefined;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

const LONGEST_RANGE = 1000;

/** What a variable holds: null for nothing, undefined when no one can know. */
export function readVariable(name: string, expander: Expander): Value {
  const { context, assigned } = expander;
  const [root = '', ...steps] = name
    .replace(/\[\s*(?:"([^"\]]*)"|'([^'\]]*)'|(\d+))\s*\]/g, '.$1$2$3')
    .split('.');
  if (assigned.has(root)) return walk(assigned.get(root), steps);
  const known = VARIABLES.get(name)?.(context) ?? context.readValue?.(name);
  if ((known !== undefined && known !== null) || steps.length < 2) return known;
  // Lists know their size and items by number, which no data file has for keys.
  const at = steps.findIndex((step) => /^(?:\d+|first|last|size|length)$/.test(step));
  if (at < 0) return known;
  const list = context.readValue?.([root, ...steps.slice(0, at)].join('.'));
  return Array.isArray(list) || typeof list === 'string' ? walk(list, steps.slice(at)) : known;
}

const VARIABLES: ReadonlyMap<string, (context: Expander['context']) => string> = new Map(
  Object.entries<(context: Expander['context']) => string>({
    'site.url': (context) => new URL(context.site).origin,
    'site.baseurl': basePath,
    'site.base_url': basePath,
    'page.url': (context) => new URL(context.url).pathname,
    'page.permalink': (context) => context.url,
    'page.title': (context) => context.title,
    title: (context) => context.title,
  }),
);

function basePath({ site }: Expander['context']): string {
  return new URL(site).pathname.replace(/\/$/, '');
}
