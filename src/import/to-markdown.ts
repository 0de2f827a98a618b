import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { parseHtml } from '../content/markdown.ts';

/** Elements that Markdown has no way to write; they stay as they are, in the Markdown. */
const WITHOUT_MARKDOWN =
  'abbr audio big cite details dfn dl embed figure form iframe ins kbd mark object picture q rp ruby samp script small style sub sup svg time tt u var video'.split(
    ' ',
  );
/** Attributes that Markdown says, or that mean nothing to a reader. */
const SAID_OF_IMAGES: ReadonlySet<string> = new Set('src alt title className id loading decoding'.split(' '));
const SAID_OF_CELLS: ReadonlySet<string> = new Set('align className id style scope'.split(' '));

/**
 * HTML as GitHub Flavored Markdown, with the elements that Markdown can't say as HTML in it. Whether something is lost on the way, the
 * caller has to find out.
 */
export function toMarkdownText(html: string): string {
  const tree = toMdast(parseHtml(html) as Nodes, {
    handlers: HANDLERS,
    nodeHandlers: {
      comment: (_, { value }: { readonly value: string }) => ({ type: 'html', value: `<!--${value}-->` }),
    },
  });
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tableCellPadding: false, tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  });
}

/** Plain paragraphs as Markdown: what they hold of its signs is escaped. */
export function writeParagraphs(paragraphs: readonly string[]): string {
  const children = paragraphs.map((value) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  }));
  return toMarkdown({ type: 'root', children });
}

/** A blank line would end a block of HTML (CommonMark §4.6). */
const keepHtml: Handle = (state, node: Element) => {
  const value = toHtml(node);
  const written = { type: 'html' as const, value: value.replace(/\n\s*\n/g, '\n') };
  state.patch(node, written);
  return written;
};

const HANDLERS: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(WITHOUT_MARKDOWN.map((name) => [name, keepHtml])),
  ...keepUnless('img', (image) => hasOnly(image, SAID_OF_IMAGES)),
  ...keepUnless('table', isPlainTable),
  // Footnotes lead to such items.
  ...keepUnless('ol', hasNoTargets),
  ...keepUnless('ul', hasNoTargets),
};

function keepUnless(
  name: 'img' | 'ol' | 'table' | 'ul',
  isPlain: (element: Element) => boolean,
): Readonly<Record<string, Handle>> {
  const usual = defaultHandlers[name];
  const handle: Handle = (state, node: Element, parent) =>
    isPlain(node) ? usual(state, node) : keepHtml(state, node, parent);
  return { [name]: handle };
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
    cells.every((cell) => hasOnly(cell, SAID_OF_CELLS)) &&
    elements.every(
      ({ tagName }) => !/^(?:caption|colgroup|tfoot|table|br|p|div|ul|ol|pre|h\d|blockquote)$/.test(tagName),
    )
  );
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
