import type { CodeRange } from './code-range.ts';

interface CodeTag {
  /** The opening tag at a position; the group holds its arguments. */
  readonly open: RegExp;
  readonly close: RegExp;
  readonly readLanguage: (options: string) => string | undefined;
  /** To Hexo its arguments are a title, too. */
  readonly hasTitle?: boolean;
}

/** Shortcodes that themes have for code: `{{< code-rust >}}`, `{{< high sh >}}`. */
const CODE_SHORTCODE =
  /\{\{[<%]\s*((?:high|code|listing|snippet|prism|terminal|console|shell|cli)(?:-\w{1,100})?)\b([^>%\n]*)[>%]\}\}/y;

/** Template tags that hold code, in the order in which they are tried. */
const CODE_TAGS: readonly CodeTag[] = [
  {
    open: /\{%-?\s*(?:highlight|prism)\b([^%\n]*)%\}/y,
    close: /\{%-?\s*end(?:highlight|prism)\s*-?%\}/g,
    readLanguage: (options) => /^\s*([\w+#.-]+)/.exec(options)?.[1],
  },
  {
    open: /\{%-?\s*(?:codeblock|code)\b([^%\n]*)%\}/y,
    close: /\{%-?\s*endcode(?:block)?\s*-?%\}/g,
    readLanguage: (options) => /\blang:([\w+#.-]+)/.exec(options)?.[1],
    hasTitle: true,
  },
  {
    open: /\{\{[<%]\s*highlight\b([^>%\n]*)[>%]\}\}/y,
    close: /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    readLanguage: (options) => /^\s*"?([\w+#.-]+)/.exec(options)?.[1],
  },
  {
    open: /\[(?:sourcecode|code)\b([^\]\n]*)\](?![[(:])/y,
    close: /\[\/(?:sourcecode|code)\]/g,
    readLanguage: (options) => /\blang(?:uage)?=["']?([\w+#.-]+)/.exec(options)?.[1],
  },
];

/**
 * Reads the code of a template tag that begins at `start`.
 * @param missing the closing tags known not to come again, so that a text of openings is read in linear time
 */
export function readTaggedCode(text: string, start: number, missing: Set<string>): CodeRange | undefined {
  for (const tag of CODE_TAGS) {
    tag.open.lastIndex = start;
    const open = tag.open.exec(text);
    if (open === null || missing.has(tag.close.source)) continue;
    const from = start + open[0].length;
    tag.close.lastIndex = from;
    const close = tag.close.exec(text);
    if (close === null) {
      missing.add(tag.close.source);
      continue;
    }
    const language = tag.readLanguage(open[1] ?? '') ?? '';
    const block = { language, from, to: close.index, ...(tag.hasTitle ? { options: open[1] ?? '' } : {}) };
    return { start, end: close.index + close[0].length, block };
  }
  return readCodeShortcode(text, start, missing);
}

/** A shortcode with a name for code, if it has an end and no Markdown is in it that says itself what is code. */
function readCodeShortcode(text: string, start: number, missing: Set<string>): CodeRange | undefined {
  CODE_SHORTCODE.lastIndex = start;
  const open = CODE_SHORTCODE.exec(text);
  const [tag = '', name = '', options = ''] = open ?? [];
  if (open === null || options.endsWith('/') || missing.has(`/${name}`)) return undefined;
  const end = new RegExp(`\\{\\{[<%]\\s*(/?)\\s*${name}\\b[^>%\\n]*[>%]\\}\\}`, 'g');
  end.lastIndex = start + tag.length;
  const close = end.exec(text);
  if (close === null) missing.add(`/${name}`);
  if (close?.[1] !== '/') return undefined;
  const [from, to] = [start + tag.length, close.index];
  if (/^[ \t]*(?:```|~~~)/m.test(text.slice(from, to))) return undefined;
  const language = /-(\w+)$/.exec(name)?.[1] ?? readLanguageOption(options) ?? '';
  return { start, end: to + close[0].length, block: { language, from, to } };
}

function readLanguageOption(options: string): string | undefined {
  const named = /\blang(?:uage)?="?([\w+#.-]+)/.exec(options)?.[1];
  return named ?? /^\s*"?([a-z][\w+#-]*)"?\s*$/.exec(options)?.[1];
}

/** Finds the template tags that hold code, but for those that `{% raw %}` shows. */
export function findTagCode(text: string): CodeRange[] {
  const ranges: CodeRange[] = [];
  const missing = new Set<string>();
  const opening = /\{%-?\s*(raw|verbatim|highlight|prism|codeblock|code)\b/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const isRaw = match[1] === 'raw' || match[1] === 'verbatim';
    const range = isRaw ? undefined : readTaggedCode(text, match.index, missing);
    if (range !== undefined) ranges.push(range);
    const end = isRaw ? findWord(text, `end${match[1]}`, match.index, missing) : range?.end;
    if (end !== undefined) opening.lastIndex = end;
  }
  return ranges;
}

function findWord(text: string, word: string, from: number, missing: Set<string>): number | undefined {
  const place = missing.has(word) ? -1 : text.indexOf(word, from);
  if (place < 0) missing.add(word);
  return place < 0 ? undefined : place;
}

/** Finds the code of an HTML source: elements of code, scripts and comments, and template tags that hold code. */
export function findHtmlCode(text: string): CodeRange[] {
  const ranges: CodeRange[] = [];
  const missing = new Set<string>();
  const opening = /<(?=(?:pre|code|script|style|textarea|kbd|samp)\b|!--)|\{[{%]|\[(?:sourcecode|code)\b/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const range =
      match[0] === '<' ? readElement(text, match.index, missing) : readTaggedCode(text, match.index, missing);
    if (range === undefined) continue;
    ranges.push(range);
    opening.lastIndex = range.end;
  }
  return ranges;
}

function readElement(text: string, start: number, missing: Set<string>): CodeRange | undefined {
  const end = findElementEnd(text, start, readElementName(text, start), missing);
  return end === undefined ? undefined : { start, end };
}

/** The name of the element whose `<` stands at `start`; `--` for a comment. */
export function readElementName(text: string, start: number): string {
  if (text.startsWith('!--', start + 1)) return '--';
  return (/^[a-z]+/i.exec(text.slice(start + 1, start + 10))?.[0] ?? '').toLowerCase();
}

/** Where the element or comment ends, undefined when it does not. @param missing as for `readTaggedCode` */
export function findElementEnd(
  text: string,
  start: number,
  name: string,
  missing: Set<string>,
): number | undefined {
  if (missing.has(name)) return undefined;
  const closing = name === '--' ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = start;
  if (closing.test(text)) return closing.lastIndex;
  missing.add(name);
  return undefined;
}
