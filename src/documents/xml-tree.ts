import { SaxesParser } from 'saxes';
import { findLineStarts, findSpot } from '../text/line-places.ts';
import type { XmlAttribute, XmlElement } from './xml-element.ts';

export * from './xml-element.ts';

/** What keeps a document from being XML, in words that fit after "it"; line and column are 1-based. */
interface XmlFault {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  /** A reader can go on: a `&` that begins no entity, an entity of HTML, a prefix that is not declared. */
  readonly isMinor: boolean;
}

/** A document as far as it could be read; `root` is missing when it has a fault that is not minor. */
export interface XmlDocument {
  readonly root?: XmlElement;
  /** In the order of the document; at most the first hundred. */
  readonly faults: readonly XmlFault[];
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
  readonly attributes: XmlAttribute[];
}

/** What one parse keeps while it goes through the text. */
interface Parse {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly open: Growing[];
  readonly faults: XmlFault[];
  root?: XmlElement;
}

/** Deeper nesting than any feed has; it would overflow whoever walks the tree. */
const MAX_DEPTH = 250;
const MAX_FAULTS = 100;
const MINOR = /entity|^disallowed character$|^unbound namespace prefix|^the string "\]\]>"/;

/**
 * Reads an XML document into a tree with the place of every element and attribute. Entities are never expanded, so a
 * document can't grow: one that declares its own is refused.
 */
export function parseXml(text: string): XmlDocument {
  const parse: Parse = { text, lineStarts: findLineStarts(text), open: [], faults: [] };
  const isPage =
    /^\uFEFF?\s{0,1000}(?:<!--[^>]{0,1000}>\s{0,100})?<(?:!doctype\s{1,100}html|html[\s>])/i.test(text);
  if (isPage) addFault(parse, 'is an HTML page, not a feed', 0);
  else if (text.trim() === '') addFault(parse, 'is empty', 0);
  else {
    runParser(parse);
    const isStray = parse.faults.some(({ reason }) => reason.includes(STRAY_FAULT));
    const marked = isStray ? markStrays(text) : text;
    if (marked !== text) return parseMarked(marked, parse.faults);
  }
  const isWhole = parse.faults.every(({ isMinor }) => isMinor);
  return { ...(isWhole && parse.root ? { root: parse.root } : {}), faults: parse.faults };
}

const STRAY_FAULT = 'disallowed character in entity name';
/** Stands for a `&` that begins no entity: the parser would take everything up to the next `;` for its name. */
const STRAY = '\uE000';

/** What begins an entity, at a `&`. */
const ENTITY = /&(?:#[A-Za-z0-9]{1,32}|[A-Za-z][A-Za-z0-9]{0,31});/;
const STRAYS = new RegExp(`&(?!${ENTITY.source.slice(1)})`, 'g');

function markStrays(text: string): string {
  return text.replace(STRAYS, STRAY);
}

/** Reads a document with bare `&`, as other generators write them, a second time; places stay as they are. */
function parseMarked(marked: string, [first]: readonly XmlFault[]): XmlDocument {
  const { root, faults } = parseXml(marked);
  const others = faults.filter(({ reason }) => !reason.includes(STRAY_FAULT));
  return { ...(root ? { root: restore(root) } : {}), faults: [...(first ? [first] : []), ...others] };
}

/** The last `&` that begins no entity before an offset; the parser complains at the next `;` after it. */
function findStray(text: string, before: number): number {
  for (let at = text.lastIndexOf('&', before); at > 0; at = text.lastIndexOf('&', at - 1))
    if (text.slice(at, at + 36).search(ENTITY) !== 0) return at;
  return before;
}

function restore(element: XmlElement): XmlElement {
  const bare = (text: string) => text.replaceAll(STRAY, '&');
  const children = element.children.map((child) =>
    typeof child === 'string' ? bare(child) : restore(child),
  );
  const attributes = element.attributes.map((each) => ({ ...each, value: bare(each.value) }));
  return { ...element, children, attributes };
}

/** A fault after which reading on tells nothing. */
const STOP = Symbol('stop');

type NamespaceParser = SaxesParser<{ xmlns: true }>;

function runParser(parse: Parse): void {
  const parser = new SaxesParser({ xmlns: true });
  hearFaults(parser, parse);
  hearElements(parser, parse);
  try {
    parser.write(parse.text).close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
}

function stopAt(parse: Parse, reason: string, offset: number): never {
  addFault(parse, reason, offset);
  throw STOP;
}

function hearFaults(parser: NamespaceParser, parse: Parse): void {
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const isMinor = MINOR.test(reason);
    const offset = reason === STRAY_FAULT ? findStray(parse.text, parser.position) : parser.position;
    if (isMinor) addFault(parse, `is not well-formed: ${reason}`, offset, true);
    else stopAt(parse, explainFault(parse, reason, parser.position), parser.position);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      stopAt(parse, 'declares its own XML entities, which are not supported', parser.position);
  });
}

function hearElements(parser: NamespaceParser, parse: Parse): void {
  let tagStart = 0;
  let attributeEnd = 0;
  const places = new Map<string, number>();
  parser.on('opentagstart', ({ name }) => {
    tagStart = parse.text.lastIndexOf(`<${name}`, parser.position);
    attributeEnd = tagStart + name.length + 1;
    places.clear();
    if (parse.open.length >= MAX_DEPTH) stopAt(parse, `nests elements more than ${MAX_DEPTH} deep`, tagStart);
  });
  parser.on('attribute', ({ name }) => {
    places.set(name, parse.text.indexOf(name, attributeEnd));
    attributeEnd = parser.position;
  });
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const element: Growing = {
      uri,
      prefix,
      local,
      ...findSpot(parse.lineStarts, tagStart),
      attributes: [],
      children: [],
    };
    for (const { name, uri, local, value } of Object.values(attributes))
      element.attributes.push({
        uri,
        local,
        value,
        ...findSpot(parse.lineStarts, places.get(name) ?? tagStart),
      });
    parse.open.at(-1)?.children.push(element);
    parse.open.push(element);
  });
  const keep = (part: string) => parse.open.at(-1)?.children.push(part);
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.on('closetag', () => {
    const closed = parse.open.pop();
    if (parse.open.length === 0 && closed) parse.root = closed;
  });
}

function explainFault({ text, open }: Parse, reason: string, offset: number): string {
  const last = open.at(-1);
  const isAtEnd = offset >= text.trimEnd().length;
  if (isAtEnd && last) return `ends in the middle of <${last.local}> of line ${last.line}: it was cut off`;
  if (isAtEnd && !/root/.test(reason)) return 'ends in the middle of a tag: it was cut off';
  return `is not well-formed: ${reason}`;
}

function addFault(parse: Parse, reason: string, offset: number, isMinor = false): void {
  if (parse.faults.length < MAX_FAULTS || !isMinor)
    parse.faults.push({ reason, ...findSpot(parse.lineStarts, offset), isMinor });
}
