import { asText, type Fields } from '../documents/read-json-feed.ts';
import { isMapping, toList } from '../text/data.ts';
import { escapeAttribute, escapeText } from '../text/escape-html.ts';
import { isForMembers, renderCard } from './ghost-cards.ts';

/** What could not be shown of a text, by its name in the plural. */
export type CountLost = (what: string) => void;

/** No text that a person wrote is nested more deeply. */
const DEEPEST = 100;

/**
 * A text of Ghost's editor (Lexical) as HTML. What it holds that is unknown is counted, and its words are kept.
 * @param root the parsed text
 * @returns undefined for what is no such text
 */
export function renderLexical(root: unknown, lose: CountLost): string | undefined {
  const top = isMapping(root) ? root.root : undefined;
  return isMapping(top) && Array.isArray(top.children) ? renderBlocks(top.children, lose, 0) : undefined;
}

function renderBlocks(nodes: readonly unknown[], lose: CountLost, depth: number): string {
  return nodes
    .filter(isMapping)
    .map((node) => renderBlock(node, lose, depth))
    .filter(Boolean)
    .join('\n');
}

function renderBlock(node: Fields, lose: CountLost, depth: number): string {
  const type = nameOf(node);
  if (depth > DEEPEST) {
    lose('blocks that are nested too deeply');
    return '';
  }
  if (isForMembers(node)) {
    lose('blocks for members');
    return '';
  }
  if (type === 'list') return renderList(node, lose, depth);
  const tag = tagOf(type, node);
  if (tag !== undefined) {
    const inner = renderInline(node, lose, depth);
    return inner === '' ? '' : `<${tag}>${inner}</${tag}>`;
  }
  const card = renderCard(type, node);
  if (card !== undefined) return card;
  if (INLINE.has(type)) return renderInline({ children: [node] }, lose, depth);
  lose(`cards of type "${type}"`);
  return Array.isArray(node.children) ? renderBlocks(node.children, lose, depth + 1) : '';
}

/** Ghost's own kinds of a node are called as Lexical's are. */
function nameOf({ type }: Fields): string {
  return (asText(type) ?? '').replace(/^extended-/, '');
}

function tagOf(type: string, { tag }: Fields): string | undefined {
  if (type === 'paragraph') return 'p';
  if (type === 'quote' || type === 'aside') return 'blockquote';
  return type === 'heading' ? (/^h[1-6]$/.exec(asText(tag) ?? '')?.[0] ?? 'h2') : undefined;
}

/** A list in a list is an item of its own, which belongs to the item before it. */
function renderList(list: Fields, lose: CountLost, depth: number): string {
  const tag = list.listType === 'number' || list.tag === 'ol' ? 'ol' : 'ul';
  const start = Number(list.start);
  const items: string[] = [];
  for (const item of toList(list.children).filter(isMapping)) {
    const children = toList(item.children).filter(isMapping);
    const lists = children.filter((child) => nameOf(child) === 'list');
    const nested = lists.map((child) => renderBlock(child, lose, depth + 1)).join('');
    const words = children.filter((child) => nameOf(child) !== 'list');
    if (words.length > 0 || items.length === 0)
      items.push(renderInline({ children: words }, lose, depth) + nested);
    else items.push(`${items.pop()}${nested}`);
  }
  const from = tag === 'ol' && start > 1 ? ` start="${start}"` : '';
  return `<${tag}${from}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

const INLINE: ReadonlySet<string> = new Set([
  'text',
  'tk',
  'link',
  'autolink',
  'at-link',
  'linebreak',
  'tab',
]);
/** Words that are in no text that is published. */
const SILENT: ReadonlySet<string> = new Set(['zwnj', 'at-link-search']);

function renderInline({ children }: Fields, lose: CountLost, depth: number): string {
  if (depth > DEEPEST) return '';
  return joinSame(
    toList(children)
      .filter(isMapping)
      .map((node) => renderNode(node, lose, depth + 1))
      .join(''),
  );
}

function renderNode(node: Fields, lose: CountLost, depth: number): string {
  const type = nameOf(node);
  if (type === 'linebreak') return '<br>';
  if (SILENT.has(type)) return '';
  if (type === 'link' || type === 'autolink' || type === 'at-link') {
    const inner = renderInline(node, lose, depth);
    const url = asText(node.url) ?? '';
    return url === '' ? inner : `<a href="${escapeAttribute(url)}">${inner}</a>`;
  }
  if (typeof node.text === 'string') return format(node.text, Number(node.format));
  return renderBlock(node, lose, depth);
}

/** The bits of a text's format, from the outermost element to the innermost. */
const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [128, 'mark'],
  [32, 'sub'],
  [64, 'sup'],
  [16, 'code'],
] as const;

function format(text: string, bits: number): string {
  if (text.trim() === '') return escapeText(text);
  return FORMATS.reduceRight(
    (inner, [bit, tag]) => ((bits & bit) === 0 ? inner : `<${tag}>${inner}</${tag}>`),
    escapeText(text),
  );
}

/** A bold word in which one letter is italic is one bold word. */
function joinSame(html: string): string {
  return html.replace(/<\/(strong|em|s|u|mark)><\1>/g, '');
}
