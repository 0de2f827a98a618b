import type { Nodes } from 'hast';
import { parseHtml } from '../content/markdown.ts';
import type { RootNode, TreeNode } from '../content/tree.ts';
import { loadConverter } from './libraries.ts';
import { simplifyTree } from './simplify-tree.ts';
import { type MarkdownOptions, toMarkdownText } from './to-markdown.ts';

/** More than any text has of what no one sees: the converter looks for the next thing to see from each. */
const MOST_UNSEEN = 5000;
const UNSEEN =
  /<!--|<(?:area|base|link|meta|noembed|noframes|param|rp|script|style|template|title|wbr)\b|<([a-z][\w-]*)[^<>]*>\s*<\/\1/gi;

function hasMuchUnseen(html: string): boolean {
  let unseen = 0;
  // An element takes about ten times as long as a comment.
  for (const [mark] of html.matchAll(UNSEEN)) {
    unseen += mark === '<!--' ? 1 : 10;
    if (unseen > MOST_UNSEEN) return true;
  }
  return false;
}

/** The time for emphasis in emphasis grows with the third power of its depth. */
const DEEPEST_EMPHASIS = 10;
const EMPHASIS: ReadonlySet<string> = new Set('b del em i s strike strong'.split(' '));

function hasDeepEmphasis(root: RootNode): boolean {
  const waiting: (readonly [TreeNode, number])[] = root.children.map((node) => [node, 0]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, around] = next;
    if (node.type !== 'element') continue;
    const depth = around + (EMPHASIS.has(node.tagName) ? 1 : 0);
    if (depth > DEEPEST_EMPHASIS) return true;
    for (const child of node.children) waiting.push([child, depth]);
  }
  return false;
}

/** HTML as {@link toMarkdownText} writes it; undefined where that would take too long or is nested too deeply. */
export function convertToMarkdown(html: string, options: MarkdownOptions): string | undefined {
  if (hasMuchUnseen(html)) return undefined;
  const tree = parseHtml(html);
  return hasDeepEmphasis(tree) ? undefined : unlessTooDeep(() => toMarkdownText(tree, options));
}

/** HTML in the forms that {@link simplifyTree} gives it; undefined where it is nested too deeply. */
export function simplifyHtml(html: string): string | undefined {
  return unlessTooDeep(() => loadConverter().toHtml(simplifyTree(parseHtml(html)) as Nodes));
}

function unlessTooDeep<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
