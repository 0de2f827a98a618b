import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { entriesInMemory, fileInMemory, isAloneInMemory, statInMemory } from './memory.ts';
import { FileRefused } from './refused.ts';

export type { Dirent } from 'node:fs';

/** Where a file may be, after all symbolic links: in one of these folders, or anywhere since the user named it. */
export type Inside = readonly string[] | 'anywhere';

/** What is at a path, after symbolic links; undefined for nothing and for what may not be looked at. */
export function lookAt(path: string): Stats | undefined {
  const kept = statInMemory(path);
  if (kept) return kept;
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether something is at a path, after symbolic links. */
export function isThere(path: string): boolean {
  return lookAt(path) !== undefined;
}

/** Whether there is a folder at this path. */
export function isFolder(path: string): boolean {
  return lookAt(path)?.isDirectory() ?? false;
}

/** Whether there is a regular file at this path. */
export function isFile(path: string): boolean {
  return lookAt(path)?.isFile() ?? false;
}

/** The names in a folder in an order that does not depend on the disk; undefined where none is, and where no one may look. */
export function listNames(folder: string): readonly string[] | undefined {
  const kept = entriesInMemory(folder).map(({ name }) => name);
  if (isAloneInMemory(folder)) return kept.toSorted();
  try {
    return [...new Set([...readdirSync(folder), ...kept])].toSorted();
  } catch {
    return kept.length > 0 ? kept.toSorted() : undefined;
  }
}

/**
 * The entries of a folder, in the order of the disk.
 * @throws the system's error when it can't be read
 */
export function listEntries(folder: string): readonly Dirent[] {
  const kept = entriesInMemory(folder);
  if (isAloneInMemory(folder)) return kept;
  if (statInMemory(folder) && !statSync(folder, { throwIfNoEntry: false })) return kept;
  if (kept.length === 0) return readdirSync(folder, { withFileTypes: true });
  const names = new Set(kept.map(({ name }) => name));
  const others = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !names.has(name));
  return [...others, ...kept];
}

/** The system's own is many times faster; on Windows it would name drives that are made of folders differently. */
const follow = process.platform === 'win32' ? realpathSync : realpathSync.native;

/** The path after all symbolic links; undefined when it leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return follow(path);
  } catch {
    if (!statInMemory(path)) return undefined;
    const folder = realPath(dirname(path));
    return folder === undefined ? undefined : join(folder, basename(path));
  }
}

/** Whether a path leads, after all symbolic links, into a folder or is that folder. */
export function staysInside(path: string, folder: string): boolean {
  const [real, top] = [realPath(path), realPath(folder)];
  return (
    real !== undefined &&
    top !== undefined &&
    `${real}${sep}`.startsWith(top.endsWith(sep) ? top : `${top}${sep}`)
  );
}

/** Where a path of the configuration may lead: within the site, or anywhere when it is written as one outside. */
export function asWritten(path: string, root: string): Inside {
  return `${path}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`) ? [root] : 'anywhere';
}

/** Whether a folder that is written as one within the site is elsewhere, after all symbolic links. */
export function leadsOut(folder: string, root: string): boolean {
  return asWritten(folder, root) !== 'anywhere' && isFolder(folder) && !staysInside(folder, root);
}

/**
 * Holds a path, or the nearest folder above it that exists, against the folders that it may be in.
 * @throws FileRefused when a symbolic link leads it out of them
 */
export function mustStayInside(path: string, inside: Inside): void {
  if (inside === 'anywhere') return;
  const there = nearest(path);
  if (!inside.some((folder) => staysInside(there, nearest(folder)))) throw new FileRefused('outside');
}

/** A link that leads nowhere is there as well. */
function nearest(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (isEntry(at) || at === dirname(at)) return at;
  }
}

/** Whether a path is taken, be it by a link that leads nowhere. */
export function isEntry(path: string): boolean {
  if (fileInMemory(path)) return true;
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a folder has an entry of this name, as {@link listNames} would say, without listing the others. */
export function hasEntry(folder: string, name: string): boolean {
  const path = join(folder, name);
  return statInMemory(path) !== undefined || (!isAloneInMemory(folder) && isEntry(path));
}
