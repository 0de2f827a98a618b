import { isFeedOptIn, isFeedOptOut } from '../../text/feed-opt-out.ts';
import { foldName } from '../../text/fold-name.ts';
import { hidesByName } from '../hiding-names.ts';
import type { ElementNode, TreeNode } from '../tree.ts';
import { findHidingBinding } from './bindings.ts';
import { KEPT } from './elements.ts';
import { findHidingStyle } from './hiding-style.ts';

/** Classes by which style sheets of many sites hide; what is meant for screen readers alone is repeated in sight. */
const CLASSES: ReadonlySet<string> = new Set(
  (
    'hidden hide invisible dn display-none displaynone no-display nodisplay hidden-text visually-hidden visuallyhidden ' +
    'visually-hidden-focusable sr-only sronly show-for-sr screen-reader-only screen-reader-text screenreader-text content-hidden ' +
    'print-only only-print printonly ui-helper-hidden ui-helper-hidden-accessible not-visible offscreen off-screen accessibly-hidden ' +
    'hidden-visually hide-visually visually-hidden-text hide-text assistive-text hidden-element hidden-content ' +
    'visible-print visible-print-block visible-print-inline visible-print-inline-block no-screen noscreen screen-hidden hidden-all ' +
    'noshow no-show unpublished unlisted ' +
    'private private-content secret draft internal-only content-locked web-only site-only only-web'
  ).split(' '),
);
/** What frameworks put before such a name: `d-none`, `is-hidden`, `uk-hidden`, `govuk-visually-hidden`. */
const PREFIX = /^!?(?:u|is|d|tw|el|ng|wp|w3|uk|js|v|pure|slds|a11y|element|usa|govuk|cdk|o|has)-(?=\w)/;
/** Classes of what some readers alone may see. */
const RESTRICTED =
  /^(?:(?:is-)?(?:members?|subscribers?|patrons|paid|paying|premium)[-_]?(?:only|content)|(?:gh-|wp-block-jetpack-)?paywall(?:ed)?(?:-content)?|gh-post-upgrade-cta|login-required|logged-?in-only|(?:for|only|only-for)-(?:members|subscribers|patrons|paid|premium)|wp-block-premium-content-(?:logged-in|subscriber)-view|(?:is-)?(?:premium|paid))$/;
/** Classes that show the element again on larger screens. */
const SHOWN =
  /^(?:(?:sm|md|lg|xl|2xl):(?:block|inline|inline-block|flex|grid|table)|d-(?:sm|md|lg|xl|xxl)-(?!none)\w+|d[bi]\w*-(?:ns|m|l))$/;
/** Classes of which each hides on some screens, and all together on every one (Bootstrap 3, Bulma). */
const TOGETHER: readonly (readonly string[])[] = [
  ['hidden-xs', 'hidden-sm', 'hidden-md', 'hidden-lg'],
  ['is-hidden-mobile', 'is-hidden-tablet'],
];
/** Whether a name of a class hides what has it. */
export function hidesByClass(name: string): boolean {
  const plain = name.replace(PREFIX, '').replaceAll('!', '');
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

/**
 * What hides an element on the page, as people write it; undefined where nothing does.
 * @param hiddenByStyle what the style sheets in the body hide
 */
export function findHiding(
  element: ElementNode,
  hiddenByStyle: ReadonlySet<ElementNode>,
): string | undefined {
  const { properties, tagName } = element;
  if (properties.hidden !== undefined && properties.hidden !== false) return `<${tagName} hidden>`;
  if (!KEPT.has(tagName) && hidesByName(tagName)) return `<${tagName}>`;
  if (tagName === 'dialog' && properties.open === undefined) return '<dialog>';
  const { style, className } = properties;
  const rule = typeof style === 'string' ? findRule(element, style) : undefined;
  if (rule !== undefined) return `<${tagName} style="${rule}">`;
  if (properties.popover !== undefined) return `<${tagName} popover>`;
  if (!KEPT.has(tagName) && properties.display === 'none') return `<${tagName} display="none">`;
  const known = findHidingBinding(element, hidesByClass) ?? findHidingData(element);
  if (known !== undefined) return known;
  const byClass = className === undefined ? undefined : findHidingClass(element, className);
  return byClass ?? (hiddenByStyle.has(element) ? '<style>' : undefined);
}

/** Images have no letters that a style could hide: frameworks give theirs `color: transparent`, rows of images are `font-size: 0`. */
function findRule(element: ElementNode, style: string): string | undefined {
  const rule = findHidingStyle(style);
  return rule === undefined || hasText(element) ? rule : findHidingStyle(style, false);
}

/** Among more nodes than this there is text for sure. */
const MOST = 200;

function hasText(element: ElementNode): boolean {
  const waiting: TreeNode[] = [element];
  let left = MOST;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text' && node.value.trim() !== '') return true;
    if (node.type !== 'element') continue;
    left -= node.children.length;
    if (left < 0) return true;
    waiting.push(...node.children);
  }
  return false;
}

/** `data-visibility="members"` of Ghost's cards, `data-no-rss`. */
function findHidingData({ tagName, properties }: ElementNode): string | undefined {
  const data = Object.keys(properties).find(
    (name) => name.startsWith('data') && hidesByData(foldName(name.slice(4)), String(properties[name])),
  );
  return data === undefined ? undefined : `<${tagName} ${writeName(data)}>`;
}

/** `dataNoRss` is the attribute `data-no-rss`. */
function writeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `data-visibility="members"` of Ghost's cards, `data-no-rss`, `data-feed="false"`, `data-private`. */
function hidesByData(name: string, value: string): boolean {
  const isNo = /^(?:false|no|none|never|off|0|hide|hidden|skip|ignore|exclude)$/i.test(value);
  if (/^(?:visibility|access|audience)$/.test(name)) return SOME_READERS.test(value);
  // Substack: `free_sub,paid_sub`.
  if (name === 'dynamicaudiences') return !/\b(?:non_sub|everyone|all)\b/.test(value);
  if (isFeedOptIn(name)) return isNo;
  const isYes = value === '' || /^(?:true|yes|on|1)$/i.test(value) || foldName(value) === name;
  return isYes && (isFeedOptOut(name) || HIDING_DATA.test(name));
}

const SOME_READERS = /^(?:members?|paid|private|subscribers?|patrons?|premium|hidden)(?:[ -]?only)?$/i;
const HIDING_DATA =
  /^(?:hidden|hide|private|draft|secret|internal|paywall|paid|premium|(?:members?|subscribers?|patrons?)only)$/;

function findHidingClass(element: ElementNode, className: unknown): string | undefined {
  const { tagName, properties } = element;
  // The label of the footnotes is ours: a line stands for it.
  if (properties.id === 'footnote-label') return undefined;
  const classes = (Array.isArray(className) ? className : String(className).split(' ')).map(String);
  const together = TOGETHER.find((names) => names.every((name) => classes.includes(name)))?.join(' ');
  const hiding = together ?? classes.find(hidesByClass);
  if (hiding === undefined || classes.some((name) => SHOWN.test(name))) return undefined;
  return `<${tagName} class="${hiding}">`;
}
