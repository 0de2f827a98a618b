/** The part of the hast vocabulary that this stage reads: what the parser gives and the cleaner walks. */

export type PropertyValue = string | number | boolean | null | undefined | readonly (string | number)[];

interface TextNode {
  readonly type: 'text';
  readonly value: string;
}

interface CommentNode {
  readonly type: 'comment';
  readonly value: string;
}

export interface ElementNode {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly children: readonly TreeNode[];
}

export interface RootNode {
  readonly type: 'root';
  readonly children: readonly TreeNode[];
}

export type TreeNode = TextNode | CommentNode | ElementNode;

/** A property as text, or undefined when it is absent or empty. */
export function readProperty(element: ElementNode, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.length > 0 ? value.join(' ') : undefined;
}

/** The elements below a node in document order, found without recursion. */
export function* walkElements(root: RootNode | ElementNode): Generator<ElementNode> {
  const waiting: TreeNode[] = [...root.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as TreeNode);
  }
}
