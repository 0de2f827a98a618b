/** A value as shown in a message: on one line, in double quotes, cut at 80 characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.slice(0, 400).replace(/\p{Cc}/gu, escapeControl);
  const shown = [...line].slice(0, 80).join('');
  return `"${shown}${shown.length < line.length || text.length > 400 ? '…' : ''}"`;
}

/** Terminals also obey the control characters that JSON leaves as they are. */
function escapeControl(character: string): string {
  return character < ' '
    ? JSON.stringify(character).slice(1, -1)
    : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
