/**
 * Writing XML as text. Every function takes legal text (see text.ts) and gives whole lines; `indent` is the spaces
 * before the first tag.
 */

export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A document without its items: what comes before them, between two of them, and after them. */
export interface Frame {
  readonly head: string;
  readonly between: string;
  readonly end: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Lines one after the other. Unlike `join` this copies no text before the document is complete. */
export function lines(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text += part;
  return text;
}

const special = /[&<>]/g;
const specialInAttribute = /[&<>"\t\n]/g;
const references: Readonly<Record<string, string>> = {
  // The RSS Advisory Board's profile: readers that decode twice leave hexadecimal references alone (R17).
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser turns bare ones in attributes into spaces (XML 1.0 §3.3.3).
  '\t': '&#x9;',
  '\n': '&#xA;',
};

export function escapeText(text: string): string {
  return text.replace(special, reference);
}

function escapeAttribute(text: string): string {
  return text.replace(specialInAttribute, reference);
}

/** Programs for podcasts decode no numbers in attributes: of "Society &#x26; Culture" they know no category. */
const podcastElement = /^(?:itunes|podcast):/;

function escapePlainly(text: string): string {
  return text.replace(specialInAttribute, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : reference(character),
  );
}

function reference(character: string): string {
  return references[character] ?? character;
}

/** A CDATA section; every `]]>` is divided between two sections (XML 1.0 §2.7, R22). */
export function cdata(text: string): string {
  const safe = text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text;
  return `<![CDATA[${safe}]]>`;
}

/** Attributes in the given order, each with a space before it; undefined ones are left out. */
export function writeAttributes(attributes: Attributes, element = ''): string {
  const escapeValue = podcastElement.test(element) ? escapePlainly : escapeAttribute;
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${escapeValue(String(value))}"`;
  }
  return text;
}

/** An element with text; nothing when the text is undefined. */
export function textElement(
  indent: string,
  name: string,
  text: string | undefined,
  attributes?: Attributes,
): string {
  if (text === undefined) return '';
  return `${indent}<${name}${attributes ? writeAttributes(attributes, name) : ''}>${escapeText(text)}</${name}>\n`;
}

/** An element with HTML as text; nothing when the HTML is undefined. */
export function htmlElement(
  indent: string,
  name: string,
  html: string | undefined,
  attributes?: Attributes,
): string {
  if (html === undefined) return '';
  return `${indent}<${name}${attributes ? writeAttributes(attributes, name) : ''}>${cdata(html)}</${name}>\n`;
}

/** An element without content. */
export function emptyElement(indent: string, name: string, attributes: Attributes): string {
  return `${indent}<${name}${writeAttributes(attributes, name)}/>\n`;
}

/** An element around other elements; empty when there are none. */
export function parentElement(
  indent: string,
  name: string,
  children: string,
  attributes?: Attributes,
): string {
  const start = `${indent}<${name}${attributes ? writeAttributes(attributes, name) : ''}`;
  return children === '' ? `${start}/>\n` : `${start}>\n${children}${indent}</${name}>\n`;
}
