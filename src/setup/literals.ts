import { escapePattern } from '../text/escape-pattern.ts';

/**
 * A piece of a program that matters here. A comment without an end goes to the end, as does a long text without one, so that none is
 * looked for again and again; a quotation mark in a regular expression is not text. A type before `=` is a part of that sign.
 */
const TOKEN =
  /\/\/[^\n]*|:\s*[A-Za-z_$][\w$.]*(?:<[^<>{}=;\n]{0,200}>)?(?:\[\])*\s*=(?![=>])|\/\*[\s\S]*?(?:\*\/|$)|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|'(?:[^'\\\n]|\\.){5000,}|"(?:[^"\\\n]|\\.){5000,}|`(?:[^`\\]|\\.){5000,}|[A-Za-z_$][\w$]*|-?\d[\d_.]*|[{}[\]():,=;?]/g;

/** What a variable of the environment may say, before the text that counts without it: `….env.SITE_URL || 'https://…'`. */
const ENVIRONMENT = /\b\w{1,20}(?:\.\w{1,20})?\.env(?:\.\w+|\[['"]\w+['"]\])\s*(?:\|\||\?\?)\s*(?=['"`])/g;

interface Level {
  /** The key whose value this is; none for a list, a call or a block. */
  readonly key: string | undefined;
  readonly data: Record<string, unknown>;
  /** The texts of a list under a key. */
  readonly list?: unknown[] | undefined;
}

/**
 * The literal values of a program in JavaScript or TypeScript, which is never run: `key: 'text'`, with the keys around it, and
 * `const NAME = 'text'`, which counts where the name stands for a value. Of two values of one key the first counts.
 * @returns mappings as in the program, and the texts in lists; calls and blocks are passed through
 */
export function readLiterals(program: string): Readonly<Record<string, unknown>> {
  const top: Record<string, unknown> = {};
  const levels: Level[] = [{ key: undefined, data: top }];
  for (const { match, token, key, previous } of readSteps(program)) {
    const { data } = levels.at(-1) as Level;
    if (/^[{[(]$/.test(token)) levels.push(open(token, key, data));
    else if (/^[}\])]$/.test(token) && levels.length > 1) levels.pop();
    else if (key !== undefined && isSafe(key))
      note(data, key, literalOf(match, top) ?? constantOf(token, top));
    else if (/^[[,]$/.test(previous ?? '')) levels.at(-1)?.list?.push(...toArray(text(match)));
  }
  // What is assigned to a name, such as `module.exports` or `const config`, is what the program is about.
  const assigned = Object.values(top).filter((value) => typeof value === 'object');
  return Object.assign({}, ...assigned.toReversed(), top);
}

interface Step {
  readonly match: RegExpMatchArray;
  readonly token: string;
  /** The key whose value begins here. */
  readonly key: string | undefined;
  readonly previous: string | undefined;
}

/** The pieces of a program that matter, without comments. */
function* readSteps(program: string): Generator<Step> {
  let before: string[] = [];
  for (const match of program.replace(ENVIRONMENT, '').matchAll(TOKEN)) {
    const [token] = match;
    if (/^\/[/*]/.test(token)) continue;
    yield { match, token, key: keyBefore(before), previous: before.at(-1) };
    before = [...before.slice(-2), text(match) ?? (token.startsWith(':') && token.length > 1 ? '=' : token)];
  }
}

/** A mapping under a key is one of its own; anything else belongs to what is around it. */
function open(token: string, key: string | undefined, data: Record<string, unknown>): Level {
  if (key === undefined || !isSafe(key) || token === '(') return { key: undefined, data };
  if (token === '[') {
    const list: unknown[] | undefined = Object.hasOwn(data, key) ? undefined : [];
    note(data, key, list);
    return { key: undefined, data, list };
  }
  const known = data[key];
  if (typeof known === 'object' && known !== null) return { key, data: known as Record<string, unknown> };
  const own: Record<string, unknown> = {};
  note(data, key, own);
  return { key, data: own };
}

/** The name before `:` or `=`. A mapping that is assigned to a name is as good as one that is exported. */
function keyBefore(before: readonly string[]): string | undefined {
  const [sign, name, first] = before.toReversed();
  // `isLive ? name : other` is a choice.
  return (sign === '=' || (sign === ':' && first !== '?')) && name !== undefined && /^[\w$@/-]+$/.test(name)
    ? name
    : undefined;
}

function note(data: Record<string, unknown>, key: string, value: unknown): void {
  if (value !== undefined && !Object.hasOwn(data, key)) data[key] = value;
}

/** The value of a constant that was defined before. */
function constantOf(name: string, top: Readonly<Record<string, unknown>>): unknown {
  const value = isSafe(name) && Object.hasOwn(top, name) ? top[name] : undefined;
  return typeof value === 'object' ? undefined : value;
}

function toArray<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function isSafe(key: string): boolean {
  return !/^(?:__proto__|constructor|prototype)$/.test(key);
}

function text([, single, double, template]: RegExpMatchArray): string | undefined {
  const written = single ?? double ?? template;
  return written === undefined ? undefined : dropBackslashes(written);
}

function dropBackslashes(written: string): string {
  return written.replace(/\\(.)/g, '$1');
}

/**
 * The keys of these that code gives a value which is no literal: a call, a condition, a name that is imported. Not where the
 * configuration, or a mapping in it, has a literal for the key: then the code is about something else.
 */
export function listComputed(program: string, keys: readonly string[]): readonly string[] {
  const top = readLiterals(program);
  const mappings = [top, ...Object.values(top)].filter(
    (value) => typeof value === 'object' && value !== null,
  );
  const open = keys.filter((key) => !mappings.some((mapping) => Object.hasOwn(mapping, key)));
  // A variable counts where the configuration takes it by its name alone.
  const short = open.filter((key) =>
    new RegExp(`(?<!\\$)[{,]\\s*${escapePattern(key)}\\s*[,}]`).test(program),
  );
  const computed = [...readSteps(program)].flatMap(({ match, token, key, previous }) => {
    if (key === undefined || !(previous === ':' ? open : short).includes(key)) return [];
    const isCode = /^[A-Za-z_$`]/.test(token) && !/^(?:undefined|null)$/.test(token);
    const isKnown = literalOf(match, top) !== undefined || constantOf(token, top) !== undefined;
    return isCode && !isKnown ? [key] : [];
  });
  return keys.filter((key) => computed.includes(key));
}

/** @param top the constants that a template may name */
function literalOf(
  match: RegExpMatchArray,
  top: Readonly<Record<string, unknown>>,
): string | number | boolean | undefined {
  const [token, , , template] = match;
  const filled = template?.replace(/\$\{(\w{1,100})\}/g, (whole, name: string) => {
    const value = constantOf(name, top);
    return typeof value === 'string' ? value : whole;
  });
  const written =
    filled === undefined ? text(match) : filled.includes('${') ? undefined : dropBackslashes(filled);
  if (written !== undefined) return written;
  if (token === 'true' || token === 'false') return token === 'true';
  return /^-?\d/.test(token) ? Number(token.replaceAll('_', '')) : undefined;
}

/**
 * All texts in the value of the first key of a name, whatever chooses among them: those of `isLive ? ['a'] : ['b']` and of
 * `['a', ...more]`.
 */
export function listTexts(program: string, key: string): readonly string[] {
  const start = program.search(new RegExp(`\\b${key}['"]?\\s*:`));
  if (start < 0) return [];
  const rest = program.slice(start).replace(/^[^:]*:/, '');
  const texts: string[] = [];
  let depth = 0;
  for (const match of rest.matchAll(TOKEN)) {
    const [token] = match;
    if (/^[{[(]$/.test(token)) depth++;
    else if (/^[}\])]$/.test(token)) depth--;
    if (depth < 0 || (depth === 0 && (token === ',' || token === ';'))) break;
    const written = /^\/[/*]/.test(token) ? undefined : text(match);
    if (written !== undefined && !written.includes('${')) texts.push(written);
  }
  return [...new Set(texts)];
}

/** The one public URL among the texts that code chooses from for a key: `isLive ? 'https://…' : 'http://localhost:4321'`. */
export function findOnlyUrl(program: string, key: string): string | undefined {
  const urls = listTexts(program, key).filter((text) => /^https:\/\/(?!localhost\b)/.test(text));
  return urls.length === 1 ? urls[0] : undefined;
}

/**
 * The texts of the mapping under a key, each with the text that is its key.
 * @returns undefined where the value is anything else, or has anything else in it
 */
export function listPairs(program: string, key: string): readonly (readonly [string, string])[] | undefined {
  const [, rest] = new RegExp(`^(?!\\s*//).*?\\b${key}['"]?\\s*:\\s*(\\{[\\s\\S]*)`, 'm').exec(program) ?? [];
  const texts: string[] = [];
  let signs = '';
  for (const match of (rest ?? '').matchAll(TOKEN)) {
    const [token] = match;
    if (/^\/[/*]/.test(token)) continue;
    const written = token.startsWith('`') && token.includes('${') ? undefined : text(match);
    if (written !== undefined) texts.push(written);
    signs += written === undefined ? token : '"';
    if (token === '}') break;
  }
  if (!/^\{(?:":",)*(?:":")?\}$/.test(signs)) return undefined;
  return texts.flatMap((from, i) => (i % 2 === 0 ? [[from, texts[i + 1] ?? ''] as const] : []));
}
