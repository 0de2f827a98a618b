import { dirname, relative } from 'node:path';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { listNames, lookAt } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { FEED_FILE, readOne } from './feed-files.ts';
import { findLeft } from './find-left.ts';

/**
 * The documents that subscribers have at the paths that will be written, from a folder with a published site.
 * @param folder absolute
 * @param paths below the folder
 * @param workingDirectory absolute; files are named relative to it
 */
export function findPublished(
  folder: string,
  paths: readonly string[],
  workingDirectory: string,
): readonly PublishedDocument[] {
  return paths.flatMap((path) => readOne(folder, path, workingDirectory));
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
  if (found.length > 0) return [...found, ...findLeft(path, paths, workingDirectory)].map(asNamed);
  return (listNames(path) ?? [])
    .filter((name) => FEED_FILE.test(name))
    .flatMap((name) => readOne(path, name, workingDirectory).map(asNamed).map(withoutPath));
}

/** A URL on the web, not a path. */
export const WEB = /^https?:\/\//i;

/**
 * What the setting `published` names.
 * @returns undefined when it is not set, when it is a URL (whoever builds fetches it), and when no feed is there yet
 */
export function findNamed(
  { published, workingDirectory }: Config,
  paths: readonly string[],
): readonly PublishedDocument[] | undefined {
  if (published === undefined || WEB.test(published)) return undefined;
  const found = readNamed(published, paths, workingDirectory) ?? [];
  return found.length > 0 ? found : undefined;
}

function asNamed(document: PublishedDocument): PublishedDocument {
  return { ...document, isNamed: true };
}

function withoutPath({ path: _, ...document }: PublishedDocument): PublishedDocument {
  return document;
}
