import type { Expression } from './parts.ts';
import { call, FUNCTIONS, readName } from './tera-names.ts';

const TOKEN =
  /\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|(-?\d+(?:\.\d+)?)(?![\w.])|(==|!=|<=|>=|::|[|(),=~<>+*/%-])|([A-Za-z_]\w*(?:\.\w+)*))/y;
/** Brackets in brackets deeper than this are no template. */
const DEEPEST = 20;
/** What binds less comes first. */
const OPERATORS: readonly ReadonlyMap<string, string>[] = [
  new Map([['or', 'or']]),
  new Map([['and', 'and']]),
  new Map([
    ['==', 'eq'],
    ['!=', 'ne'],
    ['<=', 'le'],
    ['>=', 'ge'],
    ['<', 'lt'],
    ['>', 'gt'],
    ['in', 'isin'],
  ]),
  new Map([
    ['~', 'print'],
    ['+', 'add'],
    ['-', 'sub'],
  ]),
  new Map([
    ['*', 'mul'],
    ['/', 'div'],
    ['%', 'mod'],
  ]),
];
/** Filters by the names of functions, with the names of their arguments in the order of those. */
const FILTERS: ReadonlyMap<string, readonly [name: string, ...args: string[]]> = new Map(
  Object.entries({
    default: ['otherwise', 'value'],
    safe: ['safehtml'],
    markdown: ['markdownblocks'],
    upper: ['upper'],
    lower: ['lower'],
    trim: ['trimspace'],
    replace: ['replacein', 'from', 'to'],
    split: ['splitat', 'pat'],
    join: ['join', 'sep'],
    striptags: ['plainify'],
    escape: ['htmlescape'],
    length: ['runecount'],
    first: ['first'],
    as_str: ['string'],
    int: ['int'],
  }),
);

interface Token {
  readonly kind: 'literal' | 'sign' | 'word';
  readonly text: string;
  readonly value: string | number;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/** Reads an expression of Tera, such as `caption | markdown(inline=true) | safe`. @returns undefined for what is none that we know */
export function parseTeraExpression(text: string): Expression | undefined {
  const tokens = splitTokens(text.trim());
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const expression = readBinary(reader, 0);
  return reader.at === tokens.length ? expression : undefined;
}

function splitTokens(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, double, single, raw, number, sign, word = ''] = match;
    const quoted = double ?? single ?? raw;
    if (quoted !== undefined) tokens.push({ kind: 'literal', text: '', value: quoted });
    else if (number !== undefined) tokens.push({ kind: 'literal', text: '', value: Number(number) });
    else tokens.push({ kind: sign === undefined ? 'word' : 'sign', text: sign ?? word, value: '' });
  }
  return tokens;
}

function readBinary(reader: Reader, level: number): Expression | undefined {
  const operators = OPERATORS[level];
  if (operators === undefined) return readUnary(reader);
  let left =
    level === 2 && takes(reader, 'not') ? negate(readBinary(reader, level)) : readBinary(reader, level + 1);
  for (;;) {
    const name = operators.get(reader.tokens[reader.at]?.text ?? '');
    if (left === undefined || name === undefined) return left;
    reader.at++;
    const right = readBinary(reader, level + 1);
    left = right && call(name, left, right);
  }
}

function takes(reader: Reader, text: string): boolean {
  if (reader.tokens[reader.at]?.text !== text) return false;
  reader.at++;
  return true;
}

function negate(value: Expression | undefined): Expression | undefined {
  return value && call('not', value);
}

/** A value with its filters and tests. */
function readUnary(reader: Reader): Expression | undefined {
  let value = readOperand(reader);
  for (;;) {
    if (value === undefined) return undefined;
    if (takes(reader, '|')) value = readFilter(reader, value);
    else if (takes(reader, 'is')) value = readTest(reader, value);
    else return value;
  }
}

function readFilter(reader: Reader, value: Expression): Expression | undefined {
  const filter = reader.tokens[reader.at++]?.text ?? '';
  const args = takes(reader, '(') ? readArguments(reader) : new Map<string, Expression>();
  const [name, ...order] = FILTERS.get(filter) ?? [];
  if (name === undefined || args === undefined) return undefined;
  const inline = args.get('inline');
  if (filter === 'markdown' && inline?.kind === 'literal' && inline.value === true)
    return call('markdownify', value);
  const given = order.map((each) => args.get(each));
  if (given.length !== args.size || !given.every((each) => each !== undefined)) return undefined;
  return call(name, ...given, value);
}

function readTest(reader: Reader, value: Expression): Expression | undefined {
  const isNot = takes(reader, 'not');
  const test = reader.tokens[reader.at++]?.text;
  if (test !== 'defined' && test !== 'undefined') return undefined;
  const isThere = call('isthere', value);
  return (test === 'defined') === isNot ? negate(isThere) : isThere;
}

/** `(name=value, other=value)`, its first bracket read. */
function readArguments(reader: Reader): ReadonlyMap<string, Expression> | undefined {
  const args = new Map<string, Expression>();
  while (!takes(reader, ')')) {
    const name = reader.tokens[reader.at++];
    if (name?.kind !== 'word' || !takes(reader, '=')) return undefined;
    const value = readNested(reader);
    if (value === undefined) return undefined;
    args.set(name.text, value);
    takes(reader, ',');
  }
  return args;
}

function readNested(reader: Reader): Expression | undefined {
  if (++reader.depth > DEEPEST) return undefined;
  const value = readBinary(reader, 0);
  reader.depth--;
  return value;
}

function readOperand(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return undefined;
  if (token.kind === 'literal') return { kind: 'literal', value: token.value };
  if (token.kind === 'sign') {
    const inner = token.text === '(' ? readNested(reader) : undefined;
    return inner !== undefined && takes(reader, ')') ? inner : undefined;
  }
  if (!takes(reader, '(')) return readName(token.text);
  const path = readArguments(reader)?.get('path');
  const name = FUNCTIONS.get(token.text);
  return name === undefined || path === undefined ? undefined : call(name, path);
}
