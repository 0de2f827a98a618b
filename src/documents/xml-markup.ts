import { escapeAttribute, escapeText } from '../text/escape-html.ts';
import type { XmlElement } from './xml-tree.ts';

/** What is inside an element of XHTML, as HTML. */
export function writeMarkup({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? escapeText(child) : writeElement(child)))
    .join('');
}

function writeElement(element: XmlElement): string {
  const { local, attributes, children } = element;
  const written = attributes
    .filter(({ uri }) => uri === '')
    .map(({ local, value }) => ` ${local}="${escapeAttribute(value)}"`)
    .join('');
  return children.length === 0 && EMPTY.test(local)
    ? `<${local}${written}>`
    : `<${local}${written}>${writeMarkup(element)}</${local}>`;
}

const EMPTY = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
