/** A value as shown in a message: on one line, in double quotes, cut at 80 characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.slice(0, 400).replace(/\p{Cc}/gu, (c) => JSON.stringify(c).slice(1, -1));
  const shown = [...line].slice(0, 80).join('');
  return `"${shown}${shown.length < line.length || text.length > 400 ? '…' : ''}"`;
}
