import { join, posix } from 'node:path';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import { listBelow } from '../files/list-below.ts';
import { isFolder } from '../files/places.ts';
import { readBeginning } from '../files/read.ts';
import { FEED_FILE } from '../guard/feed-files.ts';

/** The start of an XML document, long enough for its declaration, stylesheets and comments. */
const XML_START = 16_000;
const FEED_ROOTS = ['rss', 'RDF', 'feed'];
const JSON_FEED = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\//;

/**
 * The feeds in a folder and the folders in it. Other XML and JSON files, such as sitemaps, are skipped.
 * @param name the folder, as the user wrote it
 * @param path the folder, absolute
 * @returns the files, named like the folder; none if it is not a folder
 */
export function findFeedsInFolder(name: string, path: string): readonly string[] {
  if (!isFolder(path)) return [];
  return listBelow(path, Number.POSITIVE_INFINITY)
    .filter((file) => FEED_FILE.test(file) && isFeed(join(path, file)))
    .map((file) => posix.join(name, file));
}

function isFeed(file: string): boolean {
  const isJson = /\.json$/i.test(file);
  try {
    // UTF-16 is read as well: its ASCII characters have a zero byte beside them.
    const text = readBeginning(file, isJson ? SIZE_LIMIT : XML_START)
      .toString('latin1')
      .replaceAll('\0', '');
    return isJson ? JSON_FEED.test(text) : FEED_ROOTS.includes(findRoot(text));
  } catch {
    return false;
  }
}

/** The local name of the root element. */
function findRoot(text: string): string {
  const withoutComments = text.replace(/<!--[\s\S]*?-->/g, '');
  return /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]/.exec(withoutComments)?.[1] ?? '';
}
