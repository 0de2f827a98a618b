import { type ElementNode, type RootNode, walkElements } from '../content/tree.ts';
import { squeeze } from '../text/white-space.ts';

/** The first element of a page that fits. */
export function find(root: RootNode, fits: (element: ElementNode) => boolean): ElementNode | undefined {
  for (const element of walkElements(root)) if (fits(element)) return element;
  return undefined;
}

/** All text below an element, on one line. */
export function textOf(node: ElementNode): string {
  const texts = (each: ElementNode): string =>
    each.children
      .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? texts(child) : ''))
      .join('');
  return squeeze(texts(node));
}
