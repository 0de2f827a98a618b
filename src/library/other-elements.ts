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
  return [...groupByName(others, name, said)].map(([full, nodes]) => ({
    name: full,
    objects: oneOrAll(nodes) as Record<string, unknown>,
  }));
}

function groupByName(
  elements: readonly XmlElement[],
  name: NameElement,
  said: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const element of elements) {
    const full = name(element);
    if (said.has(full)) continue;
    const node = compact(element, name);
    const known = found.get(full);
    if (known) known.push(node);
    else found.set(full, [node]);
  }
  return found;
}

function oneOrAll(nodes: readonly unknown[]): unknown {
  return nodes.length === 1 ? nodes[0] : nodes;
}

/** Attributes carry no prefix here, so those of other namespaces are kept only if we know a prefix for theirs. */
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
  const nodes = [...groupByName(children, name)].map(([full, each]) => [full, oneOrAll(each)] as const);
  const text = textOf(element);
  return Object.fromEntries<unknown>([
    ...(attributes.length > 0 ? [['_attributes', Object.fromEntries(attributes)] as const] : []),
    ...nodes,
    ...(children.length === 0 && text.trim() !== '' ? [['_text', text.trim()] as const] : []),
  ]);
}
