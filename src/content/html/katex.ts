import type { ElementNode, TreeNode } from '../tree.ts';
import { readProperty, walkElements } from '../tree.ts';
import { groupPart } from './formula-parts.ts';
import { textOf } from './text-of.ts';

/** What KaTeX writes for eyes alone: struts, lines and gaps. */
const UNREAD = /^(?:strut|pstrut|vlist-s|frac-line|nulldelimiter|svg-align|hide-tail|rule)$/;
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '~': '\u0303',
  ˉ: '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030A',
};
const VECTOR = '\u20D7';
/** The pieces of which KaTeX builds tall brackets, or how the path begins that draws one, by what they are together. */
const TALL: readonly (readonly [pieces: RegExp, bracket: string])[] = [
  [/[⎛⎜⎝]|M863,/, '('],
  [/[⎞⎟⎠]|M76,/, ')'],
  [/[⎡⎢⎣]|M403 /, '['],
  [/[⎤⎥⎦]|M347 /, ']'],
  [/[⎧⎨⎩]/, '{'],
  [/[⎫⎬⎭]/, '}'],
  [/[∣|]|M145 /, '|'],
  [/[∥‖]/, '‖'],
];
/** Deeper than any formula. */
const DEPTH_LIMIT = 100;

/**
 * The HTML of KaTeX as text: `x^2`, `1/2`, `√x`. KaTeX puts parts above each other in lists that begin with the lowest one.
 * @returns undefined where it has a layout that no line of text says
 */
export function readKatex(element: ElementNode): string | undefined {
  return readNode(element, 0)
    ?.replace(/[\u200B\uFEFF\u2061]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readNode(node: TreeNode, depth: number): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName === 'svg') return '';
  if (depth > DEPTH_LIMIT) return undefined;
  const classes = classesOf(node);
  if (classes.some((name) => UNREAD.test(name))) return '';
  for (const name of classes) {
    const read = LAYOUTS.get(name);
    if (read !== undefined) return read(node, depth + 1);
  }
  if (classes.includes('mspace')) return ' ';
  const text = readAll(node.children, depth + 1);
  return text !== undefined && /^m(?:rel|bin)$/.test(classes[0] ?? '') ? ` ${text} ` : text;
}

function readAll(nodes: readonly TreeNode[], depth: number): string | undefined {
  const parts = nodes.map((node) => readNode(node, depth));
  return parts.includes(undefined) ? undefined : parts.join('');
}

type Layout = (element: ElementNode, depth: number) => string | undefined;

const LAYOUTS: ReadonlyMap<string, Layout> = new Map(
  Object.entries<Layout>({
    msupsub: readScripts,
    mfrac: readFraction,
    sqrt: readRoot,
    'op-limits': readLimits,
    accent: readAccent,
    mtable: readTable,
    mult: readTallBracket,
    overline: readLine,
    underline: readLine,
    fbox: readLine,
    boxpad: (element, depth) => readAll(element.children, depth),
    // A list that nothing above has read.
    'vlist-t': () => undefined,
  }),
);

/** A matrix, row by row: KaTeX writes it column by column. */
function readTable(element: ElementNode, depth: number): string | undefined {
  const columns = element.children
    .filter((node): node is ElementNode => node.type === 'element')
    .filter((child) => classesOf(child).some((name) => name.startsWith('col-align')))
    .map((column) => readParts(column, depth));
  const rows = columns[0]?.map((_, row) => columns.map((column) => column?.[row]?.trim()));
  if (rows === undefined || rows.flat().includes(undefined)) return undefined;
  return rows.map((row) => row.join(' ').trim()).join('; ');
}

/** A bracket as tall as its matrix. */
function readTallBracket(element: ElementNode): string | undefined {
  const paths = [...walkElements(element)].map((part) => readProperty(part, 'd') ?? '');
  const pieces = textOf(element) + paths.join('');
  return TALL.find(([pattern]) => pattern.test(pieces))?.[1];
}

/** What has a line around it: of the line, nothing is text. */
function readLine(element: ElementNode, depth: number): string | undefined {
  const text = readParts(element, depth)?.join('').trim();
  const [name = ''] = classesOf(element).filter((each) => /^(?:over|under)line$/.test(each));
  return text === undefined ? undefined : `${name}${name === '' ? text : `(${text})`}`;
}

/** A number above another one, with a line between them, or without. */
function readFraction(element: ElementNode, depth: number): string | undefined {
  const [below, line, above] = readParts(element, depth)?.map(groupPart) ?? [];
  if (above === undefined && line !== undefined) return `${line}; ${below}`;
  return above === undefined || line !== '' ? undefined : `${above}/${below}`;
}

function readScripts(element: ElementNode, depth: number): string | undefined {
  const parts = readParts(element, depth)?.map(groupPart);
  if (parts === undefined) return undefined;
  // With something below the line, the list has a second row.
  const isBelow = classesOf(findList(element) ?? element).includes('vlist-t2');
  const [first = '', second = ''] = parts;
  if (second !== '') return `_${first}^${second}`;
  return first === '' ? '' : `${isBelow ? '_' : '^'}${first}`;
}

/** A root, and its index before the sign. */
function readRoot(element: ElementNode, depth: number): string | undefined {
  const children = element.children.filter((node): node is ElementNode => node.type === 'element');
  const root = children.find((child) => classesOf(child).includes('root'));
  const list = children.find((child) => classesOf(child).includes('vlist-t'));
  const index = root === undefined ? '' : (readParts(root, depth)?.join('') ?? '');
  const body = list && readParts(list, depth)?.filter(Boolean);
  return body?.length === 1 ? `${index}√${groupPart(body[0] ?? '')}` : undefined;
}

/** A sign with limits below and above it, such as that of a sum. */
function readLimits(element: ElementNode, depth: number): string | undefined {
  const entries = listEntries(element);
  const sign = entries.findIndex((entry) => hasClass(entry, 'mop'));
  const parts = readParts(element, depth)?.map((part) => part.trim());
  if (parts === undefined || sign < 0) return undefined;
  const [below = '', above = ''] = [parts.slice(0, sign).join(''), parts.slice(sign + 1).join('')];
  const write = (mark: string, part: string) => (part === '' ? '' : mark + groupPart(part));
  return `${parts[sign]}${write('_', below)}${write('^', above)} `;
}

function readAccent(element: ElementNode, depth: number): string | undefined {
  const [base, mark, ...more] = readParts(element, depth) ?? [];
  const accent = hasClass(element, 'overlay') ? VECTOR : ACCENTS[mark?.trim() ?? 'none'];
  return base === undefined || accent === undefined || more.length > 0 ? undefined : base + accent;
}

function readParts(element: ElementNode, depth: number): readonly string[] | undefined {
  const parts = listEntries(element).map((entry) => readAll(entry.children, depth + 1));
  return parts.length === 0 || parts.includes(undefined) ? undefined : (parts as readonly string[]);
}

/** The spans of a list, each with one part. */
function listEntries(element: ElementNode): readonly ElementNode[] {
  const list = findFirst(findList(element) ?? element, 'vlist');
  return list?.children.filter((node): node is ElementNode => node.type === 'element') ?? [];
}

function findList(element: ElementNode): ElementNode | undefined {
  return findFirst(element, 'vlist-t');
}

function findFirst(element: ElementNode, name: string): ElementNode | undefined {
  if (classesOf(element).includes(name)) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? findFirst(child, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasClass(element: ElementNode, name: string): boolean {
  return findFirst(element, name) !== undefined;
}

/** Newer versions of KaTeX say `katex-root` where older ones say `root`. */
function classesOf({ properties: { className } }: ElementNode): readonly string[] {
  const names = Array.isArray(className) ? className.map(String) : String(className ?? '').split(' ');
  return names.map((name) => name.replace(/^katex-/, ''));
}
