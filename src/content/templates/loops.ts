import { type BlockParts, isBlockOfSet, readBlockParts } from './block-parts.ts';
import { DEEPEST, spend } from './budget.ts';
import type { Expander, Replacement } from './expander.ts';
import { freeze } from './pieces.ts';
import { evaluateValue, readTerm } from './values.ts';

type WriteBlock = (block: BlockParts, expander: Expander) => string | undefined;

/** Blocks whose content is known when a value is. */
const BLOCKS: ReadonlyMap<string, WriteBlock> = new Map(
  Object.entries<WriteBlock>({ for: writeLoop, case: writeCase, capture, set: capture, renderTemplate }),
);

/**
 * Reads `{% for %}`, `{% case %}`, `{% capture %}`, `{% set %}` and `{% renderTemplate %}` with all that is in them, up to their end.
 * @returns undefined for other tags, and where no one can know what the block shows
 */
export function readLiquidBlock(
  expander: Expander,
  name: string,
  options: string,
  start: number,
): Replacement | undefined {
  const write = BLOCKS.get(name);
  const { text, isFirst, depth, found } = expander;
  if (write === undefined || depth >= DEEPEST || found.get(`unread ${name}`) === -1) return undefined;
  if (name === 'set' && !isBlockOfSet(name, options)) return undefined;
  const block = readBlockParts(text, start, isFirst);
  if (block === undefined) found.set(`unread ${name}`, -1);
  const written = block === undefined ? undefined : write(block, expander);
  return block === undefined || written === undefined ? undefined : { text: written, end: block.end };
}

/** `{% for item in list limit: 3 %}…{% else %}…{% endfor %}`. */
function writeLoop({ parts }: BlockParts, expander: Expander): string | undefined {
  const [body, otherwise] = parts;
  const [, name = '', term = '', rest = ''] =
    /^([\w-]+)\s+in\s+(\([^)]*\)|\S+)\s*(.*)$/s.exec(body?.options ?? '') ?? [];
  if (body === undefined || name === '' || /\{%-?\s*(?:break|continue)\b/.test(body.text)) return undefined;
  const items = selectItems(toList(readTerm(term, expander)), rest, expander);
  if (items === undefined) return undefined;
  if (items.length === 0) return otherwise === undefined ? '' : expander.expandInner(otherwise.text);
  if (!spend(expander, items.length * (body.text.length + 16))) return undefined;
  const { assigned } = expander;
  const before = [assigned.get(name), assigned.get('forloop')];
  const written = items.map((item, index) => {
    assigned.set(name, item);
    assigned.set('forloop', describeLoop(index, items.length));
    return expander.expandInner(body.text);
  });
  restore(assigned, name, before[0]);
  restore(assigned, 'forloop', before[1]);
  return written.join('');
}

/** A mapping is a list of pairs. */
function toList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value === null) return [];
  return typeof value === 'object' ? Object.entries(value) : undefined;
}

function selectItems(
  list: readonly unknown[] | undefined,
  options: string,
  expander: Expander,
): readonly unknown[] | undefined {
  const number = (name: string): number | undefined => {
    const term = new RegExp(`\\b${name}:\\s*([\\w.-]+)`).exec(options)?.[1];
    return term === undefined ? undefined : Number(readTerm(term, expander) ?? Number.NaN);
  };
  const [from, count] = [number('offset') ?? 0, number('limit') ?? list?.length ?? 0];
  if (list === undefined || Number.isNaN(from) || Number.isNaN(count)) return undefined;
  const items = list.slice(from, from + count);
  return /^reversed\b/.test(options) ? items.toReversed() : items;
}

function describeLoop(index: number, length: number): Readonly<Record<string, unknown>> {
  return {
    ...{ index: index + 1, index0: index, rindex: length - index, rindex0: length - index - 1, length },
    ...{ first: index === 0, last: index === length - 1 },
  };
}

function restore(assigned: Map<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) assigned.delete(name);
  else assigned.set(name, value);
}

/** `{% case x %}{% when "a", "b" %}…{% else %}…{% endcase %}`. */
function writeCase({ parts: [head, ...branches] }: BlockParts, expander: Expander): string | undefined {
  const value = evaluateValue(head?.options ?? '', expander);
  if (value === undefined) return undefined;
  for (const { name, options, text } of branches) {
    const terms = options.split(/\s*,\s*|\s+or\s+/).map((term) => readTerm(term, expander));
    if (name === 'when' && terms.includes(undefined)) return undefined;
    if (name !== 'else' && !terms.some((term) => String(term ?? '') === String(value ?? ''))) continue;
    return spend(expander, text.length) ? expander.expandInner(text) : undefined;
  }
  return '';
}

/** `{% capture name %}…{% endcapture %}`, and the same with `set`: shown where its name is. */
function capture({ parts: [body] }: BlockParts, expander: Expander): string | undefined {
  if (body === undefined || !spend(expander, body.text.length)) return undefined;
  expander.assigned.set(body.options, expander.expandInner(body.text));
  return '';
}

/** `{% renderTemplate "webc" %}…{% endrenderTemplate %}` of Eleventy: HTML, in which Markdown reads nothing, unless the language is Markdown. */
function renderTemplate({ parts: [body] }: BlockParts, expander: Expander): string | undefined {
  if (body === undefined || !spend(expander, body.text.length)) return undefined;
  const inner = expander.expandInner(body.text);
  return /^["'][^"']*\bmd\b/.test(body.options) ? `\n\n${inner}\n\n` : freeze(inner).trim();
}
