import { escapeText } from '../../text/escape-html.ts';
import { squeeze } from '../../text/white-space.ts';
import type { ElementNode, TreeNode } from '../tree.ts';
import { readProperty, walkElements } from '../tree.ts';
import type { Cleaning } from './cleaning.ts';
import { groupPart } from './formula-parts.ts';
import { readKatex } from './katex.ts';
import { allowsText } from './output.ts';
import { textOf } from './text-of.ts';

/**
 * A formula reads right as text in every reader, with MathML and style sheets or without: TeX where the formula brings it, else
 * `x^2` and `1/2`.
 */
export function writeFormula(element: ElementNode, cleaning: Cleaning): boolean {
  if (!allowsText(cleaning.output)) return true;
  const children = squeeze(findTex(element) ?? readChildren(element));
  const text = children === '' ? squeeze(readFormulaAttribute(element) ?? '') : children;
  if (text !== '') cleaning.output.parts.push(`<code>${escapeText(text)}</code>`);
  return true;
}

/** Components that are named after what they draw, as `<InlineMath math="x^2" />`. `<Math>` is `<math>` to the parser. */
export const FORMULAS: readonly string[] = 'inlinemath blockmath displaymath latex tex katex mathjax'.split(
  ' ',
);

/** `alttext` of MathML, and what components call the formula that they draw. */
function readFormulaAttribute(element: ElementNode): string | undefined {
  const names = ['alttext', 'math', 'tex', 'latex', 'formula', 'expression', 'equation', 'children'];
  return names.map((name) => readProperty(element, name)).find((value) => value !== undefined);
}

/** A component that draws a formula: in an attribute, or between its tags. Elements there are read as any others. */
export function writeFormulaComponent(element: ElementNode, cleaning: Cleaning): boolean {
  if (element.children.some(({ type }) => type !== 'text')) return false;
  return writeFormula(element, cleaning);
}

/** KaTeX and MathJax write a formula several times, for eyes and for machines: it is read once. False where nothing is found. */
export function writeTypeset(element: ElementNode, cleaning: Cleaning): boolean {
  const formula = [...walkElements(element)].find(({ tagName }) => tagName === 'math');
  if (formula !== undefined) return writeFormula(formula, cleaning);
  const line = isKatex(element) ? squeeze(readKatex(element) ?? '') : '';
  if (line !== '' && allowsText(cleaning.output))
    cleaning.output.parts.push(`<code>${escapeText(line)}</code>`);
  return line !== '';
}

/** Whether an element is the output of KaTeX or MathJax for one formula. */
export function isTypeset({ tagName, properties }: ElementNode): boolean {
  return (
    tagName === 'mjx-container' ||
    hasClass(properties.className, /^(?:katex|MathJax|MathJax_CHTML|MathJax_SVG)$/)
  );
}

/** Whether an element is a formula of KaTeX. */
export function isKatex({ properties }: ElementNode): boolean {
  return hasClass(properties.className, /^katex$/);
}

/** MathJax 2 keeps the source beside what it typesets, and the source before that: of the three one is enough. */
export function isRepeated({ properties }: ElementNode): boolean {
  return hasClass(properties.className, /^(?:MathJax_Preview|katex-html|MJX_Assistive_MathML)$/);
}

/** `<script type="math/tex">`: the source of a formula that a script would typeset. */
export function writeTexScript(element: ElementNode, cleaning: Cleaning, isRead: boolean): boolean {
  const type = readProperty(element, 'type') ?? '';
  if (!/^math\/tex/i.test(type)) return false;
  const tex = textOf(element).trim();
  if (!isRead && tex !== '' && allowsText(cleaning.output))
    cleaning.output.parts.push(`<code>${escapeText(tex)}</code>`);
  return true;
}

function hasClass(className: unknown, pattern: RegExp): boolean {
  return Array.isArray(className)
    ? className.some((name) => pattern.test(String(name)))
    : pattern.test(String(className ?? ''));
}

function findTex(element: ElementNode): string | undefined {
  const annotation = [...walkElements(element)].find(({ tagName }) => tagName === 'annotation');
  const encoding = annotation === undefined ? '' : (readProperty(annotation, 'encoding') ?? '');
  return annotation !== undefined && /(?<![a-z])(?:la)?tex(?![a-z])/i.test(encoding)
    ? textOf(annotation)
    : undefined;
}

/** Deeper formulas are read as plain text: nothing that people write comes near. */
const DEPTH_LIMIT = 50;

function readChildren(element: ElementNode, depth = 0): string {
  return elementsOf(element, depth).join('');
}

/** The parts of a formula as text, each with what its element means. */
function elementsOf(element: ElementNode, depth: number): string[] {
  return element.children.flatMap((child) => readPart(child, depth + 1));
}

function readPart(node: TreeNode, depth: number): string[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [node.value.trim()];
  if (node.type !== 'element' || /^annotation|^mphantom$/.test(node.tagName)) return [];
  if (depth > DEPTH_LIMIT) return [textOf(node)];
  const parts = elementsOf(node, depth);
  const write = LAYOUTS.get(node.tagName);
  return [write === undefined ? parts.join(node.tagName === 'mtext' ? ' ' : '') : write(parts)];
}

/** The elements of MathML whose place on the page says something (MathML Core §3). */
const LAYOUTS: ReadonlyMap<string, (parts: readonly string[]) => string> = new Map(
  Object.entries<(parts: readonly string[]) => string>({
    msup: ([base = '', upper = '']) => `${base}^${groupPart(upper)}`,
    msub: ([base = '', lower = '']) => `${base}_${groupPart(lower)}`,
    msubsup: ([base = '', lower = '', upper = '']) => `${base}_${groupPart(lower)}^${groupPart(upper)}`,
    mover: ([base = '', upper = '']) => `${base}^${groupPart(upper)}`,
    munder: ([base = '', lower = '']) => `${base}_${groupPart(lower)}`,
    munderover: ([base = '', lower = '', upper = '']) => `${base}_${groupPart(lower)}^${groupPart(upper)}`,
    mfrac: ([above = '', below = '']) => `${groupPart(above)}/${groupPart(below)}`,
    msqrt: (parts) => `√${groupPart(parts.join(''))}`,
    mroot: ([base = '', index = '']) => `${index}√${groupPart(base)}`,
    mtd: (parts) => `${parts.join('')} `,
    mtr: (parts) => `${parts.join('').trim()}; `,
    mo: (parts) => (/^[=<>≤≥≠≈+±→]$/.test(parts.join('')) ? ` ${parts.join('')} ` : parts.join('')),
    mspace: () => ' ',
  }),
);
