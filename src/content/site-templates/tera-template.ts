import type { Branch, Part } from './parts.ts';
import { splitActions } from './split-actions.ts';
import { parseTeraExpression } from './tera-expressions.ts';

const ACTION = /\{([{%#])(-?)((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'#%}]|[#%}](?!\}))*?)(-?)[#%}]\}/y;
/** Blocks in blocks deeper than this are a program. */
const DEEPEST = 30;

interface Block {
  readonly name: 'if' | 'for';
  readonly branches: Branch[];
  parts: Part[];
}

/** Reads a template of Zola. @returns undefined where a part of it is none that we know, such as a macro */
export function parseTeraTemplate(text: string): readonly Part[] | undefined {
  const root: Part[] = [];
  const open: Block[] = [];
  const divided = splitActions(text, /\{[{%#]/g, ACTION);
  if (divided === undefined) return undefined;
  let trims = false;
  const add = (part: Part) => (open.at(-1)?.parts ?? root).push(part);
  const addText = (between: string, trimsAfter: boolean) => {
    const start = trims ? between.trimStart() : between;
    add({ kind: 'text', text: trimsAfter ? start.trimEnd() : start });
  };
  for (const { before, match } of divided.actions) {
    const [, sign, trimsBefore, inner = '', trimsAfter] = match;
    addText(before, trimsBefore === '-');
    trims = trimsAfter === '-';
    if (sign === '#') continue;
    const isRead = sign === '{' ? addOutput(inner, add) : addTag(inner.trim(), open, add);
    if (!isRead) return undefined;
  }
  addText(divided.rest, false);
  return open.length === 0 ? root : undefined;
}

function addOutput(inner: string, add: (part: Part) => void): boolean {
  const value = parseTeraExpression(inner);
  if (value !== undefined) add({ kind: 'output', value });
  return value !== undefined;
}

function addTag(inner: string, open: Block[], add: (part: Part) => void): boolean {
  const [, name = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(inner) ?? [];
  if (name === 'set' || name === 'set_global') return addSetting(rest, add);
  if (name === 'if' || name === 'for') return openBlock(name, rest, open);
  const block = open.at(-1);
  if (block === undefined) return false;
  if (name === `end${block.name}`) {
    open.pop();
    add({ kind: 'choice', branches: block.branches });
    return true;
  }
  const branch = name === 'elif' && block.name === 'if' ? readBranch('if', rest) : readElse(name);
  return branch !== undefined && addBranch(block, branch);
}

function addSetting(text: string, add: (part: Part) => void): boolean {
  const [, name = '', written = ''] = /^(\w+)\s*=\s*([\s\S]+)$/.exec(text) ?? [];
  const value = parseTeraExpression(written);
  if (value !== undefined) add({ kind: 'set', name: `$${name}`, value });
  return value !== undefined;
}

function openBlock(name: Block['name'], text: string, open: Block[]): boolean {
  const branch = name === 'if' ? readBranch('if', text) : readLoop(text);
  if (branch === undefined || open.length >= DEEPEST) return false;
  open.push({ name, branches: [branch], parts: branch.parts });
  return true;
}

function readLoop(text: string): Branch | undefined {
  const [, variable, list = ''] = /^(\w+)\s+in\s+([\s\S]+)$/.exec(text) ?? [];
  return variable === undefined ? undefined : readBranch('range', list, [`$${variable}`]);
}

function readBranch(kind: 'if' | 'range', text: string, names: readonly string[] = []): Branch | undefined {
  const value = parseTeraExpression(text);
  return value && { kind, value, names, parts: [] };
}

function readElse(name: string): Branch | undefined {
  return name === 'else' ? { kind: 'else', value: undefined, names: [], parts: [] } : undefined;
}

function addBranch(block: Block, branch: Branch): boolean {
  block.branches.push(branch);
  block.parts = branch.parts;
  return true;
}
