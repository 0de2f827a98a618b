import type { FrontMatter } from './front-matter.ts';
import { ALIASES, type Fact, type Found, findFact } from './names-of-facts.ts';
import { toBoolean, toText } from './values.ts';

/** Hugo reads keys in any case. */
const HUGO_RELEASE = ['pubdate', 'pubDate', 'published'];

/** `published: false` and `expires: false` are switches, not dates. */
export function findDate(data: FrontMatter, fact: Fact): Found | undefined {
  const found = findFact(data, fact);
  // Go's zero time stands for "never" and "not set".
  if (found && toText(found.value)?.startsWith('0001-01-01')) return undefined;
  if (!found || toBoolean(found.value) === undefined) return found;
  const key = ALIASES[fact].find((name) => isDateText(data[name]));
  return key === undefined ? undefined : { key, value: data[key] };
}

function isDateText(value: unknown): boolean {
  const text = toText(value);
  return text !== undefined && toBoolean(text) === undefined;
}

/**
 * Under which key an article says when Hugo publishes it (`publishDate`, with the names that Hugo has for it), beside its date.
 */
export function findRelease(data: FrontMatter): Found | undefined {
  const released = findDate(data, 'released');
  if (released !== undefined) return released;
  const said = findDate(data, 'published')?.key;
  const key = HUGO_RELEASE.find((name) => name !== said && isDateText(data[name]));
  return key === undefined ? undefined : { key, value: data[key] };
}

/** @param key of an order; `date` and `:default` stand for the usual names */
export function findOwnDate(data: FrontMatter, key: string): Found | undefined {
  if (key === 'date' || key === ':default') return findDate(data, 'published');
  return toText(data[key]) === undefined ? undefined : { key, value: data[key] };
}

/**
 * Whether an article gets its date from the name of its file: no key before `:filename` in the order has one.
 * @param order the keys, as the configuration has them
 */
export function takesDateOfName(data: FrontMatter, order: readonly string[]): boolean {
  return order.find((key) => key === ':filename' || findOwnDate(data, key)) === ':filename';
}
