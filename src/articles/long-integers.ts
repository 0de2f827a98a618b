import { isMapping } from '../text/data.ts';

/** Beyond this many digits, a number of JavaScript can no longer hold every integer. */
const LONG_INTEGER = /"(?:[^"\\]|\\.)*\\?(?:"|$)|(?<![\w.+-])-?\d{16,}(?![\d.eE])/gs;

/** JSON whose integers are text where a number would round them, as the ID of a post on another site often is. */
export function quoteLongIntegers(json: string): string {
  return json.replace(LONG_INTEGER, (part) => (part.startsWith('"') ? part : `"${part}"`));
}

/** The same data, whose integers are text where no number can hold them. */
export function writeLongIntegers(data: unknown): unknown {
  if (typeof data === 'bigint') return String(data);
  if (Array.isArray(data)) return data.map(writeLongIntegers);
  if (!isMapping(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, writeLongIntegers(value)]));
}
