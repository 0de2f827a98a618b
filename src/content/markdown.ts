import { dialectOf } from './dialects.ts';
import { type ConvertOptions, type Engine, type Handle, loadEngine } from './engine.ts';
import { TYPE } from './parser-form.ts';
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

/** The raw HTML in a document, and how many bytes say that there is none. */
const RAW = [{ nodeType: TYPE.raw, tagFilter: [] }];
const NO_RAW = 4;

/**
 * The HTML of Markdown as the parser writes it, when there is no raw HTML in it, so that every tag is the parser's own. Most texts
 * without one have no `<` before a letter; whether it is only in code, the parser knows.
 * @param extensions as those of {@link parseMarkdown}
 */
export function writePlainMarkdown(
  text: string,
  extensions = dialectOf(undefined).extensions,
): string | undefined {
  const mayBeRaw = /<[a-zA-Z!?/]/.test(text);
  // Only where it is worth a try, and cheap: most raw HTML stands outside of what looks like code.
  if (mayBeRaw && text.length > MOST_LOOKED_AT) return undefined;
  if (mayBeRaw && /<(?!https?:)[a-zA-Z!?/]/.test(text.replace(LIKE_CODE, ''))) return undefined;
  const engine = loadEngine();
  const document = engine.createHastHandle(text, extensions, { clobberPrefix: '', rawHtml: false }, false);
  const isPlain = !mayBeRaw || engine.walkHandle(document, RAW).length === NO_RAW;
  const html = isPlain ? engine.renderHandle(document) : undefined;
  engine.dropHandle(document);
  return html;
}

/** Begins a text that Markdown is to read as the text of a paragraph, whatever its first sign would begin else. */
const PARAGRAPH = '\ue000';

/** The HTML of a text in a paragraph, with the tags in it as they are; undefined where it is more than one. */
export function writeInlineMarkdown(text: string, extensions: number): string | undefined {
  const engine = loadEngine();
  const options: ConvertOptions = { clobberPrefix: '', rawHtml: false };
  const document = engine.createHastHandle(PARAGRAPH + text, extensions, options, false);
  const html = engine.renderHandle(document).trim();
  engine.dropHandle(document);
  const isOne = html.startsWith(`<p>${PARAGRAPH}`) && html.indexOf('</p>') === html.length - 4;
  return isOne ? html.slice(4, -4) : undefined;
}

/** A fence that is never closed is looked for to the end. */
const MOST_LOOKED_AT = 200_000;
const LIKE_CODE = /^[ \t>]*(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?^[ \t>]*\1|`+[^`\n]*`+/gm;

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
