import { assembleFeed, writeDocument } from '../feeds/assemble.ts';
import { chooseContent } from '../feeds/content.ts';
import type { Config, FeedDocument, Item, PlannedFeed, PlannedPage, Problem } from '../model.ts';
import { problem } from '../problems.ts';
import { verifyDocuments } from '../publish/verify.ts';

export interface WrittenFeed {
  readonly documents: readonly FeedDocument[];
  readonly problems: readonly Problem[];
}

/**
 * Writes and verifies all documents of a feed: the current ones, then its archives, oldest first.
 * @param items by the path of the article
 */
export function writeFeed(config: Config, feed: PlannedFeed, items: ReadonlyMap<string, Item>): WrittenFeed {
  const pages = [feed, ...feed.archives].map((page) => writePage(config, feed, page, items));
  return {
    documents: pages.flatMap(({ documents }) => documents),
    problems: pages.flatMap(({ problems }) => problems),
  };
}

function writePage(
  config: Config,
  feed: PlannedFeed,
  page: PlannedPage,
  rendered: ReadonlyMap<string, Item>,
): WrittenFeed {
  const carried = page.articles.flatMap(({ path }) => rendered.get(path) ?? []);
  if (carried.length === 0)
    return { documents: [], problems: [problem('no-items', { file: config.file }, { feed: feed.title })] };
  const items = chooseContent(carried, feed.content);
  const assembled = assembleFeed(config, feed, page, items);
  const documents = page.documents.map((document) => ({
    ...document,
    feed: feed.name,
    isArchive: page !== feed,
    text: writeDocument(assembled, document.format),
    items: items.length,
  }));
  return { documents: documents.flatMap(withCopies), problems: verifyDocuments(documents, items) };
}

/** A document and its copies at old paths, byte for byte: with the self link and ids of the first (R50). */
function withCopies({ aliases = [], ...document }: FeedDocument): readonly FeedDocument[] {
  return [document, ...aliases.map((path) => ({ ...document, path, copyOf: document.path }))];
}
