import type { Expander, Replacement } from './expander.ts';
import { noteReference } from './findings.ts';

/** What Logseq notes for itself: ids and folds of blocks, and clocks. */
export const BLOCK_PROPERTY =
  /[ \t]*(?:id::[ \t]+[\da-f]{8}-[\da-f-]{27}|collapsed::[ \t]+(?:true|false)|logseq\.[\w.-]+::[^\n]*|:LOGBOOK:[ \t]*\n(?:[ \t]*CLOCK:[^\n]*\n){0,99}[ \t]*:END:)[ \t]*(?=\n|$)/y;

/** Leaves it out, with its line. */
export function readBlockProperty(
  { text, context }: Expander,
  start: number,
  match: string,
): Replacement | undefined {
  if (context.preset !== undefined || /[^\n]/.test(text[start - 1] ?? '')) return undefined;
  return { text: '', start: Math.max(0, start - 1), end: start + match.length };
}

/** `((id))` stands for a block. */
export const BLOCK_REFERENCE = /\(\(([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\)\)/y;

/** The words of the block, where it is in the same note; else no reader could do anything with the id. */
export function readBlockReference(
  expander: Expander,
  start: number,
  match: string,
): Replacement | undefined {
  const { text, context } = expander;
  if (context.preset !== undefined) return undefined;
  const id = match.slice(2, -2);
  const blocks = known.get(expander) ?? readBlocks(text);
  known.set(expander, blocks);
  const words = blocks.get(id) ?? '';
  if (words === '') noteReference(expander, `((${id}))`, start);
  return { text: words, end: start + match.length };
}

/** The blocks of a note by their ids, read when the first one is asked for. */
const known = new WeakMap<Expander, ReadonlyMap<string, string>>();
const NAMED = /^([^\n]*)\n[ \t]*id::[ \t]+([\da-f]{8}-[\da-f-]{27})/gm;

function readBlocks(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(NAMED)].map(([, line = '', id = '']) => [
      id,
      line.replace(/^[ \t]*(?:[-*+][ \t]+)?/, '').replace(BLOCK, ''),
    ]),
  );
}

/** A block that stands for others shows only its own words. */
const BLOCK = new RegExp(BLOCK_REFERENCE.source, 'g');
