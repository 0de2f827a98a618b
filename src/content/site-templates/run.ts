import { escapeAttribute } from '../../text/escape-html.ts';
import { callFunction } from './functions.ts';
import { parseTemplate } from './go-template.ts';
import type { Branch, Expression, Part } from './parts.ts';
import { resize, walk } from './resources.ts';
import { readOfShortcode } from './shortcode-facts.ts';
import { parseTeraTemplate } from './tera-template.ts';
import {
  describeLoop,
  type Inner,
  isInner,
  isSafe,
  isTrue,
  type Shortcode,
  textOf,
  type Value,
} from './values.ts';

/** What a template shows, piece by piece: HTML, and the inner text of the shortcode. */
export type Piece = string | Inner;

/** More parts, and more characters, than any shortcode shows. */
const MOST_PARTS = 5000;
const MOST_SHOWN = 200_000;

/** What `.` is outside of `with` and `range`: the shortcode itself. */
const ROOT = Symbol('shortcode');
type Dot = Value | typeof ROOT;

interface Run {
  readonly shortcode: Shortcode;
  readonly pieces: Piece[];
  readonly variables: Map<string, Value>;
  /** What has no value in Zola is tested by its templates. */
  readonly isTera: boolean;
  readonly escapes: boolean;
  /** What `$` is: the shortcode, or what a partial is given. */
  readonly root: Dot;
  /** In how many partials this one stands. */
  readonly depth: number;
  steps: number;
  size: number;
}

const START = () => ({
  ...{ pieces: [], variables: new Map(), isTera: false, escapes: true, steps: 0, size: 0 },
  ...({ root: ROOT, depth: 0 } as const),
});

/**
 * What a template of a shortcode of Hugo shows. Nothing but text, values and choices is read.
 * @returns undefined where it does anything else, or where a value is unknown
 */
export function runTemplate(template: string, shortcode: Shortcode): readonly Piece[] | undefined {
  return runAll(parseTemplate(template), { ...START(), shortcode });
}

/** The same for a template of Zola, in which arguments are variables. @param escapes whether it is HTML */
export function runTeraTemplate(
  template: string,
  shortcode: Shortcode,
  escapes: boolean,
): readonly Piece[] | undefined {
  const variables = new Map<string, Value>([...shortcode.named].map(([name, value]) => [`$${name}`, value]));
  if (shortcode.inner !== undefined) variables.set('$body', { inner: escapes ? 'text' : 'html' });
  return runAll(parseTeraTemplate(template), { ...START(), shortcode, variables, isTera: true, escapes });
}

function runAll(parts: readonly Part[] | undefined, run: Run): readonly Piece[] | undefined {
  return parts !== undefined && runParts(parts, ROOT, run) ? run.pieces : undefined;
}

/** @returns whether all of it is known */
function runParts(parts: readonly Part[], dot: Dot, run: Run): boolean {
  return parts.every((part) => {
    if (run.steps++ > MOST_PARTS) return false;
    if (part.kind === 'text') return addHtml(run, part.text);
    if (part.kind === 'choice') return runChoice(part.branches, dot, run);
    const value = evaluate(part.value, dot, run);
    if (value === undefined || !run.shortcode.affords(value)) return false;
    if (part.kind === 'output') return show(value, run);
    run.variables.set(part.name, value);
    return true;
  });
}

function runChoice(branches: readonly Branch[], dot: Dot, run: Run): boolean {
  for (const { kind, value, names, parts } of branches) {
    if (value === undefined) return runParts(parts, dot, run);
    const found = evaluate(value, dot, run);
    if (found === undefined) return false;
    if (!isTrue(found, run.shortcode)) continue;
    if (kind === 'range') return runLoop(found, names, parts, run);
    for (const name of names) run.variables.set(name, found);
    return runParts(parts, kind === 'with' ? found : dot, run);
  }
  return true;
}

function runLoop(list: Value, names: readonly string[], parts: readonly Part[], run: Run): boolean {
  if (!Array.isArray(list)) return false;
  return list.every((item, at) => {
    const [first, second] = names;
    if (run.isTera) run.variables.set('$loop', describeLoop(at, list.length));
    if (second !== undefined) run.variables.set(second, item);
    if (first !== undefined) run.variables.set(first, second === undefined ? item : at);
    return runParts(parts, item, run);
  });
}

function addHtml(run: Run, html: string): boolean {
  const { pieces } = run;
  run.size += html.length;
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + html;
  else pieces.push(html);
  return run.size <= MOST_SHOWN;
}

/** Go escapes what it does not know to be HTML; in a tag, that too. */
function show(value: Value, run: Run): boolean {
  const before = run.pieces.at(-1);
  const isInTag = typeof before === 'string' && before.lastIndexOf('<') > before.lastIndexOf('>');
  if (isInner(value) && !isInTag) {
    run.pieces.push(value);
    return true;
  }
  const text = textOf(value, run.shortcode);
  if (text === undefined) return false;
  const isHtml = (isSafe(value) && !isInTag) || !run.escapes;
  return addHtml(run, isHtml ? text : escapeAttribute(text));
}

function evaluate(expression: Expression, dot: Dot, run: Run): Value | undefined {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'call' && PARTIAL.test(expression.name))
    return runPartial(expression.args, dot, run);
  if (expression.kind === 'call' && TRANSLATION.test(expression.name))
    return runTranslation(expression.args, dot, run);
  const args: Value[] = [];
  for (const each of expression.args) {
    const value = evaluate(each, dot, run);
    if (value === undefined) return undefined;
    args.push(value);
  }
  if (expression.kind === 'call') return callFunction(expression.name, args, run.shortcode);
  const { from, steps } = expression;
  const start = typeof from === 'string' ? readStart(from, dot, run) : evaluate(from, dot, run);
  if (start === ROOT) return readOfShortcode(steps, args, run.shortcode);
  return args.length > 0 ? resize(start, steps) : walk(start, steps);
}

const PARTIAL = /^(?:partial(?:Cached)?|partials\.Include(?:Cached)?)$/;
/** Partials in partials deeper than this go in a circle. */
const DEEPEST = 5;

const TRANSLATION = /^(?:i18n|T|lang\.Translate)$/;

/** A text of the site, which is a template of its own: with a number as `.Count`, or with what it is given. */
function runTranslation(args: readonly Expression[], dot: Dot, run: Run): Value | undefined {
  const [key, given] = args.map((each) => evaluate(each, dot, run));
  if (typeof key !== 'string' || (args.length > 1 && given === undefined)) return undefined;
  const count = given instanceof Map ? given.get('Count') : given;
  const text = run.shortcode.siteFacts?.translate(key, typeof count === 'number' ? count : undefined);
  if (text === undefined || !text.includes('{{')) return text;
  const parts = parseTemplate(text);
  const root: Value = given instanceof Map ? given : new Map([['Count', given ?? null]]);
  const own: Run = { ...run, pieces: [], variables: new Map(), root, escapes: false, depth: run.depth + 1 };
  return parts && run.depth < DEEPEST && runParts(parts, root, own) ? own.pieces.join('') : undefined;
}

/** What a partial shows, which has a dot of its own: the shortcode, or a value. */
function runPartial(args: readonly Expression[], dot: Dot, run: Run): Value | undefined {
  const [name, given] = args;
  const path = name === undefined ? undefined : evaluate(name, dot, run);
  const template =
    typeof path === 'string' && run.depth < DEEPEST ? run.shortcode.findPartial(path) : undefined;
  const parts = template === undefined ? undefined : parseTemplate(template);
  const root = given === undefined ? null : readDot(given, dot, run);
  if (parts === undefined || root === undefined) return undefined;
  const own: Run = { ...run, pieces: [], variables: new Map(), root, depth: run.depth + 1 };
  const isKnown = runParts(parts, root, own);
  run.steps = own.steps;
  if (!isKnown || own.pieces.some((piece) => typeof piece !== 'string')) return undefined;
  return { html: own.pieces.join('') };
}

function readDot(given: Expression, dot: Dot, run: Run): Dot | undefined {
  const isWhole = given.kind === 'path' && typeof given.from === 'string' && given.steps.length === 0;
  return isWhole ? readStart(given.from, dot, run) : evaluate(given, dot, run);
}

function readStart(from: string, dot: Dot, run: Run): Dot | undefined {
  if (from === '.') return dot;
  if (from === '$') return run.root;
  if (from === '@') return ROOT;
  return run.variables.get(from) ?? (run.isTera ? null : undefined);
}
