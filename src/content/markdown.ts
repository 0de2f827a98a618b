import { dialectOf } from './dialects.ts';
import { type ConvertOptions, type Engine, type Handle, loadEngine } from './engine.ts';
import { readTree } from './read-tree.ts';
import type { RootNode } from './tree.ts';

/**
 * Parses Markdown with the HTML inside it to one tree.
 * @param extensions what is read beside CommonMark: bits of `EXTENSIONS`
 * @param notePrefix what the ids of footnotes begin with (`fn-1`, `fnref-1` follow)
 */
export function parseMarkdown(
  text: string,
  notePrefix = '',
  extensions = dialectOf(undefined).extensions,
): RootNode {
  // Without a tag there is nothing to read again as HTML, which takes a third of the time.
  const options: ConvertOptions = { clobberPrefix: notePrefix, rawHtml: /<[a-zA-Z!?/]/.test(text) };
  const engine = loadEngine();
  return read(engine, engine.createHastHandle(text, extensions, options, false));
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
