import { findCode } from './code.ts';
import { followRanges } from './code-range.ts';

/** `^[text]` of Obsidian, with brackets in it one level deep. */
const NOTE = /\^\[((?:[^[\]\n\\]|\\.|\[[^[\]\n]*\])+)\]/g;

/** Footnotes that stand where they are referred to, as those of Markdown, which stand at the end. Code stays as it is. */
export function moveInlineNotes(text: string): string {
  if (!text.includes('^[')) return text;
  const isCode = followRanges(findCode(text, true));
  const notes: string[] = [];
  const moved = text.replace(NOTE, (written: string, note: string, offset: number) => {
    if (isCode(offset) || text[offset - 1] === '\\') return written;
    const name = `inline-note-${notes.length + 1}`;
    notes.push(`[^${name}]: ${note.trim()}`);
    return `[^${name}]`;
  });
  return notes.length === 0 ? text : `${moved}\n\n${notes.join('\n\n')}\n`;
}
