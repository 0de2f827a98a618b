import { type Owner, refuse } from './check.ts';

/** The times that the formats can write. */
export const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
export const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A time in whole seconds, as milliseconds: RSS knows no fractions, and all formats say the same. Takes a Date and what
 * libraries for dates have in its place. What is not a date, or has a year that the formats cannot write, is refused.
 */
export function readInstant(value: unknown, owner: Owner, field: string): number | undefined {
  const time = readTime(value);
  if (Number.isNaN(time)) return refuse(owner, field, 'is not a date', value ?? 'undefined');
  if (time < EARLIEST || time > LATEST) return refuse(owner, field, 'has a year outside 0 to 9999', time);
  return Math.floor(time / 1000) * 1000;
}

/** Milliseconds of a Date of any realm, a Temporal.Instant, or an object with `toJSDate`, `toDate` or `toISOString`. */
function readTime(value: unknown): number {
  try {
    return askForTime(value);
  } catch {
    return Number.NaN;
  }
}

function askForTime(value: unknown): number {
  if (typeof value !== 'object' || value === null) return Number.NaN;
  if (Object.prototype.toString.call(value) === '[object Date]') return (value as Date).getTime();
  const like = value as DateLike;
  if (typeof like.epochMilliseconds === 'number') return like.epochMilliseconds;
  for (const method of [like.toJSDate, like.toDate]) {
    if (typeof method === 'function') return Number(method.call(value));
  }
  return typeof like.toISOString === 'function'
    ? Date.parse(String(like.toISOString.call(value)))
    : Number.NaN;
}

interface DateLike {
  readonly epochMilliseconds?: unknown;
  readonly toJSDate?: unknown;
  readonly toDate?: unknown;
  readonly toISOString?: unknown;
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
