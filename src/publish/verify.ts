import { sealPiece } from '../formats/document-bytes.ts';
import type { FeedFormat, ItemPiece, WrittenDocument } from '../model/index.ts';
import { createItemReader, NAMESPACES, readFrame } from './read-document.ts';
import type { ReadFrame } from './read-facts.ts';
import { compareItem, type ExpectedItem, isSameId, readInstant, visible } from './verify-items.ts';

export type { ExpectedItem } from './verify-items.ts';

/** The bytes of an item in one format, and what they must say. */
export interface UnreadItem {
  readonly bytes: Uint8Array;
  readonly item: ExpectedItem;
}

/**
 * Reads items again with an independent strict parser, once for all documents that carry them, and compares what their bytes say
 * with what they should say.
 * @param home page of the site
 * @throws Error naming the item when they disagree: that is a bug, and nothing may be published
 */
export function verifyItems(
  items: readonly UnreadItem[],
  format: FeedFormat,
  home: string,
): readonly ItemPiece[] {
  const reader = createItemReader(format);
  const pieces = items.map(({ bytes, item }) =>
    explain(`item ${JSON.stringify(item.title)}`, format, () => {
      const read = reader.read(decode(bytes));
      const wrong = compareItem(read, item, format, home);
      if (wrong !== undefined) throw new Error(wrong);
      const updated = readInstant(read.updated ?? read.published ?? '');
      return { ...sealPiece(bytes), id: read.id ?? '', updated, prefixes: read.prefixes ?? '' };
    }),
  );
  const last = JSON.stringify(items.at(-1)?.item.title);
  explain(`item ${last}`, format, reader.end);
  return pieces;
}

/** What a document must say. */
export interface ExpectedDocument {
  readonly title: string;
  readonly home: string;
  readonly ids: readonly string[];
}

/**
 * Reads the frame of every document of one page of a feed again, and proves that the document is that frame around the items that
 * were read, in the order of the articles.
 * @param documents all formats of one page
 * @param expected of each of them: the title of the feed, the home page of the site, and the ids of its articles in their order
 * @throws Error naming the document when it disagrees: that is a bug, and nothing may be published
 */
export function verifyDocuments(documents: readonly WrittenDocument[], expected: ExpectedDocument): void {
  for (const document of documents)
    explain(`document "${document.path}"`, document.format, () => {
      const { head, end } = document.pieces;
      verifyFrame(
        document,
        expected.title,
        readFrame(decode(head.bytes), decode(end.bytes), document.format),
      );
      verifyOrder(document, expected);
    });
}

function verifyFrame(document: WrittenDocument, title: string, read: ReadFrame): void {
  const { url, pieces, format } = document;
  if (read.self !== url) throw new Error(`its own URL is ${show(read.self)}, not ${show(url)}`);
  if (visible(read.title ?? '') !== visible(title))
    throw new Error(`its title is ${show(read.title)}, not ${show(title)}`);
  if (format === 'json' || pieces.items.length === 0) return;
  verifyPrefixes(pieces.items, read.namespaces ?? {});
  const updated = readInstant(read.updated ?? '');
  if (
    updated !==
    pieces.items.reduce((newest, item) => Math.max(newest, item.updated), Number.NEGATIVE_INFINITY)
  )
    throw new Error(`its newest change is ${show(read.updated)}, its items say otherwise`);
}

/** An item says in a document what it said alone only if its prefixes mean the same there. */
function verifyPrefixes(items: readonly ItemPiece[], declared: Readonly<Record<string, string>>): void {
  const used = new Set(items.flatMap(({ prefixes }) => prefixes.split(' ')));
  used.delete('');
  for (const prefix of used)
    if (declared[prefix] !== NAMESPACES[prefix])
      throw new Error(`its prefix "${prefix}" is ${show(declared[prefix])}, not ${show(NAMESPACES[prefix])}`);
}

function verifyOrder({ items, format, pieces }: WrittenDocument, { ids, home }: ExpectedDocument): void {
  const found = pieces.items;
  if (items !== ids.length) throw new Error(`it is planned with ${items} items, not ${ids.length}`);
  if (found.length !== ids.length) throw new Error(`it has ${found.length} items, not ${ids.length}`);
  if (pieces.between !== (format === 'json' ? ',' : ''))
    throw new Error('its items are not divided as they should be');
  const known = new Set<string>();
  for (const [index, { id }] of found.entries()) {
    if (known.has(id)) throw new Error(`item ${index + 1}: its id ${show(id)} is that of another item`);
    known.add(id);
    if (!isSameId(id, ids[index] ?? '', format, home))
      throw new Error(`item ${index + 1} has the id ${show(id)}, should be ${show(ids[index])}`);
  }
}

function explain<Result>(what: string, format: FeedFormat, verify: () => Result): Result {
  try {
    return verify();
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error);
    throw new Error(`The ${what} (${format}) is wrong: ${wrong}. This is a bug.`);
  }
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
