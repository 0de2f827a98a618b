import { join } from 'node:path';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { listBelow } from '../files/list-below.ts';
import { readStart } from '../files/read.ts';
import { MANIFEST_PATH } from '../manifest/manifest.ts';
import { FEED_FILE, readOne } from './feed-files.ts';
import { listSubscribed, openManifest } from './open-manifest.ts';

/** How our own XML documents begin, as far as this tells them from those of other tools in the same folder. */
const OURS = /<generator>feedwright(?: [^<]{0,40})?<\/generator>/;
/** Of an archive no one is a subscriber (RFC 5005 §4). */
const ARCHIVE = /<fh:archive\b/;
/** A site with more folders is looked through as far as this, which takes a tenth of a second. */
const MAX_FOLDERS = 1000;

/**
 * The documents of earlier builds that no build writes any more: those that the manifest names, and XML feeds that say they are ours,
 * anywhere in a folder.
 * @param folder absolute
 * @param paths of the documents that will be written, below the folder
 * @param workingDirectory absolute; files are named relative to it
 */
export function findLeft(
  folder: string,
  paths: readonly string[],
  workingDirectory: string,
): readonly PublishedDocument[] {
  const planned = new Set(paths);
  const { manifest } = openManifest(readOne(folder, MANIFEST_PATH, workingDirectory));
  const known = new Set(manifest ? listSubscribed(manifest) : []);
  return listBelow(folder, MAX_FOLDERS)
    .filter((path) => FEED_FILE.test(path) && !planned.has(path))
    .filter((path) => known.has(path) || (!path.endsWith('.json') && isOurs(join(folder, path))))
    .flatMap((path) => readOne(folder, path, workingDirectory))
    .map((document) => ({ ...document, isLeft: true }));
}

function isOurs(file: string): boolean {
  try {
    const start = Buffer.alloc(4000);
    const text = start.toString('utf8', 0, readStart(file, start));
    return OURS.test(text) && !ARCHIVE.test(text);
  } catch {
    return false;
  }
}
