import type { Wording } from '../problems.ts';
import { quote } from './quote.ts';

const smaller = 'Set "content: auto", or lower "limit".';

export const publishWording = {
  'cannot-write': (d: { path: string; reason: string }): Wording => [
    'error',
    `${quote(d.path)} cannot be written: ${d.reason}.`,
    'Make the folder writable, or choose another with --output.',
  ],
  'archive-changed': (d: { feed: string; path: string; count: number }): Wording => [
    'warning',
    `${d.count === 1 ? 'A published archive document' : `${d.count} published archive documents`} of the feed ${quote(d.feed)} changed, from ${quote(d.path)} on: an old article was added, edited or removed, or a setting is another.`,
    'Who has read the archive does not read it again. Undo the change unless it is meant.',
  ],
  'feed-large': (d: { path: string; bytes: number }): Wording => [
    'warning',
    `${quote(d.path)} has ${size(d.bytes)}; above 250 KB every visit of a reader costs, and some read only the start.`,
    smaller,
  ],
  'feed-very-large': (d: { path: string; bytes: number }): Wording => [
    'warning',
    `${quote(d.path)} has ${size(d.bytes)}; above 1 MB several readers refuse a feed.`,
    smaller,
  ],
  'feed-too-large': (d: { path: string; bytes: number }): Wording => [
    'error',
    `${quote(d.path)} has ${size(d.bytes)}; above 5 MB most readers refuse a feed.`,
    smaller,
  ],
};

/** Bytes as people say them, rounded up so that nothing looks as if it kept the limit: `251 KB`, `1.3 MB`. */
function size(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.ceil(bytes / 100_000) / 10} MB`;
}
