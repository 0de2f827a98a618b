import { type ElementNode, type RootNode, type TreeNode, walkElements } from '../tree.ts';
import { dropStyleComments, findHidingStyle } from './hiding-style.ts';
import { listRules } from './style-rules.ts';
import { textOf } from './text-of.ts';

/** What one part of a selector asks of an element. */
interface Compound {
  /** `*` for any. */
  readonly tag: string;
  /** Classes and ids, as `.name` and `#name`. */
  readonly names: readonly string[];
  readonly attributes: readonly string[];
}

/** A selector, innermost part first; `>` is read as "somewhere in". */
type Selector = readonly [Compound, ...Compound[]];

/** An element below others. */
interface Place {
  readonly element: ElementNode;
  /** Its classes and its id, as `.name` and `#name`. */
  readonly names: ReadonlySet<string>;
  readonly above: Place | undefined;
}

/** More rules than any article brings with it. */
const MOST_RULES = 500;
/** No style sheet of an article, and no selector in it, is longer, in UTF-16 units. */
const LONGEST_SHEET = 500_000;
const LONGEST_SELECTOR = 500;
/** After so many looks at what is around elements, they are taken for hidden, as the selector's last part says. */
const MOST_LOOKS = 500_000;
const COMPOUND = /^(?:[a-z][\w-]*|\*)?(?:[.#][\w-]+|\[[^\]]*\])*$/i;

/** The elements that the style sheets in a body hide, wherever these stand. */
export function findHiddenByStyle(root: RootNode): ReadonlySet<ElementNode> {
  const hidden = new Set<ElementNode>();
  const rules = indexRules(root);
  if (rules.size === 0) return hidden;
  const budget = { left: MOST_LOOKS };
  for (const place of walkPlaces(root)) {
    const keys = ['*', place.element.tagName, ...place.names];
    const isHidden = keys.some((key) => rules.get(key)?.some((selector) => matches(place, selector, budget)));
    if (isHidden) hidden.add(place.element);
  }
  return hidden;
}

/** The selectors by what their innermost part asks for first. */
function indexRules(root: RootNode): ReadonlyMap<string, readonly Selector[]> {
  const rules = new Map<string, Selector[]>();
  const sheets = [...walkElements(root)].filter(({ tagName }) => tagName === 'style').map(textOf);
  for (const selector of sheets.flatMap(listSelectors).slice(0, MOST_RULES)) {
    const key = keyOf(selector[0]);
    const known = rules.get(key);
    if (known) known.push(selector);
    else rules.set(key, [selector]);
  }
  return rules;
}

function* walkPlaces(root: RootNode): Generator<Place> {
  const waiting: { readonly node: TreeNode; readonly above: Place | undefined }[] = root.children
    .toReversed()
    .map((node) => ({ node, above: undefined }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, above } = next;
    if (node.type !== 'element') continue;
    const place = { element: node, names: namesOf(node), above };
    yield place;
    for (const child of node.children.toReversed()) waiting.push({ node: child, above: place });
  }
}

function matches(place: Place, [own, ...outer]: Selector, budget: { left: number }): boolean {
  if (!fits(place, own)) return false;
  let found = 0;
  for (let each = place.above; each !== undefined && found < outer.length; each = each.above) {
    if (budget.left-- <= 0) return true;
    if (fits(each, outer[found] as Compound)) found++;
  }
  return found === outer.length;
}

function fits({ element, names: own }: Place, { tag, names, attributes }: Compound): boolean {
  if (tag !== '*' && tag !== element.tagName) return false;
  return (
    names.every((name) => own.has(name)) &&
    attributes.every((name) => Object.hasOwn(element.properties, toProperty(name)))
  );
}

/** `data-x` is the property `dataX`. */
function toProperty(name: string): string {
  return name.replace(/^data-(.*)$/, (_, rest: string) =>
    `data-${rest}`.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
  );
}

function namesOf({ properties: { className = [], id } }: ElementNode): ReadonlySet<string> {
  const classes = Array.isArray(className) ? className : String(className).split(' ');
  return new Set([...classes.map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])]);
}

function keyOf({ tag, names }: Compound): string {
  return names[0] ?? tag;
}

/** The selectors of a style sheet whose elements are hidden wherever it applies to screens. */
function listSelectors(css: string): readonly Selector[] {
  const plain = dropStyleComments(css.slice(0, LONGEST_SHEET).replaceAll(/<!--|-->/g, ''));
  return listRules(plain).flatMap(({ selectors, body }) =>
    findHidingStyle(body) === undefined
      ? []
      : selectors.split(',').flatMap((selector) => readSelector(selector) ?? []),
  );
}

/** @returns nothing for what depends on the state of the page, such as `:hover` and `::before`, or on what stands beside */
function readSelector(text: string): [Selector] | undefined {
  if (text.length > LONGEST_SELECTOR) return undefined;
  const plain = text
    .trim()
    .replace(/:not\([^()]*\)/g, '')
    .replace(/\s*>\s*/g, ' ');
  if (plain === '' || /[:+~]/.test(plain)) return undefined;
  const parts = plain.split(/\s+(?![^[]*\])/).toReversed();
  if (!parts.every((part) => COMPOUND.test(part))) return undefined;
  const [own, ...outer] = parts.map(readCompound);
  return own === undefined ? undefined : [[own, ...outer]];
}

function readCompound(part: string): Compound {
  const names = part.replace(/\[[^\]]*\]/g, '').match(/[.#][\w-]+/g) ?? [];
  const attributes = [...part.matchAll(/\[\s*([\w-]+)/g)].map(([, name = '']) => name.toLowerCase());
  return { tag: /^[a-z][\w-]*/i.exec(part)?.[0].toLowerCase() ?? '*', names, attributes };
}
