import type { FindTemplate, Preset, ReadValue, SiteFacts } from '../../model/index.ts';
import type { CodeRange } from '../code-range.ts';
import type { Dialect } from '../dialects.ts';
import { type Budget, createBudget } from './budget.ts';

/** What the meaning of template tags depends on. */
export interface TemplateContext {
  readonly markdown: boolean;
  /** MDX: braces are expressions. */
  readonly mdx: boolean;
  /** Lines of `import` and `export` are parts of a program, also where it is not sure what braces are. */
  readonly modules: boolean;
  readonly preset: Preset | undefined;
  readonly dialect: Dialect;
  /** The articles are an Obsidian vault. */
  readonly vault: boolean;
  /** The path from the top of the site of the file that a note embeds by its name alone. */
  readonly findEmbed: ((name: string) => string | undefined) | undefined;
  readonly readValue: ReadValue | undefined;
  readonly findTemplate: FindTemplate | undefined;
  readonly siteFacts: SiteFacts | undefined;
  readonly url: string;
  readonly site: string;
  readonly title: string;
  readonly resolvePost: ((ref: string) => string | undefined) | undefined;
  readonly findTitle?: ((url: string) => string | undefined) | undefined;
}

/** What became of a template tag that has no meaning in a feed, or none we know. */
export interface Finding {
  readonly code: 'removed-template' | 'unknown-reference' | 'hidden-content' | 'embedded-note';
  /** The construct as people write it, such as `{% include %}`; for a reference what it refers to. */
  readonly kind: string;
  /** Where the first of its kind is in the text. */
  readonly offset: number;
  count: number;
}

/** The state of one pass over the template tags of a text. */
export interface Expander {
  readonly text: string;
  readonly context: TemplateContext;
  readonly ranges: readonly CodeRange[];
  /** Templates run before Markdown in this pass: white space and code are theirs too. */
  readonly isFirst: boolean;
  /** What was written, how long it is, and where pieces of it come from. */
  readonly out: string[];
  length: number;
  readonly sources: { readonly from: number; readonly source: number }[];
  readonly findings: Map<string, Finding>;
  /** Ends of the open blocks whose ends do not name them, innermost last: Zola's `{% end %}`, `:::`. */
  readonly openTags: string[];
  readonly openAdmonitions: string[];
  /** Depth of blocks whose content is dropped, such as the body of a loop. */
  dropDepth: number;
  /** What is dropped is the branch of a condition: `else` may end it. */
  isBranch: boolean;
  /** For each open condition whether one of its branches was shown, or no one can know. */
  readonly conditions: boolean[];
  /** What `{% assign %}` gave to variables. */
  readonly assigned: Map<string, unknown>;
  /** In how many blocks this text stands that are expanded on their own, such as loops. */
  readonly depth: number;
  readonly budget: Budget;
  /** Expands the text in such a block. */
  readonly expandInner: (text: string) => string;
  /** The same where all of it is known; undefined where a part of it is not, which nothing is said of. */
  readonly expandKnown: (text: string) => string | undefined;
  /** Inside `{% raw %}`: template tags there are meant to be seen. */
  raw: boolean;
  /** Where a text was found last, so that looking for it again and again stays linear. */
  readonly found: Map<string, number>;
  /** Where the next construct may begin, as far as was looked. */
  candidate: number;
  /** How often a closing brace was looked for without success. */
  failures: number;
}

/** What one template tag becomes, and where it ends. */
export interface Replacement {
  /** It is a block: Markdown in the next line begins anew. */
  readonly isBlock?: boolean;
  /** Where it begins, when that is before the characters by which it was found. */
  readonly start?: number;
  readonly text: string;
  readonly end: number;
}

/** Anything longer than this is not a template tag. */
export const LONGEST_TAG = 4000;

export function createExpander(
  text: string,
  context: TemplateContext,
  ranges: readonly CodeRange[],
  isFirst: boolean,
  inner: Pick<Expander, 'expandInner' | 'expandKnown'>,
  outer?: Expander,
): Expander {
  return {
    text,
    context,
    ranges,
    isFirst,
    out: [],
    length: 0,
    sources: [],
    findings: new Map(),
    openTags: [],
    openAdmonitions: [],
    dropDepth: 0,
    isBranch: false,
    conditions: [],
    assigned: outer?.assigned ?? new Map(),
    depth: (outer?.depth ?? -1) + 1,
    budget: outer?.budget ?? createBudget(),
    ...inner,
    raw: false,
    found: new Map(),
    candidate: -1,
    failures: 0,
  };
}

/** Writes a piece of text that comes from `source`. */
export function emit(expander: Expander, source: number, text: string): void {
  if (text === '') return;
  expander.sources.push({ from: expander.length, source });
  expander.out.push(text);
  expander.length += text.length;
}

/** Takes back what was written from a place of the source on. */
export function retract(expander: Expander, source: number): void {
  const { out, sources } = expander;
  for (let last = sources.at(-1); last !== undefined && last.source >= source; last = sources.at(-1)) {
    expander.length -= out.pop()?.length ?? 0;
    sources.pop();
  }
  const last = sources.at(-1);
  const piece = out.at(-1);
  if (last === undefined || piece === undefined || last.source + piece.length <= source) return;
  out[out.length - 1] = piece.slice(0, source - last.source);
  expander.length -= piece.length - (source - last.source);
}

/** Where in the source the character at `offset` of what was written comes from. */
export function sourceOffset({ sources }: Expander, offset: number): number {
  let found = { from: 0, source: 0 };
  for (const piece of sources) {
    if (piece.from > offset) break;
    found = piece;
  }
  return found.source + offset - found.from;
}

/** Where `needle` comes next from `from` on, -1 when it does not. Positions asked for must not decrease by much. */
export function findNext(expander: Expander, needle: string, from: number): number {
  const known = expander.found.get(needle);
  if (known !== undefined && (known < 0 || known >= from)) {
    return known < 0 ? -1 : known;
  }
  const position = expander.text.indexOf(needle, from);
  expander.found.set(needle, position);
  return position;
}

/** What comes before `position` in its line, undefined when that is more than any mark of a block. */
export function readLineStart(text: string, position: number): string | undefined {
  const before = text.slice(Math.max(0, position - 120), position);
  const line = before.lastIndexOf('\n');
  return line < 0 && before.length === 120 ? undefined : before.slice(line + 1);
}

/** What quotes and list items put before the lines in them. */
const CONTAINERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*/;

/** What a further line begins with that belongs to the same list item or quotation as a position. */
export function readIndent(text: string, position: number): string {
  const [markers = ''] = CONTAINERS.exec(readLineStart(text, position) ?? '') ?? [];
  return markers.replace(/[^\s>]/g, ' ');
}

/** Where the closing mark of a tag stands: near, and where templates do not run first, in the same paragraph. */
export function findClose(expander: Expander, mark: string, from: number): number | undefined {
  const close = findNext(expander, mark, from);
  if (close < 0 || close - from > LONGEST_TAG) return undefined;
  if (expander.isFirst) return close;
  const blank = findNext(expander, '\n\n', from);
  return blank >= 0 && blank < close ? undefined : close;
}
