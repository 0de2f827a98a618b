import { hidePasswords, onOneLine } from '../printable.ts';

/** A value as shown in a message: on one line, in double quotes, cut at 80 characters, without passwords. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = onOneLine(hidePasswords(text.slice(0, 4000)).slice(0, 400));
  const shown = [...line].slice(0, 80).join('');
  return `"${shown}${shown.length < line.length || text.length > 400 ? '…' : ''}"`;
}
