import { dirname, resolve } from 'node:path';
import { atomElements } from '../documents/feed-elements.ts';
import { parseDocument } from '../documents/parse-document.ts';
import { absolute } from '../documents/published-feed.ts';
import { asText } from '../documents/read-json-feed.ts';
import { attributeOf, childElements, type XmlElement } from '../documents/xml-tree.ts';
import { isFile, staysInside } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import type { Problem } from '../model/index.ts';
import { fetchDocument } from '../network/fetch.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { isMapping } from '../text/data.ts';
import type { FeedDocument } from './post.ts';

/** More documents than any history has. */
const MOST_DOCUMENTS = 2000;
const LARGEST = 15_000_000;

export interface Documents {
  /** The feed first, then what it continues with, newest first. */
  readonly documents: readonly FeedDocument[];
  readonly problems: readonly Problem[];
}

/**
 * The feed at a URL with all documents that it continues in: archives and pages (RFC 5005 §3, §4: `prev-archive`, `next`), and
 * `next_url` of JSON Feed. Only the host of the feed is asked.
 */
export async function fetchDocuments(url: string): Promise<Documents> {
  const { host } = new URL(url);
  const isAllowed = (next: string) => new URL(next).host === host;
  return follow(url, isAllowed, async (address) => {
    const fetched = await fetchDocument(address);
    return 'document' in fetched ? fetched.document : fetched.problem;
  });
}

/**
 * The feed in a file with the documents that it continues in, where they lie beside it as they do on the web.
 * @param path absolute
 */
export async function readDocuments(path: string, workingDirectory: string): Promise<Documents> {
  const read = (file: string): FeedDocument => ({
    source: showPath(file, workingDirectory),
    bytes: readWhole(file, { maximum: LARGEST, inside: 'anywhere' }),
  });
  const main = read(path);
  const place = findPlace(main);
  const locate = (url: string) => (url === place ? path : besides(url, place, path));
  return follow(
    place,
    (next) => locate(next) !== undefined,
    (url) => read(locate(url) ?? path),
  );
}

/** Undefined for what is not below the folder of the feed, or not there. */
function besides(url: string, place: string, path: string): string | undefined {
  const top = new URL('.', place).href;
  const below = url.startsWith(top) ? url.slice(top.length).replace(/[?#].*$/, '') : '';
  const file = resolve(path, '..', below);
  return isFile(file) && staysInside(file, dirname(path)) ? file : undefined;
}

type Load = (url: string) => FeedDocument | Problem | Promise<FeedDocument | Problem>;

async function follow(start: string, isAllowed: (url: string) => boolean, load: Load): Promise<Documents> {
  const documents: FeedDocument[] = [];
  const seen = new Set<string>();
  for (let url: string | undefined = start; url !== undefined && !seen.has(url); ) {
    seen.add(url);
    const loaded: FeedDocument | Problem = await load(url);
    if (!('bytes' in loaded)) return { documents, problems: [loaded] };
    documents.push(loaded);
    const next = findNext(loaded, url);
    if (next !== undefined && (!isAllowed(next) || documents.length === MOST_DOCUMENTS))
      return { documents, problems: [problem('archive-not-read', { file: loaded.source }, { url: next })] };
    url = next;
  }
  return { documents, problems: [] };
}

/** The document that a feed goes on in. */
function findNext({ bytes, source }: FeedDocument, url: string): string | undefined {
  const parsed = parseDocument(bytes, { source });
  if ('problem' in parsed) return undefined;
  if ('json' in parsed)
    return absolute(isMapping(parsed.json) ? asText(parsed.json.next_url) : undefined, url);
  const links = listLinks(parsed.root);
  const target = links.get('prev-archive') ?? links.get('next');
  return absolute(target, url);
}

/** Where a document in a file says that it is published; else a place that nothing is at. */
function findPlace({ bytes, source }: FeedDocument): string {
  const parsed = parseDocument(bytes, { source });
  const none = 'http://unknown.invalid/feed';
  if ('problem' in parsed) return none;
  if ('json' in parsed)
    return absolute(isMapping(parsed.json) ? asText(parsed.json.feed_url) : undefined, none) ?? none;
  return absolute(listLinks(parsed.root).get('self'), none) ?? none;
}

/** The Atom links of a feed by their relation. */
function listLinks(root: XmlElement): ReadonlyMap<string, string> {
  const channel = root.local === 'feed' ? root : childElements(root).find(({ local }) => local === 'channel');
  const links = channel ? atomElements(channel, 'link') : [];
  return new Map(links.map((link) => [attributeOf(link, 'rel') ?? '', attributeOf(link, 'href') ?? '']));
}
