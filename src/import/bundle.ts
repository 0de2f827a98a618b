import { relative, resolve, sep } from 'node:path';
import { decodeDocument } from '../documents/decode.ts';
import { listEntries, staysInside } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { problem } from '../problems/problem.ts';
import { ARCHIVE } from './media-place.ts';
import type { Export } from './post.ts';
import { BrokenExport } from './read-records.ts';
import { readDirectory, unpack } from './read-zip.ts';

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
/** Nothing unpacks to more than so many times its size; the files of a zip that says it does lie in each other. */
const MOST_TIMES = 1032;
const MOST_FILES = 500_000;

const UNPACK = 'Unpack it, and import the folder.';

/** What macOS adds to each file, and to each zip. */
const ADDED = /(?:^|\/)(?:__MACOSX(?:\/|$)|\._|\.DS_Store$)/;
/** Packed as it is, or by "deflate"; other ways are rare. */
const METHODS: ReadonlySet<number> = new Set([0, 8]);

/**
 * Opens a zip in memory. Nothing of it is ever written to the disk under its own name, and of its files only those that are asked
 * for are unpacked, each to what it says it is at most.
 * @param source as shown to the user
 * @throws BrokenExport
 */
export function openZip(bytes: Uint8Array, source: string): Bundle {
  const refuse = (reason: string, way?: string): never => {
    const details = { source, reason, ...(way === undefined ? {} : { way }) };
    throw new BrokenExport(problem('broken-export', { file: source }, details));
  };
  const attempt = <Result>(step: () => Result): Result => {
    try {
      return step();
    } catch {
      return refuse('is not a complete zip file: it was cut off or damaged');
    }
  };
  const listed = attempt(() => readDirectory(bytes, MOST_FILES + 1));
  if (listed.length > MOST_FILES) refuse(`contains more than ${MOST_FILES} files`);
  const outside = listed.find(({ name }) => leadsOut(name));
  if (outside) refuse(`contains a file named "${outside.name}", which would be written outside its folder`);
  const entries = new Map(
    listed.filter(({ name, isLink }) => !isLink && !ADDED.test(name)).map((entry) => [entry.name, entry]),
  );
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_TIMES * bytes.length)
    refuse(`contains files that unpack to ${Math.round(total / 1e6)} MB`);
  const read = (name: string) => {
    const entry = entries.get(name) ?? refuse(`has no file "${name}"`);
    if (entry.isEncrypted) refuse(`is protected by a password ("${name}" needs it)`, UNPACK);
    if (!METHODS.has(entry.method)) refuse(`compresses "${name}" in a way that is not supported`, UNPACK);
    if (entry.size > LARGEST_FILE)
      refuse(`contains "${name}", which unpacks to ${Math.round(entry.size / 1e6)} MB`);
    return attempt(() => unpack(bytes, entry));
  };
  return { names: [...entries.keys()].toSorted(), read };
}

function leadsOut(name: string): boolean {
  return /^(?:\/|[A-Za-z]:)/.test(name) || name.split('/').includes('..');
}

/** Opens an export that was unpacked. @param folder absolute */
export function openFolder(folder: string): Bundle {
  const list = (place: string): readonly string[] =>
    listEntries(place).flatMap((entry) => {
      const path = resolve(place, entry.name);
      if (ADDED.test(entry.name)) return [];
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
  const byLast = new Map<string, string[]>();
  for (const name of bundle.names) {
    const others = byLast.get(lastOf(name));
    if (others) others.push(name);
    else byLast.set(lastOf(name), [name]);
  }
  return (url) => {
    const path = toPath(url);
    const names = path === undefined ? [] : (byLast.get(lastOf(path)) ?? []);
    const name = names.find((each) => each === path || each.endsWith(`/${path}`));
    return name === undefined ? undefined : bundle.read(name);
  };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path in a bundle of a URL that no one else can reach. */
export function toArchivePath(url: string): string | undefined {
  return url.startsWith(ARCHIVE) ? url.slice(ARCHIVE.length) : undefined;
}
