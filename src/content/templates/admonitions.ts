import { CODE_GROUP } from '../code-titles.ts';
import { hidesByName } from '../hiding-names.ts';
import { hidesByClass } from '../html/hidden.ts';
import { hidesByList } from './attribute-lists.ts';
import { isAdmonition, nameAdmonition } from './blocks.ts';
import type { Expander, Replacement } from './expander.ts';
import { readLineStart } from './expander.ts';
import { noteHidden } from './findings.ts';

/**
 * Reads a line of `:::note Title` … `:::` (Docusaurus, VuePress, Pandoc): a quotation headed by the title.
 * Its content stays Markdown, because blank lines surround the tags.
 */
export function readAdmonition(expander: Expander, found: number): Replacement | undefined {
  const prefix = readLineStart(expander.text, found);
  if (!expander.context.markdown || prefix === undefined || !/^[ \t>]*$/.test(prefix)) return undefined;
  const start = found - prefix.length;
  const newline = expander.text.indexOf('\n', found);
  const line = newline < 0 ? expander.text.slice(found) : expander.text.slice(found, newline);
  const rest = line
    .replace(/^:+/, '')
    .trimEnd()
    .replace(/(?<!:):{1,9}$/, '')
    .trim();
  const end = found + line.length;
  if (rest === '') {
    const tag = expander.openAdmonitions.pop() ?? '';
    return { text: tag === '' ? '' : surround(prefix, tag), start, end };
  }
  const [, name = '', bracket, title] =
    /^(?:\{[ \t]*[.#]?|\.?)([\w-]+)[^\s[]*?(?:\[([^\n]*)\](?:\{[^{}\n]*\})?|[ \t]+([^\n]*))?$/.exec(rest) ??
    [];
  if (name === '') return undefined;
  if (name === 'v-pre') return readPlainBraces(expander, start, end);
  if (isHidingHead(name.toLowerCase(), rest)) return hideAdmonition(expander, name, start, end);
  if (rest.startsWith('{')) return { text: openDivision(expander, name, rest, prefix), start, end };
  const text = openAdmonition(expander, name.toLowerCase(), cleanTitle(bracket ?? title ?? ''), prefix);
  return { text, start, end };
}

/** Whether the head of a container keeps what is in it out of the page, as Pandoc, Quarto and plug-ins write it. */
function isHidingHead(name: string, head: string): boolean {
  if (name.startsWith('content-')) return name === 'content-hidden' ? isForWeb(head) : !isForWeb(head);
  const list = /\{[^{}\n]*\}/.exec(head)?.[0];
  const hides = name !== 'remark' && (hidesByName(name) || hidesByClass(name));
  return hides || (list !== undefined && hidesByList(list));
}

/** Whether the condition of a container of Quarto holds on web pages; what else it asks for no one knows. */
function isForWeb(head: string): boolean {
  const [, negated, format = ''] = /\b(?:when|(unless))-format="?([\w:]*)/.exec(head) ?? [];
  if (format !== '') return format.startsWith('html') === (negated === undefined);
  return head.includes('content-hidden');
}

/** `::: v-pre` of VitePress: braces in it are text. */
function readPlainBraces({ text }: Expander, start: number, from: number): Replacement | undefined {
  const close = /\n:{3,}[ \t]*(?=\n|$)/g;
  close.lastIndex = from;
  const match = close.exec(text);
  if (match === null) return undefined;
  const inner = text
    .slice(from, match.index)
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('{{', '&#123;&#123;')))
    .join('');
  return { text: `\n${inner}\n`, start, end: close.lastIndex };
}

/** Leaves out a container up to its end, with those in it; without an end, it is not a container. */
function hideAdmonition(
  expander: Expander,
  name: string,
  start: number,
  from: number,
): Replacement | undefined {
  if (expander.found.get(':::hidden') === -1) return undefined;
  const fence = /^[ \t>]*:{3,}[ \t]*(\S?)[^\n]*$/gm;
  fence.lastIndex = from;
  let depth = 1;
  for (let match = fence.exec(expander.text); match !== null; match = fence.exec(expander.text)) {
    depth += match[1] === '' ? -1 : 1;
    if (depth > 0) continue;
    noteHidden(expander, `:::${name}`, start);
    return { text: '', start, end: fence.lastIndex };
  }
  expander.found.set(':::hidden', -1);
  return undefined;
}

/** `> [!NOTE]` of GitHub; of Hugo and Obsidian also with a title and a mark for folding: `> [!tip]- Title`; words for themes follow a bar. */
export function readAlert(expander: Expander, start: number, match: string): Replacement | undefined {
  const { text, context } = expander;
  const prefix = readLineStart(text, start) ?? '';
  const before = text.slice(Math.max(0, start - prefix.length - 200), start - prefix.length);
  // A quotation in another one begins with its own mark.
  const isFirstLine = countMarks(/(?:^|\n)([ \t>]*>)[^\n]*\n$/.exec(before)?.[1]) < countMarks(prefix);
  if (!context.markdown || !/^[ \t>]*>[ \t]*$/.test(prefix) || !isFirstLine) return undefined;
  const after = start + match.length;
  // A link that begins so is one: `> [!note](/x)`.
  if (/[([:]/.test(text[after] ?? '')) return undefined;
  const newline = text.indexOf('\n', after);
  const end = newline < 0 ? text.length : newline;
  const own = text.slice(after, end).trim();
  const kind = match
    .slice(2)
    .replace(/[|\]].*/, '')
    .toLowerCase();
  // A list of things to do is a kind of Obsidian's own, and a remark stands beside theorems.
  if (kind !== 'todo' && kind !== 'remark' && hidesByName(kind))
    return hideAlert(expander, start - prefix.length, kind, prefix);
  const title = own === '' ? nameAdmonition(kind) : own;
  return { text: `**${title.replaceAll('**', '')}**\n${prefix}`, end };
}

function countMarks(prefix = ''): number {
  return prefix.split('>').length - 1;
}

/** Leaves out a quotation, up to its last line. */
function hideAlert(expander: Expander, start: number, kind: string, prefix: string): Replacement {
  noteHidden(expander, `[!${kind}]`, start);
  const depth = countMarks(prefix);
  const end = new RegExp(`\\n(?![ \\t]*(?:>[ \\t]*){${depth}})`, 'g');
  end.lastIndex = start;
  return { text: '', start, end: end.exec(expander.text)?.index ?? expander.text.length };
}

/** `::: {.callout-note title="…"}` of Pandoc and Quarto: what is no callout only shapes the page. */
function openDivision(expander: Expander, name: string, head: string, prefix: string): string {
  const title = /\stitle=(?:"([^"]*)"|'([^']*)')/.exec(head);
  const kind = name.toLowerCase().replace(/^callout-/, '');
  return openAdmonition(expander, kind, title?.[1] ?? title?.[2] ?? '', prefix);
}

function openAdmonition(expander: Expander, name: string, title: string, prefix: string): string {
  if (name === 'details') {
    expander.openAdmonitions.push('</details>');
    return surround(prefix, '<details>', `<summary>${title === '' ? 'Details' : title}</summary>`);
  }
  if (name === 'code-group') {
    expander.openAdmonitions.push('');
    return surround(prefix, CODE_GROUP);
  }
  if (!isAdmonition(name)) {
    // Most of them only shape the page, as those of Pandoc do; what is in it is shown, and a title that is none of its attributes.
    expander.openAdmonitions.push('');
    return title === '' || /[={}]/.test(title) ? prefix : surround(prefix, '', `**${title}**`);
  }
  expander.openAdmonitions.push('</blockquote>');
  return surround(prefix, '<blockquote>', '', `**${title === '' ? nameAdmonition(name) : title}**`);
}

function cleanTitle(title: string): string {
  return title.replace(/\{[^{}\n]*\}\s*$/, '').trim();
}

function surround(prefix: string, ...lines: string[]): string {
  const before = /^[ \t]*$/.test(prefix) ? '\n' : '';
  return `${before}${[...lines, ''].map((line) => prefix + line).join('\n')}${before === '' ? '' : '\n'}`;
}
