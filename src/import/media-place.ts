import { createHash } from 'node:crypto';
import { decodePercent } from '../text/percent-encoding.ts';
import { lastPart, toFileName } from './name-file.ts';
import { baseOf, toPermalink } from './permalink.ts';

/** What the URL of a file in the export begins with, which no one else can reach. */
export const ARCHIVE = 'archive:///';

/** The endings that images of other hosts get, by their types: nothing that a browser or a server would run. */
export const ENDINGS: ReadonlyMap<string | undefined, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
]);
/** The names of images. */
export const IMAGE = /\.(?:avif|bmp|gif|heic|jpe?g|png|svg|webp)$/i;
const FILE =
  /\.(?:avif|bmp|gif|heic|jpe?g|png|svg|webp|mp3|m4a|ogg|oga|opus|wav|mp4|m4v|webm|mov|pdf|epub)$/i;
/** Names that a system keeps for itself, or that no file system takes. */
const UNFIT =
  /^(?:\.|con(?:\.|$)|prn(?:\.|$)|aux(?:\.|$)|nul(?:\.|$)|com\d(?:\.|$)|lpt\d(?:\.|$))|[\\/:*?"<>|]|[. ]$/i;
const LONGEST = 200;

/** Where a file goes. */
export interface MediaPlace {
  /** Below the folder whose content is copied to the top of the site, with `/` between segments. */
  readonly path: string;
  /** Whether the path gets the ending of its type. */
  readonly isOpen: boolean;
  /** How articles name it from now on, where its path does not say it: a file of this site keeps its URL. */
  readonly url?: string;
  /** Where it is fetched from. */
  readonly source: string;
}

/** The sites that files belong to; absolute. */
export interface MediaSites {
  /** Where the articles will be. */
  readonly site: string;
  /** Where they were. */
  readonly exported: string | undefined;
}

/**
 * Where a file of an article goes: one of the site keeps its path, so that its URL stays; an image of another host or of the export goes
 * to `media/`.
 * @returns undefined for what stays where it is
 */
export function placeMedia(url: string, { site, exported }: MediaSites): MediaPlace | undefined {
  if (url.startsWith(ARCHIVE)) {
    const path = `media/${url.slice(ARCHIVE.length)}`;
    return FILE.test(path) && isFit(path) ? { path, isOpen: false, source: url } : undefined;
  }
  if (!/^https?:/.test(url)) return undefined;
  const { pathname, hostname } = new URL(url);
  // What follows a `?` asks for another size of the same file.
  const source = new URL(pathname, url).href;
  const own = toPermalink(source, site, exported);
  const base = baseOf(site);
  if (own?.permalink.startsWith(base)) {
    const path = decodePercent(own.permalink.slice(base.length));
    if (!FILE.test(path) || !isFit(path)) return undefined;
    return { path, isOpen: false, source, ...(own.alias === undefined ? { url } : {}) };
  }
  if (/\.svg$/i.test(pathname)) return undefined;
  const name = toFileName(lastPart(url).replace(IMAGE, '')) || 'image';
  const mark = createHash('sha256').update(url).digest('hex').slice(0, 8);
  return { path: `media/${toFileName(hostname)}/${name}-${mark}`, isOpen: true, source: url };
}

/** The URL of a file on its site, from the top of the host. */
export function toMediaUrl(path: string, site: string): string {
  return `${baseOf(site)}${path.split('/').map(encodeURIComponent).join('/')}`;
}

function isFit(path: string): boolean {
  const segments = path.split('/');
  return (
    path.length <= 3 * LONGEST &&
    segments.every(
      (each) => each !== '' && each.length <= LONGEST && !UNFIT.test(each) && !/\p{Cc}/u.test(each),
    )
  );
}
