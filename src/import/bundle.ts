import { relative, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { decodeDocument } from '../documents/decode.ts';
import { listEntries, staysInside } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { problem } from '../problems/problem.ts';
import { ARCHIVE } from './media-place.ts';
import type { Export } from './post.ts';
import { BrokenExport } from './read-records.ts';

/** The files of an export: in a zip, or unpacked in a folder. */
export interface Bundle {
  /** Paths with `/` between segments, sorted. */
  readonly names: readonly string[];
  /** @throws BrokenExport for a file that is too large or damaged */
  readonly read: (name: string) => Uint8Array;
}

/** A packed export that is larger is unpacked by its owner. */
export const LARGEST_ZIP = 1_000_000_000;
/** No text of an article is larger; what claims to be is made to fill the memory. */
const LARGEST_FILE = 100_000_000;
const MOST_FILES = 500_000;

/**
 * Opens a zip in memory. Nothing of it is ever written to the disk under its own name, and of its files only those that are asked
 * for are unpacked, each to what it says it is at most.
 * @param source as shown to the user
 * @throws BrokenExport
 */
export function openZip(bytes: Uint8Array, source: string): Bundle {
  const sizes = new Map<string, number>();
  const refuse = (reason: string): never => {
    throw new BrokenExport(problem('broken-export', { file: source }, { source, reason }));
  };
  const unpack = (filter: Parameters<typeof unzipSync>[1]) => {
    try {
      return unzipSync(bytes, filter);
    } catch (error) {
      if (error instanceof BrokenExport) throw error;
      return refuse('is not a whole zip file: it was cut off or damaged');
    }
  };
  unpack({
    filter: ({ name, originalSize }) => {
      if (leadsOut(name))
        refuse(`holds a file named "${name}", which would be written outside of its folder`);
      if (sizes.size === MOST_FILES) refuse(`holds more than ${MOST_FILES} files`);
      if (!name.endsWith('/')) sizes.set(name, originalSize);
      return false;
    },
  });
  const read = (name: string) => {
    const size = sizes.get(name) ?? 0;
    if (size > LARGEST_FILE)
      refuse(`holds the file "${name}", which unpacks to ${Math.round(size / 1e6)} MB`);
    return unpack({ filter: (file) => file.name === name })[name] ?? refuse(`has no file "${name}"`);
  };
  return { names: [...sizes.keys()].toSorted(), read };
}

function leadsOut(name: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes('..');
}

/** Opens an export that was unpacked. @param folder absolute */
export function openFolder(folder: string): Bundle {
  const list = (place: string): readonly string[] =>
    listEntries(place).flatMap((entry) => {
      const path = resolve(place, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : list(path);
      return entry.isFile() && staysInside(path, folder) ? [relative(folder, path).split(sep).join('/')] : [];
    });
  return {
    names: list(folder).toSorted(),
    read: (name) => readWhole(resolve(folder, name), { maximum: LARGEST_FILE, inside: [folder] }),
  };
}

/** The text of a file of a bundle. */
export function readText(bundle: Bundle, name: string): string {
  return decodeDocument(bundle.read(name));
}

/** Gives the bytes of the files of a bundle that the articles in it name. @param toPath the path in the bundle that a URL means */
export function openFiles(
  bundle: Bundle,
  toPath: (url: string) => string | undefined,
): NonNullable<Export['find']> {
  return (url) => {
    const path = toPath(url);
    const name = path && bundle.names.find((each) => each === path || each.endsWith(`/${path}`));
    return name ? bundle.read(name) : undefined;
  };
}

/** The path in a bundle of a URL that nobody else can reach. */
export function toArchivePath(url: string): string | undefined {
  return url.startsWith(ARCHIVE) ? url.slice(ARCHIVE.length) : undefined;
}
