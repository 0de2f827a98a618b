import type { ElementNode, RootNode, TreeNode } from '../content/tree.ts';

/** Elements with the same meaning around code and in it. */
const AROUND_CODE: ReadonlySet<string> = new Set('a b del em i s strike strong'.split(' '));
/** Elements that mean nothing by themselves. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['font', 'span']);
/** Attributes that give them one. */
export const SAYS_MORE = ['dir', 'id', 'lang'] as const;
/** Parts of a sentence that Markdown has no way to write. */
const KEPT_PHRASES: ReadonlySet<string> = new Set(
  'abbr big cite dfn ins kbd mark q ruby samp small sub sup time tt u var'.split(' '),
);
/** Elements in which paragraphs can be. */
const HOLDS_PARAGRAPHS: ReadonlySet<string> = new Set(
  'article blockquote body center div li main section'.split(' '),
);
/** Elements that are not part of a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote center details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul'.split(
    ' ',
  ),
);

/**
 * A tree in the forms that Markdown has for what editors write: two line breaks end a paragraph, emphasis and links are around code,
 * emphasis goes on where it ends and begins again, and has no line break at its edge, no heading is empty, and URLs have no spaces around them.
 */
export function simplifyTree(root: RootNode): RootNode {
  const children = root.children.flatMap(simplify);
  return { ...root, children: endParagraphs(children) };
}

function simplify(node: TreeNode): readonly TreeNode[] {
  if (node.type !== 'element' || node.tagName === 'pre' || node.tagName === 'table') return [node];
  const children = joinNeighbours(node.children.flatMap(simplify));
  const { tagName } = node;
  if (SAYS_NOTHING.has(tagName) && !SAYS_MORE.some((name) => node.properties[name] !== undefined))
    return children;
  const element: ElementNode = { ...node, properties: trimUrls(node.properties), children };
  if (tagName === 'p') return splitParagraph(element);
  if (AROUND_CODE.has(tagName)) return freeBreaks(element);
  if (/^h[1-6]$/.test(tagName) && children.every(isSpace)) return [];
  if (HOLDS_PARAGRAPHS.has(tagName)) return [{ ...element, children: endParagraphs(children) }];
  return [tagName === 'code' ? turnCodeInside(element) : element];
}

/** `<b>x<br></b>` as `<b>x</b><br>`; what has nothing but line breaks is those. */
function freeBreaks(element: ElementNode): readonly TreeNode[] {
  const { children } = element;
  const first = children.findIndex((node) => !isSpace(node));
  if (first < 0) return children;
  const last = children.findLastIndex((node) => !isSpace(node));
  if (!children.some(isBreak)) return [element];
  const inner = children.slice(first, last + 1);
  return [...children.slice(0, first), { ...element, children: inner }, ...children.slice(last + 1)];
}

function isBreak(node: TreeNode): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function isSpace(node: TreeNode): boolean {
  return isBreak(node) || (node.type === 'text' && node.value.trim() === '');
}

function trimUrls(properties: ElementNode['properties']): ElementNode['properties'] {
  const trimmed = ['href', 'src'].flatMap((name) => {
    const value = properties[name];
    return typeof value === 'string' ? [[name, value.trim()] as const] : [];
  });
  return trimmed.length === 0 ? properties : { ...properties, ...Object.fromEntries(trimmed) };
}

/** `<code><b>x</b></code>` as `<b><code>x</code></b>`. */
function turnCodeInside(code: ElementNode): ElementNode {
  const [only, second] = code.children;
  const isAlone = only?.type === 'element' && second === undefined && AROUND_CODE.has(only.tagName);
  if (!isAlone) return code;
  return { ...only, children: [turnCodeInside({ ...code, children: only.children })] };
}

/** `<b>x</b><b>y</b>` as `<b>xy</b>`. */
function joinNeighbours(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const runs: (readonly [TreeNode, TreeNode[]])[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last !== undefined && isSameEmphasis(last[0], node)) last[1].push(node);
    else runs.push([node, [node]]);
  }
  return runs.map(([first, run]) =>
    run.length === 1 || first.type !== 'element'
      ? first
      : { ...first, children: run.flatMap((each) => (each.type === 'element' ? each.children : [])) },
  );
}

function isSameEmphasis(one: TreeNode, other: TreeNode): boolean {
  if (one.type !== 'element' || other.type !== 'element' || one.tagName !== other.tagName) return false;
  return one.tagName !== 'a' && AROUND_CODE.has(one.tagName);
}

/** Each part of a paragraph between two line breaks and more is one of its own. */
function splitParagraph(paragraph: ElementNode): readonly TreeNode[] {
  const parts = splitAtBreaks(paragraph.children);
  return parts.length === 1 ? [paragraph] : parts.map((children) => ({ ...paragraph, children }));
}

/** Text in a container whose paragraphs end with two line breaks, or begin after some, as paragraphs. */
function endParagraphs(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const parts = splitAtBreaks(nodes);
  return parts.length === 1 && !isInterrupted(nodes) ? nodes : parts.flatMap(wrapPhrases);
}

/** Text with an element that stays HTML: the converter takes that for a block, unless a paragraph holds both. */
function isInterrupted(nodes: readonly TreeNode[]): boolean {
  return nodes.some(isKeptPhrase) && nodes.some((node) => node.type === 'text' && !isSpace(node));
}

function isKeptPhrase(node: TreeNode): boolean {
  return node.type === 'element' && (KEPT_PHRASES.has(node.tagName) || SAYS_NOTHING.has(node.tagName));
}

function wrapPhrases(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const wrapped: TreeNode[] = [];
  let phrases: TreeNode[] = [];
  const end = () => {
    if (!phrases.every(isSpace))
      wrapped.push({ type: 'element', tagName: 'p', properties: {}, children: phrases });
    phrases = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !BLOCKS.has(node.tagName)) {
      phrases.push(node);
      continue;
    }
    end();
    wrapped.push(node);
  }
  end();
  return wrapped;
}

/** The parts between two line breaks and more, with nothing but white space between them. */
function splitAtBreaks(nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] {
  const parts: TreeNode[][] = [];
  let part: TreeNode[] = [];
  let breaks: TreeNode[] = [];
  const settle = () => {
    const count = breaks.filter(({ type }) => type === 'element').length;
    if (count >= 2) {
      parts.push(part);
      part = [];
    } else for (const each of breaks) part.push(each);
    breaks = [];
  };
  for (const node of nodes) {
    if (isBreak(node) || (breaks.length > 0 && node.type === 'text' && node.value.trim() === '')) {
      breaks.push(node);
      continue;
    }
    settle();
    part.push(node);
  }
  settle();
  return [...parts, part];
}
