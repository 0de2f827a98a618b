import { COST, DEEPEST, spend } from './budget.ts';
import type { Expander, Replacement } from './expander.ts';
import { noteRemoved } from './findings.ts';

const INCLUDE = /<!--\s*@include:\s*([^\s<>{}#]+)(?:\{(\d*),(\d*)\})?(#[\w-]+)?\s*-->/y;
const FRONT_MATTER = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/;

/** `<!--@include: ./part.md{3,10}-->` of VitePress: the lines of another file, in the place of the comment. */
export function readFileInclude(expander: Expander, start: number): Replacement | undefined {
  INCLUDE.lastIndex = start;
  const match = INCLUDE.exec(expander.text);
  if (match === null) return undefined;
  const [whole, path = '', from, to, region] = match;
  const end = start + whole.length;
  const part = region === undefined ? readPart(expander, path) : undefined;
  if (part === undefined) {
    noteRemoved(expander, `<!--@include: ${path}-->`, start);
    return { text: '', end };
  }
  const lines = part.split('\n').slice(from ? Number(from) - 1 : 0, to ? Number(to) : undefined);
  return { text: lines.join('\n'), end };
}

/** `<Part />` of MDX, where `import Part from './_part.mdx'` says that it is a file of Markdown. */
export function readImportedPart(expander: Expander, start: number, match: string): Replacement | undefined {
  const name = /\w+/.exec(match)?.[0] ?? '';
  const path = listImports(expander).get(name);
  const part = path === undefined ? undefined : readPart(expander, path);
  return part === undefined ? undefined : { text: `\n\n${part.trim()}\n\n`, end: start + match.length };
}

const IMPORT = /^import\s+([A-Z]\w*)\s+from\s+['"](\.{1,2}\/[^'"\n]+\.mdx?)['"]/gm;
const imports = new WeakMap<Expander, ReadonlyMap<string, string>>();

function listImports(expander: Expander): ReadonlyMap<string, string> {
  const known = imports.get(expander);
  if (known !== undefined) return known;
  const found = new Map([...expander.text.matchAll(IMPORT)].map(([, name = '', path = '']) => [name, path]));
  imports.set(expander, found);
  return found;
}

/** The text of a file without its front matter, with the parts that it names itself. */
function readPart(expander: Expander, path: string): string | undefined {
  const { context, depth } = expander;
  const file = depth >= DEEPEST ? undefined : context.findTemplate?.('part', path);
  if (file === undefined || !spend(expander, file.length + COST)) return undefined;
  return expander.expandInner(file.replaceAll('\r\n', '\n').replace(FRONT_MATTER, ''));
}
