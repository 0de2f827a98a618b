import { assembleFrame } from '../feeds/assemble.ts';
import type { KeyedPage, WantedArticle } from '../feeds/item-keys.ts';
import { chooseWhole } from '../feeds/whole-or-summary.ts';
import { countBytes, listPieces, sealPiece } from '../formats/document-bytes.ts';
import { joinFacts, writeFrame } from '../formats/write.ts';
import { hashSums } from '../manifest/fingerprint.ts';
import type {
  Candidate,
  Config,
  DocumentPieces,
  FeedDocument,
  ItemCard,
  ListedItem,
  PlannedDocument,
  PlannedFeed,
  WrittenDocument,
} from '../model/index.ts';
import { verifyDocuments } from '../publish/verify.ts';
import type { MadeItem } from './make-items.ts';

/** A feed with its current documents and what they carry, newest first. */
export interface CurrentFeed {
  readonly feed: PlannedFeed;
  /** None when it has no items. */
  readonly documents: readonly WrittenDocument[];
  readonly items: readonly ItemCard[];
}

export interface MadePages {
  /** All of them, in the order of the plan: the current documents of a feed, then its archives, oldest first. */
  readonly documents: readonly FeedDocument[];
  /** What readers subscribe to, feed by feed. */
  readonly current: readonly CurrentFeed[];
  /** Every item that a document carries, by the path of its article. */
  readonly items: ReadonlyMap<string, ListedItem>;
}

/** Puts documents together while items come in. */
export interface Pages {
  /** Takes some articles, in any order, and those of their items that could be made. */
  readonly take: (articles: readonly WantedArticle[], items: readonly MadeItem[]) => void;
  readonly finish: () => MadePages;
}

/** A page that waits for items. */
interface OpenPage extends KeyedPage {
  missing: number;
  documents: readonly FeedDocument[];
}

/** @param add takes each document once it is verified; the bytes of archives are let go then */
export function createPages(
  config: Config,
  planned: readonly KeyedPage[],
  add: (document: WrittenDocument) => void,
): Pages {
  const pages: readonly OpenPage[] = planned.map((each) => {
    return { ...each, missing: each.page.articles.length, documents: [] };
  });
  const waiting = listWaiting(pages);
  const made = new Map<Candidate, MadeItem>();
  const cards = new Map<string, ItemCard>();
  const listed = new Map<string, ListedItem>();
  const complete = (open: OpenPage): void => {
    const { page, feed } = open;
    const items = page.articles.flatMap((article) => made.get(article) ?? []);
    const written = items.length === 0 ? [] : makePage(config, open, items);
    for (const document of written) add(document);
    open.documents = page === feed ? written : written.map(({ pieces: _, ...document }) => document);
    for (const article of page.articles)
      if (waiting.get(article)?.every(({ missing }) => missing === 0)) made.delete(article);
  };
  const take: Pages['take'] = (articles, items) => {
    const byPath = new Map(items.map((item) => [item.path, item]));
    for (const { article } of articles) {
      const item = byPath.get(article.path);
      if (item) made.set(article, item);
      if (item) listed.set(article.path, item.listed);
      if (item?.shown) cards.set(article.path, makeCard(item.shown));
    }
    for (const { article } of articles)
      for (const page of waiting.get(article) ?? []) if (--page.missing === 0) complete(page);
  };
  const documents = () => pages.flatMap((page) => page.documents);
  const finish = () => ({ documents: documents(), current: listCurrent(pages, cards), items: listed });
  return { take, finish };
}

function listWaiting(pages: readonly OpenPage[]): ReadonlyMap<Candidate, readonly OpenPage[]> {
  const waiting = new Map<Candidate, OpenPage[]>();
  for (const open of pages)
    for (const article of open.page.articles) {
      const known = waiting.get(article);
      if (known) known.push(open);
      else waiting.set(article, [open]);
    }
  return waiting;
}

/** The content of most items is never asked for: it stays bytes. */
function makeCard({ item, content }: NonNullable<MadeItem['shown']>): ItemCard {
  return { ...item, content: () => new TextDecoder().decode(content) };
}

function listCurrent(
  pages: readonly OpenPage[],
  cards: ReadonlyMap<string, ItemCard>,
): readonly CurrentFeed[] {
  const current = pages.filter(({ page, feed }) => page === feed);
  return current.map(({ feed, documents }) => ({
    feed,
    documents: documents.filter(isWhole),
    items: feed.articles.flatMap(({ path }) => cards.get(path) ?? []),
  }));
}

function isWhole(document: FeedDocument): document is WrittenDocument {
  return document.pieces !== undefined;
}

/** Makes and verifies the documents of one page. */
function makePage(
  config: Config,
  { feed, page, whole, short }: KeyedPage,
  items: readonly MadeItem[],
): readonly WrittenDocument[] {
  const choice = chooseWhole(
    items.map(({ size }) => size),
    feed.content,
  );
  const forms = items.map(({ pieces }, index) => pieces.get(choice[index] ? whole : short) ?? {});
  const hasMarkdown = forms.some(({ rss }) => rss?.prefixes.split(' ').includes('source'));
  const facts = { ...joinFacts(items.map((item) => item.facts)), hasMarkdown };
  const frame = assembleFrame(config, feed, page);
  const documents = page.documents.map((document) => {
    const { head, between, end } = writeFrame(frame, document.format, facts);
    const own = forms.flatMap((form) => form[document.format] ?? []);
    return describe(document, feed, page !== feed, {
      head: sealPiece(Buffer.from(head)),
      items: own,
      between,
      end: sealPiece(Buffer.from(end)),
    });
  });
  verifyDocuments(documents, {
    title: feed.title,
    home: config.atomBase,
    ids: items.map(({ listed }) => listed.id),
  });
  return documents.flatMap(withCopies);
}

function describe(
  document: PlannedDocument,
  { name }: PlannedFeed,
  isArchive: boolean,
  pieces: DocumentPieces,
): WrittenDocument {
  const { length } = pieces.items;
  const all = listPieces(pieces);
  const checksum = isArchive ? { checksum: hashSums(all) } : {};
  return { ...document, feed: name, isArchive, items: length, bytes: countBytes(all), pieces, ...checksum };
}

/** A document and its copies at old paths, byte for byte: with the self link and ids of the first (R50). */
function withCopies({ aliases = [], ...document }: WrittenDocument): readonly WrittenDocument[] {
  return [document, ...aliases.map((path) => ({ ...document, path, copyOf: document.path }))];
}
