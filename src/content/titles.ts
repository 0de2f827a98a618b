import type { BodyFormat } from '../model/index.ts';
import { legalText } from '../text/legal.ts';
import { squeeze } from '../text/white-space.ts';
import { dialectOf } from './dialects.ts';
import { checkCost } from './guards.ts';
import { cleanTree } from './html/clean.ts';
import { findHiding } from './html/hidden.ts';
import { findHiddenByStyle } from './html/style-sheets.ts';
import { textOf } from './html/text-of.ts';
import { parseHtml, parseMarkdown } from './markdown.ts';
import { cutAtWord, readLead } from './plain-text.ts';
import { findPreviewEnds, readPreview } from './previews.ts';
import { expandTemplates } from './templates/expand.ts';
import { firstLine } from './text-body.ts';
import type { ElementNode, RootNode, TreeNode } from './tree.ts';
import { dropUnknown } from './unknown-value.ts';

/** A title for an article whose front matter has none. */
const NOWHERE = {
  dialect: dialectOf(undefined),
  vault: false,
  findEmbed: undefined,
  readValue: undefined,
  findTemplate: undefined,
  siteFacts: undefined,
  mdx: false,
  modules: false,
  preset: undefined,
  url: 'https://example.com/',
  site: 'https://example.com/',
  title: '',
  resolvePost: undefined,
};

/**
 * The title that a body gives itself, as plain text: the first heading of Markdown, the `title` or first heading of HTML,
 * the first line of plain text. Undefined when there is none.
 */
export function deriveTitle(text: string, format: BodyFormat): string | undefined {
  const legal = legalText(text);
  if (format === 'text') return firstLine(legal);
  const root = parseBody(legal, format);
  if (root === undefined) return undefined;
  let heading: string | undefined;
  for (const element of walkShown(root)) {
    const isTitle = element.tagName === 'title' && format !== 'markdown';
    if (!isTitle && (heading !== undefined || !/^h[1-6]$/.test(element.tagName))) continue;
    const words = squeeze(dropUnknown(textOf(element)));
    if (words === '') continue;
    if (isTitle) return words;
    heading = words;
  }
  return heading;
}

/** Longest title of a note, in UTF-16 units: what fits into a line of a list. */
const WORDS_LIMIT = 60;

/** The first words of a body, or what its image shows, for a note where a format needs a title; undefined when it says nothing. */
export function deriveWords(text: string, format: BodyFormat): string | undefined {
  const root = parseBody(legalText(text), format);
  if (root === undefined) return undefined;
  const style = { quotesBraces: false, emoji: false };
  const { html, image } = cleanTree(root, '', { ...NOWHERE, resolvePost: undefined }, style);
  return cutAtWord(readLead(html) || (image?.alt ?? ''), WORDS_LIMIT) || undefined;
}

function parseBody(whole: string, format: BodyFormat): RootNode | undefined {
  const markdown = format === 'markdown';
  const legal = readPreview(whole, findPreviewEnds(whole, markdown));
  if (checkCost(legal, markdown) !== undefined) return undefined;
  const expanded = expandTemplates(legal, { ...NOWHERE, markdown }).text;
  return markdown ? parseMarkdown(expanded) : parseHtml(expanded);
}

/** The elements that the page shows, in document order. */
function* walkShown(root: RootNode): Generator<ElementNode> {
  const hiddenByStyle = findHiddenByStyle(root);
  const waiting: TreeNode[] = root.children.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'element' || findHiding(node, hiddenByStyle) !== undefined) continue;
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as TreeNode);
  }
}
