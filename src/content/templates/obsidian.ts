import { escapeAttribute, escapeText } from '../../text/escape-html.ts';
import type { Expander, Replacement } from './expander.ts';
import { findNext } from './expander.ts';
import { note } from './findings.ts';

const IMAGE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const VIDEO = /\.(?:m4v|mkv|mov|mp4|ogv|webm)$/i;
const AUDIO = /\.(?:3gp|flac|m4a|mp3|oga|ogg|opus|wav)$/i;

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
  if (match.startsWith('!')) return { text: writeEmbed(expander, target.trim(), label, start), end };
  return { text: writeLink(expander, target.trim(), label), end };
}

function writeLink({ context }: Expander, target: string, label: string): string {
  const [note = '', heading] = target.split('#');
  const shown = label === '' ? target.replace(/^#/, '').replaceAll('#', ' > ') : label;
  const url = note === '' && heading ? context.url : context.resolvePost?.(note);
  if (url === undefined) return escapeText(shown);
  const fragment = heading === undefined ? '' : `#${nameHeading(heading)}`;
  return `<a href="${escapeAttribute(url + fragment)}">${escapeText(shown)}</a>`;
}

/** The id of a heading, as GitHub makes it, and of a block. */
function nameHeading(heading: string): string {
  const words = heading.trim().toLowerCase();
  return words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '').replace(/\s/g, '-');
}

function writeEmbed(expander: Expander, target: string, label: string, start: number): string {
  const [named = ''] = target.split('#');
  const file = expander.context.findEmbed?.(named) ?? named;
  if (!IMAGE.test(named)) return writeFile(expander, file, target, label, start);
  // Digits are a size: `![[a.png|300x200]]`, `![[a.png|A map|300]]`.
  const alt = label.replace(/(?:^|\|)\s*\d{1,4}(?:x\d{1,4})?$/, '').replaceAll(/[[\]]/g, '');
  if (expander.context.markdown && !/[<>]/.test(file)) return `![${alt}](<${file}>)`;
  return `<img src="${escapeAttribute(file)}" alt="${escapeAttribute(alt)}">`;
}

/** A file that no one sees in the text: audio and video with their player, PDF as a link. */
function writeFile(expander: Expander, file: string, target: string, label: string, start: number): string {
  const [named = '', place] = target.split('#');
  const url = escapeAttribute(file);
  const tag = AUDIO.test(named) ? 'audio' : VIDEO.test(named) ? 'video' : undefined;
  if (tag !== undefined) return `<${tag} controls src="${url}"></${tag}>`;
  if (!/\.pdf$/i.test(named)) {
    const link = writeLink(expander, target, label);
    if (link.startsWith('<a ')) note(expander, 'embedded-note', `![[${target}]]`, start);
    return link;
  }
  const page = place === undefined ? '' : escapeAttribute(`#${place}`);
  return `<a href="${url}${page}">${escapeText(/^\d*$/.test(label) ? named : label)}</a>`;
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
