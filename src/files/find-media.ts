import { dirname, join, resolve, sep } from 'node:path';
import { decodePercent } from '../text/percent-encoding.ts';
import { lookAt, staysInside } from './places.ts';

/** Folders whose content generators copy to the top of the site. */
export const STATIC_FOLDERS = ['', 'static', 'public', 'source', 'assets'];

/** A local file that an article names. */
export interface MediaFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Whether it is where the path leads from the article, not from the top of the site. */
  readonly isBeside: boolean;
}

/**
 * The local file that an article names: next to the article, or below the root or one of its static folders (R33).
 * @param article absolute path of the article
 * @param path as written, percent-encoded or not; URLs have no local file
 * @returns undefined when no such file is inside `root` (R69)
 */
export function findMedia(root: string, article: string, path: string): MediaFile | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
  const name = decodePercent(path.replace(/[?#].*$/s, ''));
  const beside = name.startsWith('/') ? undefined : fileInside(root, join(dirname(article), name));
  if (beside) return { ...beside, isBeside: true };
  const others = STATIC_FOLDERS.map((folder) => fileInside(root, join(root, folder, name)));
  const file = others.find((other) => other !== undefined);
  return file && { ...file, isBeside: false };
}

function fileInside(root: string, path: string): Omit<MediaFile, 'isBeside'> | undefined {
  if (!resolve(path).startsWith(`${resolve(root)}${sep}`)) return undefined;
  // A name that no file can have, or one that this user may not look at: there is no such file for us.
  const stats = lookAt(path);
  return stats?.isFile() && staysInside(path, root) ? { path, bytes: stats.size } : undefined;
}
