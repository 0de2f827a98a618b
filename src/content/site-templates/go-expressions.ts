import type { Expression } from './parts.ts';

const TOKEN =
  /\s*(?:("(?:[^"\\\n]|\\.)*")|`([^`]*)`|(-?\d+(?:\.\d+)?)(?![\w.])|([|(),])|(\$?[\w]*(?:\.[A-Za-z_]\w*)*\.?))/y;
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['nil', null],
]);
/** Brackets in brackets deeper than this are no template. */
const DEEPEST = 20;

interface Token {
  readonly kind: 'literal' | 'sign' | 'word';
  readonly text: string;
  readonly value: string | number;
  /** Whether white space stands before it: `(dict).key` has none. */
  readonly isApart: boolean;
}

/** Reads a pipeline such as `.Get "src" | default "a" | safeHTML`. @returns undefined for what is none */
export function parseExpression(text: string): Expression | undefined {
  const tokens = splitTokens(text);
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const expression = readPipeline(reader);
  return reader.at === tokens.length ? expression : undefined;
}

function splitTokens(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const whole = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < whole.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(whole);
    if (match === null || match[0].trim() === '') return undefined;
    const isApart = from === 0 || /^\s/.test(match[0]);
    const [, quoted, raw, number, sign, word = ''] = match;
    if (quoted !== undefined) {
      const value = unquote(quoted);
      if (value === undefined) return undefined;
      tokens.push({ kind: 'literal', text: quoted, value, isApart });
    } else if (raw !== undefined) tokens.push({ kind: 'literal', text: raw, value: raw, isApart });
    else if (number !== undefined)
      tokens.push({ kind: 'literal', text: number, value: Number(number), isApart });
    else tokens.push({ kind: sign === undefined ? 'word' : 'sign', text: sign ?? word, value: '', isApart });
  }
  return tokens;
}

/** Go's quotes are those of JSON, but for a few escapes that no template has. */
function unquote(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function readPipeline(reader: Reader): Expression | undefined {
  if (reader.depth++ > DEEPEST) return undefined;
  let value = readCommand(reader);
  while (value !== undefined && reader.tokens[reader.at]?.text === '|' && isSign(reader)) {
    reader.at++;
    const next = readCommand(reader);
    if (next === undefined || next.kind === 'literal') return undefined;
    value = { ...next, args: [...next.args, value] };
  }
  reader.depth--;
  return value;
}

function isSign({ tokens, at }: Reader): boolean {
  return tokens[at]?.kind === 'sign';
}

/** An operand, or a function or method with its arguments. */
function readCommand(reader: Reader): Expression | undefined {
  const first = readOperand(reader);
  if (first === undefined) return undefined;
  const args: Expression[] = [];
  while (reader.at < reader.tokens.length && (!isSign(reader) || reader.tokens[reader.at]?.text === '(')) {
    const argument = readOperand(reader);
    if (argument === undefined) return undefined;
    args.push(argument);
  }
  if (args.length === 0) return first;
  return first.kind === 'literal' ? undefined : { ...first, args };
}

function readOperand(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return undefined;
  if (token.kind === 'literal') return { kind: 'literal', value: token.value };
  if (token.kind === 'word') return readWord(token.text);
  if (token.text !== '(') return undefined;
  const inner = readPipeline(reader);
  if (inner === undefined || reader.tokens[reader.at++]?.text !== ')') return undefined;
  const next = reader.tokens[reader.at];
  if (next?.kind !== 'word' || next.isApart || !next.text.startsWith('.')) return inner;
  reader.at++;
  return { kind: 'path', from: inner, steps: next.text.slice(1).split('.'), args: [] };
}

function readWord(word: string): Expression | undefined {
  if (CONSTANTS.has(word)) return { kind: 'literal', value: CONSTANTS.get(word) ?? null };
  const [root = '', ...steps] = word.split('.');
  if (word === '.') return { kind: 'path', from: '.', steps: [], args: [] };
  if (word.endsWith('.')) return undefined;
  if (root === '' || root.startsWith('$'))
    return { kind: 'path', from: root === '' ? '.' : root, steps, args: [] };
  if (root === 'site') return { kind: 'path', from: '@', steps: ['Site', ...steps], args: [] };
  if (root === 'page') return { kind: 'path', from: '@', steps: ['Page', ...steps], args: [] };
  return { kind: 'call', name: word, args: [] };
}
