import { UNKNOWN } from '../unknown.ts';
import { readArguments } from './arguments.ts';
import type { Expander, Replacement, TemplateContext } from './expander.ts';
import { findClose, noteRemoved } from './expander.ts';
import { readMeaning } from './meanings.ts';

/** Reads `{{ … }}` of Liquid, Nunjucks, Zola and Handlebars: a value we know, a meaning, or nothing. */
export function readOutput(expander: Expander, start: number): Replacement | undefined {
  const close = findClose(expander, '}}', start + 2);
  if (close === undefined) return undefined;
  const end = expander.text[close + 2] === '}' ? close + 3 : close + 2;
  const inner = expander.text
    .slice(start + 2, close)
    .replace(/^[{-]/, '')
    .replace(/-$/, '')
    .trim();
  const call = /^([\w:-]+)\s*\(([\s\S]*)\)$/.exec(inner);
  if (call !== null) return { text: readCall(expander, call[1] ?? '', call[2] ?? '', start), end };
  const value = evaluate(inner, expander.context);
  if (value !== undefined) return { text: value, end };
  noteRemoved(expander, `{{ ${nameExpression(inner)} }}`, start);
  return { text: UNKNOWN, end };
}

function readCall(expander: Expander, name: string, args: string, start: number): string {
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
function evaluate(inner: string, context: TemplateContext): string | undefined {
  const [head = '', ...filters] = splitFilters(inner);
  let value = readTerm(head.trim(), context);
  for (const filter of filters) {
    if (value === undefined) return undefined;
    value = applyFilter(value, filter.trim(), context);
  }
  return value;
}

/** Splits at `|` outside quotes. */
function splitFilters(inner: string): string[] {
  return inner.match(/(?:"[^"]*"|'[^']*'|[^|"'])+|["']/g) ?? [];
}

function readTerm(term: string, context: TemplateContext): string | undefined {
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(term);
  if (literal !== null) return literal[1] ?? literal[2] ?? '';
  return VARIABLES.get(term)?.(context);
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

function applyFilter(value: string, filter: string, context: TemplateContext): string | undefined {
  const [name = '', argument] = filter.split(/:([\s\S]*)/);
  const read = FILTERS.get(name.trim());
  return read?.(value, argument === undefined ? undefined : readTerm(argument.trim(), context), context);
}

function basePath(context: TemplateContext): string {
  return new URL(context.site).pathname.replace(/\/$/, '');
}

function joinPath(base: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return path;
  return `${base}/${path.replace(/^\//, '')}`;
}
