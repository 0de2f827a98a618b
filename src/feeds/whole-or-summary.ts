import type { ContentMode, Item } from '../model/index.ts';

/** Bytes of a document that readers take without trouble (R47), less what is around its items. */
const BUDGET = 245_000;
/** Bytes of the elements around the texts of an item, in the format that needs most. */
const MARKUP = 1000;

/** What an item adds to a document, in bytes: always, and with its content. */
export interface ItemSize {
  readonly summary: number;
  readonly content: number;
}

/** Measures an item for {@link chooseWhole}. */
export function measureItem(item: Item): ItemSize {
  // Markdown is in RSS alone, where no character of the HTML is escaped.
  const rss = Buffer.byteLength(item.content) + Buffer.byteLength(item.markdown ?? '');
  return { summary: measure(toSummary(item)), content: Math.max(measureText(item.content), rss) };
}

/**
 * Which items a page carries with their content, and not with a summary in its place. `auto` keeps the content of the newest as long
 * as the page stays below 250 KB (R47).
 * @param sizes of the items, newest first; only `auto` needs them
 */
export function chooseWhole(sizes: readonly (ItemSize | undefined)[], mode: ContentMode): readonly boolean[] {
  if (mode !== 'auto') return sizes.map(() => mode === 'full');
  let bytes = sizes.reduce((sum, size) => sum + (size?.summary ?? 0) + MARKUP, 0);
  return sizes.map((size) => {
    bytes += size?.content ?? 0;
    return bytes <= BUDGET;
  });
}

/** There is always a summary where there is a text. */
export function toSummary(item: Item): Item {
  const { markdown: _, ...rest } = item;
  const summary = item.summary ?? item.lead;
  return { ...rest, content: '', ...(summary === '' ? {} : { summary }) };
}

function measure({ title, summary = '', url, id, authors, tags, attachments }: Item): number {
  return measureText(JSON.stringify([title, summary, url, id, authors, tags, attachments]));
}

/** Bytes of a text in the format that needs most: JSON escapes quotes and line endings. */
function measureText(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
