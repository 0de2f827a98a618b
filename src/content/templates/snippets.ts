import { findCode } from '../code.ts';
import type { CodeRange } from '../code-range.ts';
import { COST, spend } from './budget.ts';
import type { Expander, Replacement } from './expander.ts';
import { noteRemoved } from './findings.ts';

/** `<<< @/snippets/a.js#region{2,4 ts} [title]` of VitePress, on a line of its own. */
export const SNIPPET = /^ {0,3}<<<[ \t]*\S/m;
const LINE = /^<<<([^#{}[\]]+)(#[\w-]+)?[ \t]*(?:\{([^{}]*)\})?[ \t]*(?:\[[^\]]*\])?$/;
/** Longer lines name no file. */
const LONGEST = 500;

/** The code of another file as a fenced block, in the place of the line that names it; lines to highlight look like all others. */
export function readSnippet(expander: Expander, start: number): Replacement | undefined {
  const { text } = expander;
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const isLine = /^ {0,3}$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  if (!isLine || end - start > LONGEST || isCode(expander, start)) return undefined;
  const match = LINE.exec(text.slice(start, end).trimEnd());
  if (match === null) return undefined;
  const [, named = '', region = '', marks = ''] = match;
  const path = named.trim();
  const file = expander.context.findTemplate?.('snippet', path);
  const code = file === undefined ? undefined : cutRegion(file.replaceAll('\r\n', '\n'), region.slice(1));
  if (code === undefined || !spend(expander, code.length + COST)) {
    noteRemoved(expander, `<<< ${path}${region}`, start);
    return { text: '', end };
  }
  const language = /(?:^|\s)([a-z][\w+-]*)/i.exec(marks)?.[1] ?? /\.([a-z]\w*)$/i.exec(path)?.[1] ?? '';
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return { text: `${fence}${language}\n${code}\n${fence}`, end };
}

/** Where code of an article is that was not passed yet; it is looked for once, and offsets only grow. */
const ranges = new WeakMap<Expander, { readonly code: readonly CodeRange[]; next: number }>();

function isCode(expander: Expander, offset: number): boolean {
  const known = ranges.get(expander) ?? { code: findCode(expander.text, true), next: 0 };
  ranges.set(expander, known);
  while ((known.code[known.next]?.end ?? offset + 1) <= offset) known.next++;
  return (known.code[known.next]?.start ?? offset + 1) <= offset;
}

/** The lines between `#region name` and its end, as far to the left as they can be; the whole file if no region is named. */
function cutRegion(file: string, name: string): string | undefined {
  const lines = file.replace(/\n+$/, '').split('\n');
  const shown = name === '' ? lines : linesOfRegion(lines, name);
  if (shown === undefined) return undefined;
  const indents = shown
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = name === '' ? 0 : Math.min(...indents);
  return shown.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
}

function linesOfRegion(lines: readonly string[], name: string): readonly string[] | undefined {
  const begin = lines.findIndex(
    (line) => /#\s*(?:pragma\s+)?region\b\s*(.*)/.exec(line)?.[1]?.split(/[\s*]/)[0] === name,
  );
  if (begin < 0) return undefined;
  const shown: string[] = [];
  let depth = 1;
  for (const line of lines.slice(begin + 1)) {
    const mark = /#\s*(?:pragma\s+)?(end)?region\b/.exec(line);
    if (mark !== null) depth += mark[1] === undefined ? 1 : -1;
    if (depth === 0) break;
    if (mark === null) shown.push(line);
  }
  return shown;
}
