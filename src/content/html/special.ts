import { escapeText, writeAttribute } from '../../text/escape-html.ts';
import { decodePercent } from '../../text/percent-encoding.ts';
import type { ElementNode } from '../tree.ts';
import { readProperty, walkElements } from '../tree.ts';
import { writeAttributes } from './attributes.ts';
import type { Cleaning } from './cleaning.ts';
import { countRemoved, countReplaced } from './cleaning.ts';
import {
  CALLOUTS,
  NOTES,
  TABS,
  writeBadge,
  writeCallout,
  writeCode,
  writeDiagram,
  writeFigure,
  writeNote,
  writeTab,
  writeTabs,
} from './components.ts';
import { CHILDREN, FORMULAS } from './elements.ts';
import { writeFormula, writeFormulaComponent, writeTexScript, writeTypeset } from './formulas.ts';
import { findMediaUrl, writeImage, writeSource } from './images.ts';
import { allowsText, closeElement, currentTag, fitTag, isInside, openElement } from './output.ts';
import { readPlayer } from './players.ts';
import { HEADING, isHandle } from './text-of.ts';

/** Writes an element in a way of its own; false when the general way is right after all. */
type WriteSpecial = (element: ElementNode, cleaning: Cleaning, writeChildren: () => void) => boolean;

/** Elements that need more than an entry in the allow-list. */
export const SPECIAL: ReadonlyMap<string, WriteSpecial> = new Map(
  Object.entries<WriteSpecial>({
    a: (element, { output }) => output.open.some(({ tag }) => HEADING.test(tag)) && isHandle(element),
    ...Object.fromEntries(CALLOUTS.map((name) => [name, writeCallout])),
    audio: writeMedia,
    badge: writeBadge,
    button: writeLabel,
    code: writeCode,
    ...Object.fromEntries(TABS.map((name) => [name, writeTab])),
    ...Object.fromEntries(NOTES.map((name) => [name, writeNote])),
    embed: writeFrame,
    figure: writeFigure,
    h2: writeNotesHeading,
    iframe: writeFrame,
    img: (element, cleaning, writeChildren) => {
      if (writeFigure(element, cleaning, writeChildren)) return true;
      if (fitTag(cleaning.output, 'img') !== undefined) writeImage(element, cleaning);
      return true;
    },
    input: writeCheckbox,
    math: writeFormula,
    mermaid: writeDiagram,
    ...Object.fromEntries(FORMULAS.map((name) => [name, writeFormulaComponent])),
    noscript: writeNoScript,
    object: writeObject,
    'mjx-container': writeTypeset,
    script: (element, cleaning) => writeTexScript(element, cleaning, cleaning.isTypeset),
    // Of HTML it has images in it, of Astro it is one.
    picture: (element, cleaning) => {
      const isImage = readProperty(element, 'src') !== undefined && element.children.length === 0;
      if (isImage && !writeFigure(element, cleaning, () => undefined)) writeImage(element, cleaning);
      return isImage;
    },
    tabs: writeTabs,
    source: (element, cleaning) => {
      if (fitTag(cleaning.output, 'source') !== undefined) writeSource(element, cleaning);
      return true;
    },
    template: (element, _cleaning, writeChildren) => {
      const isSlot = Object.keys(element.properties).some((name) => /^(?:#|v-slot)/i.test(name));
      if (isSlot) writeChildren();
      return isSlot;
    },
    video: writeMedia,
  }),
);

/** A button that is a link is one: its words and its link are kept, in whichever order they stand. */
function writeLabel(element: ElementNode, { output }: Cleaning, writeChildren: () => void): boolean {
  const isLink =
    isInside(output, 'a') ||
    [...walkElements(element)].some(({ tagName, properties }) => tagName === 'a' && 'href' in properties);
  if (isLink) writeChildren();
  return isLink;
}

/** Frames become a link (R25): most readers show none, and the W3C feed validator distrusts them. */
function writeFrame(element: ElementNode, cleaning: Cleaning): boolean {
  const player = readPlayer(element, cleaning);
  if (
    player === undefined ||
    !allowsText(cleaning.output) ||
    (element.tagName === 'embed' && !player.known)
  ) {
    countRemoved(cleaning, `<${element.tagName}>`);
    return true;
  }
  if (!player.known) countReplaced(cleaning, `<${element.tagName}>`);
  writeLink(player.link, cleaning);
  return true;
}

function writeLink(link: { url: string; label: string; image?: string }, cleaning: Cleaning): void {
  const { output } = cleaning;
  const parent = currentTag(output);
  const paragraph =
    parent === undefined || ['div', 'section', 'article', 'main', 'blockquote'].includes(parent);
  const image =
    link.image === undefined
      ? ''
      : `<img${writeAttribute('src', link.image)}${writeAttribute('alt', link.label)}>`;
  const content = image === '' ? escapeText(link.label) : image;
  const html = isInside(output, 'a') ? content : `<a${writeAttribute('href', link.url)}>${content}</a>`;
  output.parts.push(paragraph ? `<p>${html}</p>` : html);
}

/** `controls` is unknown to the W3C feed validator and added by readers; the link plays where no reader adds it. */
function writeMedia(element: ElementNode, cleaning: Cleaning, writeChildren: () => void): boolean {
  const { output } = cleaning;
  const source = [element, ...walkElements(element)].find(
    (e) => (e === element || e.tagName === 'source') && findMediaUrl(e, cleaning) !== undefined,
  );
  const url = source === undefined ? undefined : findMediaUrl(source, cleaning);
  if (url === undefined || fitTag(output, element.tagName) === undefined) return true;
  openElement(output, element.tagName, writeAttributes(element, element.tagName, cleaning));
  writeChildren();
  closeElement(output);
  // Data in a link is refused by browsers, and may be a program.
  if (!isInside(output, 'a') && /^https?:/.test(url)) {
    output.parts.push(` <a${writeAttribute('href', url)}>▶ ${escapeText(nameFile(url))}</a>`);
  }
  return true;
}

function nameFile(url: string): string {
  const { pathname, hostname } = new URL(url);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return name === '' ? hostname : decodePercent(name);
}

/** The box of a task list is a character in a feed; other controls go. */
function writeCheckbox(element: ElementNode, cleaning: Cleaning): boolean {
  const listed = isInside(cleaning.output, 'li') && element.properties.type === 'checkbox';
  if (!listed || !allowsText(cleaning.output)) return false;
  cleaning.output.parts.push(
    'checked' in element.properties && element.properties.checked !== false ? '☑' : '☐',
  );
  return true;
}

/** `noscript` often holds the real image of one that a script would load; what was written already stays out. */
function writeNoScript(element: ElementNode, cleaning: Cleaning): boolean {
  for (const child of walkElements(element)) {
    if (child.tagName !== 'img' || fitTag(cleaning.output, 'img') === undefined) continue;
    const url = findMediaUrl(child, cleaning);
    if (url !== undefined && !cleaning.images.has(url)) writeImage(child, cleaning);
  }
  return true;
}

/** An object is its player if we know it, else what it holds for browsers that can't show it. */
function writeObject(element: ElementNode, cleaning: Cleaning, writeChildren: () => void): boolean {
  if (readPlayer(element, cleaning)?.known === true) return writeFrame(element, cleaning);
  countRemoved(cleaning, '<object>');
  if (!CHILDREN.has(currentTag(cleaning.output) ?? '')) writeChildren();
  return true;
}

/** The heading of the footnotes is hidden on sites and in English: a line says the same in every language. */
function writeNotesHeading(element: ElementNode, cleaning: Cleaning): boolean {
  if (element.properties.id !== 'footnote-label' || currentTag(cleaning.output) !== 'section') return false;
  openElement(cleaning.output, 'hr', '');
  return true;
}
