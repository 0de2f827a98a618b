import { childElements, textOf, type XmlAttribute, type XmlElement } from '../documents/xml-tree.ts';
import type { Extension } from '../formats/feed.ts';
import { namespaces } from '../formats/namespaces.ts';

/** Prefixes by the URI that they stand for, as readers expect them. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]),
);

const XML = 'http://www.w3.org/XML/1998/namespace';

/** A name with its prefix; prefixes that are not known by themselves are remembered with their URI. */
export type NameElement = (
  element: Pick<XmlElement, 'uri' | 'local'> & { readonly prefix?: string },
) => string;

/** Names elements of other namespaces. @param added receives the URIs of prefixes that are not known by themselves */
export function createNames(added: Record<string, string>): NameElement {
  return ({ uri, local, prefix = '' }) => {
    const known = PREFIXES.get(uri);
    if (known !== undefined) return `${known}:${local}`;
    if (prefix === '') return local;
    const isTaken = Object.hasOwn(namespaces, prefix) || (added[prefix] ?? uri) !== uri;
    const own = isTaken ? `x${prefix}` : prefix;
    added[own] ??= uri;
    return `${own}:${local}`;
  };
}

/**
 * The child elements of other namespaces that no field says, in the compact notation of extensions.
 * @param said names that a field says
 */
export function listExtensions(
  parent: XmlElement,
  name: NameElement,
  said: ReadonlySet<string>,
): readonly Extension[] {
  const others = childElements(parent).filter(({ uri, prefix }) => uri !== '' && prefix !== '');
  return compactAll(others, name, said);
}

/** All child elements as extensions, also those without a namespace. */
export function listAll(parent: XmlElement, name: NameElement): readonly Extension[] {
  return compactAll(childElements(parent), name, new Set());
}

function compactAll(
  others: readonly XmlElement[],
  name: NameElement,
  said: ReadonlySet<string>,
): readonly Extension[] {
  const found = new Map<string, unknown[]>();
  for (const element of others) {
    const full = name(element);
    if (said.has(full)) continue;
    found.set(full, [...(found.get(full) ?? []), compact(element, name)]);
  }
  return [...found].map(([full, nodes]) => ({ name: full, objects: asObjects(nodes) }));
}

function asObjects(nodes: readonly unknown[]): Record<string, unknown> {
  return (nodes.length === 1 ? nodes[0] : nodes) as Record<string, unknown>;
}

/** Attributes of other namespaces are kept where the prefix is known: there is none at hand. */
function nameAttribute({ uri, local }: XmlAttribute): string | undefined {
  if (uri === '') return local === 'xmlns' ? undefined : local;
  const prefix = uri === XML ? 'xml' : PREFIXES.get(uri);
  return prefix && `${prefix}:${local}`;
}

function compact(element: XmlElement, name: NameElement): Record<string, unknown> {
  const attributes = element.attributes.flatMap((each) => {
    const full = nameAttribute(each);
    return full === undefined ? [] : [[full, each.value] as const];
  });
  const children = childElements(element);
  const node: Record<string, unknown> = {};
  if (attributes.length > 0) node._attributes = Object.fromEntries(attributes);
  for (const child of children) {
    const full = name(child);
    const before = node[full];
    const now = compact(child, name);
    node[full] = before === undefined ? now : [...(Array.isArray(before) ? before : [before]), now];
  }
  const text = textOf(element);
  if (children.length === 0 && text.trim() !== '') node._text = text.trim();
  return node;
}
