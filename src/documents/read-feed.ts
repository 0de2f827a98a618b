import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { decodeDocument } from './decode.ts';
import type { PublishedFeed } from './published-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';
import { parseXml } from './xml-tree.ts';

export type { PublishedFeed, PublishedFormat, PublishedItem } from './published-feed.ts';

/** The largest document that is read; the most that any reader takes (R47). */
export const SIZE_LIMIT = 15_000_000;

export interface ReadOptions {
  /** Where the document comes from: a file as shown to the user, or its address. */
  readonly source: string;
  /** Address that relative ones are resolved against when the feed does not say. Default: the source, if it is one. */
  readonly base?: string;
  /** Encoding that the server told. */
  readonly charset?: string;
}

export type ReadFeed = { readonly feed: PublishedFeed } | { readonly problem: Problem };

/**
 * Reads a feed that any tool wrote: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, JSON Feed 1.0, 1.1.
 * @returns the feed, or the problem `unreadable-feed` with the place of the fault
 */
export function readFeed(document: string | Uint8Array, options: ReadOptions): ReadFeed {
  const { source } = options;
  const base = options.base ?? (/^https?:\/\//.test(source) ? source : 'http://unknown.invalid/');
  const refuse = (reason: string, line = 1, column?: number): ReadFeed => ({
    problem: problem('unreadable-feed', { file: source, line, column }, { source, reason }),
  });
  if (document.length > SIZE_LIMIT) return refuse(`is larger than ${SIZE_LIMIT / 1e6} MB`);
  if (document[0] === 0x1f && document[1] === 0x8b) return refuse('is packed with gzip');
  const text = (typeof document === 'string' ? document : decodeDocument(document, options.charset)).replace(
    /^\uFEFF/,
    '',
  );
  if (/^\s*[{[]/.test(text)) return readJson(text, source, base) ?? refuse('is JSON, but no JSON Feed');
  const { root, faults } = parseXml(text);
  const fault = faults.find(({ isMinor }) => !isMinor);
  if (!root || fault) return refuse(fault?.reason ?? 'has no element', fault?.line, fault?.column);
  const feed = readXmlFeed(root, source, base);
  return feed
    ? { feed }
    : refuse(`is XML, but no feed: its root element is <${root.local}>`, root.line, root.column);
}

function readJson(text: string, source: string, base: string): ReadFeed | undefined {
  try {
    const feed = readJsonFeed(text, source, base);
    return feed && { feed };
  } catch {
    const place = { file: source };
    return {
      problem: problem('unreadable-feed', place, {
        source,
        reason: 'is not JSON: it was cut off or damaged',
      }),
    };
  }
}
