import { type Expander, type Replacement, readLineStart } from './expander.ts';
import { HIDING_DIRECTIVE, hideDirective } from './hiding-blocks.ts';

/** A directive that is a block of its own, up to the end of its line. */
const LEAF_DIRECTIVE =
  '(?<![:\\w])::(?=[a-z][\\w-]{0,50}(?:\\[[^\\]\\n]{0,300}\\])?\\{[^{}\\n]{1,500}\\}[ \\t]*(?:\\n|$))';
/** What a directive of remark-directive begins with that means something here. */
export const DIRECTIVE = `${HIDING_DIRECTIVE}|${LEAF_DIRECTIVE}`;
const LEAF = /^::([a-z][\w-]*)(?:\[([^\]\n]*)\])?\{([^{}\n]*)\}[ \t]*(?=\n|$)/;
const ATTRIBUTE = /([\w-]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}]+))/g;

/** Leaves out what a directive hides, and reads one that is a card. */
export function readDirective(expander: Expander, start: number, match: string): Replacement | undefined {
  return match.endsWith('[') ? hideDirective(expander, start, match) : readCard(expander, start);
}

/** Reads `::github{repo="owner/name"}` and `::youtube[text]{id="…"}` of remark-directive as the link that such cards are. */
function readCard(expander: Expander, start: number): Replacement | undefined {
  const { text, context } = expander;
  const isOwn = context.preset === undefined || context.preset === 'astro';
  if (!isOwn || readLineStart(text, start)?.trim() !== '') return undefined;
  const [line, name = '', label, written = ''] = LEAF.exec(text.slice(start, start + 1000)) ?? [];
  if (line === undefined) return undefined;
  const values = [...written.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? ''] as const,
  );
  const found = findTarget(name, new Map(values));
  if (found === undefined) return undefined;
  return { text: `[${label || found.text}](<${found.url}>)`, end: start + line.length };
}

/** Where a card of a name leads. */
function findTarget(
  name: string,
  values: ReadonlyMap<string, string>,
): { readonly url: string; readonly text: string } | undefined {
  const place = values.get('repo') ?? values.get('user');
  if (/^git(?:hub|lab)$/.test(name) && place !== undefined && /^\w[\w-]*(?:\/\w[\w.-]*)?$/.test(place))
    return { url: `https://${name}.com/${place}`, text: place };
  const id = values.get('id');
  if (name === 'youtube' && id !== undefined && /^[\w-]{11}$/.test(id)) {
    const url = `https://www.youtube.com/watch?v=${id}`;
    return { url, text: url };
  }
  const url = ['url', 'href', 'link', 'src'].map((key) => values.get(key)).find((each) => each !== undefined);
  return url !== undefined && /^https?:\/\/[^\s<>]+$/.test(url)
    ? { url, text: values.get('title') ?? url }
    : undefined;
}
