import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import type { PublishedDocument } from './compare.ts';
import { SIZE_LIMIT } from './read-feed.ts';

const FEED_FILE = /\.(?:xml|rss|atom|rdf|json)$/i;
/** How our own XML documents begin, as far as this tells them from those of other tools in the same folder. */
const OURS = /<generator>feedwright(?: [^<]{0,40})?<\/generator>/;

/**
 * The documents that subscribers have, from a folder with a published site: those at the paths that will be written, and those of an
 * earlier build beside them that no longer will.
 * @param folder absolute
 * @param paths of the documents that will be written, below the folder
 * @param workingDirectory absolute; files are named relative to it
 */
export function findPublished(
  folder: string,
  paths: readonly string[],
  workingDirectory: string,
): readonly PublishedDocument[] {
  const planned = new Set(paths);
  const folders = new Set(['.', ...paths.map((path) => posix.dirname(path))]);
  const left = [...folders].flatMap((inner) =>
    listFiles(join(folder, inner))
      .filter((name) => FEED_FILE.test(name) && !name.endsWith('.json'))
      .map((name) => posix.join(inner, name))
      .filter((path) => !planned.has(path)),
  );
  return [
    ...paths.flatMap((path) => readOne(folder, path, workingDirectory)),
    ...left.flatMap((path) =>
      readOne(folder, path, workingDirectory).filter(({ bytes }) => OURS.test(start(bytes))),
    ),
  ];
}

/**
 * The documents that a user names: a file, or a folder.
 * @param path absolute
 * @param paths of the documents that will be written; when a folder has none of them, every feed file in it counts
 * @returns undefined when there is no such file or folder
 */
export function readNamed(
  path: string,
  paths: readonly string[],
  workingDirectory: string,
): readonly PublishedDocument[] | undefined {
  const stat = lookAt(path);
  if (!stat) return undefined;
  if (!stat.isDirectory())
    return readOne(dirname(path), relative(dirname(path), path), workingDirectory)
      .map(asNamed)
      .map(withoutPath);
  const found = findPublished(path, paths, workingDirectory);
  if (found.length > 0) return found.map(asNamed);
  return listFiles(path)
    .filter((name) => FEED_FILE.test(name))
    .flatMap((name) => readOne(path, name, workingDirectory).map(asNamed).map(withoutPath));
}

function asNamed(document: PublishedDocument): PublishedDocument {
  return { ...document, isNamed: true };
}

function withoutPath({ path: _, ...document }: PublishedDocument): PublishedDocument {
  return document;
}

function readOne(folder: string, path: string, workingDirectory: string): readonly PublishedDocument[] {
  const file = join(folder, path);
  const stat = lookAt(file);
  if (!stat?.isFile()) return [];
  const source = relative(workingDirectory, file).replaceAll('\\', '/');
  // One byte more than is read tells what is wrong; more would only fill the memory.
  const bytes = stat.size > SIZE_LIMIT ? new Uint8Array(SIZE_LIMIT + 1) : readFileSync(file);
  return [{ source, path, bytes }];
}

/** The names in a folder in an order that does not depend on the disk; none when there is no such folder. */
function listFiles(folder: string): readonly string[] {
  return lookAt(folder)?.isDirectory() ? readdirSync(folder).toSorted() : [];
}

function start(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4000)).toString('utf8');
}

/** Undefined when nothing is there, and when it may not be looked at: writing there will say why. */
function lookAt(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
