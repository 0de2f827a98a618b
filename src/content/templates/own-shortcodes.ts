import type { TemplateKind } from '../../model/index.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { writePlainMarkdown } from '../markdown.ts';
import { type Piece, runTemplate, runTeraTemplate } from '../site-templates/run.ts';
import type { Shortcode } from '../site-templates/values.ts';
import { affords, COST, DEEPEST, spend } from './budget.ts';
import { type Expander, type Replacement, readLineStart } from './expander.ts';
import { readInline } from './inline.ts';
import { joinPieces, showsAnything } from './pieces.ts';

/** A shortcode as it stands in a text. */
interface Written {
  readonly name: string;
  /** Its arguments, as written. */
  readonly options: string;
  /** What it shows is Markdown, as with `{{% x %}}`. */
  readonly isMarkdown: boolean;
  readonly start: number;
  /** Where its tag ends. */
  readonly end: number;
}

/** What stands between a tag and its end. */
interface Block {
  readonly inner: string;
  readonly end: number;
}

/**
 * What the site's own template of a shortcode of Hugo shows, in place of all from its tag to its end.
 * @returns undefined where the site has none, where no one can know what a part of it shows, and where that is nothing to read
 */
export function readOwnShortcode(expander: Expander, written: Written): Replacement | undefined {
  const { name, options, end } = written;
  const template = name.endsWith('.inline') ? undefined : findOwn(expander, 'shortcode', name);
  if (template === undefined) return undefined;
  const isOpen = template.includes('.Inner') && !options.endsWith('/');
  const block = isOpen ? findInner(expander, name, end) : undefined;
  return showOwn(expander, written, block, template.length, (shortcode) =>
    runTemplate(template, { ...shortcode, ...readParameters(options) }),
  );
}

/** The same for a call of Zola: `{{ name(a="b") }}`, and `{% name() %}…{% end %}` if it is a block. */
export function readOwnCall(
  expander: Expander,
  call: Omit<Written, 'isMarkdown'>,
  isBlock: boolean,
): Replacement | undefined {
  const { name, options, end } = call;
  const html = findOwn(expander, 'call', `${name}.html`);
  const template = html ?? findOwn(expander, 'call', `${name}.md`);
  const named = template === undefined ? undefined : readCallArguments(options);
  const block = isBlock ? findCallInner(expander, end) : undefined;
  if (template === undefined || named === undefined || (isBlock && block === undefined)) return undefined;
  const written = { ...call, isMarkdown: html === undefined };
  return showOwn(expander, written, block, template.length, (shortcode) =>
    runTeraTemplate(template, { ...shortcode, named }, html !== undefined),
  );
}

function findOwn({ context, depth }: Expander, kind: TemplateKind, name: string): string | undefined {
  return depth >= DEEPEST ? undefined : context.findTemplate?.(kind, name);
}

function showOwn(
  expander: Expander,
  { name, options, isMarkdown, start, end }: Written,
  block: Block | undefined,
  size: number,
  run: (shortcode: Shortcode) => readonly Piece[] | undefined,
): Replacement | undefined {
  if (!spend(expander, size + COST + (block?.inner.length ?? 0))) return undefined;
  const pieces = run(describe(expander, name, block?.inner));
  if (pieces === undefined || !showsAnything(pieces, block?.inner ?? options)) return undefined;
  const inner = block === undefined ? '' : expander.expandInner(block.inner);
  const text = joinPieces(pieces, {
    inner,
    hasTags: /\{[{%]/.test(block?.inner ?? ''),
    isMarkdown,
    lineStart: readIndent(expander, start),
  });
  return { text, end: block?.end ?? end, isBlock: true };
}

/** The white space before a tag that is the first in its line. */
function readIndent({ text }: Expander, start: number): string {
  const line = readLineStart(text, start) ?? '';
  return /^[ \t]*$/.test(line) ? line : '';
}

function describe(expander: Expander, name: string, inner: string | undefined): Shortcode {
  const { title, url, site, siteFacts } = expander.context;
  return {
    ...{ name, inner, site, readMarkdown, named: new Map(), positional: [], page: { title, url }, siteFacts },
    findPartial: (partial) => findOwn(expander, 'partial', partial.replace(/^_?partials\//, '')),
    affords: (value) => affords(expander, value),
  };
}

const PARAMETER = /(?:([\p{L}\p{N}_-]+)\s*=\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|([^\s"`=]+))/gu;

/** Arguments as Hugo reads them: a number or `true` without quotes is one, and names keep their case. */
function readParameters(options: string): Pick<Shortcode, 'named' | 'positional'> {
  const named = new Map<string, string | number | boolean>();
  const positional: (string | number | boolean)[] = [];
  for (const [, name, quoted, raw, bare = ''] of options.replace(/\/\s*$/, '').matchAll(PARAMETER)) {
    const value = quoted?.replace(/\\(["\\])/g, '$1') ?? raw ?? readBare(bare);
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  return { named, positional };
}

function readBare(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

const CALL_ARGUMENT =
  /\s*(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|(true|false|-?\d+(?:\.\d+)?))\s*(?:,|$)/y;

/** @returns undefined where an argument is a list */
function readCallArguments(options: string): Shortcode['named'] | undefined {
  const named = new Map<string, string | number | boolean>();
  CALL_ARGUMENT.lastIndex = 0;
  const text = options.trim();
  while (CALL_ARGUMENT.lastIndex < text.length) {
    const match = CALL_ARGUMENT.exec(text);
    if (match === null) return undefined;
    const [, name = '', double, single, raw, bare = ''] = match;
    named.set(name, double ?? single ?? raw ?? readBare(bare));
  }
  return named;
}

/** What Markdown makes of a text; HTML in it is left to others. */
function readMarkdown(text: string, keepsParagraph: boolean): string | undefined {
  if (keepsParagraph || /\n\s*\n|^\s*(?:[-*+>#|~`]|\d+[.)]\s)/m.test(text)) return writePlainMarkdown(text);
  return readInline(text.trim());
}

/** What stands between a tag and its end; others of the same name may stand in it. */
function findInner(expander: Expander, name: string, from: number): Block | undefined {
  const key = `inner of ${name}`;
  if (expander.found.get(key) === -1) return undefined;
  const tag = new RegExp(
    `\\{\\{[<%]\\s*(/?)\\s*${escapePattern(name)}(?=[\\s/>%])(?:[^<>{}"]|"[^"]*"){0,400}?[>%]\\}\\}`,
    'g',
  );
  const block = findBlock(expander.text, tag, from);
  if (block === undefined) expander.found.set(key, -1);
  return block;
}

/** Every block of Zola ends alike. */
function findCallInner(expander: Expander, from: number): Block | undefined {
  const key = 'inner of calls';
  if (expander.found.get(key) === -1) return undefined;
  const block = findBlock(expander.text, /\{%-?\s*(?:(e)nd\s*-?%\}|[\w:]+\s*\()/g, from);
  if (block === undefined) expander.found.set(key, -1);
  return block;
}

/** @param tag an opening tag, or a closing one, of which it finds a part; one that ends with a slash is both */
function findBlock(text: string, tag: RegExp, from: number): Block | undefined {
  tag.lastIndex = from;
  let open = 1;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    if (match[1]) open--;
    else if (!/\/\s*[>%]\}\}$/.test(match[0])) open++;
    if (open === 0) return { inner: text.slice(from, match.index), end: tag.lastIndex };
  }
  return undefined;
}
