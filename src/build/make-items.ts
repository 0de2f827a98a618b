import type { Referable } from '../articles/references.ts';
import { assembleItems } from '../feeds/assemble.ts';
import type { ItemKey, WantedArticle } from '../feeds/item-keys.ts';
import { type ItemSize, measureItem, toSummary } from '../feeds/whole-or-summary.ts';
import { type ItemFacts, joinFacts, writeItems } from '../formats/write.ts';
import type {
  Config,
  FeedFormat,
  Item,
  ItemCard,
  ItemPiece,
  ListedItem,
  Problem,
  Translation,
} from '../model/index.ts';
import { type ExpectedItem, verifyItems } from '../publish/verify.ts';
import { prepareRendering, type RenderBody } from './render-articles.ts';

/** What a thread needs to make items by number. */
export interface ItemsSetup {
  readonly config: Config;
  readonly wanted: readonly WantedArticle[];
  readonly keys: readonly ItemKey[];
  /** By the path of the article. */
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  /** The articles that others may refer to. */
  readonly targets: readonly Referable[];
  /** Time of the build in ms. */
  readonly now: number;
  /** Whether articles are rendered only to say what is wrong with them. */
  readonly isRefused: boolean;
}

/** An article as it is in documents: verified bytes, and what is to be known of it besides. */
export interface MadeItem {
  readonly path: string;
  readonly listed: ListedItem;
  readonly facts: ItemFacts;
  /** Where its size decides how it is carried. */
  readonly size: ItemSize | undefined;
  /** What lists and comparisons show of it, and its content as bytes; only where readers subscribe to a document with it. */
  readonly shown: { readonly item: Omit<ItemCard, 'content'>; readonly content: Uint8Array } | undefined;
  /** By the number of the key. */
  readonly pieces: ReadonlyMap<number, Forms>;
}

export type Forms = Partial<Record<FeedFormat, ItemPiece>>;

export interface ItemsBatch {
  readonly items: readonly MadeItem[];
  readonly problems: readonly Problem[];
  /** Holds the bytes of the items. */
  readonly buffers: readonly ArrayBuffer[];
}

/** How many articles one thread takes at a time. */
const ITEMS_AT_ONCE = 50;

export function countPieces(wanted: readonly WantedArticle[]): number {
  return Math.ceil(wanted.length / ITEMS_AT_ONCE);
}

/** The articles of a piece of the work. */
export function listPiece(wanted: readonly WantedArticle[], piece: number): readonly WantedArticle[] {
  return wanted.slice(piece * ITEMS_AT_ONCE, (piece + 1) * ITEMS_AT_ONCE);
}

/** Prepares to render, write and verify articles by number, each once; what `worker.ts` runs. */
export function prepareItems(setup: ItemsSetup, renderBody?: RenderBody): (piece: number) => ItemsBatch {
  const renderArticle = prepareRendering(setup.config, setup.targets, setup.now, renderBody);
  return (piece) => {
    const problems: Problem[] = [];
    const drafts: Draft[] = [];
    for (const wanted of listPiece(setup.wanted, piece)) {
      const rendered = renderArticle(wanted.article);
      if (rendered.item) drafts.push({ item: rendered.item, wanted, forms: new Map() });
      problems.push(...rendered.problems);
    }
    if (setup.isRefused) return { items: [], problems, buffers: [] };
    for (const [number, key] of setup.keys.entries()) writeForms(drafts, number, key, setup);
    const encoded = drafts.map(encodeDraft);
    verifyForms(
      drafts.flatMap(({ forms }) => [...forms.values()]),
      setup.config.atomBase,
    );
    const items = drafts.map((draft, index) => finishItem(draft, encoded[index]?.content));
    return { items, problems, buffers: encoded.map(({ buffer }) => buffer) };
  };
}

/** An article on its way to bytes. */
interface Draft {
  readonly item: Item;
  readonly wanted: WantedArticle;
  /** By what tells them apart. */
  readonly forms: Map<string, Form>;
}

/** An item in all formats, for the keys under which it is the same. */
interface Form {
  readonly keys: number[];
  readonly facts: ItemFacts;
  readonly expected: ExpectedItem;
  readonly formats: readonly FeedFormat[];
  readonly texts: readonly string[];
  readonly bytes: Map<FeedFormat, Uint8Array>;
  readonly pieces: Forms;
}

/** Writes the items that documents carry under a key, as far as another key does not give the same. */
function writeForms(
  drafts: readonly Draft[],
  number: number,
  key: ItemKey,
  { config, translations }: ItemsSetup,
): void {
  const open = drafts.filter(({ item, wanted, forms }) => {
    const known = wanted.keys.includes(number) ? forms.get(nameForm(item, key, translations)) : undefined;
    known?.keys.push(number);
    return wanted.keys.includes(number) && !known;
  });
  if (open.length === 0) return;
  const { formats } = key;
  const items = open.map(({ item }) => item);
  const feed = assembleItems(config, key, items, translations);
  for (const [index, { facts, texts }] of writeItems(feed, formats).entries()) {
    const { item, forms } = open[index] as Draft;
    const carried = key.isWhole ? item : toSummary(item);
    const expected = key.isShow && item.episode ? { ...carried, hasNotes: true } : carried;
    const form = { keys: [number], facts, expected, formats, texts, bytes: new Map(), pieces: {} };
    forms.set(nameForm(item, key, translations), form);
  }
}

function nameForm(
  { path, language, episode }: Item,
  { isWhole, language: shared, isTranslated, isShow, formats }: ItemKey,
  translations: ItemsSetup['translations'],
): string {
  const own = language === shared ? '' : (language ?? '');
  const isLinked = isTranslated && translations.has(path);
  const notes = isShow && episode ? `notes ${isTranslated}` : '';
  return `${isWhole} ${own} ${isLinked} ${notes} ${formats}`;
}

/** Encodes everything of an article into one block of memory, which can move between threads. */
function encodeDraft({ item, wanted, forms }: Draft): {
  buffer: ArrayBuffer;
  content: Uint8Array | undefined;
} {
  const texts = [...forms.values()].flatMap((form) => form.texts);
  if (wanted.isCurrent) texts.push(item.content);
  const sizes = texts.map((text) => Buffer.byteLength(text));
  const all = Buffer.from(new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0)));
  let at = 0;
  const encode = (text: string): Uint8Array => {
    const start = at;
    at += all.write(text, start);
    return all.subarray(start, at);
  };
  for (const { formats, texts: own, bytes } of forms.values())
    for (const [index, format] of formats.entries()) bytes.set(format, encode(own[index] ?? ''));
  return { buffer: all.buffer as ArrayBuffer, content: wanted.isCurrent ? encode(item.content) : undefined };
}

function verifyForms(forms: readonly Form[], home: string): void {
  for (const format of ['rss', 'atom', 'json'] as const) {
    const written = forms.flatMap((form) => {
      const bytes = form.bytes.get(format);
      return bytes ? { form, bytes, item: form.expected } : [];
    });
    for (const [index, piece] of verifyItems(written, format, home).entries()) {
      const form = written[index]?.form;
      if (form) form.pieces[format] = piece;
    }
  }
}

function finishItem({ item, wanted, forms }: Draft, content: Uint8Array | undefined): MadeItem {
  const { content: _, markdown: __, ...shown } = item;
  const [first] = forms.values();
  return {
    path: item.path,
    listed: listItem(item),
    facts: first?.facts ?? joinFacts([]),
    size: wanted.isMeasured ? measureItem(item) : undefined,
    shown: content && { item: shown, content },
    pieces: new Map(
      [...forms.values()].flatMap(({ keys, pieces }) => keys.map((key) => [key, pieces] as const)),
    ),
  };
}

function listItem({ id, url, title, published, updated, said, fingerprint }: Item): ListedItem {
  return {
    ...{ id, url, title, published, updated, fingerprint },
    ...(said === undefined ? {} : { said }),
  };
}
