import { isFeedOptOut } from '../../text/feed-opt-out.ts';
import { foldName } from '../../text/fold-name.ts';
import { hidesByName } from '../hiding-names.ts';
import { type ElementNode, type RootNode, walkElements } from '../tree.ts';
import { KEPT } from './elements.ts';
import { findHidingStyle, listHidden, writeStyle } from './hiding-style.ts';
import { textOf } from './text-of.ts';

/** Classes by which style sheets of many sites hide; what is meant for screen readers alone is repeated in sight. */
const CLASSES: ReadonlySet<string> = new Set(
  (
    'hidden hide invisible dn display-none displaynone no-display nodisplay hidden-text visually-hidden visuallyhidden ' +
    'visually-hidden-focusable sr-only sronly show-for-sr screen-reader-only screen-reader-text screenreader-text content-hidden ' +
    'print-only only-print printonly ui-helper-hidden ui-helper-hidden-accessible'
  ).split(' '),
);
/** What frameworks put before such a name: `d-none`, `is-hidden`, `uk-hidden`, `govuk-visually-hidden`. */
const PREFIX = /^!?(?:u|is|d|w3|uk|js|v|pure|slds|a11y|element|usa|govuk|cdk|o|has)-(?=\w)/;
/** Classes of what some readers alone may see. */
const RESTRICTED =
  /^(?:(?:members?|subscribers?|patrons|paid|paying|premium)-?(?:only|content)|paywall(?:ed)?(?:-content)?|premium)$/;
/** Classes that show the element again on larger screens. */
const SHOWN =
  /^(?:(?:sm|md|lg|xl|2xl):(?:block|inline|inline-block|flex|grid|table)|d-(?:sm|md|lg|xl|xxl)-\w+|d[bi]\w*-(?:ns|m|l))$/;
/** Conditions of Vue and Alpine: where nobody can know whether they hold, the element may be meant to stay hidden. */
const CONDITIONS: readonly string[] = ['v-if', 'v-else-if', 'v-else', 'v-show', 'x-show', 'x-if'];

/** Whether a name of a class hides what has it. */
export function hidesByClass(name: string): boolean {
  const plain = name.replace(PREFIX, '').replace(/^!/, '');
  if (plain === 'none') return name === 'd-none';
  return CLASSES.has(plain.replaceAll('_', '-').toLowerCase()) || RESTRICTED.test(name) || isOptOut(name);
}

/** `no-rss`, `hide-in-feed`: a class that keeps an element out of feeds alone. */
function isOptOut(name: string): boolean {
  return isFeedOptOut(foldName(name));
}

/** Whether an inline style hides what has it. */
export function hidesByStyle(style: string): boolean {
  return findHidingStyle(style) !== undefined;
}

/** The classes and ids that the style sheets in a body hide. */
export function findHiddenNames(root: RootNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of walkElements(root))
    if (element.tagName === 'style') for (const name of listHidden(textOf(element))) names.add(name);
  return names;
}

/**
 * What hides an element on the page, as people write it; undefined where nothing does.
 * @param names the classes and ids that the style sheets in the body hide
 */
export function findHiding(element: ElementNode, names: ReadonlySet<string>): string | undefined {
  const { properties, tagName } = element;
  if (properties.hidden !== undefined && properties.hidden !== false) return `<${tagName} hidden>`;
  if (!KEPT.has(tagName) && hidesByName(tagName)) return `<${tagName}>`;
  if (tagName === 'dialog' && properties.open === undefined) return '<dialog>';
  const { style, className, id } = properties;
  const rule = typeof style === 'string' ? findHidingStyle(style) : undefined;
  if (rule !== undefined) return `<${tagName} style="${rule}">`;
  if (properties.popover !== undefined) return `<${tagName} popover>`;
  if (names.has(`#${id}`)) return `<${tagName} id="${id}">`;
  const condition = findCondition(element);
  if (condition !== undefined) return condition;
  return className === undefined ? undefined : findHidingClass(element, className, names);
}

/** `v-if="false"`, `:style="{display: 'none'}"`, and `data-visibility="members"` of Ghost's cards. */
function findCondition({ tagName, properties }: ElementNode): string | undefined {
  const condition = CONDITIONS.find((name) => properties[name] !== undefined && properties[name] !== 'true');
  if (condition !== undefined) return `<${tagName} ${condition}>`;
  const bound = properties[':style'] ?? properties['v-bind:style'];
  const rule = typeof bound === 'string' ? findHidingStyle(writeStyle(bound.trim()) ?? '') : undefined;
  if (rule !== undefined) return `<${tagName} style="${rule}">`;
  if ((properties[':hidden'] ?? 'false') !== 'false') return `<${tagName} hidden>`;
  const audience = properties.dataVisibility;
  return typeof audience === 'string' && /^(?:members?|paid|private|subscribers?|hidden)$/i.test(audience)
    ? `<${tagName} data-visibility="${audience}">`
    : undefined;
}

function findHidingClass(
  element: ElementNode,
  className: unknown,
  names: ReadonlySet<string>,
): string | undefined {
  const { tagName, properties } = element;
  // The label of the footnotes is ours: a line stands for it.
  if (properties.id === 'footnote-label') return undefined;
  const classes = (Array.isArray(className) ? className : String(className).split(' ')).map(String);
  const hiding = classes.find((name) => hidesByClass(name) || names.has(`.${name}`));
  if (hiding === undefined || classes.some((name) => SHOWN.test(name))) return undefined;
  return `<${tagName} class="${hiding}">`;
}
