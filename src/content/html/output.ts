import { BOUNDARIES, CHILDREN, CLOSES_PARAGRAPH, MAY_BE_EMPTY, PARENTS, VOID } from './elements.ts';

interface OpenElement {
  tag: string;
  /** Where its start tag is in `parts`. */
  readonly index: number;
}

/**
 * HTML under construction. It never writes what a parser would rearrange: each element is fitted to those that are
 * open, so the text parses to the same tree and without an error of nesting (HTML §13.2.6).
 */
export interface Output {
  readonly parts: string[];
  readonly open: OpenElement[];
  /** Ids that were seen, with the start tag that would carry them. */
  readonly ids: { index: number; id: string }[];
}

export function createOutput(): Output {
  return { parts: [], open: [], ids: [] };
}

/** The innermost open element. */
export function currentTag(output: Output): string | undefined {
  return output.open[output.open.length - 1]?.tag;
}

export function isInside(output: Output, tag: string): boolean {
  return output.open.some((element) => element.tag === tag);
}

/** The element that can be here for `tag`, or undefined when only its children can. */
export function fitTag(output: Output, tag: string): string | undefined {
  const parent = currentTag(output);
  const fitting = fitToParent(output, tag, parent);
  const allowed = parent === undefined ? undefined : CHILDREN.get(parent);
  if (fitting !== undefined && allowed !== undefined && !allowed.includes(fitting)) return undefined;
  if (tag === 'a' && isInside(output, 'a')) return undefined;
  return fitting;
}

/** Whether text that is not white space may be here. */
export function allowsText(output: Output): boolean {
  const parent = currentTag(output);
  return parent === undefined || !CHILDREN.has(parent);
}

/** Writes a start tag; `attributes` begins with a space or is empty. Elements without an end tag stay closed. */
export function openElement(output: Output, tag: string, attributes: string, id?: string): void {
  if (CLOSES_PARAGRAPH.has(tag)) turnParagraphToDivision(output);
  const index = output.parts.push(`<${tag}${attributes}>`) - 1;
  if (id !== undefined) output.ids.push({ index, id });
  if (!VOID.has(tag)) output.open.push({ tag, index });
}

/** Writes the end tag of the innermost element, or takes the element back when nothing is in it. */
export function closeElement(output: Output): void {
  const element = output.open.pop();
  if (element === undefined) return;
  const { parts } = output;
  if (MAY_BE_EMPTY.has(element.tag) || hasContent(output, element.index + 1)) {
    parts.push(`</${element.tag}>`);
    return;
  }
  const space = parts.length > element.index + 1 && !CLOSES_PARAGRAPH.has(element.tag) ? ' ' : '';
  parts.length = element.index;
  if (space !== '') parts.push(space);
  while ((output.ids[output.ids.length - 1]?.index ?? -1) >= element.index) output.ids.pop();
}

/** The whole text; of the ids, the first of each that a link of the article leads to. */
export function finishOutput(
  output: Output,
  wanted: ReadonlySet<string>,
  escapeId: (id: string) => string,
): string {
  const written = new Set<string>();
  for (const { index, id } of output.ids) {
    if (!wanted.has(id) || written.has(id)) continue;
    written.add(id);
    const tag = output.parts[index] ?? '';
    output.parts[index] = `${tag.slice(0, -1)} id="${escapeId(id)}">`;
  }
  return output.parts.join('').trim();
}

function fitToParent(output: Output, tag: string, parent: string | undefined): string | undefined {
  const parents = PARENTS.get(tag);
  if (parents === undefined) {
    return isHeading(tag) && parent !== undefined && isHeading(parent) ? undefined : tag;
  }
  if (parent !== undefined && parents.includes(parent)) return tag;
  if (isDefinition(tag) && parent === 'div' && output.open[output.open.length - 2]?.tag === 'dl') return tag;
  return CLOSES_PARAGRAPH.has(tag) || tag === 'td' || tag === 'th' || tag === 'caption' ? 'div' : undefined;
}

/** A block in a paragraph would end it. Parsed trees have none, but taking a wrapper away can make one. */
function turnParagraphToDivision(output: Output): void {
  for (let i = output.open.length - 1; i >= 0; i--) {
    const element = output.open[i] as OpenElement;
    if (BOUNDARIES.has(element.tag)) return;
    if (element.tag !== 'p') continue;
    element.tag = 'div';
    output.parts[element.index] = `<div${(output.parts[element.index] ?? '').slice(2)}`;
  }
}

const VISIBLE = /[^ \t\n]/;

function hasContent(output: Output, from: number): boolean {
  for (let i = from; i < output.parts.length; i++) {
    if (VISIBLE.test(output.parts[i] ?? '')) return true;
  }
  return false;
}

function isHeading(tag: string): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag !== 'hr';
}

function isDefinition(tag: string): boolean {
  return tag === 'dt' || tag === 'dd';
}
