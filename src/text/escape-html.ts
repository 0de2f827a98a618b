import { legalText } from './legal.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\ufffd': '&#xFFFD;',
};

/** Text as it stands between tags; legal in XML 1.0 whatever came in. */
export function escapeText(text: string): string {
  const legal = legalText(text);
  return /[&<>\ufffd]/.test(legal) ? legal.replace(/[&<>\ufffd]/g, nameEntity) : legal;
}

/** Text as it is in a double-quoted attribute; legal in XML 1.0 whatever came in. */
export function escapeAttribute(text: string): string {
  const legal = legalText(text);
  return /[&<>"\ufffd]/.test(legal) ? legal.replace(/[&<>"\ufffd]/g, nameEntity) : legal;
}

/** An attribute with a space before it; nothing without a value. */
export function writeAttribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
}

function nameEntity(character: string): string {
  return ENTITIES[character] ?? character;
}
