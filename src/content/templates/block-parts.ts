import { trimAround } from './trim.ts';

/** A piece of a block: the tag that begins it, and its text. */
interface BlockPart {
  /** `for`, `else`, `when`. */
  readonly name: string;
  readonly options: string;
  readonly text: string;
}

/** A block with all that is in it, up to its end tag. */
export interface BlockParts {
  readonly parts: readonly BlockPart[];
  readonly end: number;
}

const TAG = /\{%[-~+]?\s*(\w+)\b([^%]{0,2000}?)[-~+]?%\}/g;
const NESTED: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'for',
  'case',
  'tablerow',
  'capture',
  'raw',
  'comment',
  'renderTemplate',
]);

/**
 * Reads the block whose tag begins at `start`: its parts, divided by its own `else` and `when`, and where it ends.
 * @param trims whether `{%-` takes white space along
 * @returns undefined where it has no end
 */
export function readBlockParts(text: string, start: number, trims: boolean): BlockParts | undefined {
  TAG.lastIndex = start;
  const open: string[] = [];
  const parts: BlockPart[] = [];
  let begun: { name: string; options: string; from: number } | undefined;
  for (let match = TAG.exec(text); match !== null; match = TAG.exec(text)) {
    const [tag, name = '', options = ''] = match;
    const place = trims ? trimAround(text, match.index, match.index + tag.length) : undefined;
    const { start: to, end: from } = place ?? { start: match.index, end: match.index + tag.length };
    const isEnd = name === `end${open.at(-1)}`;
    if (isEnd) open.pop();
    const divides = open.length === 1 && (name === 'else' || name === 'when' || name === 'elsif');
    if (begun !== undefined && (divides || (isEnd && open.length === 0)))
      parts.push({
        name: begun.name,
        options: begun.options,
        text: text.slice(begun.from, Math.max(begun.from, to)),
      });
    if (isEnd && open.length === 0) return { parts, end: from };
    if (divides || begun === undefined) begun = { name, options: options.trim(), from };
    const opens = NESTED.has(name) || isBlockOfSet(name, options);
    if (opens && open.at(-1) !== 'raw' && open.at(-1) !== 'comment') open.push(name);
  }
  return undefined;
}

/** `{% set name %}…{% endset %}` of Nunjucks and Zola, not `{% set name = value %}`. */
export function isBlockOfSet(name: string, options: string): boolean {
  return name === 'set' && !options.includes('=');
}
