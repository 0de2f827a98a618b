import type { ElementNode } from '../tree.ts';

/** What of an inline style keeps an element out of sight. */
const STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,})/i;
/** Classes by which style sheets of many sites do the same; what is meant for screen readers alone is repeated in sight. */
const CLASSES: ReadonlySet<string> = new Set(
  (
    'hidden is-hidden u-hidden hide d-none display-none displaynone invisible visually-hidden visuallyhidden sr-only ' +
    'screen-reader-text screenreader-text'
  ).split(' '),
);
/** Components and elements whose name says that they hide what is in them. */
const NAMES: ReadonlySet<string> = new Set(
  'hidden hide private secret comment draft membersonly members-only subscribersonly paywall paid'.split(' '),
);
/** Classes that show the element again on larger screens. */
const SHOWN =
  /^(?:(?:sm|md|lg|xl|2xl):(?:block|inline|inline-block|flex|grid|table)|d-(?:sm|md|lg|xl|xxl)-\w+)$/;

/** Whether a name of a class hides what has it. */
export function hidesByClass(name: string): boolean {
  return CLASSES.has(name);
}

/** Whether an inline style hides what has it. */
export function hidesByStyle(style: string): boolean {
  return STYLE.test(style);
}

/** What hides an element on the page, as people write it; undefined where nothing does. */
export function findHiding(element: ElementNode): string | undefined {
  const { properties, tagName } = element;
  if (properties.hidden !== undefined && properties.hidden !== false) return `<${tagName} hidden>`;
  if (NAMES.has(tagName)) return `<${tagName}>`;
  if (tagName === 'dialog' && properties.open === undefined) return '<dialog>';
  const { style, className } = properties;
  const rule = typeof style === 'string' ? STYLE.exec(style)?.[0] : undefined;
  if (rule !== undefined) return `<${tagName} style="${rule.replace(/^[\s;]+|[\s;]+$/g, '')}">`;
  if (properties.popover !== undefined) return `<${tagName} popover>`;
  return className === undefined ? undefined : findHidingClass(element, className);
}

function findHidingClass({ tagName, properties }: ElementNode, className: unknown): string | undefined {
  // The label of the footnotes is ours: a line stands for it.
  if (properties.id === 'footnote-label') return undefined;
  const classes = (Array.isArray(className) ? className : String(className).split(' ')).map(String);
  const hiding = classes.find((name) => CLASSES.has(name));
  if (hiding === undefined || classes.some((name) => SHOWN.test(name))) return undefined;
  return `<${tagName} class="${hiding}">`;
}
