import { escapeText } from '../../text/escape-html.ts';
import type { CodeRange } from '../code-range.ts';
import { readHexoTitle } from '../code-titles.ts';
import type { Expander } from './expander.ts';
import { readInline } from './inline.ts';

/** Blocks of Hexo's themes whose parts begin with a comment. */
export const PARTED: ReadonlySet<string> = new Set(['tabs', 'subtabs', 'subsubtabs', 'timeline']);

/** `<!-- tab Title@icon -->` of NexT and Butterfly, `<!-- tab id:x title:Title active -->` of Icarus, `<!-- timeline 2025 -->`. */
const LABEL =
  /^<!--[ \t]*(?:tab|timeline)[ \t]+(?:(?:id:\S+[ \t]+)?title:)?([^\n]*?)(?:[ \t]+active)?[ \t]*-->$/;

/** What a comment of a block with parts shows on the page: the label of the part that it begins, as a paragraph. */
export function readPartLabel({ context, openTags }: Expander, comment: string): string | undefined {
  if (context.preset !== 'hexo' || !openTags.some((tag) => PARTED.has(tag))) return undefined;
  const label = LABEL.exec(comment)?.[1]?.replace(/[ \t]*@[\w -]*$/, '');
  return label ? `\n\n<p>${readInline(label)}</p>\n\n` : undefined;
}

/** Options of `{% codeblock %}` that say how code looks. */
const LOOKS = /(?:^|\s)(?:lang|line_number|line_threshold|highlight|first_line|mark|wrap|language_attr):\S*/g;

/** The title of a code tag of Hexo, with the link behind it, as a paragraph before the code. */
export function writeTagTitle({ context }: Expander, { block }: CodeRange): string {
  if (context.preset !== 'hexo' || block?.options === undefined) return '';
  const title = readHexoTitle(`- ${block.options.replace(LOOKS, ' ').trim()}`);
  return title === undefined ? '' : `\n\n<p>${title}</p>\n`;
}

/** Tags of Hexo's themes whose text is all that stands behind their name. */
const INLINE: Readonly<Record<string, string>> = {
  u: 'u',
  emp: 'em',
  wavy: 'u',
  del: 'del',
  kbd: 'kbd',
  psw: 'span',
  mark: 'mark',
};
/** Tags whose text stands behind words that say how it looks, and a comma. */
const STYLED: ReadonlySet<string> = new Set(['span', 'p', 'checkbox', 'radio']);
const COLOUR = /[ \t]+(?:default|primary|success|info|warning|danger|blue|pink|red|purple|orange|green)$/;

/** The text that a tag of Hexo's themes shows in a line, as HTML. */
export function readThemeTag(name: string, options: string): string | undefined {
  const element = Object.hasOwn(INLINE, name) ? INLINE[name] : undefined;
  if (element !== undefined && options !== '')
    return `<${element}>${readInline(options.replace(/[ \t]+color:\S+$/, ''))}</${element}>`;
  if (STYLED.has(name) && options !== '') return readInline(options.slice(options.indexOf(',') + 1).trim());
  if (name === 'label') return readInline(options.replace(/^\w*[ \t]*@/, '').replace(COLOUR, ''));
  if (name === 'progress') return readInline(options.replace(/^\d+[ \t]+\S+[ \t]*/, ''));
  if (name === 'hideInline') return hideInline(options);
  if (name === 'ghcard') return linkRepository(options);
  return undefined;
}

/** `{% hideInline text,button,background,colour %}`: the text shows when someone asks for it. */
function hideInline(options: string): string {
  const [text = '', button] = options.split(',').map((part) => part.trim().replace(/^'(.*)'$/, '$1'));
  return `<details><summary>${readInline(button || 'Click')}</summary>${readInline(text)}</details>`;
}

function linkRepository(options: string): string | undefined {
  const name = /^[\w-]+(?:\/[\w.-]+)?(?=,|\s*$)/.exec(options)?.[0];
  return name && `<a href="https://github.com/${name}">${escapeText(name)}</a>`;
}

/** The HTML around the content of a block of Hexo's themes. */
export function readThemeBlock(
  name: string,
  options: string,
): { readonly start: string; readonly end: string } | undefined {
  if (name === 'timenode') return { start: `\n\n<p>${readInline(options)}</p>\n\n`, end: '\n\n' };
  if (name === 'poem') {
    const [title = '', author = ''] = options.split(',');
    return { start: `\n\n<p>${readInline([title, author].filter(Boolean).join(', '))}</p>\n\n`, end: '\n\n' };
  }
  // Their text is shown when someone asks for it.
  if (name === 'hideBlock' || name === 'hideToggle') {
    const summary = readInline(
      options
        .split(',')[0]
        ?.trim()
        .replace(/^'(.*)'$/, '$1') || 'Click',
    );
    return { start: `<details><summary>${summary}</summary>\n\n`, end: '\n\n</details>\n\n' };
  }
  const title =
    name === 'timeline'
      ? (options.split(',')[0] ?? '')
      : name === 'message'
        ? (/(?:^|\s)title:(.+)$/.exec(options)?.[1] ?? '').replace(/^"(.*)"$/, '$1')
        : '';
  if (!PARTED.has(name) && title === '') return undefined;
  return { start: title === '' ? '\n\n' : `\n\n<p>${readInline(title)}</p>\n\n`, end: '\n\n' };
}
