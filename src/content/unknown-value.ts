/**
 * Stands where the value of an unknown template variable would: `[x]({{ site.repo }}/issues)`. A text loses it,
 * and a link with it in its URL is unwrapped, because a wrong URL is worse than none. A noncharacter: no
 * source text can contain it once it is legal.
 */
export const UNKNOWN = '\ufdd0';

const ANY_UNKNOWN = /\ufdd0|%EF%B7%90/gi;

export function hasUnknown(text: string): boolean {
  return text.search(ANY_UNKNOWN) >= 0;
}

export function dropUnknown(text: string): string {
  return text.replace(ANY_UNKNOWN, '');
}
