import { escapeText } from '../../text/escape-html.ts';
import { writeStyle } from '../html/hiding-style.ts';
import { UNKNOWN } from '../unknown-value.ts';
import type { Expander, Replacement } from './expander.ts';
import { findNext, LONGEST_TAG } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { findConstant, findImportedImage, listImages } from './jsx-names.ts';
import { readVariable, showValue } from './values.ts';

const IMPORT = /^import\s(?:[^'"\n;]*\sfrom\s*)?(['"])[^'"\n]*\1;?[ \t]*(?:\n|$)/;
/** What is imported by name may stand on lines of its own. */
const LONG_IMPORT =
  /^import\s+(?:type\s+|[\w$]+\s*,\s*)?\{[\w$\s,/*]{0,2000}\}\s*from\s*(['"])[^'"\n]*\1;?[ \t]*(?:\n|$)/;
const EXPORT = /^export\s+(?:const|let|var|default|function|async|class|\{|\*)/;

/** After so many searches without success for a closing brace the text is not JSX, and searching on would take too long. */
const MOST_FAILURES = 50;

/** Removes a line of `import x from 'y'`, or an `export` of MDX: nothing of it shows on the page. */
export function readModule(expander: Expander, start: number): Replacement | undefined {
  const rest = expander.text.slice(start, start + LONGEST_TAG);
  const { modules, preset } = expander.context;
  // Where the tool is known that reads no MDX, such a line is text.
  if (!modules && preset !== undefined) return undefined;
  if (rest.startsWith('import')) {
    const match = IMPORT.exec(rest) ?? LONG_IMPORT.exec(rest);
    return match === null ? undefined : { text: '', end: start + match[0].length };
  }
  if (!modules || !EXPORT.test(rest)) return undefined;
  return { text: '', end: findModuleEnd(expander, start) };
}

/** Where `export` ends: at the first blank line outside brackets and templates. Other texts end with their line. */
function findModuleEnd(expander: Expander, start: number): number {
  const { text } = expander;
  const token = /["'][^"'\n]*["']|`|[{}()[\]]|\n[ \t]*(?=\n)/g;
  token.lastIndex = start;
  let depth = 0;
  let isTemplate = false;
  let first: number | undefined;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match.index - start > LONGEST_TAG) break;
    const [mark] = match;
    if (mark.startsWith('\n')) {
      first ??= match.index;
      if (depth <= 0 && !isTemplate) return match.index;
    } else if (mark === '`') isTemplate = !isTemplate;
    else if (!isTemplate && /^[{([]$/.test(mark)) depth++;
    else if (!isTemplate && /^[})\]]$/.test(mark)) depth--;
  }
  return depth > 0 || isTemplate || text.length - start > LONGEST_TAG ? (first ?? text.length) : text.length;
}

/** Removes a comment of MDX; the excerpt marker `truncate` stays as one of HTML. */
export function readJsxComment(expander: Expander, start: number): Replacement | undefined {
  const close = findNext(expander, '*/}', start);
  if (close < 0) return undefined;
  const comment = expander.text.slice(start + 3, close).trim();
  return { text: comment === 'truncate' || comment === 'more' ? `<!-- ${comment} -->` : '', end: close + 3 };
}

/** Reads `={…}` inside a tag: a literal, or the literal in `{require('./x.png').default}`, else nothing. */
export function readJsxAttribute(expander: Expander, start: number): Replacement | undefined {
  const before = expander.text.slice(Math.max(0, start - 1000), start);
  const tag = before.lastIndexOf('<');
  if (
    tag < 0 ||
    before.lastIndexOf('>') > tag ||
    !/[\w-]$/.test(before) ||
    !/^<[A-Za-z]/.test(before.slice(tag))
  )
    return undefined;
  const close = findBrace(expander, start + 1);
  if (close === undefined) return undefined;
  const code = expander.text.slice(start + 2, close - 1).trim();
  const literal =
    /^(?:[\w.]+\(\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|(?:String\.raw)?`([^`$]*)`)(?:\s*\)[\w.]*)?$/.exec(code);
  const [name = ''] = /[\w:.-]+$/.exec(before) ?? [];
  if (isCondition(name, before.slice(tag)) && !/^(?:true|!0|1)$/.test(code))
    return { text: 'hidden', start: start - name.length, end: close };
  if (name === 'style' && /\bstyles?\.\w*hid(?:e|den)\w*/i.test(code))
    return { text: 'hidden', start: start - name.length, end: close };
  // React leaves out an attribute that is no. A blank line in its place would end the tag.
  const [written = ''] = /\s*[\w:.-]+$/.exec(before) ?? [];
  if (/^(?:false|null|undefined)$/.test(code)) return { text: '', start: start - written.length, end: close };
  const value =
    (name === 'style' ? writeStyle(code) : undefined) ??
    literal?.[1] ??
    literal?.[2] ??
    literal?.[3] ??
    (/^(?:class(?:Name)?|class:list)$/.test(name) ? listClasses(code) : undefined) ??
    (/^(?:\d+|true)$/.test(code) ? code : undefined) ??
    (name === 'values' ? listLabels(code) : undefined) ??
    findConstant(expander, code) ??
    findImportedImage(expander.text, code) ??
    listImages(expander.text, name, code);
  if (value === undefined && (name === 'src' || holdsText(code))) {
    const element = /^<([\w.]+)/.exec(before.slice(tag))?.[1] ?? '';
    const shown = name === 'src' ? code.slice(0, 40) : '…';
    noteRemoved(expander, `<${element} ${name}={${shown}}>`, start - before.length + tag);
  }
  const text = (value ?? '').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
  return { text: `="${text}"`, end: close };
}

/** `<Show when={false}>`, `<If condition={isMember}>`: a component that may show nothing, and no one can know. */
function isCondition(name: string, tag: string): boolean {
  return /^<[A-Z]/.test(tag) && /^(?:when|if|condition|test|cond|visible|isVisible|show|shown)$/.test(name);
}

/** The classes that code may give: those in quotes, the keys of `{ hidden: isDraft }`, and `hidden` of `styles.hidden`. */
function listClasses(written: string): string {
  const code = written.replace(/['"]?[\w-]+['"]?\s*:\s*false\b/g, ' ');
  const keys = [...code.matchAll(/[{,]\s*(\w+)\s*(?=[:,}])/g)].map(([, key]) => key);
  const quoted = [...code.matchAll(/"([^"]*)"|'([^']*)'|`([^`]*)`/g)].map(([, a, b, c]) => a ?? b ?? c);
  const ofModules = [...code.matchAll(/\bstyles?\.(\w+)/g)].map(([, name]) => name);
  return [...quoted, ...keys, ...ofModules].join(' ').replace(/\$\{[^{}]*\}/g, ' ');
}

/** The labels of tabs by their values, a line for each: `[{ label: 'Windows', value: 'win' }]`. */
function listLabels(code: string): string | undefined {
  const textOf = (name: string, tab: string) =>
    new RegExp(`\\b${name}:\\s*(?:'([^'\\n]*)'|"([^"\\n]*)")`).exec(tab)?.slice(1).find(Boolean);
  const tabs = [...code.matchAll(/\{[^{}]*\}/g)].map(([tab]) => [textOf('value', tab), textOf('label', tab)]);
  const isWhole = tabs.length > 0 && tabs.every((tab) => tab.every((text) => text !== undefined));
  return isWhole ? tabs.map((tab) => tab.join('=')).join('\n') : undefined;
}

/** Whether code holds words for readers: a sentence in quotes or between tags. */
function holdsText(code: string): boolean {
  const texts = [...code.matchAll(/["'`>]([^"'`<>{}]*)(?=["'`<])/g)].map(([, text = '']) => text.trimStart());
  return texts.some((text) => /^\p{L}/u.test(text) && (text.match(/\s\p{L}/gu)?.length ?? 0) >= 2);
}

/** A value of the article's own front matter: `frontmatter.author` of Astro, `frontMatter.author` of Docusaurus. */
const FRONT_MATTER = /^front[mM]atter(?:\.\w+)+$/;

/** Reads `{expression}` of MDX: a literal shows, and a value of the front matter; anything else goes. */
export function readJsxExpression(expander: Expander, start: number): Replacement | undefined {
  // With a backslash before it a brace is text.
  const before = expander.text.slice(Math.max(0, start - 1000), start);
  if (/(?<!\\)(?:\\\\)*\\$/.test(before.slice(-100)) || isInQuotes(before)) return undefined;
  const close = findBrace(expander, start);
  if (close === undefined) return undefined;
  const code = expander.text.slice(start + 1, close - 1).trim();
  if (/^#[\w:-]+$/.test(code)) return undefined;
  if (/^\.{3}\s*\{[^}]*\bhidden\b(?!['"]?\s*:\s*false)/.test(code)) return { text: 'hidden', end: close };
  const literal = /^(?:"([^"\n]*)"|'([^'\n]*)'|(?:String\.raw)?`([^`$]*)`)$/.exec(code);
  if (literal !== null) return { text: quoteMarks(literal[1] ?? literal[2] ?? literal[3] ?? ''), end: close };
  const value = FRONT_MATTER.test(code)
    ? showValue(readVariable(code, expander))
    : findConstant(expander, code);
  if (value !== undefined) return { text: escapeText(value), end: close };
  noteRemoved(expander, '{…}', start);
  return { text: UNKNOWN, end: close };
}

/** A string of a program is text: no sign in it is Markdown or HTML. */
function quoteMarks(text: string): string {
  return text.replace(/[\\`*_~$|[\]<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Whether a text ends in a value between quotes in a tag: `<p title="…`. */
function isInQuotes(before: string): boolean {
  const tag = before.slice(before.lastIndexOf('<')).replace(/"[^"]*"|'[^']*'/g, '');
  return /^<[A-Za-z][^>"']*["'][^>]*$/.test(tag);
}

/** Leaves out `{condition && <p>…</p>}`, which may be meant to stay hidden, and a comment that spaces set apart. */
export function readJsxCondition(expander: Expander, start: number): Replacement | undefined {
  const close = findBrace(expander, start);
  if (close === undefined) return undefined;
  if (!/^\{\s*\//.test(expander.text.slice(start, start + 80))) noteHidden(expander, '{… && <…>}', start);
  return { text: '', end: close };
}

/** Where the brace that opens at `start` is closed; strings are skipped. */
function findBrace(expander: Expander, start: number): number | undefined {
  if (expander.failures > MOST_FAILURES) return undefined;
  const token = /["'`{}]/g;
  token.lastIndex = start;
  let depth = 0;
  let quote = '';
  for (let match = token.exec(expander.text); match !== null; match = token.exec(expander.text)) {
    if (match.index - start > LONGEST_TAG) break;
    const mark = match[0];
    if (quote !== '') quote = mark === quote ? '' : quote;
    else if (mark === '{') depth++;
    else if (mark === '}') depth--;
    else quote = mark;
    if (depth === 0) return match.index + 1;
  }
  expander.failures++;
  return undefined;
}
