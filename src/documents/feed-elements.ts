import { htmlToLine } from '../text/html-text.ts';
import { squeeze } from '../text/white-space.ts';
import { absolute } from './published-feed.ts';
import { writeMarkup } from './xml-markup.ts';
import { attributeOf, childElements, textOf, type XmlElement } from './xml-tree.ts';

/** What feeds in XML say in elements and links, whatever namespace the format was written in. */

const ATOM = new Set(['http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#']);
const XML = 'http://www.w3.org/XML/1998/namespace';
/** Namespaces that RSS itself was written in; 2.0 has none. */
const RSS =
  /^(?:$|http:\/\/purl\.org\/rss\/1\.0\/$|http:\/\/my\.netscape\.com\/|http:\/\/(?:backend|blogs)\.)/;

/** RFC 4287 §3.1: text as HTML, whatever its type. */
export function atomConstruct(parent: XmlElement, local: string): string | undefined {
  const [found] = atomElements(parent, local);
  if (!found) return undefined;
  const type = attributeOf(found, 'type')?.toLowerCase() ?? 'text';
  if (type.includes('xhtml') || attributeOf(found, 'mode') === 'xml') return writeMarkup(found).trim();
  const written = textOf(found).trim();
  return type.includes('html') || attributeOf(found, 'mode') === 'escaped'
    ? written
    : written.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The `href` of a link; Atom's default relation is `alternate` (RFC 4287 §4.2.7.2), and of several HTML wins. */
export function atomLink(parent: XmlElement, relation: string): string | undefined {
  const links = childElements(parent).filter(
    (child) =>
      ATOM.has(child.uri) &&
      child.local === 'link' &&
      (attributeOf(child, 'rel')?.toLowerCase() ?? 'alternate') === relation,
  );
  const page = links.find((link) => /html/.test(attributeOf(link, 'type') ?? 'html'));
  const link = page ?? links[0];
  return link && attributeOf(link, 'href');
}

/** The text of an element of Atom. */
export function atomText(parent: XmlElement, local: string): string | undefined {
  const [found] = atomElements(parent, local);
  return found && textOf(found).trim();
}

/** Child elements of RSS itself. */
export function elements(parent: XmlElement, local: string): readonly XmlElement[] {
  return childElements(parent).filter((child) => child.local === local && RSS.test(child.uri));
}

/** The text of the first such element that has any: of RSS itself, or of the namespace given. */
export function text(parent: XmlElement, local: string, uri?: string): string | undefined {
  const found =
    uri === undefined
      ? elements(parent, local)
      : childElements(parent).filter((child) => child.local === local && child.uri === uri);
  return found.map((element) => textOf(element).trim()).find((written) => written !== '');
}

/** The texts of all such elements: of RSS itself, or of the namespace given. */
export function named(parent: XmlElement, local: string, uri?: string): readonly string[] {
  const found = childElements(parent).filter(
    (child) => child.local === local && (uri === undefined ? RSS.test(child.uri) : child.uri === uri),
  );
  return found.map((element) => squeeze(textOf(element)));
}

/** Child elements of Atom. */
export function atomElements(parent: XmlElement, local: string): readonly XmlElement[] {
  return childElements(parent).filter((child) => ATOM.has(child.uri) && child.local === local);
}

/** HTML as plain text on one line. */
export function plain(html: string | undefined): string | undefined {
  return html === undefined ? undefined : squeeze(htmlToLine(html));
}

/** `xml:base` of an element, else that of what is around it. */
export function baseOf(element: XmlElement, outer: string): string {
  return absolute(attributeOf(element, 'base', XML), outer) ?? outer;
}
