import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What a document is asked for: called for every element, with its path and its attributes without namespace. */
export interface XmlReader {
  /** Whether the text of this element is wanted; the text of all others is never kept. */
  wants(path: string): boolean;
  /** Called at the end of an element; `text` is empty unless it was wanted. */
  read(path: string, text: string, attributes: Attributes): void;
}

export type Attributes = Readonly<Record<string, string>>;

/** How paths name namespaces: `rss/channel/item/atom:updated`. Elements of unknown namespaces have the prefix `?`. */
const prefixes: Readonly<Record<string, string>> = {
  '': '',
  'http://www.w3.org/2005/Atom': 'atom:',
};

interface OpenElement {
  readonly path: string;
  readonly attributes: Attributes;
  readonly wanted: boolean;
}

/**
 * Reads an XML document once, without building a tree.
 * @throws Error with line and column when it is not well-formed, also in its namespaces
 */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let text = '';
  const keep = (part: string) => {
    text += part;
  };
  parser.on('opentag', (tag) => {
    const element = openElement(tag, open.at(-1)?.path, reader);
    open.push(element);
    if (!element.wanted) return;
    text = '';
    parser.on('text', keep);
    parser.on('cdata', keep);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    reader.read(element.path, element.wanted ? text : '', element.attributes);
    if (!element.wanted) return;
    parser.off('text');
    parser.off('cdata');
  });
  parser.write(xml).close();
}

function openElement(tag: SaxesTagNS, parent: string | undefined, reader: XmlReader): OpenElement {
  const name = `${prefixes[tag.uri] ?? '?'}${tag.local}`;
  const path = parent === undefined ? name : `${parent}/${name}`;
  const plain = Object.values(tag.attributes).filter(({ uri }) => uri === '');
  const attributes = Object.fromEntries(plain.map(({ local, value }) => [local, value]));
  return { path, attributes, wanted: reader.wants(path) };
}
