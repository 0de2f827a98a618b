import { escapeAttribute } from '../../text/escape-html.ts';
import { encodePercent } from '../../text/percent-encoding.ts';
import { checkCost } from '../guards.ts';
import { writePlainMarkdown } from '../markdown.ts';
import { formatDate } from './date-filters.ts';
import type { TemplateContext } from './expander.ts';
import { LIST_FILTERS } from './list-filters.ts';

/**
 * What a filter of Liquid or Nunjucks makes of a value.
 * @returns undefined where the filter, an argument or the value is unknown
 */
export function applyFilter(
  value: unknown,
  name: string,
  args: readonly unknown[],
  context: TemplateContext,
): unknown {
  if (name === 'default' || name === 'd') return isEmpty(value) ? args[0] : value;
  if (value === undefined || args.includes(undefined)) return undefined;
  const onText = TEXT_FILTERS.get(name);
  if (onText !== undefined) return onText(textOf(value), args.map(textOf), context);
  const onNumber = NUMBER_FILTERS.get(name);
  if (onNumber !== undefined) return calculate(onNumber, [value, ...args]);
  return LIST_FILTERS.get(name)?.(value, args);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === 'false' || value === '';
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join('') : String(value ?? '');
}

function calculate(work: (...numbers: number[]) => number, values: readonly unknown[]): number | undefined {
  const numbers = values.map(Number);
  const result = numbers.some(Number.isNaN) ? Number.NaN : work(...numbers);
  return Number.isFinite(result) ? result : undefined;
}

type TextFilter = (
  text: string,
  args: readonly string[],
  context: TemplateContext,
) => string | readonly string[] | number | undefined;

const TEXT_FILTERS: ReadonlyMap<string, TextFilter> = new Map(
  Object.entries<TextFilter>({
    relative_url: (text, _args, context) => joinPath(basePath(context), text),
    absolute_url: (text, _args, context) =>
      /^https?:/.test(text) ? text : new URL(context.site).origin + joinPath(basePath(context), text),
    url: (text, _args, context) => joinPath(basePath(context), text),
    prepend: (text, [before = '']) => before + text,
    append: (text, [after = '']) => text + after,
    downcase: (text) => text.toLowerCase(),
    lower: (text) => text.toLowerCase(),
    upcase: (text) => text.toUpperCase(),
    upper: (text) => text.toUpperCase(),
    capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
    strip: (text) => text.trim(),
    trim: (text) => text.trim(),
    lstrip: (text) => text.trimStart(),
    rstrip: (text) => text.trimEnd(),
    strip_newlines: (text) => text.replace(/\r?\n/g, ''),
    newline_to_br: (text) => text.replace(/\r?\n/g, '<br />\n'),
    escape: escapeAttribute,
    e: escapeAttribute,
    xml_escape: escapeAttribute,
    escape_once: (text) => escapeAttribute(text).replace(/&amp;(#?\w{1,8};)/g, '&$1'),
    safe: (text) => text,
    raw: (text) => text,
    markdownify: renderMarkdown,
    smartify: (text) => text,
    strip_html: (text) => text.replace(/<[^<>]*>/g, ''),
    striptags: (text) => text.replace(/<[^<>]*>/g, ''),
    url_encode: (text) => encodePercent(text).replaceAll('%20', '+'),
    cgi_escape: (text) => encodePercent(text).replaceAll('%20', '+'),
    urlencode: encodePercent,
    uri_escape: (text) => encodeURI(text.toWellFormed()),
    replace: replaceAll,
    replace_first: (text, [from = '', to = '']) => text.replace(from, () => to),
    remove: (text, [part = '']) => text.replaceAll(part, ''),
    remove_first: (text, [part = '']) => text.replace(part, ''),
    truncate: (text, [length = '50', end = '...']) => truncate(text, Number(length), end),
    truncatewords: (text, [count = '15', end = '...']) => truncateWords(text, Number(count), end),
    number_of_words: (text) => text.split(/\s+/).filter(Boolean).length,
    split: (text, [separator = ' ']) =>
      separator === '' ? [...text] : text === '' ? [] : text.split(separator),
    slugify: (text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, ''),
    date: (text, [format = '']) => formatDate(text, format),
    date_to_string: (text) => formatDate(text, '%d %b %Y'),
    date_to_long_string: (text) => formatDate(text, '%d %B %Y'),
  }),
);

const NUMBER_FILTERS: ReadonlyMap<string, (...numbers: number[]) => number> = new Map(
  Object.entries<(...numbers: number[]) => number>({
    plus: (a, b = Number.NaN) => a + b,
    minus: (a, b = Number.NaN) => a - b,
    times: (a, b = Number.NaN) => a * b,
    divided_by: (a, b = Number.NaN) =>
      Number.isInteger(a) && Number.isInteger(b) ? Math.floor(a / b) : a / b,
    modulo: (a, b = Number.NaN) => ((a % b) + b) % b,
    round: (a, digits = 0) => Math.round(a * 10 ** digits) / 10 ** digits,
    ceil: (a) => Math.ceil(a),
    floor: (a) => Math.floor(a),
    abs: (a) => Math.abs(a),
    at_least: (a, b = Number.NaN) => Math.max(a, b),
    at_most: (a, b = Number.NaN) => Math.min(a, b),
  }),
);

/** Where HTML stands in it, the text is Markdown once more for what reads the article. */
function renderMarkdown(
  text: string,
  _args: readonly string[],
  { dialect }: TemplateContext,
): string | undefined {
  if (checkCost(text, true) !== undefined) return undefined;
  return writePlainMarkdown(text, dialect.extensions) ?? `\n\n${text}\n\n`;
}

/** What would grow beyond all that anyone reads is not known. */
function replaceAll(text: string, [from = '', to = '']: readonly string[]): string | undefined {
  return text.length * to.length > LARGEST_PRODUCT ? undefined : text.replaceAll(from, () => to);
}

const LARGEST_PRODUCT = 4_000_000;

/** Counts whole characters, as Ruby does: an emoji is never cut in half. */
function truncate(text: string, length: number, end: string): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return characters.slice(0, Math.max(0, length - [...end].length)).join('') + end;
}

function truncateWords(text: string, count: number, end: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length <= count ? text : words.slice(0, count).join(' ') + end;
}

function basePath(context: TemplateContext): string {
  return new URL(context.site).pathname.replace(/\/$/, '');
}

function joinPath(base: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return path;
  return `${base}/${path.replace(/^\//, '')}`;
}
