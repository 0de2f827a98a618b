import { join } from 'node:path';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import { lookAt } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { showPath } from '../problems/show-path.ts';

/** How files with feeds are named. */
export const FEED_FILE = /\.(?:xml|rss|atom|rdf|json)$/i;

/** The document in a file; none when there is no such file. */
export function readOne(
  folder: string,
  path: string,
  workingDirectory: string,
): readonly PublishedDocument[] {
  const file = join(folder, path);
  const stat = lookAt(file);
  if (!stat?.isFile()) return [];
  const source = showPath(file, workingDirectory);
  // One byte more than is read tells what is wrong; more would only fill the memory.
  const bytes =
    stat.size > SIZE_LIMIT
      ? new Uint8Array(SIZE_LIMIT + 1)
      : readWhole(file, { maximum: SIZE_LIMIT, inside: 'anywhere' });
  return [{ source, path, bytes }];
}
