import { escapeText } from '../../text/escape-html.ts';
import { type ElementNode, readProperty, type TreeNode, walkElements } from '../tree.ts';
import { writeAttributes } from './attributes.ts';
import type { Cleaning } from './cleaning.ts';
import { KEPT, UNWRAPPED } from './elements.ts';
import { writeImage } from './images.ts';
import { allowsText, closeElement, fitTag, openElement } from './output.ts';
import { textOf } from './text-of.ts';

/** `<Figure src="…" caption="…" />` and `<Image caption="…" />`: false for figures and images of HTML. */
export function writeFigure(element: ElementNode, cleaning: Cleaning, writeChildren: () => void): boolean {
  const { output } = cleaning;
  const caption = readProperty(element, 'caption');
  const isComponent = caption !== undefined || element.tagName === 'figure';
  if (!isComponent || readProperty(element, 'src') === undefined || fitTag(output, 'figure') === undefined)
    return false;
  openElement(output, 'figure', '');
  writeImage(element, cleaning);
  const text = caption ?? readProperty(element, 'title');
  if (text !== undefined) {
    openElement(output, 'figcaption', '');
    output.parts.push(escapeText(text));
    closeElement(output);
  }
  closeElement(output);
  // In HTML it does not close itself: what follows is in it.
  writeChildren();
  return true;
}

/** `<Code code={`…`} lang="js" />` of Astro: false for code of HTML. */
export function writeCode(element: ElementNode, cleaning: Cleaning): boolean {
  const { output } = cleaning;
  const code = element.properties.code;
  if (typeof code !== 'string' || element.children.length > 0 || fitTag(output, 'pre') === undefined)
    return false;
  const language = readProperty(element, 'lang') ?? readProperty(element, 'language');
  const named = { ...element, properties: { className: [`language-${language}`] } };
  openElement(output, 'pre', '');
  openElement(output, 'code', language === undefined ? '' : writeAttributes(named, 'code', cleaning));
  output.parts.push(escapeText(`${code.replace(/\n$/, '')}\n`));
  closeElement(output);
  closeElement(output);
  return true;
}

/** `<Mermaid chart={`…`} />`: what a script draws can be read as code. */
export function writeDiagram(element: ElementNode, cleaning: Cleaning): boolean {
  const names = ['chart', 'code', 'value', 'definition', 'graph', 'diagram'];
  const code = names.map((name) => readProperty(element, name)).find((value) => value !== undefined);
  if (code === undefined) return false;
  return writeCode({ ...element, properties: { code, lang: 'mermaid' } }, cleaning);
}

/** `<Callout type="warning" title="…">`: a quotation headed by its title, as `:::warning` is one. */
export function writeCallout(element: ElementNode, cleaning: Cleaning, writeChildren: () => void): boolean {
  const { output } = cleaning;
  const title = readProperty(element, 'title');
  if (title === undefined || !allowsText(output) || fitTag(output, 'blockquote') === undefined) return false;
  openElement(output, 'blockquote', '');
  output.parts.push(`<p><strong>${escapeText(title)}</strong></p>\n`);
  writeChildren();
  closeElement(output);
  return true;
}

/** Components that are named after what they are: `<Callout>`, `<Admonition>`, `<Note>`. */
export const CALLOUTS: readonly string[] = [
  'admonition',
  ...'note tip info caution danger warning important success hint notice callout alert'.split(' '),
];

/** Components that hold a note to the words before them: Distill's `<d-footnote>`, `<Sidenote>`. */
export const NOTES: readonly string[] = [
  'd-footnote',
  'footnote',
  'sidenote',
  'side-note',
  'marginnote',
  'margin-note',
];

/** A note in brackets, so that it is not part of the word before it. */
export function writeNote(element: ElementNode, { output }: Cleaning, writeChildren: () => void): boolean {
  if (!allowsText(output) || textOf(element).trim() === '') return false;
  output.parts.push(' (');
  writeChildren();
  output.parts.push(')');
  return true;
}

/**
 * `<Button href="…">text</Button>`, `<Link to="…">`, `<LinkCard title="…" href="…" />` and `<ExternalLink url="…" text="…" />` as the
 * links that they show; tabs with their labels.
 */
export function readComponentLink(element: ElementNode): ElementNode {
  const { tagName, properties, children } = element;
  if (tagName === 'tabs') return labelTabs(element);
  if (KEPT.has(tagName) || UNWRAPPED.has(tagName)) return element;
  const words = readProperty(element, 'text') ?? readProperty(element, 'label');
  // Under its other names, a URL may be that of a player, an image or a page that is embedded.
  const named = words === undefined ? undefined : (properties.url ?? properties.link);
  const href = properties.href ?? properties.to ?? named;
  if (typeof href !== 'string' || !/^(?:https?:|mailto:|\.{0,2}\/|#)/.test(href)) return element;
  if ([...walkElements(element)].some((inner) => inner.tagName === 'a')) return element;
  const label = textOf(element).trim() === '' ? (readProperty(element, 'title') ?? words) : '';
  if (label === undefined) return element;
  const text: readonly TreeNode[] = label === '' ? children : [{ type: 'text', value: label }, ...children];
  const link: ElementNode = { type: 'element', tagName: 'a', properties: { href }, children: text };
  const about = readProperty(element, 'description') ?? readProperty(element, 'caption');
  if (about === undefined || about === label) return link;
  return { ...link, tagName: 'span', properties: {}, children: [link, { type: 'text', value: ` ${about}` }] };
}

/** Tabs, which stand below each other in a feed: `<TabItem label="Windows">`; without a label, their value is it. */
export const TABS: readonly string[] = ['tabitem', 'tab'];

function labelOf(tab: ElementNode): string | undefined {
  return ['label', 'title', 'value'].map((name) => readProperty(tab, name)).find(Boolean);
}

/** What is in a tab, headed by its label. */
export function writeTab(element: ElementNode, { output }: Cleaning, writeChildren: () => void): boolean {
  const label = labelOf(element);
  if (label === undefined || !allowsText(output) || fitTag(output, 'p') !== 'p') return false;
  openElement(output, 'p', '');
  output.parts.push(escapeText(label));
  closeElement(output);
  writeChildren();
  return true;
}

/** Tabs with the labels that the element around them has for their values. */
function labelTabs(element: ElementNode): ElementNode {
  const lines = readProperty(element, 'values')?.split('\n') ?? [];
  const labels = new Map(lines.map((line) => [line.split('=')[0] ?? '', line.replace(/^[^=]*=/, '')]));
  const label = (child: TreeNode): TreeNode => {
    const value = 'tagName' in child ? labels.get(readProperty(child, 'value') ?? '') : undefined;
    if (value === undefined || !('tagName' in child) || readProperty(child, 'label') !== undefined)
      return child;
    return { ...child, properties: { ...child.properties, label: value } };
  };
  return { ...element, children: element.children.map(label) };
}

/** Tabs that have labels, without a warning: nothing of them is lost. */
export function writeTabs(element: ElementNode, _cleaning: Cleaning, writeChildren: () => void): boolean {
  const tabs = element.children.filter((child): child is ElementNode => 'tagName' in child);
  if (!tabs.some((tab) => TABS.includes(tab.tagName) && labelOf(tab) !== undefined)) return false;
  writeChildren();
  return true;
}

/** `<Badge type="tip" text="v1.2" />` of VitePress and Starlight, as the text that it shows. */
export function writeBadge(element: ElementNode, { output }: Cleaning, writeChildren: () => void): boolean {
  const label = textOf(element).trim() === '' ? readProperty(element, 'text') : '';
  if (label === undefined || !allowsText(output)) return false;
  output.parts.push(escapeText(label));
  writeChildren();
  return true;
}

/** All of these: what their other attributes say is shown as that of any component. */
export const NAMED: ReadonlySet<string> = new Set([...CALLOUTS, ...NOTES, ...TABS]);
