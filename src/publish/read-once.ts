import { divideDocument, joinDocument } from '../formats/divide.ts';
import type { FeedDocument, FeedFormat } from '../model/index.ts';
import { type ReadDocument, type ReadItem, readDocument } from './read-document.ts';

/** Items that were read already, by their bytes, in documents with the same namespaces. */
export type ItemsRead = Map<string, Map<string, ReadItem>>;

/** Where the namespaces of a document are declared. */
const ROOT: Readonly<Record<'rss' | 'atom', RegExp>> = { rss: /<rss [^>]*>/, atom: /<feed [^>]*>/ };

/**
 * Reads a document as {@link readDocument} does, but an item that many feeds carry only in the first of them: the same bytes below
 * the same root element say the same.
 * @throws Error as {@link readDocument}
 */
export function readOnce({ text, format }: FeedDocument, known: ItemsRead): ReadDocument {
  return readNew(text, format, known) ?? readDocument(text, format);
}

function readNew(text: string, format: FeedFormat, known: ItemsRead): ReadDocument | undefined {
  const divided = format === 'json' ? undefined : divideDocument(text, format);
  const root = divided && format !== 'json' ? ROOT[format].exec(divided.head)?.[0] : undefined;
  if (!divided || root === undefined) return undefined;
  const items = known.get(root) ?? new Map<string, ReadItem>();
  known.set(root, items);
  const open = divided.items.filter((item) => !items.has(item));
  const read = attempt(joinDocument(divided, open), format);
  if (read?.items.length !== open.length) return undefined;
  for (const [index, item] of open.entries()) items.set(item, read.items[index] ?? {});
  return { ...read, items: divided.items.flatMap((item) => items.get(item) ?? []) };
}

/** A text with the marks of an item in it may have been cut in two: then the document is read whole. */
function attempt(text: string, format: FeedFormat): ReadDocument | undefined {
  try {
    return readDocument(text, format);
  } catch {
    return undefined;
  }
}
