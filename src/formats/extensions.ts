import { isDate, isMapping } from '../text/data.ts';
import { legalText } from '../text/legal.ts';
import { EARLIEST, formatInstant, formatMailDate, LATEST } from './dates.ts';
import { nameValue, sayText } from './kinds.ts';
import { namespaces } from './namespaces.ts';
import type { Extension } from './vocabulary.ts';
import { type Attributes, cdata, escapeText, lines, parentElement, writeAttributes } from './xml.ts';

/** The prefixes that a document uses, collected while it is written, and the URIs that the feed's options add. */
export interface Prefixes {
  readonly used: Set<string>;
  readonly added: Readonly<Record<string, string>>;
  /** Is told of an extension that cannot be written, where someone listens. */
  readonly tell: ((extension: string, message: string) => void) | undefined;
}

/** RSS elements that the options cannot express. They mean nothing in JSON Feed. */
export const rssNames = new Set(
  'managingEditor webMaster pubDate lastBuildDate cloud rating textInput skipHours skipDays comments source guid enclosure author'.split(
    ' ',
  ),
);
/** RSS elements whose dates are in RFC 822. */
const rssDates = new Set(['pubDate', 'lastBuildDate']);
const elementName = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
/** How deep an extension may be: what is in a circle has no end. */
export const deepest = 40;

/** Elements that may be several times: an extension with such a name is next to ours. */
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
export class ExtensionError extends Error {}

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
  const node = isMapping(value) ? value : { _text: value };
  const attributes = readAttributes(node._attributes, around);
  const local = [...around.local, ...declaredBy(attributes, around)];
  const inside = { ...around, local, depth: around.depth + 1 };
  for (const used of [name, ...Object.keys(attributes)]) checkName(used, inside);
  const children = writeChildren(`${indent}  `, node, inside);
  const text = writeText(name, node, around);
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

function writeText(name: string, node: Readonly<Record<string, unknown>>, around: Surroundings): string {
  const { _text } = node;
  const value = rssDates.has(name) && isDate(_text) ? formatMailDate(readTime(_text, around)) : _text;
  const text = value === undefined ? '' : escapeText(readValue(value, around));
  return node._cdata === undefined ? text : text + cdata(readValue(node._cdata, around));
}

function readValue(value: unknown, around: Surroundings): string {
  if (value === null || typeof value === 'function') return '';
  if (Array.isArray(value)) return value.map((each) => readValue(each, around)).join('');
  const text = isDate(value) ? formatInstant(readTime(value, around)) : saySimple(value);
  if (text === undefined)
    throw new ExtensionError(
      `Extension "${around.name}": ${nameValue(value)} stands where text is expected.`,
    );
  return legalText(text);
}

function saySimple(value: unknown): string | undefined {
  return typeof value === 'boolean' ? String(value) : sayText(value);
}

function readTime(date: Date, { name }: Surroundings): number {
  const time = date.getTime();
  if (time >= EARLIEST && time <= LATEST) return time;
  throw new ExtensionError(`Extension "${name}": a date is invalid or has a year outside 0 to 9999.`);
}

function readAttributes(value: unknown, around: Surroundings): Attributes {
  if (!isMapping(value)) return {};
  const given = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(given.map(([name, each]) => [name, readValue(each, around)]));
}

function declaredBy(attributes: Attributes, { name: extension }: Surroundings): string[] {
  const empty = Object.keys(attributes).find((name) => name.startsWith('xmlns:') && attributes[name] === '');
  if (empty) throw new ExtensionError(`Extension "${extension}": "${empty}" is empty; give it a URI.`);
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
