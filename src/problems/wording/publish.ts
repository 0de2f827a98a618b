import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** The largest of so many documents above a limit. */
export interface Large {
  readonly path: string;
  readonly bytes: number;
  readonly count: number;
}

const smaller = 'Set "content: auto", or lower "limit".';

export const publishWording = {
  'cannot-write': (d: { path: string; reason: string }): Wording => [
    'error',
    `${quote(d.path)} can't be written: ${d.reason}.`,
    d.reason.includes('another program')
      ? 'Close that program, and build again.'
      : d.reason.includes('it is a folder')
        ? 'Give the feed a different path under "formats", or choose a different folder with --output.'
        : d.reason.includes('too long')
          ? 'Give it a shorter path.'
          : 'Make the folder writable, or choose a different one with --output.',
  ],
  'archive-changed': (d: { feed: string; path: string; count: number }): Wording => [
    'warning',
    `${d.count === 1 ? 'A published archive document' : `${d.count} published archive documents`} of the feed ${quote(d.feed)} changed, from ${quote(d.path)} on: an old article was added, edited or removed, or a setting changed.`,
    "Readers don't load an archive again. Undo the change unless you mean it.",
  ],
  'feed-large': (d: Large): Wording => [
    'warning',
    `${large(d)} feeds above 250 KB cost traffic on every visit, and some readers read only the start.`,
    smaller,
  ],
  'feed-very-large': (d: Large): Wording => [
    'warning',
    `${large(d)} several readers reject feeds above 1 MB.`,
    smaller,
  ],
  'feed-too-large': (d: Large): Wording => [
    'error',
    `${large(d)} most readers reject feeds above 5 MB.`,
    smaller,
  ],
};

function large({ path, bytes, count }: Large): string {
  return `${quote(path)} is ${size(bytes)}${count === 1 ? '' : `, the largest of ${count} such documents`};`;
}

/** Bytes as people say them, rounded up so that nothing looks as if it kept the limit: `251 KB`, `1.3 MB`. */
function size(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.ceil(bytes / 100_000) / 10} MB`;
}
