import { lineText } from './text.ts';

/** Something in the options or items of a Feed that cannot be written as it was given. */
export interface FeedProblem {
  /** `error`: the value, or the item that needs it, is left out. `warning`: it is written, and some readers mind. */
  readonly severity: 'error' | 'warning';
  readonly format: 'rss' | 'atom' | 'json';
  /** Whose value it is: `Feed "A title"` or `Item 3 ("A title")`. */
  readonly owner: string;
  /** Index of the item, from 0. */
  readonly item?: number;
  readonly field: string;
  readonly message: string;
}

/** Who a value belongs to, and who is told when it cannot be written. */
export interface Owner {
  /** As a person would say it: `Item 3 ("A title")`. Worked out only when there is a problem. */
  readonly name: () => string;
  readonly item?: number;
  readonly format: FeedProblem['format'];
  readonly onProblem: ((problem: FeedProblem) => void) | undefined;
  /** What relative URLs of images and files are resolved against. */
  readonly base?: string | undefined;
}

/** @throws always: `Feed ("A title"): "link" is missing.`, for what no document can do without */
export function fail(name: string, field: string, wrong: string, value?: unknown): never {
  throw new Error(describe(name, field, wrong, value));
}

/**
 * Tells of a value that cannot be written and is left out.
 * @throws Error when nobody listens: `Item 3 ("A title"): "link" is not an absolute URL: "foo".`
 */
export function refuse(owner: Owner, field: string, wrong: string, value?: unknown): undefined {
  if (!owner.onProblem) return fail(owner.name(), field, wrong, value);
  tell(owner, 'error', field, describe(owner.name(), field, wrong, value));
  return undefined;
}

/** Tells of a value that some readers mind, where somebody listens. */
export function warn(owner: Owner, field: string, wrong: string, value?: unknown): void {
  if (owner.onProblem) tell(owner, 'warning', field, describe(owner.name(), field, wrong, value));
}

function tell(owner: Owner, severity: FeedProblem['severity'], field: string, message: string): void {
  const { format, item } = owner;
  const place = item === undefined ? { owner: owner.name() } : { owner: owner.name(), item };
  owner.onProblem?.({ severity, format, ...place, field, message });
}

function describe(name: string, field: string, wrong: string, value: unknown): string {
  const shown = value === undefined ? '' : `: ${show(value)}`;
  return `${name}: "${field}" ${wrong}${shown}.`;
}

export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

const unsafe = /[\s"<>{}|\\^`]/g;

/**
 * An absolute URL in the characters of RFC 3986; undefined stays undefined, and empty text counts as undefined. What is not
 * an absolute URL is refused.
 */
export function readUrl(value: unknown, owner: Owner, field: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const url = parseUrl(String(value));
  return url ? cleanUrl(url) : refuse(owner, field, 'is not an absolute URL', value);
}

/** The URL standard leaves a few characters that RFC 3986 does not have; brackets belong to IPv6 hosts only. */
function cleanUrl(url: URL): string {
  const href = url.href.replace(unsafe, percent);
  return href.includes('[') && !url.host.startsWith('[') ? href.replace(/[[\]]/g, percent) : href;
}

/**
 * As {@link readUrl}, for images and files: a relative one is resolved against the page that it belongs to, and left out with
 * a warning where there is none.
 */
export function readFileUrl(value: unknown, owner: Owner, field: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = String(value);
  const url = parseUrl(text) ?? parseUrl(text, owner.base);
  if (!url) warn(owner, field, 'is a relative URL without a "link" to resolve it against', text);
  return url && cleanUrl(url);
}

/** As {@link readFileUrl}, and the scheme is http or https (R24). */
export function readWebUrl(value: unknown, owner: Owner, field: string): string | undefined {
  const url = readFileUrl(value, owner, field);
  return url === undefined || /^https?:/.test(url)
    ? url
    : refuse(owner, field, 'is not an http or https URL', value);
}

function parseUrl(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

function percent(character: string): string {
  return encodeURIComponent(character);
}

const earliest = Date.parse('0000-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A time in whole seconds, as milliseconds: RSS knows no fractions, and all formats say the same. Takes a Date and what
 * libraries for dates have in its place. What is no date, or has a year that the formats cannot write, is refused.
 */
export function readInstant(value: unknown, owner: Owner, field: string): number | undefined {
  const time = readTime(value);
  if (Number.isNaN(time)) return refuse(owner, field, 'is not a date', value ?? 'undefined');
  if (time < earliest || time > latest) return refuse(owner, field, 'has a year outside 0 to 9999', time);
  return Math.floor(time / 1000) * 1000;
}

/** Milliseconds of a Date of any realm, a Temporal.Instant, or an object with `toJSDate`, `toDate` or `toISOString`. */
function readTime(value: unknown): number {
  if (typeof value !== 'object' || value === null) return Number.NaN;
  if (Object.prototype.toString.call(value) === '[object Date]') return (value as Date).getTime();
  const like = value as DateLike;
  if (typeof like.epochMilliseconds === 'number') return like.epochMilliseconds;
  const date = like.toJSDate?.() ?? like.toDate?.();
  if (date !== undefined) return Number(date);
  return like.toISOString ? Date.parse(like.toISOString()) : Number.NaN;
}

interface DateLike {
  readonly epochMilliseconds?: unknown;
  readonly toJSDate?: () => Date;
  readonly toDate?: () => Date;
  readonly toISOString?: () => string;
}

/** RFC 3339, with upper-case T and Z and full seconds (R13). */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** As {@link formatInstant}, of an item that may have no date. */
export function formatDate(time: number | undefined): string | undefined {
  return time === undefined ? undefined : formatInstant(time);
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
