import { decodePercent } from '../text/percent-encoding.ts';

/** Longest name without date and ending, in UTF-16 units: with them, and in UTF-8, every file system takes it. */
const LONGEST = 60;

/**
 * A name that every file system takes: letters, digits and hyphens of any script.
 * @returns empty when nothing of the text is left
 */
export function toFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...plain].slice(0, LONGEST).join('').replace(/-+$/, '').toWellFormed();
}

/** The last part of the path of a URL, without the ending of a page. */
export function lastPart(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').findLast((part) => part !== '' && !/^index\.\w+$/.test(part)) ?? '';
  return decodePercent(last.replace(/\.(?:html?|php|aspx?)$/i, ''));
}

/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /(?:^|[\\/])(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Gives every file a name of its own that every system takes, also where upper and lower case are one. */
export function createNames(isTaken: (path: string) => boolean): (path: string, ending: string) => string {
  const given = new Set<string>();
  const next = new Map<string, number>();
  return (path, ending) => {
    const wanted = path.toLowerCase();
    for (let number = next.get(wanted) ?? 1; ; number++) {
      const name = `${path}${number === 1 ? '' : `-${number}`}`;
      const folded = name.toLowerCase();
      const isFree =
        !RESERVED.test(folded) && !given.has(folded) && !isTaken(`${name}.md`) && !isTaken(`${name}.html`);
      if (!isFree) continue;
      given.add(folded);
      next.set(wanted, number + 1);
      return `${name}${ending}`;
    }
  };
}
