import { decodePercent } from '../text/percent-encoding.ts';
/**
 * The title that the end of a URL spells, such as "Of ships" of `/2025/of-ships/`. Most titles are known by it, so that the manifest
 * of a large site need not say them.
 * @param url absolute
 */
export function titleOfUrl(url: string): string {
  const end = /([^/]*)\/?$/.exec(url.replace(/[?#].*$/, ''))?.[1] ?? '';
  const words = decodePercent(end)
    .replace(/\.\w{3,5}$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The title that a manifest keeps: that of the URL, where only case and signs differ. */
export function keepTitle(title: string, url: string): string {
  const known = titleOfUrl(url);
  return !/[<&]/.test(title) && fold(title) === fold(known) ? known : title;
}

function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
