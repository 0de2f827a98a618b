import { assembleFeed, writeDocument } from '../feeds/assemble.ts';
import { chooseContent } from '../feeds/content.ts';
import type { Config, FeedDocument, Item, PlannedFeed, PlannedPage, Translation } from '../model/index.ts';
import { type ItemsRead, verifyDocuments } from '../publish/verify.ts';

/** What all feeds are written from; items and translations by the path of the article. */
export interface FeedMaterial {
  readonly items: ReadonlyMap<string, Item>;
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  /** Items of the feeds written so far, as they were read again. */
  readonly known: ItemsRead;
}

/** Writes and verifies all documents of a feed: the current ones, then its archives, oldest first. */
export function writeFeed(
  config: Config,
  feed: PlannedFeed,
  material: FeedMaterial,
): readonly FeedDocument[] {
  return [feed, ...feed.archives].flatMap((page) => writePage(config, feed, page, material));
}

function writePage(
  config: Config,
  feed: PlannedFeed,
  page: PlannedPage,
  material: FeedMaterial,
): readonly FeedDocument[] {
  const carried = page.articles.flatMap(({ path }) => material.items.get(path) ?? []);
  // What subscribers have then, the comparison with it says.
  if (carried.length === 0) return [];
  const items = chooseContent(carried, feed.content);
  // A translation that is published later must not change an archive (R42).
  const translations = page === feed ? material.translations : new Map();
  const assembled = assembleFeed(config, feed, page, items, translations);
  const documents = page.documents.map((document) => ({
    ...document,
    feed: feed.name,
    isArchive: page !== feed,
    text: writeDocument(assembled, document.format),
    items: items.length,
  }));
  // What an archive carries, hardly another document does.
  verifyDocuments(documents, items, page === feed ? material.known : undefined);
  return documents.flatMap(withCopies);
}

/** A document and its copies at old paths, byte for byte: with the self link and ids of the first (R50). */
function withCopies({ aliases = [], ...document }: FeedDocument): readonly FeedDocument[] {
  return [document, ...aliases.map((path) => ({ ...document, path, copyOf: document.path }))];
}
