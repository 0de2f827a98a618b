import { legalText } from '../../text/legal.ts';
import { type ElementNode, type RootNode, readProperty, type TreeNode, walkElements } from '../tree.ts';

/**
 * The text below a node without illegal characters that entities can bring (R20), found without recursion; that of a
 * heading without its handle.
 */
export function textOf(root: RootNode | ElementNode): string {
  const isHeading = root.type === 'element' && HEADING.test(root.tagName);
  let text = '';
  const waiting: TreeNode[] = [...root.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element' || (isHeading && isHandle(node))) continue;
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as TreeNode);
  }
  return legalText(text);
}

/** The texts of the children, apart: those of options are. Programs and style sheets say nothing to a reader. */
export function textOfParts({ children }: ElementNode): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || /^(?:style|script)$/.test(child.tagName)) return '';
      return [...walkElements(child)].some(({ tagName }) => tagName === 'style')
        ? textOfParts(child)
        : textOf(child);
    })
    .join(' ');
}

export const HEADING = /^h[1-6]$/;

/**
 * Whether an element of a heading is the handle that many themes put there to copy its URL: a link to a place in a page that
 * shows a sign (`#`, `¶`, an icon) or is hidden from screen readers. In a feed it means nothing.
 */
export function isHandle(element: ElementNode): boolean {
  if (element.tagName !== 'a' || !readProperty(element, 'href')?.includes('#')) return false;
  if (readProperty(element, 'ariaHidden') === 'true') return true;
  const seen = element.children.filter((child) => child.type !== 'element' || !isForScreenReaders(child));
  return (
    !/[\p{L}\p{N}]/u.test(textOf({ ...element, children: seen })) &&
    ![...walkElements(element)].some(({ tagName }) => tagName === 'img')
  );
}

/** Words that say what the sign beside them is for. */
function isForScreenReaders({ properties: { className } }: ElementNode): boolean {
  return /(?:^|[\s,])(?:sr-only|visually-hidden|screen-reader-text)(?:$|[\s,])/.test(String(className ?? ''));
}
