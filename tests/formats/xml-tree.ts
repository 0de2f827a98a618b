import { SaxesParser } from 'saxes';

/** A document as a strict, namespace-aware parser sees it. Names carry their prefix as written. */
export interface Element {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** @throws when the document is not well-formed */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('opentag', ({ name, uri, attributes }) => {
    const plain = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, uri, attributes: Object.fromEntries(plain), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const add = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

/** The elements at a path such as `rss/channel/item`. */
export function all(from: Element, path: string): Element[] {
  return path
    .split('/')
    .reduce<Element[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [from],
    );
}

/** The only element at a path; fails when there are none or several. */
export function only(from: Element, path: string): Element {
  const found = all(from, path);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements at ${path}`);
  return found[0];
}

export function textsAt(from: Element, path: string): string[] {
  return all(from, path).map(({ text }) => text);
}
