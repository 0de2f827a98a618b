import type { ElementNode, PropertyValue, TreeNode } from '../tree.ts';
import { readProperty, walkElements } from '../tree.ts';
import { readFragment } from './urls.ts';

/**
 * Footnotes without those that only hidden text refers to; the others keep their numbers. Any other element stays as it is.
 * @param wantedIds what links that were written lead to
 */
export function keepSeenNotes(element: ElementNode, wantedIds: ReadonlySet<string>): ElementNode {
  if (element.properties.dataFootnotes === undefined) return element;
  const notes = [...walkElements(element)].filter(isNote);
  const seen = findSeen(notes, wantedIds);
  if (seen.size === notes.length) return element;
  const numbers = new Map(
    notes.flatMap((note, index) => (seen.has(note) ? [[note, index + 1] as const] : [])),
  );
  const children =
    seen.size === 0 ? [] : element.children.map((child) => keepIn(child, new Set(notes), numbers));
  return { ...element, children };
}

function isNote(element: ElementNode): boolean {
  return element.tagName === 'li' && readProperty(element, 'id') !== undefined;
}

/** The notes that the text refers to, and those that they refer to themselves. */
function findSeen(notes: readonly ElementNode[], wantedIds: ReadonlySet<string>): ReadonlySet<ElementNode> {
  const byId = new Map(notes.map((note) => [readProperty(note, 'id') ?? '', note]));
  const seen = new Set(notes.filter((note) => wantedIds.has(readProperty(note, 'id') ?? '')));
  for (const note of seen)
    for (const { properties } of walkElements(note)) {
      const other = byId.get(readTarget(properties.href) ?? '');
      if (other !== undefined) seen.add(other);
    }
  return seen;
}

function readTarget(href: PropertyValue): string | undefined {
  return typeof href === 'string' ? readFragment(href) : undefined;
}

function keepIn(
  node: TreeNode,
  notes: ReadonlySet<TreeNode>,
  numbers: ReadonlyMap<TreeNode, number>,
): TreeNode {
  if (node.type !== 'element' || node.tagName !== 'ol') return node;
  const children = node.children.flatMap((child): readonly TreeNode[] => {
    if (child.type !== 'element' || !notes.has(child)) return [child];
    const value = numbers.get(child);
    return value === undefined ? [] : [{ ...child, properties: { ...child.properties, value } }];
  });
  return { ...node, children };
}
