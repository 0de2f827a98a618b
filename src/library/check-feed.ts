import { inspectFeed } from '../lint/lint-feed.ts';
import type { Problem } from '../model/index.ts';
import { ABSOLUTE_URL, checkArguments, DOCUMENT, type Expected, required, TEXT } from './arguments.ts';

const NOW: Expected = { is: (value) => typeof value === 'number', words: 'a time in ms since 1970' };

export interface CheckFeedOptions {
  /** The document as problems name it: a file, or its URL. @default 'feed' */
  readonly source?: string;
  /** Where it is served from: its self link is compared with that. */
  readonly url?: string;
  /** The time of the check in ms since 1970. Without it no date counts as one of the future. */
  readonly now?: number;
}

/**
 * Holds a feed of any generator against the rules of its format and against what feed readers do: RSS 0.91 to 2.0, RSS 1.0,
 * Atom 1.0, JSON Feed 1.0 and 1.1. What `feedwright check FEED` prints.
 * @param document the text, or its bytes, whose encoding is then checked, too
 * @returns the problems, worst first, with line and column; none for a sound feed. Wrong options are problems, too
 */
export function checkFeed(document: string | Uint8Array, options: CheckFeedOptions = {}): readonly Problem[] {
  const table = { document: required(DOCUMENT), source: TEXT, url: ABSOLUTE_URL, now: NOW };
  const wrong = checkArguments('checkFeed', { ...options, document }, table);
  if (wrong.length > 0) return wrong;
  const { source = 'feed', url, now = Number.POSITIVE_INFINITY } = options;
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  return inspectFeed(bytes, { file: source, now, ...(url === undefined ? {} : { address: url }) });
}
