import { lineText } from './text.ts';

/** Who a mistake belongs to, as a person would say it: `Item 3 ("A title")`. Worked out only when there is one. */
export type Owner = () => string;

/** @throws always: `Item 3 ("A title"): "link" is not an absolute URL: "foo".` */
export function fail(owner: Owner, field: string, wrong: string, value?: unknown): never {
  const shown = value === undefined ? '' : `: ${show(value)}`;
  throw new Error(`${owner()}: "${field}" ${wrong}${shown}.`);
}

export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

const unsafe = /[\s"<>{}|\\^`]/g;

/**
 * An absolute URL in the characters of RFC 3986; undefined stays undefined, and empty text counts as undefined.
 * @throws Error naming the owner and the field when it is not an absolute URL
 */
export function readUrl(value: unknown, owner: Owner, field: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const url = parseUrl(String(value));
  if (!url) return fail(owner, field, 'is not an absolute URL', value);
  // The URL standard leaves a few characters that RFC 3986 does not have; brackets belong to IPv6 hosts only.
  const href = url.href.replace(unsafe, percent);
  return href.includes('[') && !url.host.startsWith('[') ? href.replace(/[[\]]/g, percent) : href;
}

/** As {@link readUrl}, and the scheme is http or https (R24). */
export function readWebUrl(value: unknown, owner: Owner, field: string): string | undefined {
  const url = readUrl(value, owner, field);
  if (url !== undefined && !/^https?:/.test(url)) fail(owner, field, 'is not an http or https URL', value);
  return url;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function percent(character: string): string {
  return encodeURIComponent(character);
}

const earliest = Date.parse('0000-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * An instant in whole seconds, as milliseconds: RSS knows no fractions, and all formats say the same.
 * @throws Error naming the owner and the field when it is not a Date with a year that the formats can write
 */
export function readInstant(value: unknown, owner: Owner, field: string): number {
  const time = isDate(value) ? value.getTime() : Number.NaN;
  if (Number.isNaN(time)) return fail(owner, field, 'is not a date', value ?? 'undefined');
  if (time < earliest || time > latest) return fail(owner, field, 'has a year outside 0 to 9999', time);
  return Math.floor(time / 1000) * 1000;
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** RFC 3339, with upper-case T and Z and full seconds (R13). */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** RFC 822 with a four-digit year (R13). ECMAScript fixes the form of toUTCString. */
export function formatMailDate(instant: number): string {
  return new Date(instant).toUTCString();
}

/** One line of text; undefined when there is nothing to write, so that `undefined` never becomes text. */
export function readLine(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return lineText(String(value)) || undefined;
}
