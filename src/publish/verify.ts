import type { FeedDocument } from '../model/index.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { type ItemsRead, readOnce } from './read-once.ts';
import { compareItems, type ExpectedItem, readInstant } from './verify-items.ts';

export type { ItemsRead } from './read-once.ts';
export type { ExpectedItem } from './verify-items.ts';

/**
 * Reads every document of one feed again with an independent strict parser and compares what it says with the items
 * that the feed should carry, in their order, and with the other documents.
 * @param documents all formats of one feed
 * @param items what each of them must say; instants in ms
 * @param known items of other feeds, which are not read again; those of these documents are added
 * @throws Error naming the document and the item when they disagree: that is a bug, and nothing may be published
 */
export function verifyDocuments(
  documents: readonly FeedDocument[],
  items: readonly ExpectedItem[],
  known?: ItemsRead,
): void {
  const read = documents.map((document) => verifyDocument(document, items, known));
  verifySameUpdate(documents, read);
}

function verifyDocument(
  document: FeedDocument,
  items: readonly ExpectedItem[],
  known: ItemsRead | undefined,
): ReadDocument {
  const read = readOrExplain(document, known);
  if (read.self !== document.url)
    disagree(document, `its own address is ${show(read.self)}, not ${show(document.url)}`);
  if (document.items !== items.length)
    disagree(document, `it is planned with ${document.items} items, not ${items.length}`);
  if (read.items.length !== items.length)
    disagree(document, `it has ${read.items.length} items, not ${items.length}`);
  const wrong = compareItems(read.items, items, document.format);
  if (wrong !== undefined) disagree(document, wrong);
  return read;
}

function readOrExplain(document: FeedDocument, known: ItemsRead | undefined): ReadDocument {
  try {
    return known ? readOnce(document, known) : readDocument(document.text, document.format);
  } catch (error) {
    return disagree(document, error instanceof Error ? error.message : String(error));
  }
}

/** The newest change of the feed is the same in every format that states it; an empty RSS feed states none. */
function verifySameUpdate(documents: readonly FeedDocument[], read: readonly ReadDocument[]): void {
  let known: number | undefined;
  read.forEach(({ updated, items }, index) => {
    const document = documents[index];
    if (updated === undefined || items.length === 0 || !document) return;
    const instant = readInstant(updated);
    if (Number.isNaN(instant)) disagree(document, `its newest change is ${show(updated)}, which is no date`);
    if (known !== undefined && known !== instant)
      disagree(document, `its newest change is ${show(updated)}, another format of the feed says otherwise`);
    known = instant;
  });
}

function disagree(document: FeedDocument, wrong: string): never {
  throw new Error(`The document "${document.path}" (${document.format}) is wrong: ${wrong}. This is a bug.`);
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
