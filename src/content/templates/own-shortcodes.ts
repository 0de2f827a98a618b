import { writePlainMarkdown } from '../markdown.ts';
import { runTemplate } from '../site-templates/run.ts';
import type { Shortcode } from '../site-templates/values.ts';
import { affords, COST, DEEPEST, spend } from './budget.ts';
import type { Expander, Replacement } from './expander.ts';
import { readInline } from './inline.ts';
import { joinPieces, showsAnything } from './pieces.ts';

/** A shortcode of Hugo as it stands in a text. */
interface Written {
  readonly name: string;
  /** Its arguments, as written. */
  readonly options: string;
  /** `{{% x %}}`: what it shows is Markdown. */
  readonly isMarkdown: boolean;
  readonly start: number;
  /** Where its tag ends. */
  readonly end: number;
}

/**
 * What the site's own template of a shortcode shows, in place of all from its tag to its end.
 * @returns undefined where the site has none, where nobody can know what a part of it shows, and where that is nothing to read
 */
export function readOwnShortcode(expander: Expander, written: Written): Replacement | undefined {
  const { context, depth } = expander;
  const { name, start, end } = written;
  const template = depth >= DEEPEST ? undefined : context.findTemplate?.('shortcode', name);
  if (template === undefined || name.endsWith('.inline')) return undefined;
  const block = template.includes('.Inner') ? findInner(expander, name, end, written.options) : undefined;
  const size = template.length + COST + (block?.inner.length ?? 0);
  if (!spend(expander, size)) return undefined;
  const pieces = runTemplate(template, describe(expander, written, block?.inner));
  if (pieces === undefined || !showsAnything(pieces, block?.inner ?? written.options)) return undefined;
  const inner = block === undefined ? '' : expander.expandInner(block.inner);
  const text = joinPieces(pieces, {
    inner,
    isMarkdown: written.isMarkdown,
    lineStart: readIndent(expander, start),
  });
  return { text, end: block?.end ?? end, isBlock: true };
}

/** The white space before a tag that stands alone in its line. */
function readIndent({ text }: Expander, start: number): string {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', start - 1) + 1), start);
  return /^[ \t]*$/.test(line) ? line : '';
}

function describe(expander: Expander, { name, options }: Written, inner: string | undefined): Shortcode {
  const { title, url, site } = expander.context;
  return {
    name,
    ...readParameters(options),
    inner,
    page: { title, url },
    site,
    readMarkdown,
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

/** A text of one paragraph becomes what is in it, others blocks; HTML in the text is left to others. */
function readMarkdown(text: string): string | undefined {
  if (!/\n\s*\n|^\s*(?:[-*+>#|~`]|\d+[.)]\s)/m.test(text)) return readInline(text.trim());
  return writePlainMarkdown(text);
}

/** What stands between a tag and its end; others of the same name may stand in it. */
function findInner(
  expander: Expander,
  name: string,
  from: number,
  options: string,
): { readonly inner: string; readonly end: number } | undefined {
  const key = `inner of ${name}`;
  if (options.endsWith('/') || expander.found.get(key) === -1) return undefined;
  const tag = new RegExp(
    `\\{\\{[<%]\\s*(/?)\\s*${name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?=[\\s/>%])(?:[^<>{}"]|"[^"]*"){0,400}?[>%]\\}\\}`,
    'g',
  );
  tag.lastIndex = from;
  let open = 1;
  for (let match = tag.exec(expander.text); match !== null; match = tag.exec(expander.text)) {
    if (match[1] === '/') open--;
    else if (!/\/\s*[>%]\}\}$/.test(match[0])) open++;
    if (open === 0) return { inner: expander.text.slice(from, match.index), end: tag.lastIndex };
  }
  expander.found.set(key, -1);
  return undefined;
}
