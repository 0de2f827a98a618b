import type { XmlElement } from '../documents/xml-element.ts';
import type { Place } from '../model/index.ts';
import { findSpot } from '../text/line-places.ts';
import type { Inspection } from './rules.ts';

/** The characters of an element as the document has them, from its `<` to its end tag, entities unread. */
export function rawText(element: XmlElement, { text, lineStarts }: Inspection): string {
  const start = (lineStarts[element.line - 1] ?? 0) + element.column - 1;
  const name = element.prefix === '' ? element.local : `${element.prefix}:${element.local}`;
  const open = text.indexOf('>', start);
  const end = text.indexOf(`</${name}`, open);
  return open < 0 || end < 0 ? '' : text.slice(open + 1, end);
}

/** Where a text is inside an element, if it is there as it is, else where the element begins. */
export function placeInside(element: XmlElement, needle: string, inspection: Inspection): Place {
  const { file, text, lineStarts } = inspection;
  const place = { file, line: element.line, column: element.column };
  const start = (lineStarts[element.line - 1] ?? 0) + element.column - 1;
  const raw = rawText(element, inspection);
  const found = raw === '' || needle === '' ? -1 : raw.indexOf(needle);
  return found < 0 ? place : placeAt(inspection, text.indexOf('>', start) + 1 + found);
}

/** The place of an offset: line and column 1-based, in UTF-16 units. */
export function placeAt(
  { file, lineStarts }: Pick<Inspection, 'file' | 'lineStarts'>,
  offset: number,
): Place {
  return { file, ...findSpot(lineStarts, offset) };
}
