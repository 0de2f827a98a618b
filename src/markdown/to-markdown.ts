import type { Element, Nodes } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { Nodes as MdastNodes } from 'mdast';
import type { RootNode } from '../content/tree.ts';
import { loadConverter } from './libraries.ts';
import { SAYS_MORE, simplifyTree } from './simplify-tree.ts';

/** Elements that Markdown has no way to write; they stay as they are, in the Markdown. */
const WITHOUT_MARKDOWN =
  'abbr audio big cite details dfn dl embed figure form iframe ins kbd mark object picture q rp ruby samp script small style sub sup svg time tt u var video'.split(
    ' ',
  );
/** Attributes that Markdown says, or that mean nothing to a reader. */
const SAID_OF_IMAGES: ReadonlySet<string> = new Set('src alt title className id loading decoding'.split(' '));
const SAID_OF_CELLS: ReadonlySet<string> = new Set('align className id style scope'.split(' '));

export interface MarkdownOptions {
  /** Whether to keep dollar signs from being formulas. */
  readonly dollars?: boolean;
  /** Whether text that looks like a URL or an email address becomes a link where the reader makes links of those. */
  readonly linksText?: boolean;
}

/**
 * A tree of HTML as GitHub Flavored Markdown, with the elements that Markdown can't say as HTML in it. Whether something is lost on the way, the
 * caller has to find out.
 */
export function toMarkdownText(
  root: RootNode,
  { dollars = false, linksText = false }: MarkdownOptions,
): string {
  const { toMdast, toMarkdown, gfmToMarkdown } = loadConverter();
  const tree = toMdast(simplifyTree(root) as Nodes, {
    handlers: HANDLERS,
    nodeHandlers: {
      comment: (_, { value }: { readonly value: string }) => ({ type: 'html', value: `<!--${value}-->` }),
    },
  });
  if (!linksText) keepAddresses(tree);
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tableCellPadding: false, tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    unsafe: dollars ? [{ character: '$', inConstruct: 'phrasing' }] : [],
  });
}

/** What tools make links or characters of where it stands in a text; a backslash before it does not help with all of them. */
const ADDRESS = /(?<=[\w.+-])@(?=[\w-]+\.\w)|(?<=https?|ftp):(?=\/\/)|(?<=www)\.(?=\w)|&(?=[#a-z])/gi;

/** Text that is not a link stays none, though it looks like an email address, a name of Mastodon or a URL; and `&amp;` stays `&amp;`. */
function keepAddresses(node: MdastNodes): void {
  if (!('children' in node) || node.type === 'link') return;
  const children = node.children.flatMap((child: MdastNodes): MdastNodes[] => {
    keepAddresses(child);
    return child.type === 'text' ? splitText(child.value) : [child];
  });
  node.children = children as typeof node.children;
}

function splitText(text: string): MdastNodes[] {
  const parts: MdastNodes[] = [];
  let position = 0;
  for (const { 0: sign, index } of text.matchAll(ADDRESS)) {
    parts.push({ type: 'text', value: text.slice(position, index) });
    parts.push({ type: 'html', value: sign === '&' ? '&amp;' : `<span>${sign}</span>` });
    position = index + sign.length;
  }
  return [...parts, { type: 'text', value: text.slice(position) }];
}

/** Plain paragraphs as Markdown: what they hold of its signs is escaped. */
export function writeParagraphs(paragraphs: readonly string[]): string {
  const children = paragraphs.map((value) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  }));
  return loadConverter().toMarkdown({ type: 'root', children });
}

/** HTML without the blank lines that would end a block of it in Markdown (CommonMark §4.6); lines of code stay as they are. */
export function joinLines(html: string): string {
  return html
    .split(/(<pre\b[\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 === 1 ? part.replace(/\n/g, '&#10;') : part.replace(/\n\s*\n/g, '\n')))
    .join('');
}

const TAG = /(<(?:[^<>"']|"[^"]*"|'[^']*')*>)/;
/** Signs of emphasis and of struck text; not one between letters. */
const SIGNS = /[*`]|~~+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Text between tags is Markdown to readers, which read some signs by different rules. */
function hideSigns(html: string): string {
  const hide = (signs: string) => [...signs].map((sign) => `&#${sign.charCodeAt(0)};`).join('');
  return html
    .split(TAG)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(SIGNS, hide)))
    .join('');
}

/** Code that begins a block may have blank lines. */
const keepHtml: Handle = (state, node: Element) => {
  const html = hideSigns(loadConverter().toHtml(node));
  const value = node.tagName === 'pre' ? html : joinLines(html);
  const written = { type: 'html' as const, value };
  state.patch(node, written);
  return written;
};

const HANDLERS: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(WITHOUT_MARKDOWN.map((name) => [name, keepHtml])),
  ...keepUnless('code', hasOnlyText),
  ...keepUnless('h1 h2 h3 h4 h5 h6', isOnOneLine),
  ...keepUnless('img', (image) => hasOnly(image, SAID_OF_IMAGES)),
  // Footnotes lead to such items.
  ...keepUnless('ol ul', hasNoTargets),
  ...keepUnless('pre', isPlainCode),
  ...keepUnless('span', ({ properties }) => SAYS_MORE.every((name) => properties[name] === undefined)),
  ...keepUnless('table', isPlainTable),
};

function keepUnless(names: string, isPlain: (element: Element) => boolean): Readonly<Record<string, Handle>> {
  const handle: Handle = (state, node: Element, parent) => {
    const usual: Readonly<Record<string, Handle>> = loadConverter().defaultHandlers;
    return isPlain(node) ? usual[node.tagName]?.(state, node, parent) : keepHtml(state, node, parent);
  };
  return Object.fromEntries(names.split(' ').map((name) => [name, handle]));
}

/** A table of Markdown has a first row of headings and cells on one line. */
function isPlainTable(table: Element): boolean {
  const elements = walk(table);
  const cells = elements.filter(({ tagName }) => tagName === 'th' || tagName === 'td');
  const rows = elements.filter(({ tagName }) => tagName === 'tr');
  const headings = rows[0]?.children.filter((child) => child.type === 'element') ?? [];
  return (
    headings.length > 0 &&
    headings.every(({ tagName }) => tagName === 'th') &&
    cells.filter(({ tagName }) => tagName === 'th').length === headings.length &&
    cells.every((cell) => hasOnly(cell, SAID_OF_CELLS) && !endsInBackslash(cell)) &&
    elements.every(
      ({ tagName }) => !/^(?:caption|colgroup|tfoot|table|br|p|div|ul|ol|pre|h\d|blockquote)$/.test(tagName),
    )
  );
}

/** Before the bar of a cell, parsers read a backslash in different ways. */
function endsInBackslash({ children }: Element): boolean {
  const last = children.at(-1);
  if (last?.type === 'element') return endsInBackslash(last);
  return last?.type === 'text' && /\\\s*$/.test(last.value);
}

/** A block of code has nothing but text. */
function isPlainCode(code: Element): boolean {
  return walk(code).every(({ tagName }) => /^(?:br|code|span)$/.test(tagName));
}

/** A heading of Markdown has one line. */
function isOnOneLine({ children }: Element): boolean {
  const isBreak = (node: Element['children'][number]) => node.type === 'element' && node.tagName === 'br';
  const shown = children.map((node) => !isBreak(node) && (node.type !== 'text' || node.value.trim() !== ''));
  return children.slice(shown.indexOf(true), shown.lastIndexOf(true)).every((node) => !isBreak(node));
}

function hasOnlyText({ children }: Element): boolean {
  return children.every(({ type }) => type === 'text');
}

function hasNoTargets(list: Element): boolean {
  return list.children.every((child) => child.type !== 'element' || child.properties.id === undefined);
}

function walk(element: Element): readonly Element[] {
  const inner = element.children.filter((child) => child.type === 'element');
  return inner.flatMap((child) => [child, ...walk(child)]);
}

function hasOnly({ properties }: Element, said: ReadonlySet<string>): boolean {
  return Object.keys(properties).every((name) => said.has(name) || name.startsWith('data'));
}
