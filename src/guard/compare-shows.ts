import { decodeDocument } from '../documents/decode.ts';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import { parseXml } from '../documents/xml-tree.ts';
import type { Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { DocumentNow, FeedNow } from './documents.ts';

/** An episode as apps know it. */
interface Episode {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly line: number;
}

interface ShowDocument {
  readonly guid: string | undefined;
  readonly episodes: readonly Episode[];
}

/** What only podcast feeds contain. */
const MARK = 'podcastindex.org/namespace/1.0';

/**
 * Compares shows with what is published of them: the GUID stays (P10), and an episode that leaves is said, since apps that have not
 * loaded it lose it. Documents without elements of the podcast namespace are not read.
 */
export function compareShows(
  feeds: readonly FeedNow[],
  published: readonly PublishedDocument[],
  { file, lines }: Pick<Config, 'file' | 'lines'>,
): readonly Problem[] {
  const place = { file, line: lines.podcast ?? lines.feeds };
  const documents = feeds.flatMap((feed) => feed.documents.filter(({ format }) => format === 'rss'));
  return published.flatMap((was) => {
    const now = documents.find(({ path, url }) => path === was.path || url === was.url);
    if (!now || !Buffer.from(was.bytes).includes(MARK) || now.isMadeOf?.(was.bytes)) return [];
    return compareShow(was, now, place);
  });
}

function compareShow(was: PublishedDocument, now: DocumentNow, place: Place): readonly Problem[] {
  const before = readShow(decodeDocument(was.bytes, was.charset));
  const after = readShow(now.text);
  const ids = new Set(after.episodes.map(({ id }) => id));
  const urls = new Set(after.episodes.map(({ url }) => url));
  const isThere = ({ id, url }: Episode) => ids.has(id) || urls.has(url);
  // Where as many are there as before, the oldest made room for new ones.
  const isFull = after.episodes.length >= before.episodes.length;
  const last = isFull ? before.episodes.findLastIndex(isThere) : before.episodes.length;
  const gone = before.episodes.slice(0, last + 1).filter((each) => !isThere(each));
  const isKept = before.guid === undefined || before.guid === after.guid;
  const details = { feed: was.source, was: before.guid ?? '', is: after.guid };
  return [
    ...(isKept ? [] : [problem('show-guid-changed', place, details)]),
    ...gone.map(({ title, line }) =>
      problem('episode-vanished', { file: was.source, line }, { title, feed: now.path }),
    ),
  ];
}

function readShow(text: string): ShowDocument {
  const { root } = parseXml(text);
  const channel = root && childElements(root).find(({ local }) => local === 'channel');
  if (!channel) return { guid: undefined, episodes: [] };
  const items = childElements(channel).filter(({ local }) => local === 'item');
  const guid = childElements(channel).find(({ local, uri }) => local === 'guid' && uri.includes(MARK));
  return {
    guid: guid && (textOf(guid).trim().toLowerCase() || undefined),
    episodes: items.flatMap(readEpisode),
  };
}

function readEpisode(item: XmlElement): readonly Episode[] {
  const find = (name: string) => childElements(item).find(({ local, uri }) => local === name && uri === '');
  const enclosure = find('enclosure');
  const url = enclosure && attributeOf(enclosure, 'url');
  if (url === undefined) return [];
  const text = (name: string) => {
    const element = find(name);
    return element ? textOf(element).trim() : '';
  };
  return [{ id: text('guid') || url, url, title: text('title'), line: item.line }];
}
