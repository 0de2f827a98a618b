import { legalText } from '../legal.ts';
import type { ElementNode, RootNode, TreeNode } from '../tree.ts';

/** The text below a node without illegal characters that entities can bring (R20), found without recursion. */
export function textOf(root: RootNode | ElementNode): string {
  let text = '';
  const waiting: TreeNode[] = [...root.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element') continue;
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as TreeNode);
  }
  return legalText(text);
}
