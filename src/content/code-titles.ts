import type { Preset } from '../model/index.ts';
import { escapeAttribute, escapeText } from '../text/escape-html.ts';
import { findCode } from './code.ts';

/** The titles of blocks of code, by the tools that show them: behind the language, in what follows the fence. */
const TITLE = /\b(?:title|filename)=(?:"([^"\n]+)"|'([^'\n]+)')/;
const LABEL = /[ \t]\[([^\]\n]+)\][ \t]*$/;
/** What Hexo reads behind the language: the title, and a link with its text. */
const HEXO =
  /^[ \t]*[^\s{]\S*[ \t]+(?![{=])([^\n]*?\p{L}[^\n]*?)(?:[ \t]+(https?:\/\/\S+)(?:[ \t]+([^\n]+))?)?[ \t]*$/u;
/** What stands for `::: code-group` of VitePress, whose tabs show the labels of their code. */
export const CODE_GROUP = '<!-- code-group -->';
const SHOWN: ReadonlySet<Preset> = new Set(['docusaurus', 'astro', 'vitepress']);

/** Puts the title of a block of code before it as a paragraph, where the tool shows it; a label of VitePress is one in a group. */
export function showCodeTitles(text: string, preset: Preset | undefined, vault = false): string {
  const isGroup = text.includes(CODE_GROUP);
  // Quartz shows the titles in a vault.
  const isShown = (preset === undefined ? vault : SHOWN.has(preset)) && TITLE.test(text);
  const isHexo = preset === 'hexo' && /^[ \t>]*(?:`{3}|~{3})/m.test(text);
  if (!isGroup && !isShown && !isHexo) return text;
  let written = '';
  let position = 0;
  for (const { start } of findCode(text, true)) {
    const [line = ''] = /^[^\n]*/.exec(text.slice(start, start + 1000)) ?? [];
    const [, prefix, info] = /^([ \t>]*)(?:`{3,}|~{3,})([^\n]*)$/.exec(line) ?? [];
    if (prefix === undefined || info === undefined || /[^\n]/.test(text[start - 1] ?? '')) continue;
    const own = isShown ? TITLE.exec(info)?.slice(1).find(Boolean) : undefined;
    const title = own ?? (isGroup ? LABEL.exec(info)?.[1] : undefined);
    const html = isHexo ? readHexoTitle(info) : title === undefined ? undefined : escapeText(title);
    if (html === undefined) continue;
    written += `${text.slice(position, start)}${prefix}<p>${html}</p>\n${prefix.trimEnd()}\n`;
    position = start;
  }
  return written + text.slice(position);
}

/** The title of a block of code of Hexo as HTML: `js Title of it https://… Text of the link`. */
export function readHexoTitle(info: string): string | undefined {
  const [, title, url, label = 'link'] = HEXO.exec(info) ?? [];
  if (title === undefined) return undefined;
  const link = url === undefined ? '' : ` <a href="${escapeAttribute(url)}">${escapeText(label)}</a>`;
  return escapeText(title) + link;
}
