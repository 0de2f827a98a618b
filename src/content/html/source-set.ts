import type { Addresses } from './urls.ts';
import { resolveMedia } from './urls.ts';

export interface Candidate {
  readonly url: string;
  /** `2x` or `640w`, or empty. */
  readonly descriptor: string;
}

/** The candidates of a `srcset` (HTML §4.8.4.2.2): a URL may hold commas, but not begin or end with one. */
export function readSourceSet(value: string): Candidate[] {
  const candidates: Candidate[] = [];
  const words = value.split(/\s+/);
  for (let i = 0; i < words.length; i++) {
    const word = trimCommas(words[i] ?? '');
    if (word === '') continue;
    const alone = (words[i] ?? '').endsWith(',');
    const next = alone ? undefined : /^(\d+(?:\.\d+)?[wxh])(,.*)?$/.exec(words[i + 1] ?? '');
    candidates.push({ url: word, descriptor: next?.[1] ?? '' });
    if (next === undefined || next === null) continue;
    i++;
    if (next[2] !== undefined && next[2].length > 1) words[i--] = next[2].slice(1);
  }
  return candidates;
}

/** A `srcset` with absolute URLs; candidates that cannot be one are left out. */
export function writeSourceSet(value: string | undefined, addresses: Addresses): string | undefined {
  if (value === undefined) return undefined;
  const written: string[] = [];
  for (const { url, descriptor } of readSourceSet(value)) {
    const resolved = resolveMedia(url, addresses);
    if (!('url' in resolved) || resolved.url.startsWith('data:')) continue;
    const safe = resolved.url.replace(/^,|,$/g, '%2C');
    written.push(descriptor === '' ? safe : `${safe} ${descriptor}`);
  }
  return written.length === 0 ? undefined : written.join(', ');
}

function trimCommas(word: string): string {
  let start = 0;
  let end = word.length;
  while (word[start] === ',') start++;
  while (end > start && word[end - 1] === ',') end--;
  return word.slice(start, end);
}
