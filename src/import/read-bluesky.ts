import { escapeAttribute, escapeText } from '../text/escape-html.ts';
import { countOut, type Export, type Post } from './post.ts';
import { readRepository } from './read-car.ts';
import { type Cbor, CborLink, type CborMap, toList, toMap } from './read-cbor.ts';
import { toUtc } from './zones.ts';

const POST = /^app\.bsky\.feed\.post\/([\w.~:-]{1,512})$/;
/** What stays out, by the name of its collection. */
const COLLECTIONS: ReadonlyMap<string, string> = new Map([
  ['app.bsky.feed.repost', 'reposts'],
  ['app.bsky.feed.like', 'likes'],
  ['app.bsky.graph.follow', 'follows'],
]);

/**
 * A Bluesky archive (`repo.car`): what the account wrote, as notes without a title. Its feed has the `at:` URI of a post as GUID. Replies stay
 * out, as they do of that feed.
 * @throws RangeError for bytes that are no archive, or that end too early
 */
export function readBluesky(bytes: Uint8Array): Export {
  const { owner, records } = readRepository(bytes);
  const leftOut = new Map<string, number>();
  const posts = records.flatMap(({ path, value }) => {
    const key = POST.exec(path)?.[1];
    const kind = COLLECTIONS.get(path.split('/')[0] ?? '');
    if (kind !== undefined) countOut(leftOut, kind);
    if (key === undefined) return [];
    if (value.reply !== undefined) {
      countOut(leftOut, 'replies');
      return [];
    }
    return [readPost(value, owner, key)];
  });
  return { kind: 'Bluesky archive', site: {}, posts, leftOut, problems: [] };
}

function readPost(record: CborMap, owner: string, key: string): Post {
  const [language] = toList(record.langs).flatMap(textOf);
  return {
    id: `at://${owner}/app.bsky.feed.post/${key}`,
    url: showUrl(owner, key),
    title: '',
    date: toUtc(textOf(record.createdAt)[0]),
    body: [writeText(record), ...listEmbeds(record.embed).flatMap((embed) => showEmbed(embed, owner))].join(
      '\n',
    ),
    state: 'public',
    authors: [],
    tags: listTags(record),
    language,
    name: key,
  };
}

function showUrl(owner: string, key: string): string {
  return `https://bsky.app/profile/${owner}/post/${key}`;
}

/** The text with its links, which are said by their places in UTF-8 (`app.bsky.richtext.facet`). */
function writeText(record: CborMap): string {
  const bytes = Buffer.from(textOf(record.text)[0] ?? '');
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, url } of listLinks(record)) {
    if (start < from || end <= start || end > bytes.length) continue;
    const [before, shown] = [bytes.subarray(from, start), bytes.subarray(start, end)];
    parts.push(
      escapeText(before.toString()),
      `<a href="${escapeAttribute(url)}">${escapeText(shown.toString())}</a>`,
    );
    from = end;
  }
  parts.push(escapeText(bytes.subarray(from).toString()));
  const paragraphs = parts
    .join('')
    .split(/\n{2,}/)
    .filter((words) => words.trim() !== '');
  return paragraphs.map((words) => `<p>${words.trim().replaceAll('\n', '<br>\n')}</p>`).join('\n');
}

function listLinks(record: CborMap) {
  const links = toList(record.facets).flatMap((facet) => {
    const { index, features } = toMap(facet);
    const { byteStart, byteEnd } = toMap(index);
    const url = toList(features).flatMap((feature) => linkOf(toMap(feature)))[0];
    return url === undefined ? [] : [{ start: Number(byteStart), end: Number(byteEnd), url }];
  });
  return links.toSorted((a, b) => a.start - b.start);
}

/** Where a link, a mention or a tag leads to. */
function linkOf({ uri, did, tag }: CborMap): readonly string[] {
  const link = textOf(uri).filter((url) => /^https?:\/\//.test(url));
  const mention = textOf(did).map((each) => `https://bsky.app/profile/${each}`);
  const search = textOf(tag).map((each) => `https://bsky.app/hashtag/${encodeURIComponent(each)}`);
  return [...link, ...mention, ...search];
}

/** The tags beside a text, then those in it. */
function listTags(record: CborMap): readonly string[] {
  const inText = toList(record.facets)
    .flatMap((facet) => toList(toMap(facet).features))
    .map(toMap)
    .filter(({ $type: type }) => textOf(type)[0]?.endsWith('#tag'))
    .map(({ tag }) => tag);
  return [...new Set([...toList(record.tags), ...inText].flatMap(textOf))];
}

/** A post may quote another and show media besides. */
function listEmbeds(embed: Cbor | undefined): readonly CborMap[] {
  const found = toMap(embed);
  return found.media === undefined ? [found] : [toMap(found.media), toMap(found.record)];
}

/** Images are where everybody sees them: the archive has none. */
function showEmbed({ images, external, record }: CborMap, owner: string): readonly string[] {
  const pictured = toList(images).flatMap((each) => {
    const { image, alt } = toMap(each);
    const { ref } = toMap(image);
    if (!(ref instanceof CborLink)) return [];
    const url = `https://cdn.bsky.app/img/feed_fullsize/plain/${owner}/${toBase32(ref.bytes)}@jpeg`;
    return [`<p><img src="${url}" alt="${escapeAttribute(textOf(alt)[0] ?? '')}"></p>`];
  });
  const { uri, title } = toMap(external);
  const quoted = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(
    textOf(toMap(record).uri)[0] ?? '',
  );
  const links = [
    ...textOf(uri)
      .filter((url) => /^https?:\/\//.test(url))
      .map((url) => ({ url, words: textOf(title)[0] || url })),
    ...(quoted ? [showUrl(quoted[1] ?? '', quoted[2] ?? '')].map((url) => ({ url, words: url })) : []),
  ];
  return [
    ...pictured,
    ...links.map(({ url, words }) => `<p><a href="${escapeAttribute(url)}">${escapeText(words)}</a></p>`),
  ];
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** How identifiers of blocks are written (multibase `b`, RFC 4648 §6 without padding). */
function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return `b${(bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')}`;
}

function textOf(value: Cbor | undefined): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}
