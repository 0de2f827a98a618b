import { HEADER, KIND, MAGIC, NODE, TYPE } from './parser-form.ts';
import type { ElementNode, PropertyValue, RootNode, TreeNode } from './tree.ts';

/** An element: offset and length of its name, number of properties; then each property with its name, kind, value. */
const ELEMENT = { count: 8, properties: 16, size: 20, kind: 8, value: 12 };
/** Two to this power is the size of a block in bytes. */
const BLOCK = 6;

/** A document of satteri while it is read. */
interface Document {
  readonly view: DataView;
  readonly nodes: number;
  readonly nodeSize: number;
  readonly children: number;
  readonly data: number;
  readonly readString: (place: number) => string;
}

type Parent = RootNode | ElementNode;

/**
 * Reads the tree out of the bytes that satteri gives for it, without recursion: nesting has no limit there.
 * @throws Error if they are not satteri's
 */
export function readTree(bytes: Uint8Array): RootNode {
  const document = openDocument(bytes);
  const root: RootNode = { type: 'root', children: [] };
  const parents: Parent[] = [root];
  const places = [document.nodes];
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    const place = places.pop() as number;
    const { view } = document;
    const count = view.getUint32(place + NODE.childCount, true);
    let child = document.children + 4 * view.getUint32(place + NODE.firstChild, true);
    const children = parent.children as TreeNode[];
    for (const end = child + 4 * count; child < end; child += 4) {
      const at = document.nodes + document.nodeSize * view.getUint32(child, true);
      const node = readNode(document, at);
      if (node === undefined) continue;
      children.push(node);
      if (node.type !== 'element') continue;
      parents.push(node);
      places.push(at);
    }
  }
  return root;
}

function openDocument(bytes: Uint8Array): Document {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('The parser gave a tree of an unknown form.');
  const read = (field: number) => view.getUint32(field, true);
  const start = read(HEADER.pool);
  const pool = Buffer.from(bytes.buffer, bytes.byteOffset + start, read(HEADER.poolLength));
  return {
    view,
    nodes: read(HEADER.nodes),
    nodeSize: read(HEADER.nodeSize),
    children: read(HEADER.children),
    data: read(HEADER.data),
    readString: createStringReader(view, pool),
  };
}

/** All strings stand in one pool of UTF-8. It is decoded once as ASCII, and where it is not, string by string. */
function createStringReader(view: DataView, pool: Buffer): (place: number) => string {
  const text = pool.toString('latin1');
  const wide = markWide(pool);
  return (place) => {
    const start = view.getUint32(place, true);
    const end = start + view.getUint32(place + 4, true);
    for (let block = start >> BLOCK; block <= (end - 1) >> BLOCK; block++) {
      if (wide[block] === 1) return pool.toString('utf8', start, end);
    }
    return text.slice(start, end);
  };
}

/** Which blocks of 64 bytes hold more than ASCII. */
function markWide(pool: Buffer): Uint8Array {
  const wide = new Uint8Array((pool.length >> BLOCK) + 1);
  for (let i = 0; i < pool.length; i++) {
    if ((pool[i] as number) >= 0x80) wide[i >> BLOCK] = 1;
  }
  return wide;
}

/** A node without its children; undefined for a doctype, which says nothing to a reader. */
function readNode(document: Document, place: number): TreeNode | undefined {
  const { view, readString } = document;
  const data = document.data + view.getUint32(place + NODE.data, true);
  const type = view.getUint8(place + NODE.type);
  if (type === TYPE.text) return { type: 'text', value: readString(data) };
  if (type === TYPE.comment) return { type: 'comment', value: readString(data) };
  if (type !== TYPE.element) return undefined;
  const properties = readProperties(document, data);
  return { type: 'element', tagName: readString(data), properties, children: [] };
}

function readProperties(
  { view, readString }: Document,
  element: number,
): Readonly<Record<string, PropertyValue>> {
  const properties: Record<string, PropertyValue> = {};
  const count = view.getUint32(element + ELEMENT.count, true);
  let place = element + ELEMENT.properties;
  for (const end = place + count * ELEMENT.size; place < end; place += ELEMENT.size) {
    const kind = view.getUint8(place + ELEMENT.kind);
    const name = readString(place);
    // No element has such an attribute, and libraries that look it up in a table find what every object has.
    if (!Object.hasOwn(Object.prototype, name))
      properties[name] = readValue(kind, readString(place + ELEMENT.value));
  }
  return properties;
}

function readValue(kind: number, value: string): PropertyValue {
  switch (kind) {
    case KIND.true:
      return true;
    case KIND.false:
      return false;
    case KIND.words:
      return value.split(' ').filter((word) => word !== '');
    case KIND.list:
      return splitList(value);
    case KIND.numbers:
      return splitList(value).map((item) =>
        item === '' || Number.isNaN(Number(item)) ? item : Number(item),
      );
    case KIND.integer:
      return Number(value);
    default:
      return value;
  }
}

function splitList(value: string): string[] {
  const items = value.split(',').map((item) => item.trim());
  if (items.at(-1) === '') items.pop();
  return items;
}
