import { escapeAttribute, escapeText } from '../../text/escape-html.ts';
import { squeeze } from '../../text/white-space.ts';
import { readEmoji } from '../emoji.ts';
import { readText } from '../plain-text.ts';
import type { ElementNode, RootNode, TreeNode } from '../tree.ts';
import { readProperty } from '../tree.ts';
import { dropUnknown, UNKNOWN } from '../unknown-value.ts';
import { writeAttributes } from './attributes.ts';
import type { Cleaning } from './cleaning.ts';
import { countHidden, countLost, countRemoved, countUnwrapped, isFallback } from './cleaning.ts';
import { NAMED, readComponentLink } from './components.ts';
import { KEPT, REMOVED, RENAMED, SILENT, SWALLOWS, UNWRAPPED, VOID } from './elements.ts';
import { keepSeenNotes } from './footnotes.ts';
import { isKatex, isRepeated, isTypeset, writeTypeset } from './formulas.ts';
import { findHiding } from './hidden.ts';
import { isLineNumbers } from './line-numbers.ts';
import {
  allowsText,
  closeElement,
  createOutput,
  currentTag,
  finishOutput,
  fitTag,
  openElement,
} from './output.ts';
import { SPECIAL } from './special.ts';
import { findHiddenByStyle } from './style-sheets.ts';
import { hasTemplateCode, quoteTemplateCode } from './template-rest.ts';
import { HEADING, textOf, textOfParts } from './text-of.ts';
import { showAttributes } from './unknown-components.ts';
import type { Addresses } from './urls.ts';

/** Elements deeper than this lose their tags; nothing that people write comes near. */
const DEPTH_LIMIT = 200;

/** How text is written. */
export type TextStyle = Pick<Cleaning, 'quotesBraces' | 'emoji'>;

export interface Cleaned extends Pick<Cleaning, 'removed' | 'replaced' | 'unwrapped' | 'hidden' | 'lost'> {
  readonly html: string;
  readonly image: Cleaning['image'];
  readonly heading: string | undefined;
  readonly excerpt: string | undefined;
}

/**
 * Writes a parsed body as safe, well-formed HTML with absolute URLs (R20, R23, R25, R26): elements, attributes and
 * URL schemes by allow-list, everything else taken away and counted.
 * @param title of the article; a first `h1` that repeats it is left out
 */
export function cleanTree(
  root: RootNode,
  title: string,
  addresses: Addresses,
  { quotesBraces, emoji }: TextStyle,
): Cleaned {
  const cleaning: Cleaning = {
    output: createOutput(),
    addresses,
    title: squeeze(title),
    quotesBraces,
    emoji,
    removed: new Map(),
    replaced: new Map(),
    unwrapped: new Map(),
    hidden: new Map(),
    hiddenByStyle: findHiddenByStyle(root),
    lost: [],
    wantedIds: new Set(),
    images: new Set(),
    codeDepth: 0,
    isTypeset: false,
    image: undefined,
    heading: undefined,
    excerpt: undefined,
  };
  cleanChildren(root.children, cleaning, 0);
  const html = finishOutput(cleaning.output, cleaning.wantedIds, escapeAttribute);
  return { ...cleaning, html };
}

function cleanChildren(nodes: readonly TreeNode[], cleaning: Cleaning, depth: number): void {
  for (const node of nodes) {
    if (node.type === 'text') writeText(node.value, cleaning);
    else if (node.type === 'element') cleanElement(node, cleaning, depth);
    else if (node.type === 'comment') noteExcerpt(node.value, cleaning);
  }
}

function cleanElement(written: ElementNode, cleaning: Cleaning, depth: number): void {
  if (isLeftOut(written, cleaning)) return;
  const linked = keepSeenNotes(readComponentLink(written), cleaning.wantedIds);
  const isOwn = SPECIAL.has(linked.tagName) && !NAMED.has(linked.tagName);
  const element = isOwn ? linked : showAttributes(linked, cleaning);
  const name = element.tagName;
  if (depth > DEPTH_LIMIT) {
    countRemoved(cleaning, 'nesting deeper than 200 elements');
    writeText(textOf(element), cleaning);
    return;
  }
  const special = SPECIAL.get(name);
  if (special?.(element, cleaning, () => cleanChildren(element.children, cleaning, depth + 1)) === true)
    return;
  if (!KEPT.has(name) && isRemoved(element, cleaning)) return;
  if (isRepeatedTitle(element, cleaning)) return;
  keepElement(element, RENAMED.get(name) ?? name, cleaning, depth);
}

/** What the page hides, and formulas that a script typeset, of which one reading is enough. */
function isLeftOut(element: ElementNode, cleaning: Cleaning): boolean {
  const hiding = findHiding(element, cleaning.hiddenByStyle);
  if (hiding !== undefined) {
    if (textOf(element).trim() !== '') countHidden(cleaning, hiding);
    return true;
  }
  if (element.properties.className === undefined) return false;
  if (isRepeated(element) || isLineNumbers(element)) return true;
  if (!isTypeset(element)) return false;
  cleaning.isTypeset = writeTypeset(element, cleaning);
  // Of KaTeX without MathML nothing is left that reads right.
  if (!cleaning.isTypeset && isKatex(element)) countRemoved(cleaning, '<span class="katex">');
  else if (!cleaning.isTypeset) countLost(cleaning, `<${element.tagName}>`, textOf(element));
  return true;
}

function isRemoved(element: ElementNode, cleaning: Cleaning): boolean {
  const name = element.tagName;
  if (SWALLOWS.has(name)) countLost(cleaning, `<${name}>`, textOfParts(element));
  if (SILENT.has(name)) return true;
  if (REMOVED.has(name)) countRemoved(cleaning, `<${name}>`);
  return REMOVED.has(name);
}

function keepElement(element: ElementNode, tag: string, cleaning: Cleaning, depth: number): void {
  const { output } = cleaning;
  const isKept = KEPT.has(tag);
  if (!isKept && !UNWRAPPED.has(tag)) countUnwrapped(cleaning, element);
  const attributes = isKept ? writeAttributes(element, tag, cleaning) : '';
  const fitting = isKept ? fitTag(output, chooseTag(tag, attributes)) : undefined;
  const id = readProperty(element, 'id') ?? (tag === 'a' ? readProperty(element, 'name') : undefined);
  if (fitting === undefined || (fitting === 'span' && attributes === '' && id === undefined)) {
    cleanChildren(element.children, cleaning, depth + 1);
    return;
  }
  openElement(output, fitting, fitting === tag || tag === 'a' ? attributes : '', id);
  if (VOID.has(fitting)) return;
  const isCode = tag === 'pre' || tag === 'code';
  if (isCode) cleaning.codeDepth++;
  if (tag === 'pre') keepFirstNewline(element, cleaning);
  cleanChildren(element.children, cleaning, depth + 1);
  if (isCode) cleaning.codeDepth--;
  closeElement(output);
}

/** A link without a URL is not a link, but may be the target of one. */
function chooseTag(tag: string, attributes: string): string {
  return tag === 'a' && !attributes.includes(' href=') ? 'span' : tag;
}

/** Parsers drop a newline that follows `<pre>` (HTML §13.2.6.4.7): write it twice. */
function keepFirstNewline(element: ElementNode, cleaning: Cleaning): void {
  if (textOf(element).startsWith('\n')) cleaning.output.parts.push('\n');
}

/** What a text must hold to need a closer look: markup, template tags, or a character that may be illegal. */
const NOTABLE =
  /[&<>{\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd-\uffff]|:::|\[\/?caption/;

function writeText(value: string, cleaning: Cleaning): void {
  if (!NOTABLE.test(value) && !cleaning.emoji && allowsText(cleaning.output)) {
    cleaning.output.parts.push(value);
    return;
  }
  const known = value.includes(UNKNOWN) ? dropUnknown(value) : value;
  const text = cleaning.emoji && cleaning.codeDepth === 0 ? readEmoji(known) : known;
  if (!allowsText(cleaning.output) && text.trim() !== '') {
    const tag = currentTag(cleaning.output);
    if (!isFallback(tag, text)) countLost(cleaning, `<${tag}>`, text);
    return;
  }
  const quote = cleaning.quotesBraces && cleaning.codeDepth === 0 && hasTemplateCode(text);
  cleaning.output.parts.push(quote ? quoteTemplateCode(text) : escapeText(text));
}

function noteExcerpt(comment: string, cleaning: Cleaning): void {
  if (cleaning.excerpt !== undefined || !/^\s*(?:more|truncate|excerpt)\s*$/i.test(comment)) return;
  const excerpt = readText(cleaning.output.parts.join(''));
  if (excerpt !== '') cleaning.excerpt = excerpt;
}

/** Notes the first heading; says whether it is an `h1` that says what the title says already. */
function isRepeatedTitle(element: ElementNode, cleaning: Cleaning): boolean {
  if (cleaning.heading !== undefined || !HEADING.test(element.tagName)) return false;
  const heading = squeeze(dropUnknown(textOf(element)));
  if (heading === '') return false;
  cleaning.heading = heading;
  const isFirst = cleaning.output.parts.join('').trim() === '';
  return heading === cleaning.title && (element.tagName === 'h1' || isFirst);
}
