import { assembleFeed, writeDocument } from '../feeds/assemble.ts';
import { chooseContent } from '../feeds/content.ts';
import type { Config, FeedDocument, Item, PlannedFeed, PlannedPage, Problem, Translation } from '../model.ts';
import { verifyDocuments } from '../publish/verify.ts';

export interface WrittenFeed {
  readonly documents: readonly FeedDocument[];
  readonly problems: readonly Problem[];
}

/** What all feeds are written from; both by the path of the article. */
export interface FeedMaterial {
  readonly items: ReadonlyMap<string, Item>;
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
}

/** Writes and verifies all documents of a feed: the current ones, then its archives, oldest first. */
export function writeFeed(config: Config, feed: PlannedFeed, material: FeedMaterial): WrittenFeed {
  const pages = [feed, ...feed.archives].map((page) => writePage(config, feed, page, material));
  return {
    documents: pages.flatMap(({ documents }) => documents),
    problems: pages.flatMap(({ problems }) => problems),
  };
}

function writePage(
  config: Config,
  feed: PlannedFeed,
  page: PlannedPage,
  material: FeedMaterial,
): WrittenFeed {
  const carried = page.articles.flatMap(({ path }) => material.items.get(path) ?? []);
  // What subscribers have then, the comparison with it says.
  if (carried.length === 0) return { documents: [], problems: [] };
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
  verifyDocuments(documents, items);
  return { documents: documents.flatMap(withCopies), problems: [] };
}

/** A document and its copies at old paths, byte for byte: with the self link and ids of the first (R50). */
function withCopies({ aliases = [], ...document }: FeedDocument): readonly FeedDocument[] {
  return [document, ...aliases.map((path) => ({ ...document, path, copyOf: document.path }))];
}
