import { inspectFeed } from '../lint/lint-feed.ts';
import type { Problem } from '../model/index.ts';
import { ABSOLUTE_URL, checkCall, DOCUMENT, type Expected, required, TEXT } from './arguments.ts';

const NOW: Expected = { is: (value) => typeof value === 'number', words: 'a time in ms since 1970' };

export interface CheckFeedOptions {
  /** The name of the document in problems: a file, or its URL. @default 'feed' */
  readonly source?: string;
  /** The URL it is served from, which its self link is compared with. */
  readonly url?: string;
  /** The time of the check in ms since 1970. Without it, no date counts as being in the future. */
  readonly now?: number;
}

/**
 * Lints a feed of any generator: the rules of its format and what feed readers do with it. RSS 0.91 to 2.0, RSS 1.0, Atom 1.0,
 * JSON Feed 1.0 and 1.1. The same as `feedwright check FEED` prints.
 * @param document its text, or its bytes, to check the encoding as well
 * @returns the problems, worst first, with line and column; none for a sound feed. Wrong options are problems, too
 */
export function checkFeed(document: string | Uint8Array, options: CheckFeedOptions = {}): readonly Problem[] {
  const table = { document: required(DOCUMENT), source: TEXT, url: ABSOLUTE_URL, now: NOW };
  const wrong = checkCall('checkFeed', { document }, options, table);
  if (wrong.length > 0) return wrong;
  const { source = 'feed', url, now = Number.POSITIVE_INFINITY } = options;
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  return inspectFeed(bytes, { file: source, now, ...(url === undefined ? {} : { address: url }) });
}
