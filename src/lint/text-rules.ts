import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import { writeMarkup } from '../documents/xml-markup.ts';
import { problem } from '../problems/problem.ts';
import { findMarkup, inspectHtml } from './content.ts';
import { XHTML } from './names.ts';
import type { ElementCheck, Inspection } from './rules.ts';
import { placeInside, rawText } from './source-text.ts';
import { placeOf } from './walk.ts';

/**
 * Plain text. Readers disagree whether it is HTML, so a `<` or `&` that is meant must be written as a numeric
 * reference (R17); that alone can't be mistaken for markup.
 */
export const plainText: ElementCheck = (element, inspection) => {
  const raw = rawText(element, inspection);
  const isMeant = /&#(?:x26|x3c|38|60);/i;
  const markup = findMarkup(textOf(element));
  if (markup === undefined || isMeant.test(raw)) return [];
  const details = { element: element.local, markup };
  return [problem('feed-markup', placeOf(element, inspection), details)];
};

/** HTML as text: `description`, `content:encoded`. */
export const htmlText: ElementCheck = (element, inspection) =>
  inspectContent(element, textOf(element), inspection);

/** A text of Atom (RFC 4287 §3.1), whose type says what it is. */
export const atomText: ElementCheck = (element, inspection) => {
  const type = attributeOf(element, 'type');
  const isTitle = element.local === 'title';
  if (isTitle && element.children.every((child) => typeof child === 'string' && child.trim() === ''))
    return [problem('feed-value-empty', placeOf(element, inspection), { name: 'title' })];
  if (type === 'xhtml') return inspectXhtml(element, inspection);
  if (type === 'html') {
    const markup = findMarkup(textOf(element));
    if (isTitle && markup !== undefined)
      return [problem('feed-title-html', placeOf(element, inspection), { markup })];
    return isTitle ? [] : inspectContent(element, textOf(element), inspection);
  }
  const inside = childElements(element)[0];
  if (inside) return [problem('feed-text-elements', placeOf(inside, inspection), { element: element.local })];
  return type === undefined ? plainText(element, inspection) : [];
};

/** RFC 4287 §3.1.1.3: one `div` of XHTML, nothing beside it. */
export function inspectXhtml(element: XmlElement, inspection: Inspection) {
  const inside = childElements(element);
  const [div] = inside;
  const isStray = element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (!div || inside.length > 1 || isStray || div.local !== 'div' || div.uri !== XHTML)
    return [problem('feed-xhtml-div', placeOf(element, inspection), { element: element.local })];
  return inspectContent(element, writeMarkup(element), inspection);
}

export function inspectContent(element: XmlElement, html: string, inspection: Inspection) {
  return inspectHtml(html, (needle) => placeInside(element, needle, inspection));
}
