import { legalText } from '../text/legal.ts';

export { isMapping, toList } from '../text/data.ts';

/** One value as text with outer space cut, inner space made single and without what feeds can't carry; undefined for lists and mappings. */
export function toText(value: unknown): string | undefined {
  if (value === null || value === undefined || (typeof value === 'object' && !(value instanceof Date)))
    return undefined;
  const text = legalText(value instanceof Date ? value.toISOString() : String(value));
  // Looking is five times cheaper than replacing, and nearly every text is clean.
  const clean = /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return clean === '' ? undefined : clean;
}

/** A URL as it is written: white space in it counts. */
export function toUrlText(value: unknown): string | undefined {
  return typeof value === 'string' ? legalText(value).trim() || undefined : toText(value);
}

const YES = /^(?:true|yes|on|y|1)$/i;
const NO = /^(?:false|no|off|n|0)$/i;

/** What a word or boolean means: `yes`, `"true"` and `1` as well as `true`; undefined for anything else. */
export function toBoolean(value: unknown): boolean | undefined {
  const text = toText(value);
  return text === undefined || text.length > 5
    ? undefined
    : YES.test(text)
      ? true
      : NO.test(text)
        ? false
        : undefined;
}

/** Whether a key says anything: null, empty text and empty lists do not. */
export function hasValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'string' || value.trim() !== '';
}
