import { childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { nameOf, writtenName, XML } from './names.ts';
import type { AttributeRule, ElementRule, ElementRules, Inspection } from './rules.ts';
import { anyUrl } from './urls.ts';
import { language } from './values.ts';

/** A format: which namespaces are its own, besides the table of what is allowed where. */
export interface Grammar {
  readonly isCore: (uri: string) => boolean;
  /** Elements that are known in every place, such as extensions. */
  readonly anywhere: ElementRules;
}

/** The attributes of XML itself, which every element may have. */
const ANYWHERE: Readonly<Record<string, AttributeRule>> = {
  base: { value: anyUrl },
  lang: {
    value: (value, name, inspection) => (value === '' ? undefined : language(value, name, inspection)),
  },
  space: {},
  id: {},
};

/** Holds an element and everything in it against its rule. */
export function inspectElement(
  element: XmlElement,
  rule: ElementRule,
  grammar: Grammar,
  inspection: Inspection,
): readonly Problem[] {
  const value = rule.value ? inspectValue(element, rule, grammar, inspection) : [];
  const children = rule.children ? inspectChildren(element, rule.children, grammar, inspection) : [];
  const checked = rule.check?.(element, inspection) ?? [];
  return [...inspectAttributes(element, rule, inspection), ...value, ...children, ...checked];
}

/** Where an element begins. */
export function placeOf({ line, column }: XmlElement, { file }: Inspection) {
  return { file, line, column };
}

function inspectAttributes(
  element: XmlElement,
  { attributes: rules = {} }: ElementRule,
  inspection: Inspection,
): readonly Problem[] {
  const plain = element.attributes.filter(({ uri }) => uri === '' || uri === XML);
  const problems = plain.flatMap(({ uri, local, value, line, column }) => {
    const place = { file: inspection.file, line, column };
    const known = uri === XML ? ANYWHERE : rules;
    const rule = Object.hasOwn(known, local) ? known[local] : undefined;
    const details = { element: writtenName(element), attribute: local };
    if (!rule) return [problem('feed-attribute-unknown', place, details)];
    const found = rule.value?.(value, `${local}" of "${writtenName(element)}`, inspection);
    return found ? [found(place)] : [];
  });
  const missing = Object.entries(rules).filter(
    ([name, { required }]) => required !== undefined && !plain.some(({ local }) => local === name),
  );
  return [
    ...problems,
    ...missing.map(([attribute, { required: hurt = '' }]) =>
      problem('feed-attribute-missing', placeOf(element, inspection), {
        element: writtenName(element),
        attribute,
        hurt,
      }),
    ),
  ];
}

function inspectValue(
  element: XmlElement,
  { value: rule }: ElementRule,
  grammar: Grammar,
  inspection: Inspection,
): readonly Problem[] {
  const strange = childElements(element).find(({ uri }) => grammar.isCore(uri) || uri === '');
  if (strange) return [unknownElement(strange, element, inspection)];
  const found = rule?.(textOf(element), writtenName(element), inspection);
  return found ? [found(placeOf(element, inspection))] : [];
}

function inspectChildren(
  parent: XmlElement,
  rules: ElementRules,
  grammar: Grammar,
  inspection: Inspection,
): readonly Problem[] {
  const seen = new Set<string>();
  const problems = childElements(parent).flatMap((child) => {
    const name = nameOf(child, grammar.isCore);
    const rule = Object.hasOwn(rules, name) ? rules[name] : grammar.anywhere[name];
    if (!rule) return isOwn(child, grammar) ? [unknownElement(child, parent, inspection)] : [];
    const isRepeated = seen.has(name) && !rule.isRepeatable;
    seen.add(name);
    const repeated = { element: writtenName(child), parent: writtenName(parent) };
    return [
      ...(isRepeated ? [problem('feed-element-repeated', placeOf(child, inspection), repeated)] : []),
      ...inspectElement(child, rule, grammar, inspection),
    ];
  });
  return [...problems, ...strayText(parent, inspection), ...missingElements(parent, rules, seen, inspection)];
}

function isOwn({ uri }: XmlElement, { isCore }: Grammar): boolean {
  return uri === '' || isCore(uri);
}

function unknownElement(child: XmlElement, parent: XmlElement, inspection: Inspection): Problem {
  const details = {
    element: writtenName(child),
    parent: writtenName(parent),
    isOwn: child.uri === parent.uri,
  };
  return problem('feed-element-unknown', placeOf(child, inspection), details);
}

function strayText(parent: XmlElement, inspection: Inspection): readonly Problem[] {
  const text = parent.children.find((child) => typeof child === 'string' && child.trim() !== '');
  if (typeof text !== 'string') return [];
  const details = { parent: writtenName(parent), text: text.trim() };
  return [problem('feed-text-stray', placeOf(parent, inspection), details)];
}

function missingElements(
  parent: XmlElement,
  rules: ElementRules,
  seen: ReadonlySet<string>,
  inspection: Inspection,
): readonly Problem[] {
  return Object.entries(rules).flatMap(([element, { required: hurt }]) => {
    if (hurt === undefined || seen.has(element)) return [];
    const details = { element, parent: writtenName(parent), hurt };
    return [problem('feed-element-missing', placeOf(parent, inspection), details)];
  });
}
