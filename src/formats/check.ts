import { lineText } from './text.ts';

/** Something in the options or items of a Feed that cannot be written as it was given. */
export interface FeedProblem {
  /** `error`: the value, or the item that needs it, is left out. `warning`: it is written, and some readers mind. */
  readonly severity: 'error' | 'warning';
  readonly format: 'rss' | 'atom' | 'json';
  /** Whose value it is: `Feed "A title"` or `Item 3 ("A title")`. */
  readonly owner: string;
  /** Index of the item, from 0. */
  readonly item?: number;
  readonly field: string;
  readonly message: string;
}

/** Who a value belongs to, and who is told when it cannot be written. */
export interface Owner {
  /** As a person would say it: `Item 3 ("A title")`. Worked out only when there is a problem. */
  readonly name: () => string;
  readonly item?: number;
  readonly format: FeedProblem['format'];
  readonly onProblem: ((problem: FeedProblem) => void) | undefined;
  /** What relative URLs of images and files are resolved against. */
  readonly base?: string | undefined;
}

/** @throws always: `Feed ("A title"): "link" is missing.`, for what no document can do without */
export function fail(name: string, field: string, wrong: string, value?: unknown): never {
  throw new Error(describe(name, field, wrong, value));
}

/**
 * Tells of a value that cannot be written and is left out.
 * @throws Error when no one listens: `Item 3 ("A title"): "link" is not an absolute URL: "foo".`
 */
export function refuse(owner: Owner, field: string, wrong: string, value?: unknown): undefined {
  if (!owner.onProblem) return fail(owner.name(), field, wrong, value);
  tell(owner, 'error', field, describe(owner.name(), field, wrong, value));
  return undefined;
}

/** Tells of a value that some readers mind, where someone listens. */
export function warn(owner: Owner, field: string, wrong: string, value?: unknown): void {
  if (owner.onProblem) tell(owner, 'warning', field, describe(owner.name(), field, wrong, value));
}

function tell(owner: Owner, severity: FeedProblem['severity'], field: string, message: string): void {
  const { format, item } = owner;
  const place = item === undefined ? { owner: owner.name() } : { owner: owner.name(), item };
  owner.onProblem?.({ severity, format, ...place, field, message });
}

function describe(name: string, field: string, wrong: string, value: unknown): string {
  const shown = value === undefined ? '' : `: ${show(value)}`;
  return `${name}: "${field}" ${wrong}${shown}.`;
}

/** An item as messages name it: `Item 3 ("A title")`. */
export function nameItem(item: unknown, index: number): string {
  const { title, id, link } = (item ?? {}) as Readonly<Record<string, unknown>>;
  return `Item ${index + 1} (${show(title || id || link || '')})`;
}

/** A value as messages show it. */
export function show(value: unknown): string {
  const text = sayAnything(value);
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** Some values have no text at all, and some objects fail when they are asked. */
function sayAnything(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

const unsafe = /[\s"<>{}|\\^`]/g;

/** Schemes of URLs that run or embed something where they are followed: no feed reader does, and no feed should ask for it. */
const ACTING = /^(?:javascript|vbscript|data|blob|file):/;

/**
 * An absolute URL in the characters of RFC 3986; undefined stays undefined, and empty text counts as undefined. What is not
 * an absolute URL is refused.
 */
export function readUrl(value: unknown, owner: Owner, field: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const url = parseUrl(String(value));
  if (url && isActing(url, owner, field)) return undefined;
  return url ? cleanUrl(url) : refuse(owner, field, 'is not an absolute URL', value);
}

/** The URL standard leaves a few characters that RFC 3986 does not have; brackets belong to IPv6 hosts only. */
function cleanUrl(url: URL): string {
  const href = url.href.replace(unsafe, percent);
  return href.includes('[') && !url.host.startsWith('[') ? href.replace(/[[\]]/g, percent) : href;
}

/**
 * As {@link readUrl}, for images and files: a relative one is resolved against the page that it belongs to, and left out with
 * a warning where there is none.
 */
export function readFileUrl(value: unknown, owner: Owner, field: string): string | undefined {
  const url = resolveUrl(value, owner, field);
  return url === undefined || isActing(url, owner, field) ? undefined : cleanUrl(url);
}

/** As {@link readFileUrl}, and the scheme is http or https (R24). */
export function readWebUrl(value: unknown, owner: Owner, field: string): string | undefined {
  const url = resolveUrl(value, owner, field);
  if (url === undefined || /^https?:$/.test(url.protocol)) return url && cleanUrl(url);
  return refuse(owner, field, 'is not an http or https URL', value);
}

function resolveUrl(value: unknown, owner: Owner, field: string): URL | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = String(value);
  const url = parseUrl(text) ?? parseUrl(text, owner.base);
  if (!url) warn(owner, field, 'is a relative URL without a "link" to resolve it against', text);
  return url;
}

function isActing({ protocol }: URL, owner: Owner, field: string): boolean {
  if (!ACTING.test(protocol)) return false;
  warn(owner, field, `is left out: feed readers don't follow "${protocol}"`);
  return true;
}

function parseUrl(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

function percent(character: string): string {
  return encodeURIComponent(character);
}

/** One line of text; undefined when there is nothing to write, so that `undefined` never becomes text. */
export function readLine(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return lineText(String(value)) || undefined;
}

/**
 * A language tag (BCP 47): `en_US`, as other programs write it, is `en-US`. What is not a tag is left out with a warning, because readers
 * choose voices and fonts by it.
 */
export function readLanguage(value: unknown, owner: Owner, field: string): string | undefined {
  const tag = readLine(value)?.replaceAll('_', '-');
  if (tag === undefined || /^(?:[a-z]{2,8}|[ix](?=-))(?:-[a-z\d]{1,8})*$/i.test(tag)) return tag;
  warn(owner, field, 'is not a language tag such as "en"', value);
  return undefined;
}
