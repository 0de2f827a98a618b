import { escapeText } from '../../text/escape-html.ts';
import type { Arguments } from './arguments.ts';
import { pickArgument } from './arguments.ts';

/** What begins and ends a block of content: `{{< quote >}}…{{< /quote >}}`, `{% blockquote %}…{% endblockquote %}`. */
export interface Block {
  readonly start: string;
  readonly end: string;
}

const QUOTATIONS: ReadonlySet<string> = new Set(['blockquote', 'pullquote', 'quote', 'epigraph']);
const ADMONITIONS: ReadonlySet<string> = new Set(
  (
    'note tip info caution danger warning important success error example question bug hint attention seealso abstract ' +
    'admonition notice callout alert aside hint'
  ).split(' '),
);

/** Whatever stands around it, what stands in it is Markdown. */
const MARKDOWN: ReadonlySet<string> = new Set(['markdown', 'md', 'markdownify']);

export function isAdmonition(name: string): boolean {
  return ADMONITIONS.has(name);
}

/** The HTML around the content of a block, or undefined for a name without a meaning. */
export function readBlock(name: string, args: Arguments): Block | undefined {
  if (MARKDOWN.has(name)) return { start: '\n\n', end: '\n\n' };
  if (QUOTATIONS.has(name)) return { start: '<blockquote>\n\n', end: writeSource(args) };
  if (name === 'details' || name === 'expand' || name === 'collapse') {
    const summary = pickArgument(args, ['summary', 'title', 'label'], 0) ?? 'Details';
    return { start: `<details><summary>${escapeText(summary)}</summary>\n\n`, end: '\n\n</details>\n\n' };
  }
  if (!ADMONITIONS.has(name)) return undefined;
  const kind = pickArgument(args, ['type'], 0);
  const title =
    pickArgument(args, ['title'], 1) ??
    nameAdmonition(kind !== undefined && ADMONITIONS.has(kind) ? kind : name);
  return { start: `<blockquote>\n<p><strong>${escapeText(title)}</strong></p>\n\n`, end: QUOTATION_END };
}

export const QUOTATION_END = '\n\n</blockquote>\n\n';

/** An admonition without a title is headed by its kind. */
export function nameAdmonition(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function writeSource(args: Arguments): string {
  const words = args.positional.join(' ').trim();
  const author = pickArgument(args, ['author', 'cite', 'source', 'by']) ?? (words === '' ? undefined : words);
  return author === undefined ? QUOTATION_END : `\n\n<p>— ${escapeText(author)}</p>\n</blockquote>\n\n`;
}
