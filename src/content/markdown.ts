import { type ConvertOptions, type Engine, type Handle, loadEngine } from './engine.ts';
import { readTree } from './read-tree.ts';
import type { RootNode } from './tree.ts';

/** The extensions of CommonMark that are read, as satteri's `parse-options.js` numbers them. */
const TABLES = 1 << 1;
const FOOTNOTES = 1 << 2;
const STRIKETHROUGH = 1 << 3;
const TASK_LISTS = 1 << 4;
const HEADING_ATTRIBUTES = 1 << 6;
const GFM = 1 << 11;
const EXTENSIONS = GFM | TABLES | FOOTNOTES | STRIKETHROUGH | TASK_LISTS | HEADING_ATTRIBUTES;

/**
 * Parses Markdown (CommonMark, GFM, footnotes, heading attributes) with the HTML inside it to one tree.
 * @param notePrefix what the ids of footnotes begin with (`fn-1`, `fnref-1` follow)
 */
export function parseMarkdown(text: string, notePrefix = ''): RootNode {
  // Without a tag there is nothing to read again as HTML, which takes a third of the time.
  const options: ConvertOptions = { clobberPrefix: notePrefix, rawHtml: /<[a-zA-Z!?/]/.test(text) };
  const engine = loadEngine();
  return read(engine, engine.createHastHandle(text, EXTENSIONS, options, false));
}

/** Parses a fragment of HTML by the rules of browsers; it never fails. */
export function parseHtml(text: string): RootNode {
  const engine = loadEngine();
  return read(engine, engine.createHastHandleFromHtml(text, true));
}

function read(engine: Engine, document: Handle): RootNode {
  const tree = readTree(engine.serializeHandle(document));
  engine.dropHandle(document);
  return tree;
}
