import { escapePattern } from '../text/escape-pattern.ts';
import { findCode } from './code.ts';
import { followRanges } from './code-range.ts';
import type { RootNode, TreeNode } from './tree.ts';

/** `*[HTML]: Hyper Text Markup Language` of Kramdown, on a line of its own. */
const DEFINITION = /^ {0,3}\*\[([^\]\n]{1,100})\]:[ \t]*([^\n]*)(?:\n|$)/gm;
/** More words than these would each be looked for in all texts. */
const MOST = 100;
const DEPTH_LIMIT = 200;

/** What abbreviations mean. */
export type Meanings = ReadonlyMap<string, string>;

/** Takes the definitions of abbreviations out of a text. @returns its rest, and what they say if there are any */
export function takeAbbreviations(text: string): { readonly text: string; readonly meanings?: Meanings } {
  if (!/^ {0,3}\*\[/m.test(text)) return { text };
  const isCode = followRanges(findCode(text, true));
  const meanings = new Map<string, string>();
  const rest = text.replace(DEFINITION, (line, name: string, meaning: string, offset: number) => {
    if (isCode(offset)) return line;
    if (meanings.size < MOST && !meanings.has(name)) meanings.set(name, meaning.trim());
    return '\n';
  });
  return meanings.size === 0 ? { text } : { text: rest, meanings };
}

/** A tree in which each abbreviation says what it means: in text, not in code. */
export function explainAbbreviations(root: RootNode, meanings: Meanings): RootNode {
  const names = [...meanings.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => escapePattern(name));
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${names.join('|')})(?![\\p{L}\\d])`, 'gu');
  const visit = (node: TreeNode, depth: number): readonly TreeNode[] => {
    if (node.type === 'text') return splitText(node.value, pattern, meanings);
    if (node.type !== 'element' || /^(?:pre|code|abbr|kbd|samp|script|style)$/.test(node.tagName))
      return [node];
    if (depth > DEPTH_LIMIT) return [node];
    return [{ ...node, children: node.children.flatMap((child) => visit(child, depth + 1)) }];
  };
  return { ...root, children: root.children.flatMap((node) => visit(node, 0)) };
}

function splitText(text: string, pattern: RegExp, meanings: Meanings): readonly TreeNode[] {
  const parts: TreeNode[] = [];
  let end = 0;
  for (const { 0: name, index } of text.matchAll(pattern)) {
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    const title = meanings.get(name) ?? '';
    const properties = title === '' ? {} : { title };
    parts.push({ type: 'element', tagName: 'abbr', properties, children: [{ type: 'text', value: name }] });
    end = index + name.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
