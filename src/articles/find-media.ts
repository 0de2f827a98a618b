import { dirname, join, resolve, sep } from 'node:path';
import { lookAt, staysInside } from '../files/places.ts';

/** Folders whose content generators copy to the top of the site. */
const STATIC_FOLDERS = ['', 'static', 'public', 'source', 'assets'];

/**
 * The size of the local file that an article names: beside the article, or below the root or one of its static folders (R33).
 * @param article absolute path of the article
 * @param path as written, percent-encoded or not; URLs have no local file
 * @returns bytes, or undefined when no such file is inside `root` (R69)
 */
export function findMediaSize(root: string, article: string, path: string): number | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
  const name = decodePath(path);
  const beside = name.startsWith('/') ? [] : [join(dirname(article), name)];
  const candidates = [...beside, ...STATIC_FOLDERS.map((folder) => join(root, folder, name))];
  return candidates.map((candidate) => sizeInside(root, candidate)).find((size) => size !== undefined);
}

function sizeInside(root: string, path: string): number | undefined {
  if (!resolve(path).startsWith(`${resolve(root)}${sep}`)) return undefined;
  // A name that no file can have, or one that this user may not look at: there is no such file for us.
  const stats = lookAt(path);
  return stats?.isFile() && staysInside(path, root) ? stats.size : undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.replace(/[?#].*$/s, ''));
  } catch {
    return path;
  }
}
