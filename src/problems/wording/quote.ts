import { hidePasswords, onOneLine } from '../printable.ts';

/** A value as shown in a message: on one line, in double quotes, cut at 80 characters, without passwords. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : sayValue(value);
  const line = onOneLine(hidePasswords(text.slice(0, 4000)).slice(0, 400));
  const shown = [...line].slice(0, 80).join('');
  return `"${shown}${shown.length < line.length || text.length > 400 ? '…' : ''}"`;
}

/** Large numbers, circles and objects without a text have no JSON. */
function sayValue(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === 'bigint' ? String(value) : Object.prototype.toString.call(value);
  }
}

/** A kind of file that is left out, of more than one: `.org files`. */
export function manyOf(kind: string): string {
  return kind
    .replace(/ file$/, ' files')
    .replace(/^export\b/, 'exports')
    .replace(/^link that leads\b/, 'links that lead');
}
