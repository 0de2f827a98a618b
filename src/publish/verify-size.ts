import type { FeedDocument, Problem } from '../model.ts';
import { problem } from '../problems.ts';

const kilobyte = 1000;
const megabyte = 1000 * kilobyte;

/**
 * Readers refuse feeds above limits of their own, from 512 KB to 15 MB (R47). An archive is read once and not by most readers.
 */
export function checkSize({ path, text, isArchive }: FeedDocument): readonly Problem[] {
  const bytes = Buffer.byteLength(text);
  const place = { file: path };
  if (bytes > 5 * megabyte) return [problem('feed-too-large', place, { path, bytes })];
  if (bytes > megabyte) return [problem('feed-very-large', place, { path, bytes })];
  if (bytes > 250 * kilobyte && !isArchive) return [problem('feed-large', place, { path, bytes })];
  return [];
}
