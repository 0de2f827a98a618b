import { dirname, join, resolve, sep } from 'node:path';
import { lookAt, staysInside } from './places.ts';

/** Folders whose content generators copy to the top of the site. */
export const STATIC_FOLDERS = ['', 'static', 'public', 'source', 'assets'];

/** A local file that an article names. */
export interface MediaFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * The local file that an article names: beside the article, or below the root or one of its static folders (R33).
 * @param article absolute path of the article
 * @param path as written, percent-encoded or not; URLs have no local file
 * @returns undefined when no such file is inside `root` (R69)
 */
export function findMedia(root: string, article: string, path: string): MediaFile | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
  const name = decodePath(path);
  const beside = name.startsWith('/') ? [] : [join(dirname(article), name)];
  const candidates = [...beside, ...STATIC_FOLDERS.map((folder) => join(root, folder, name))];
  return candidates.map((candidate) => fileInside(root, candidate)).find((file) => file !== undefined);
}

function fileInside(root: string, path: string): MediaFile | undefined {
  if (!resolve(path).startsWith(`${resolve(root)}${sep}`)) return undefined;
  // A name that no file can have, or one that this user may not look at: there is no such file for us.
  const stats = lookAt(path);
  return stats?.isFile() && staysInside(path, root) ? { path, bytes: stats.size } : undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.replace(/[?#].*$/s, ''));
  } catch {
    return path;
  }
}
