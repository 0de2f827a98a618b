import type { FeedDocument, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

const kilobyte = 1000;
const megabyte = 1000 * kilobyte;

type Excess = 'feed-large' | 'feed-very-large' | 'feed-too-large';

/**
 * Readers refuse feeds above limits of their own, from 512 KB to 15 MB (R47). An archive is read once and not by most readers.
 * @returns one problem for each limit that documents exceed, at the largest of them: they mostly have one cause
 */
export function checkSizes(documents: readonly FeedDocument[]): readonly Problem[] {
  const found = new Map<Excess, { path: string; bytes: number; count: number }>();
  for (const { path, bytes, isArchive, copyOf } of documents) {
    const excess = findExcess(bytes, isArchive);
    if (!excess || copyOf !== undefined) continue;
    const { count, ...largest } = found.get(excess) ?? { path, bytes, count: 0 };
    found.set(excess, { ...(bytes > largest.bytes ? { path, bytes } : largest), count: count + 1 });
  }
  return [...found].map(([excess, details]) => problem(excess, { file: details.path }, details));
}

function findExcess(bytes: number, isArchive: boolean): Excess | undefined {
  if (bytes > 5 * megabyte) return 'feed-too-large';
  if (bytes > megabyte) return 'feed-very-large';
  return bytes > 250 * kilobyte && !isArchive ? 'feed-large' : undefined;
}
