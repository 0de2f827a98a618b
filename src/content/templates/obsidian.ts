import { escapeAttribute, escapeText } from '../../text/escape-html.ts';
import type { Expander, Replacement } from './expander.ts';
import { findNext } from './expander.ts';

const IMAGE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const MEDIA = /\.(?:mp3|m4a|ogg|wav|flac|mp4|webm|mov|mkv|pdf)$/i;

/** Whether the marks of Obsidian are read: in a vault, and where nothing says whose articles these are. */
function isRead({ context }: Expander): boolean {
  return context.vault || context.preset === undefined;
}

/** `[[Note#heading|text]]`: a link where the note is an article, else its text. `![[a.png|300]]`: the image. */
export function readWikiLink(expander: Expander, start: number, match: string): Replacement | undefined {
  const close = findNext(expander, ']]', start + match.length);
  if (close < 0 || close - start > 500) return undefined;
  const inner = expander.text.slice(start + match.length, close);
  // `[[toc]]` of markdown-it and `[[_TOC_]]` of GitLab stand for a table of contents.
  if (/^_?toc_?$/i.test(inner)) return { text: '', end: close + 2 };
  if (!isRead(expander)) return undefined;
  // `[[ -f x ]]` of a shell, and `[[1]](/x)`, a link whose text has brackets.
  if (inner === '' || /^\s|[\n[\]]/.test(inner) || expander.text[close + 2] === '(') return undefined;
  const [target = '', ...rest] = inner.replaceAll('\\|', '|').split('|');
  const label = rest.join('|').trim();
  const end = close + 2;
  if (match.startsWith('!')) return { text: writeEmbed(expander, target.trim(), label), end };
  return { text: writeLink(expander, target.trim(), label), end };
}

function writeLink({ context }: Expander, target: string, label: string): string {
  const [note = '', heading] = target.split('#');
  const shown = label === '' ? target.replace(/^#/, '').replaceAll('#', ' > ') : label;
  const url = note === '' ? undefined : context.resolvePost?.(note);
  if (url === undefined) return escapeText(shown);
  const fragment = heading === undefined ? '' : `#${heading.trim().toLowerCase().replaceAll(/\s+/g, '-')}`;
  return `<a href="${escapeAttribute(url + fragment)}">${escapeText(shown)}</a>`;
}

function writeEmbed(expander: Expander, target: string, label: string): string {
  const [named = ''] = target.split('#');
  if (!IMAGE.test(named))
    return MEDIA.test(named) ? escapeText(label || named) : writeLink(expander, target, label);
  const file = expander.context.findEmbed?.(named) ?? named;
  // Digits are a size: `![[a.png|300x200]]`, `![[a.png|A map|300]]`.
  const alt = label.replace(/(?:^|\|)\s*\d{1,4}(?:x\d{1,4})?$/, '').replaceAll(/[[\]]/g, '');
  if (expander.context.markdown && !/[<>]/.test(file)) return `![${alt}](<${file}>)`;
  return `<img src="${escapeAttribute(file)}" alt="${escapeAttribute(alt)}">`;
}

/** `==text==` is marked. */
export function readHighlight(expander: Expander, start: number): Replacement | undefined {
  const { text, context } = expander;
  const close = findNext(expander, '==', start + 2);
  if (
    !context.vault ||
    close < 0 ||
    /\s/.test(text[start + 2] ?? ' ') ||
    /[\s=]/.test(text[close - 1] ?? ' ')
  )
    return undefined;
  const inner = text.slice(start + 2, close);
  return inner.includes('\n\n') ? undefined : { text: `<mark>${inner}</mark>`, end: close + 2 };
}

/** ` ^id` at the end of a line names a block; Digital Garden writes `{ #id}` on a line of its own. */
export function readBlockId(expander: Expander, start: number, match: string): Replacement | undefined {
  return expander.context.vault ? { text: '', end: start + match.length } : undefined;
}

/** What Logseq notes for itself: ids and folds of blocks, and clocks. */
export const BLOCK_PROPERTY =
  /[ \t]*(?:id::[ \t]+[\da-f]{8}-[\da-f-]{27}|collapsed::[ \t]+(?:true|false)|logseq\.[\w.-]+::[^\n]*|:LOGBOOK:[ \t]*\n(?:[ \t]*CLOCK:[^\n]*\n){0,99}[ \t]*:END:)[ \t]*(?=\n|$)/y;

/** Leaves it out, with its line. */
export function readBlockProperty(
  { text, context }: Expander,
  start: number,
  match: string,
): Replacement | undefined {
  if (context.preset !== undefined || /[^\n]/.test(text[start - 1] ?? '')) return undefined;
  return { text: '', start: Math.max(0, start - 1), end: start + match.length };
}
