import type { ElementNode, RootNode, TreeNode } from './tree.ts';

/** Elements that Markdown fills with lines of text. */
const LINES: ReadonlySet<string> = new Set('p li dd dt td th h1 h2 h3 h4 h5 h6'.split(' '));
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b code del em i img ins kbd mark q s small span strong sub sup u'.split(' '),
);
const BREAK: ElementNode = { type: 'element', tagName: 'br', properties: {}, children: [] };
/** Nothing that people write nests so deep. */
const DEPTH_LIMIT = 200;

/** A tree in which each line break of a paragraph is one on the page, as `breaks: true` of marked makes it. */
export function addBreaks(root: RootNode): RootNode {
  return { ...root, children: root.children.map((node) => visit(node, 0)) };
}

function visit(node: TreeNode, depth: number): TreeNode {
  if (node.type !== 'element' || node.tagName === 'pre' || depth > DEPTH_LIMIT) return node;
  const children = node.children.map((child) => visit(child, depth + 1));
  return {
    ...node,
    children: LINES.has(node.tagName) || INLINE.has(node.tagName) ? breakLines(children) : children,
  };
}

/** A newline is a break where text or an inline element stands on both sides of it. */
function breakLines(children: readonly TreeNode[]): TreeNode[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'text' || !child.value.includes('\n')) return [child];
    const parts = child.value.split('\n');
    const first = parts.findIndex((part) => part.trim() !== '');
    return parts.flatMap((part, at): TreeNode[] => {
      const text: TreeNode = { type: 'text', value: at === 0 ? part : `\n${part}` };
      if (at === 0) return part === '' ? [] : [text];
      const before = (first >= 0 && first < at) || isInline(children[index - 1]);
      const after = part.trim() !== '' || (at === parts.length - 1 && isInline(children[index + 1]));
      return before && after ? [BREAK, text] : [text];
    });
  });
}

function isInline(node: TreeNode | undefined): boolean {
  return node?.type === 'element' && node.tagName !== 'br' && INLINE.has(node.tagName);
}
