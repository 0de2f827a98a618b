import { UNKNOWN } from '../unknown.ts';
import { readArguments } from './arguments.ts';
import { readOperand } from './conditions.ts';
import type { Expander, Replacement, TemplateContext } from './expander.ts';
import { findClose, noteRemoved } from './expander.ts';
import { readMeaning } from './meanings.ts';

/** Reads `{{ … }}` of Liquid, Nunjucks, Zola and Handlebars: a value we know, a meaning, or nothing. */
export function readOutput(expander: Expander, start: number): Replacement | undefined {
  const close = findClose(expander, '}}', start + 2);
  if (close === undefined) return undefined;
  const { text } = expander;
  const end = text[close + 2] === '}' ? close + 3 : close + 2;
  const inner = text
    .slice(start + 2, close)
    .replace(/^[{-]/, '')
    .replace(/-$/, '')
    .trim();
  const call = /^([\w:-]+)\s*\(([\s\S]*)\)$/.exec(inner);
  if (call !== null) return { text: writeCall(expander, call[1] ?? '', call[2] ?? '', start), end };
  const place = expander.isFirst ? trimAround(text, start, end) : { start, end };
  const value = evaluate(inner, expander);
  if (value !== undefined) return { text: value, ...place };
  noteRemoved(expander, `{{ ${nameExpression(inner)} }}`, start);
  // A link in angle brackets goes as a whole: a pair of them alone says nothing.
  const isLink = text[start - 1] === '<' && text[end] === '>';
  return isLink ? { text: UNKNOWN, start: start - 1, end: end + 1 } : { text: UNKNOWN, ...place };
}

/** Reads a call such as `{{ youtube(id="x") }}` where nothing else is a tag, as in Zola. */
export function readCall(expander: Expander, start: number): Replacement | undefined {
  return expander.dropDepth > 0 ? undefined : readOutput(expander, start);
}

/** `{{-` and `-}}` take the white space beside them along. */
export function trimAround(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  if (text[start + 2] === '-') while (/\s/.test(text[from - 1] ?? '')) from--;
  if (text[end - 3] === '-') while (/\s/.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}

function writeCall(expander: Expander, name: string, args: string, start: number): string {
  const plain = name.slice(name.lastIndexOf(':') + 1);
  const meaning = readMeaning(plain, readArguments(args), expander, start);
  if (meaning !== undefined) return meaning;
  noteRemoved(expander, `{{ ${name}() }}`, start);
  return UNKNOWN;
}

/** What a warning calls the expression: its variable, without filters. */
function nameExpression(inner: string): string {
  return (/^[\w.-]{1,60}/.exec(inner)?.[0] ?? '…').replace(/-$/, '');
}

/** The value of `head | filter: argument | …`, undefined when a part of it is unknown. */
export function evaluate(inner: string, expander: Expander): string | undefined {
  const [head = '', ...filters] = splitFilters(inner);
  let value = readTerm(head.trim(), expander);
  for (const filter of filters) {
    const fallback = /^default:\s*(.+)$/.exec(filter.trim())?.[1];
    if (fallback !== undefined) value ||= readTerm(fallback, expander);
    else if (value === undefined) return undefined;
    else value = applyFilter(value, filter.trim(), expander);
  }
  return value;
}

/** Splits at `|` outside quotes. */
function splitFilters(inner: string): string[] {
  return inner.match(/(?:"[^"]*"|'[^']*'|[^|"'])+|["']/g) ?? [];
}

/** A term as text; undefined for what is unknown, nothing, a list or a mapping. */
function readTerm(term: string, expander: Expander): string | undefined {
  const value = readOperand(term, (name) => readVariable(name, expander));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** What a variable holds: null for nothing, undefined when nobody can know. */
export function readVariable(name: string, { context, assigned }: Expander): unknown {
  if (assigned.has(name)) return assigned.get(name);
  return VARIABLES.get(name)?.(context) ?? context.readValue?.(name);
}

const VARIABLES: ReadonlyMap<string, (context: TemplateContext) => string> = new Map(
  Object.entries<(context: TemplateContext) => string>({
    'site.url': (context) => new URL(context.site).origin,
    'site.baseurl': basePath,
    'site.base_url': basePath,
    'page.url': (context) => new URL(context.url).pathname,
    'page.permalink': (context) => context.url,
    'page.title': (context) => context.title,
    title: (context) => context.title,
  }),
);

type Filter = (value: string, argument: string | undefined, context: TemplateContext) => string | undefined;

const FILTERS: ReadonlyMap<string, Filter> = new Map(
  Object.entries<Filter>({
    relative_url: (value, _argument, context) => joinPath(basePath(context), value),
    absolute_url: (value, _argument, context) =>
      /^https?:/.test(value) ? value : new URL(context.site).origin + joinPath(basePath(context), value),
    url: (value, _argument, context) => joinPath(basePath(context), value),
    prepend: (value, argument) => (argument === undefined ? undefined : argument + value),
    append: (value, argument) => (argument === undefined ? undefined : value + argument),
    downcase: (value) => value.toLowerCase(),
    upcase: (value) => value.toUpperCase(),
    strip: (value) => value.trim(),
    escape: (value) => value,
    safe: (value) => value,
    raw: (value) => value,
    markdownify: (value) => value,
    strip_html: (value) => value,
  }),
);

function applyFilter(value: string, filter: string, expander: Expander): string | undefined {
  const [name = '', argument] = filter.split(/:([\s\S]*)/);
  const read = FILTERS.get(name.trim());
  return read?.(
    value,
    argument === undefined ? undefined : readTerm(argument.trim(), expander),
    expander.context,
  );
}

function basePath(context: TemplateContext): string {
  return new URL(context.site).pathname.replace(/\/$/, '');
}

function joinPath(base: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return path;
  return `${base}/${path.replace(/^\//, '')}`;
}
