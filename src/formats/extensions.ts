import { legalText } from '../text/legal.ts';
import { formatInstant, formatMailDate } from './check.ts';
import { namespaces } from './namespaces.ts';
import type { Extension } from './vocabulary.ts';
import { type Attributes, cdata, escapeText, lines, parentElement, writeAttributes } from './xml.ts';

/** The prefixes that a document uses, collected while it is written, and the URIs that the feed's options add. */
export interface Prefixes {
  readonly used: Set<string>;
  readonly added: Readonly<Record<string, string>>;
  /** Is told of an extension that cannot be written, where somebody listens. */
  readonly tell: ((extension: string, message: string) => void) | undefined;
}

/** RSS elements that the options cannot express. They mean nothing in JSON Feed. */
const rssNames = new Set(
  'managingEditor webMaster pubDate lastBuildDate cloud rating textInput skipHours skipDays comments source guid enclosure author'.split(
    ' ',
  ),
);
/** RSS elements whose dates are in RFC 822. */
const rssDates = new Set(['pubDate', 'lastBuildDate']);
const elementName = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
const deepest = 40;

/** Elements that may stand several times: an extension with such a name stands beside ours. */
const REPEATED = new Set(['category', 'atom:link', 'dc:contributor', 'media:content', 'media:thumbnail']);
const firstName = /^\s*<([\w:.-]+)/;

/**
 * Elements of RSS, without those whose place an extension takes, as in the package `feed`.
 * @param elements each with nothing, an element, or several with one name
 */
export function leaveToExtensions(extensions: readonly Extension[], elements: readonly string[]): string {
  if (extensions.length === 0) return lines(elements);
  const own = new Set(extensions.filter((each) => isWantedIn('rss', each)).map(({ name }) => name));
  return lines(
    elements.filter((element) => {
      const name = firstName.exec(element)?.[1];
      return name === undefined || REPEATED.has(name) || !own.has(name);
    }),
  );
}

/**
 * Extensions as XML: those with a prefix, and in RSS those without one, whether RSS knows them or not, as the package `feed` writes
 * them (`follow_challenge`). What cannot be written is left out and told to `onProblem`.
 * @throws Error without `onProblem`, naming the extension: for an unknown prefix or a name that XML does not have
 */
export function writeExtensions(
  indent: string,
  extensions: readonly Extension[],
  format: 'rss' | 'atom',
  prefixes: Prefixes,
): string {
  let text = '';
  for (const extension of extensions) {
    if (isWantedIn(format, extension)) text += writeExtension(indent, extension, prefixes);
  }
  return text;
}

function writeExtension(indent: string, { name, objects }: Extension, prefixes: Prefixes): string {
  try {
    return writeNode(indent, name, objects, { name, prefixes, local: [], depth: 0 });
  } catch (error) {
    // What begins with `_` is meant for JSON Feed, which takes any name inside of it.
    if (!(error instanceof ExtensionError) || !(prefixes.tell || name.startsWith('_'))) throw error;
    prefixes.tell?.(name, error.message);
    return '';
  }
}

/** An extension that cannot be written. */
class ExtensionError extends Error {}

function isWantedIn(format: 'rss' | 'atom', { name, format: only = format }: Extension): boolean {
  if (only !== format) return false;
  return name.includes(':') ? !isCoreOf(format, name) : format === 'rss';
}

/** In Atom the elements of Atom are the default namespace, and `content:encoded` has its own element. */
function isCoreOf(format: 'rss' | 'atom', name: string): boolean {
  return format === 'atom' && (name.startsWith('atom:') || name === 'content:encoded');
}

interface Surroundings {
  /** The name of the extension, for messages. */
  readonly name: string;
  readonly prefixes: Prefixes;
  /** Prefixes that an element around this one declares by itself. */
  readonly local: readonly string[];
  readonly depth: number;
}

function writeNode(indent: string, name: string, value: unknown, around: Surroundings): string {
  if (value === undefined || typeof value === 'function') return '';
  if (around.depth > deepest)
    throw new ExtensionError(`Extension "${around.name}" is nested too deeply or in a circle.`);
  if (Array.isArray(value)) return value.map((each) => writeNode(indent, name, each, around)).join('');
  const node = isRecord(value) ? value : { _text: value };
  const attributes = readAttributes(node._attributes);
  const local = [...around.local, ...declaredBy(attributes)];
  const inside = { ...around, local, depth: around.depth + 1 };
  for (const used of [name, ...Object.keys(attributes)]) checkName(used, inside);
  const children = writeChildren(`${indent}  `, node, inside);
  const text = writeText(name, node);
  if (children !== '') return parentElement(indent, name, children, attributes);
  const start = `${indent}<${name}${writeAttributes(attributes)}`;
  return text === '' ? `${start}/>\n` : `${start}>${text}</${name}>\n`;
}

function writeChildren(
  indent: string,
  node: Readonly<Record<string, unknown>>,
  around: Surroundings,
): string {
  return Object.entries(node)
    .filter(([name]) => !notation.has(name))
    .map(([name, value]) => writeNode(indent, name, value, around))
    .join('');
}

const notation = new Set(
  '_attributes _text _cdata _comment _instruction _declaration _doctype _parent'.split(' '),
);

function writeText(name: string, node: Readonly<Record<string, unknown>>): string {
  const { _text } = node;
  const value = rssDates.has(name) && _text instanceof Date ? formatMailDate(_text.getTime()) : _text;
  const text = value === undefined ? '' : escapeText(readValue(value));
  return node._cdata === undefined ? text : text + cdata(readValue(node._cdata));
}

function readValue(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Date) return formatInstant(value.getTime());
  return legalText(Array.isArray(value) ? value.map(readValue).join('') : String(value));
}

function readAttributes(value: unknown): Attributes {
  if (!isRecord(value)) return {};
  const given = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(given.map(([name, each]) => [name, readValue(each)]));
}

function declaredBy(attributes: Attributes): string[] {
  return Object.keys(attributes).flatMap((name) => (name.startsWith('xmlns:') ? [name.slice(6)] : []));
}

function checkName(name: string, around: Surroundings): void {
  if (!elementName.test(name))
    throw new ExtensionError(`Extension "${around.name}": "${name}" is not a name in XML.`);
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  if (prefix === '' || prefix === 'xml' || prefix === 'xmlns' || around.local.includes(prefix)) return;
  const { used, added } = around.prefixes;
  if (!Object.hasOwn(added, prefix) && !Object.hasOwn(namespaces, prefix))
    throw new ExtensionError(
      `Extension "${around.name}": the prefix "${prefix}" has no URI; give one in "namespaces".`,
    );
  used.add(prefix);
}

/** What JSON Feed 1.1 names itself and an extension may say: `feed` writes it under this very name. */
const jsonNames = new Set(
  'language icon favicon next_url expired user_comment external_url banner_image image summary content_text date_published date_modified'.split(
    ' ',
  ),
);

/**
 * Extensions as properties of a JSON Feed object, whose names start with `_` (JSON Feed 1.1, Extensions) unless JSON Feed knows
 * them. Those of XML stay out. Texts in them are made legal, the objects themselves are not changed.
 */
export function jsonExtensions(extensions: readonly Extension[]): Record<string, unknown> {
  const own = extensions.filter(({ name, format = 'json' }) => {
    return format === 'json' && !name.includes(':') && !rssNames.has(name);
  });
  return Object.fromEntries(
    own.map(({ name, objects }) => [nameInJson(name, objects), legalValue(objects, 0)]),
  );
}

function nameInJson(name: string, value: unknown): string {
  const isOwn = name.startsWith('_') || (jsonNames.has(name) && typeof value !== 'object');
  return isOwn ? name : `_${name}`;
}

function legalValue(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new Error('An extension is nested too deeply or in a circle.');
  if (typeof value === 'string') return legalText(value);
  if (Array.isArray(value)) return value.map((each) => legalValue(each, depth + 1));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, each]) => [legalText(name), legalValue(each, depth + 1)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
