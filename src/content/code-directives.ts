import type { Preset } from '../model/index.ts';
import { findCode } from './code.ts';

/** A block of code between fences, by its lines. */
interface Fence {
  /** What follows the marks: the language, and options. */
  readonly info: string;
  /** How many characters before the code belong to lists and quotations. */
  readonly indent: number;
  readonly lines: readonly string[];
}

/** The lines that readers of the page see; undefined where the whole block is hidden, with the line that says so. */
type Obey = (fence: Fence) => readonly string[] | { readonly hiddenBy: string };

/** What some programs take out of code before they show it: instructions to them, and what an author cut off. */
interface Directive {
  /** What a text with such code can't do without. */
  readonly sign: RegExp;
  /** Where it is read; undefined is Markdown of no known tool. Everywhere, if there is no list. */
  readonly presets?: readonly (Preset | undefined)[];
  readonly obey: Obey;
}

/** What a comment begins and ends with in any language, and what a line may begin with in lists and quotations. */
const OPEN = String.raw`(?:\/\/|\/\*|\{\/\*|<!--|#|--|%{1,2}|;{1,2})`;
const CLOSE = String.raw`(?:\*\/\}?|-->)?`;
const START = String.raw`^[ \t>]*`;

const DIRECTIVES: readonly Directive[] = [
  { sign: /twoslash/, obey: obeyTwoslash },
  { sign: /\[!code /, presets: ['vitepress', 'astro', 'eleventy', undefined], obey: obeyNotation },
  {
    sign: /(?:highlight|hide)-(?:next-line|line|start|end)/,
    presets: ['docusaurus', undefined],
    obey: obeyMagicComments,
  },
  { sign: /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{/m, presets: [undefined], obey: obeyCellOptions },
];

/** Code as its page shows it, and the lines that hide a block of it. */
export interface ObeyedCode {
  readonly text: string;
  readonly hiddenBy: readonly string[];
}

/** Takes the directives out of all blocks of code in Markdown, with what they hide. */
export function obeyDirectives(text: string, preset: Preset | undefined): ObeyedCode {
  const wanted = DIRECTIVES.filter(
    ({ sign, presets }) => (presets === undefined || presets.includes(preset)) && sign.test(text),
  );
  const hiddenBy: string[] = [];
  if (wanted.length === 0) return { text, hiddenBy };
  let written = '';
  let position = 0;
  for (const { start, end } of findCode(text, true)) {
    const block = text.slice(start, end);
    const shown = obeyAll(block, wanted, hiddenBy);
    if (shown === block) continue;
    written += text.slice(position, start) + shown;
    position = end;
  }
  return { text: written + text.slice(position), hiddenBy };
}

function obeyAll(block: string, wanted: readonly Directive[], hiddenBy: string[]): string {
  const [first = '', ...rest] = block.split('\n');
  const [, prefix = '', info] = /^([ \t>*+\-\d.)]*)(?:`{3,}|~{3,})([^\n]*)$/.exec(first) ?? [];
  if (info === undefined) return block;
  let lines: readonly string[] = rest;
  for (const { sign, obey } of wanted) {
    if (!sign.test(block)) continue;
    const shown = obey({ info, indent: prefix.length, lines });
    if ('hiddenBy' in shown) {
      hiddenBy.push(shown.hiddenBy);
      return '\n';
    }
    lines = shown;
  }
  return [first, ...lines].join('\n');
}

const CUT = /^[ \t>]*(?:\/\/|#)[ \t]*---cut(-before|-after|-start|-end)?---[ \t]*$/;
/** Options of the compiler, queries and what else twoslash reads; the names of files are shown. */
const TWOSLASH =
  /^[ \t>]*\/\/[ \t]*(?:\^[?|^].*|@(?!(?:filename|log|warn|error|annotate)\b)\w+:.*|@(?:no|show|keep|strict|allow|es|declaration)\w*[ \t]*)$/;
/** What stands in a box on the page. */
const TWOSLASH_NOTE = /^([ \t>]*\/\/)[ \t]*@(?:log|warn|error|annotate):[ \t]*/;

/** `// ---cut---`, `// @noErrors` and `// ^?` of twoslash, in blocks that ask for it. */
function obeyTwoslash({ info, lines }: Fence): readonly string[] {
  if (!/\btwoslash\b/.test(info)) return lines;
  const cuts = lines.map((line) => {
    const match = CUT.exec(line);
    return match === null ? undefined : (match[1] ?? '-before');
  });
  const first = cuts.lastIndexOf('-before');
  const after = cuts.indexOf('-after');
  const last = after < 0 ? lines.length - 1 : after;
  let isCut = false;
  return lines
    .filter((line, index) => {
      if (cuts[index] === '-start') isCut = true;
      const isShown = index > first && index < last && !isCut && cuts[index] === undefined;
      if (cuts[index] === '-end') isCut = false;
      return isFence(line, index, lines) || (isShown && !TWOSLASH.test(line));
    })
    .map((line) => line.replace(TWOSLASH_NOTE, '$1 '));
}

/** The closing fence, and what follows it. */
function isFence(line: string, index: number, lines: readonly string[]): boolean {
  return index >= lines.length - 2 && /^[ \t>]*(?:`{3,}|~{3,})?[ \t]*$/.test(line);
}

const NOTATION = new RegExp(
  String.raw`[ \t]*${OPEN}?(?:[ \t]*\[!code[ \t]+[^\]\n]+\])+[ \t]*${CLOSE}[ \t]*$`,
);
const SIGN = /\[!code[ \t]+(\+\+|--)(?::(\d+))?\]/;

/** `// [!code ++]` of Shiki: the page shows signs in the margin, and no comment. */
function obeyNotation({ indent, lines }: Fence): readonly string[] {
  const signs = new Map<number, string>();
  const shown: string[] = [];
  for (const line of lines) {
    const code = line.replace(NOTATION, '');
    const [, sign, count = '1'] = SIGN.exec(line) ?? [];
    if (sign !== undefined)
      for (let next = 0; next < Math.min(Number(count), lines.length); next++)
        signs.set(shown.length + next, sign[0] ?? '');
    if (code === line || code.trim() !== '') shown.push(code);
  }
  if (signs.size === 0) return shown;
  const before = new RegExp(`^[ \\t>]{0,${indent}}`);
  return shown.map((line, index) =>
    isFence(line, index, shown) ? line : line.replace(before, `$&${signs.get(index) ?? ' '} `),
  );
}

const MAGIC_LINE = new RegExp(
  String.raw`${START}${OPEN}[ \t]*(highlight|hide)-(next-line|start|end)[ \t]*${CLOSE}[ \t]*$`,
);
const MAGIC_END = new RegExp(String.raw`[ \t]*${OPEN}[ \t]*(highlight|hide)-line[ \t]*${CLOSE}[ \t]*$`);

/** `// highlight-next-line` of Docusaurus and Gatsby, and `// hide-line`, which hides. Docusaurus reads numbers of lines instead, if there are some. */
function obeyMagicComments({ info, lines }: Fence): readonly string[] {
  if (/\{[\d,-]+\}/.test(info)) return lines;
  let isHidden = false;
  let hidesNext = false;
  return lines.flatMap((line) => {
    const [, verb, extent] = MAGIC_LINE.exec(line) ?? [];
    if (verb === 'hide' && extent !== 'next-line') isHidden = extent === 'start';
    if (verb !== undefined) {
      hidesNext = verb === 'hide' && extent === 'next-line';
      return [];
    }
    const isOut = isHidden || hidesNext || MAGIC_END.exec(line)?.[1] === 'hide';
    hidesNext = false;
    return isOut ? [] : [line.replace(MAGIC_END, '')];
  });
}

const OPTION = /^[ \t>]*(?:#|\/\/|--|%%)\|[ \t]*([^\n]*)$/;
const TAGS = /^[ \t>]*:[\w-]+:[^\n]*$/;
/** What keeps the code of a cell off its page: options of knitr and Quarto, tags of MyST. */
const HIDES_CELL = /\b(?:echo|include)\s*[=:]\s*f(?:alse)?\b|:tags:.*\bremove-(?:cell|input)\b/i;

/** `{r, echo=FALSE}`, `#| echo: false` and `:tags: [remove-input]`: options of cells in notebooks. */
function obeyCellOptions({ info, lines }: Fence): readonly string[] | { readonly hiddenBy: string } {
  if (!/^[ \t]*\{\s*[a-z]/i.test(info)) return lines;
  const option = info.includes('code-cell') ? TAGS : OPTION;
  const count = lines.findIndex((line) => !option.test(line));
  const options = [info, ...lines.slice(0, count)];
  const hiddenBy = options.find((line) => HIDES_CELL.test(line));
  return hiddenBy === undefined ? lines.slice(count) : { hiddenBy: hiddenBy.replace(/^[ \t>]+/, '').trim() };
}
