import type { ContentMode, Item } from '../model/index.ts';

/** Bytes of a document that readers take without trouble (R47), less what stands around its items. */
const BUDGET = 245_000;
/** Bytes of the elements around the texts of an item, in the format that needs most. */
const MARKUP = 1000;

/**
 * The items as a page carries them: with their content, or with a summary in its place. `auto` keeps the content of the newest
 * as long as the page stays below 250 KB (R47).
 * @param items newest first
 */
export function chooseContent(items: readonly Item[], mode: ContentMode): readonly Item[] {
  if (mode === 'full') return items;
  if (mode === 'summary') return items.map(toSummary);
  let bytes = items.reduce((sum, item) => sum + measure(toSummary(item)) + MARKUP, 0);
  const isWhole = (item: Item): boolean => {
    bytes += measureText(item.content);
    return bytes <= BUDGET;
  };
  return items.map((item) => (isWhole(item) ? item : toSummary(item)));
}

/** There is always a summary where there is a text. */
function toSummary(item: Item): Item {
  const summary = item.summary ?? item.lead;
  return { ...item, content: '', ...(summary === '' ? {} : { summary }) };
}

function measure({ title, summary = '', url, id, authors, tags, attachments }: Item): number {
  return measureText(JSON.stringify([title, summary, url, id, authors, tags, attachments]));
}

/** Bytes of a text in the format that needs most: JSON escapes quotes and ends of lines. */
function measureText(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
