import { parseExpression } from './go-expressions.ts';
import type { Branch, Part } from './parts.ts';
import { splitActions } from './split-actions.ts';

/** A comment, or code with its texts; the white space and the hyphen before the end are part of both, so that no text is read twice. */
const ACTION =
  /\{\{(-(?=\s))?(\s*\/\*[\s\S]{0,4000}?\*\/\s*-?|(?:"(?:[^"\\\n]|\\.){0,2000}"|`[^`]{0,2000}`|[^"`{}]){0,2000})\}\}/y;
/** Blocks in blocks deeper than this are a program. */
const DEEPEST = 30;

/** Reads a template of Hugo. @returns undefined where a part of it is none that we know, such as `define` */
export function parseTemplate(text: string): readonly Part[] | undefined {
  const root: Part[] = [];
  const open: { branches: Branch[]; parts: Part[] }[] = [{ branches: [], parts: root }];
  const divided = splitActions(text, /\{\{/g, ACTION);
  if (divided === undefined) return undefined;
  let trims = false;
  for (const { before, match } of divided.actions) {
    const [, trimsBefore, written = ''] = match;
    const trimsAfter = /\s-$/.test(written);
    const inner = (trimsAfter ? written.slice(0, -1) : written).trim();
    addText(open, trims ? before.trimStart() : before, trimsBefore !== undefined);
    trims = trimsAfter;
    if (!inner.startsWith('/*') && !addAction(open, inner)) return undefined;
  }
  addText(open, trims ? divided.rest.trimStart() : divided.rest, false);
  return open.length === 1 ? root : undefined;
}

type Open = { branches: Branch[]; parts: Part[] }[];

function addText(open: Open, text: string, trims: boolean): void {
  open.at(-1)?.parts.push({ kind: 'text', text: trims ? text.trimEnd() : text });
}

function addAction(open: Open, inner: string): boolean {
  const [, word = '', rest = ''] = /^(if|with|range|else|end)\b\s*([\s\S]*)$/.exec(inner) ?? [];
  if (word === 'end') return rest === '' && close(open);
  if (word === 'else') return addElse(open, rest);
  if (word === 'if' || word === 'with' || word === 'range') {
    const branch = readBranch(word, rest);
    if (branch === undefined || open.length > DEEPEST) return false;
    open.push({ branches: [branch], parts: branch.parts });
    return true;
  }
  const [, name, written = inner] = /^(\$\w+)\s*:?=\s*([\s\S]+)$/.exec(inner) ?? [];
  const value = parseExpression(written);
  if (value === undefined) return false;
  open.at(-1)?.parts.push(name === undefined ? { kind: 'output', value } : { kind: 'set', name, value });
  return true;
}

function readBranch(kind: 'if' | 'with' | 'range', text: string): Branch | undefined {
  const [, names = '', written = text] = /^(\$\w+(?:\s*,\s*\$\w+)?)\s*:=\s*([\s\S]+)$/.exec(text) ?? [];
  const value = parseExpression(written);
  return value && { kind, value, names: names.match(/\$\w+/g) ?? [], parts: [] };
}

/** `else`, `else if x` and `else with x`. */
function addElse(open: Open, text: string): boolean {
  const block = open.at(-1);
  if (block === undefined || block.branches.length === 0) return false;
  const [, kind, rest = ''] = /^(if|with)\s+([\s\S]*)$/.exec(text) ?? [];
  if (kind === undefined && text !== '') return false;
  const branch: Branch | undefined =
    kind === 'if' || kind === 'with'
      ? readBranch(kind, rest)
      : { kind: 'else', value: undefined, names: [], parts: [] };
  if (branch === undefined) return false;
  block.branches.push(branch);
  block.parts = branch.parts;
  return true;
}

function close(open: Open): boolean {
  const block = open.pop();
  if (block === undefined || block.branches.length === 0) return false;
  open.at(-1)?.parts.push({ kind: 'choice', branches: block.branches });
  return true;
}
