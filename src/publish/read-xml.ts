import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What a document is asked for: called for every element, with its path and its attributes without namespace. */
export interface XmlQuestions {
  /** Whether the text of this element is wanted; the text of all others is never kept. */
  wants(path: string): boolean;
  /** Called at the end of an element; `text` is empty unless it was wanted. */
  read(path: string, text: string, attributes: Attributes): void;
}

export type Attributes = Readonly<Record<string, string>>;

/** Reads a document piece by piece, without building a tree. */
export interface XmlReader {
  /** @throws Error with line and column when it is not well-formed, also in its namespaces */
  readonly write: (xml: string) => void;
  /**
   * Reads a piece whose CDATA sections are taken out and looked at as a whole, which is many times as fast as by character. No comment
   * or instruction may be in it, where what looks like a section is not one.
   * @throws Error as `write`, and for a character that XML does not allow
   */
  readonly writeWithSections: (xml: string) => void;
  /** Reads the last piece. @throws Error as `write`, and when something is open */
  readonly close: (xml: string) => void;
  /** The prefixes that elements used since this was asked last, in order. */
  readonly takePrefixes: () => string;
  /** The path of the innermost open element. */
  readonly path: () => string;
  /** The root element, with the URIs of the prefixes that it declares. */
  readonly root: () => { readonly path: string; readonly namespaces: Readonly<Record<string, string>> };
}

/** How paths name namespaces: `rss/channel/item/atom:updated`. Elements of unknown namespaces have the prefix `?`. */
const prefixes: Readonly<Record<string, string>> = {
  '': '',
  'http://www.w3.org/2005/Atom': 'atom:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://source.scripting.com/': 'source:',
};

const SECTION = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
/** Anything but what XML 1.0 §2.2 allows; bytes of UTF-8 hold no half of a pair. */
const DISALLOWED = /[^\t\n\r -\uDFFF\uE000-\uFFFD]/;

interface OpenElement {
  readonly path: string;
  readonly attributes: Attributes;
  readonly wanted: boolean;
}

/** Reads an XML document once. @throws Error with line and column when it is not well-formed, also in its namespaces */
export function readXml(xml: string, questions: XmlQuestions): void {
  createXmlReader(questions).close(xml);
}

/** Prepares to read one document. */
export function createXmlReader(questions: XmlQuestions): XmlReader {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let text = '';
  const used = new Set<string>();
  let root: ReturnType<XmlReader['root']> = { path: '', namespaces: {} };
  let isWanted = false;
  let sections: readonly string[] | undefined;
  let section = 0;
  const keep = (part: string) => {
    text += part;
  };
  parser.on('cdata', (part) => {
    const whole = sections?.[section++] ?? part;
    if (isWanted) text += whole;
  });
  parser.on('opentag', (tag) => {
    const element = openElement(tag, open.at(-1)?.path, questions);
    if (open.length === 0) root = { path: element.path, namespaces: { ...tag.ns } };
    open.push(element);
    if (tag.prefix !== '') used.add(tag.prefix);
    if (!element.wanted) return;
    isWanted = true;
    text = '';
    parser.on('text', keep);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    questions.read(element.path, element.wanted ? text : '', element.attributes);
    if (!element.wanted) return;
    isWanted = false;
    parser.off('text');
  });
  return {
    write: (xml) => void parser.write(xml),
    writeWithSections(xml) {
      const emptied = emptySections(xml);
      [sections, section] = [emptied.sections, 0];
      parser.write(emptied.markup);
      sections = undefined;
    },
    close: (xml) => void parser.write(xml).close(),
    takePrefixes: () => takeNames(used),
    path: () => open.at(-1)?.path ?? '',
    root: () => root,
  };
}

function takeNames(names: Set<string>): string {
  const taken = [...names].sort().join(' ');
  names.clear();
  return taken;
}

/** Takes the text out of CDATA sections. @throws Error for what the parser alone could read, and for a character that XML does not allow */
function emptySections(xml: string): { readonly markup: string; readonly sections: readonly string[] } {
  const sections: string[] = [];
  const markup = xml.replace(SECTION, (_, inside: string) => {
    sections.push(inside);
    return '<![CDATA[]]>';
  });
  if (/<!--|<\?/.test(markup)) throw new Error('it has a comment or an instruction');
  if (sections.some((inside) => DISALLOWED.test(inside))) throw new Error('it has a disallowed character');
  return { markup, sections };
}

const NONE: Attributes = {};

function openElement(tag: SaxesTagNS, parent: string | undefined, questions: XmlQuestions): OpenElement {
  const name = `${prefixes[tag.uri] ?? '?'}${tag.local}`;
  const path = parent === undefined ? name : `${parent}/${name}`;
  return { path, attributes: readAttributes(tag), wanted: questions.wants(path) };
}

function readAttributes(tag: SaxesTagNS): Attributes {
  let read: Record<string, string> | undefined;
  for (const name in tag.attributes) {
    const { uri, local, value } = tag.attributes[name] as { uri: string; local: string; value: string };
    if (uri !== '') continue;
    read ??= {};
    read[local] = value;
  }
  return read ?? NONE;
}
