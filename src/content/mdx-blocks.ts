import { findCode } from './code.ts';
import { type CodeRange, followRanges } from './code-range.ts';
import { type Line, readMdxText } from './mdx-text.ts';

const TAG_LINE = /^([ \t]*)<(\/?)([A-Za-z][\w.:-]*)(?![\w.:-])((?:[^<>"']|"[^"]*"|'[^']*')*)>[ \t]*$/;
/** A fragment of JSX has no name. */
const FRAGMENT = /^[ \t]*<\/?>[ \t]*$/;
const LIST_ITEM = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)/;

/**
 * MDX reads what stands on lines of its own between tags as Markdown, however it is indented. So that CommonMark does the same, such
 * tags get blank lines around them, and what is between them loses the indentation that it has in common. Code in fences stays.
 */
export function separateTags(text: string): string {
  if (!/^[ \t]*<\/?(?:[A-Za-z]|>)/m.test(text)) return text;
  const lines = readMdxText(joinTags(text));
  const out: string[] = [];
  let content: Line[] = [];
  let depth = 0;
  let base = '';
  const flush = () => {
    for (const line of depth > 0 ? indent(content, base) : content.map(({ line }) => line)) out.push(line);
    content = [];
  };
  for (const { line, isCode } of lines) {
    if (!isCode && FRAGMENT.test(line)) continue;
    const tag = isCode ? null : TAG_LINE.exec(line);
    if (tag === null) {
      content.push({ line, isCode });
      // What follows is beside it, not a part of its HTML.
      if (!isCode && /^[ \t]*<summary\b.*<\/summary>[ \t]*$/.test(line))
        content.push({ line: '', isCode: false });
      continue;
    }
    flush();
    if (depth === 0) base = findBase(out, tag[1] ?? '');
    out.push('', `${base}<${tag[2]}${tag[3]}${tag[4]}>`, '');
    if (tag[2] === '/') depth = Math.max(0, depth - 1);
    else if (!(tag[4] ?? '').endsWith('/')) depth++;
  }
  flush();
  return out.join('\n');
}

/** `<Tabs.Tab>` with a name that Markdown takes for one of a tag: `<Tabs--Tab>`. */
export function nameMembers(text: string): string {
  if (!/<[A-Z]\w*\.\w/.test(text)) return text;
  const isCode = followRanges(findCode(text, true));
  return text.replace(/<\/?[A-Z]\w*(?:\.\w+)+(?=[\s/>])/g, (name: string, index: number) =>
    isCode(index) ? name : name.replaceAll('.', '--'),
  );
}

/** Those that HTML has as elements without an end are closed anyway. */
const SELF_CLOSED =
  /<(?!(?:Image|Img|Input|Link|Br|Hr|Source|Embed|Track)\b)([A-Z][\w.]*)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/>/g;

const LINKS = /<template #(?=[\w-])|<\/?Link(?=[\s>])/g;

/** Slots of Vue get a name that Markdown takes for an attribute, and the component `<Link>` one that HTML does not know as empty. */
function nameLinks(text: string): string {
  const hasLinks = text.includes('</Link>');
  if (!hasLinks && !text.includes('<template #')) return text;
  const isCode = followRanges(findCode(text, true));
  return text.replace(LINKS, (tag: string, index: number) => {
    if (isCode(index)) return tag;
    if (tag.startsWith('<template')) return '<template v-slot:';
    return hasLinks ? `${tag}To` : tag;
  });
}

/** Closes components that close themselves: in HTML `/>` ends nothing, and `<Figure />` would take the rest of the article in. */
export function closeComponents(written: string): string {
  const text = nameLinks(written);
  SELF_CLOSED.lastIndex = 0;
  if (!text.includes('/>') || !SELF_CLOSED.test(text)) return text;
  const isCode = followRanges(findCode(text, true));
  return text.replace(SELF_CLOSED, (tag: string, name: string, attributes: string, index: number) =>
    isCode(index) ? tag : `<${name}${attributes}></${name}>`,
  );
}

/** The lines of a text; a tag whose attributes take several lines is one. */
function joinTags(text: string): readonly Line[] {
  const code = findMarkedCode(text);
  const joined = code.length === 0 ? joinOpen(text) : joinOutside(text, code);
  const isInCode = followRanges(joined === text ? code : findMarkedCode(joined));
  let position = 0;
  return joined.split('\n').map((line) => {
    const isCode = isInCode(position);
    position += line.length + 1;
    return { line, isCode };
  });
}

/** Signs of code, in a list or quotation too. */
const MARKED =
  /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*(?:[`~]|\{[{%]|\[(?:source)?code\b|<(?:pre|code|script|style|textarea|samp|kbd)\b)/i;

/** MDX has no code that is only indented. */
function findMarkedCode(text: string): readonly CodeRange[] {
  return findCode(text, true).filter(({ start }) => MARKED.test(text.slice(start, start + 200)));
}

function joinOutside(text: string, code: readonly CodeRange[]): string {
  let joined = '';
  let position = 0;
  for (const { start, end } of code) {
    joined += joinOpen(text.slice(position, start)) + text.slice(start, end);
    position = end;
  }
  return joined + joinOpen(text.slice(position));
}

function joinOpen(text: string): string {
  return text.replace(/^[ \t]*<[A-Za-z][\w.:-]*\s(?:[^<>"']|"[^"]*"|'[^']*')*>/gm, (tag) => {
    const start = tag.length - tag.trimStart().length;
    return (
      tag.slice(0, start) + tag.slice(start).replace(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank))
    );
  });
}

/** A tag in an item of a list stays in it; any other indentation means nothing in MDX. */
function findBase(out: readonly string[], indentation: string): string {
  for (let i = out.length - 1; i >= 0 && indentation !== ''; i--) {
    const line = out[i] ?? '';
    if (line.trim() === '') continue;
    const item = LIST_ITEM.exec(line)?.[1];
    if (item !== undefined)
      return indentation.length >= item.trimStart().length ? ' '.repeat(item.length) : '';
    if (!/^[ \t]/.test(line)) return '';
  }
  return '';
}

function indent(lines: readonly Line[], base: string): string[] {
  const common = lines.reduce(
    (least, { line }) =>
      line.trim() === '' ? least : Math.min(least, line.length - line.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
  // From an item on, indentation says what belongs to it.
  const list = lines.findIndex(({ line, isCode }) => !isCode && LIST_ITEM.test(line));
  return lines.map(({ line, isCode }, i) => {
    if (line.trim() === '') return '';
    const own = line.slice(common);
    const isFree = !isCode && (list < 0 || i < list);
    return base + (isFree ? own.replace(/^(?: {4}| {0,3}\t)[ \t]*/, '') : own);
  });
}
