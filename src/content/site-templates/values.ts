import type { SiteFacts } from '../../model/index.ts';

/** HTML that a template vouches for, which is not escaped. */
export interface SafeHtml {
  readonly html: string;
}

/** What stands between a shortcode and its end, and as what it is shown. */
export interface Inner {
  /** `blocks`: Markdown that keeps its paragraph. */
  readonly inner: 'text' | 'html' | 'markdown' | 'blocks';
}

/** A value of a template; null is nothing, undefined is what no one knows. */
export type Value =
  | string
  | number
  | boolean
  | null
  | SafeHtml
  | Inner
  | readonly Value[]
  | ReadonlyMap<string, Value>;

/** The shortcode that runs a template. */
export interface Shortcode {
  readonly name: string;
  readonly named: ReadonlyMap<string, string | number | boolean>;
  readonly positional: readonly (string | number | boolean)[];
  /** What stands in it, as written; undefined where it has no end tag. */
  readonly inner: string | undefined;
  readonly page: { readonly title: string; readonly url: string };
  /** URL of the site, with a slash at its end. */
  readonly site: string;
  /** The HTML of Markdown in a line, or in blocks; undefined where it cannot be made alone. */
  readonly readMarkdown: (text: string, keepsParagraph: boolean) => string | undefined;
  readonly siteFacts: SiteFacts | undefined;
  /** The text of a partial of the site. */
  readonly findPartial: (name: string) => string | undefined;
  /** Whether so large a value may be made. */
  readonly affords: (value: unknown) => boolean;
}

/** What a function makes of its arguments, the piped one last; undefined when no one knows. */
export type GoFunction = (args: readonly Value[], shortcode: Shortcode) => Value | undefined;

export function isInner(value: Value | undefined): value is Inner {
  return typeof value === 'object' && value !== null && 'inner' in value;
}

export function isSafe(value: Value | undefined): value is SafeHtml {
  return typeof value === 'object' && value !== null && 'html' in value;
}

/** Whether Go takes a value for true. */
export function isTrue(value: Value, shortcode: Shortcode): boolean {
  if (isInner(value)) return (shortcode.inner ?? '') !== '';
  if (isSafe(value)) return value.html !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return Boolean(value);
}

/** A value as text; undefined for one that has none, such as a list, and for an inner text with other shortcodes in it. */
export function textOf(value: Value | undefined, shortcode: Shortcode): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '';
  if (isSafe(value)) return value.html;
  if (!isInner(value)) return typeof value === 'object' ? undefined : String(value);
  const { inner = '' } = shortcode;
  return /\{[{%]/.test(inner) || value.inner === 'markdown' || value.inner === 'blocks' ? undefined : inner;
}

/** `loop` of Zola. */
export function describeLoop(at: number, length: number): Value {
  return new Map<string, Value>([
    ['index', at + 1],
    ['index0', at],
    ['first', at === 0],
    ['last', at === length - 1],
  ]);
}
