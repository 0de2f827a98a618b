import { findCode } from '../content/code.ts';
import type { BodyFormat } from '../model/index.ts';

/** A URL that a body names, as written, and the offset at which it stands. */
export interface WrittenLink {
  readonly target: string;
  readonly offset: number;
}

/** `](target`, `[name]: target`, `href="target"`; a target with parentheses inside is cut there, and left out. */
const INLINE = /\]\(\s{0,5}<?([^()\s<>]{1,2000})(\()?/g;
const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]{0,5}<?([^\s<>]{1,2000})/gm;
const ATTRIBUTE = /\s(?:href|src|poster)\s{0,5}=\s{0,5}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})')/gi;
/** What a generator fills in: template code, variables, placeholders. */
const TEMPLATE = /[{}$|*\\`]|<%|%>/;

/** The URLs in the body of an article, outside of code, in no particular order. */
export function findLinks(text: string, format: BodyFormat): readonly WrittenLink[] {
  if (format === 'text') return [];
  const isMarkdown = format === 'markdown';
  const visible = maskCode(text, isMarkdown);
  const patterns = isMarkdown ? [INLINE, DEFINITION, ATTRIBUTE] : [ATTRIBUTE];
  return patterns.flatMap((pattern) =>
    [...visible.matchAll(pattern)].flatMap((match) => {
      const target = match[1] ?? match[2] ?? '';
      const isCut = pattern === INLINE && match[2] !== undefined;
      if (isCut || TEMPLATE.test(target)) return [];
      const offset = match.index + match[0].indexOf(target);
      // What goes around code is no target.
      return text.startsWith(target, offset) ? [{ target, offset }] : [];
    }),
  );
}

/** The same text with spaces in place of code, so that offsets stay. */
function maskCode(text: string, isMarkdown: boolean): string {
  let [masked, from] = ['', 0];
  for (const { start, end } of findCode(text, isMarkdown)) {
    masked += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    from = end;
  }
  return masked + text.slice(from);
}
