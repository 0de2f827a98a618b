import { escapeText } from '../../text/escape-html.ts';
import type { Arguments } from './arguments.ts';
import { pickArgument } from './arguments.ts';
import { openLink } from './linked.ts';

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

/** Names that say nothing of the kind. */
const GENERIC: ReadonlySet<string> = new Set('admonition notice callout alert aside'.split(' '));
/** Blocks that open when someone asks for them. */
const FOLDS: ReadonlySet<string> = new Set(
  'details expand collapse folding fold hidetoggle hideblock accordion toggle spoiler'.split(' '),
);

/** Whatever is around it, what is in it is Markdown. */
const MARKDOWN: ReadonlySet<string> = new Set(['markdown', 'md', 'markdownify']);

export function isAdmonition(name: string): boolean {
  return ADMONITIONS.has(name);
}

/**
 * The HTML around the content of a block, or undefined for a name without a meaning.
 * @param options the arguments as they are written, where they stand without quotes
 */
export function readBlock(name: string, args: Arguments, options?: string): Block | undefined {
  if (MARKDOWN.has(name)) return { start: '\n\n', end: '\n\n' };
  if (QUOTATIONS.has(name)) return { start: '<blockquote>\n\n', end: writeSource(args, options) };
  if (FOLDS.has(name)) {
    const summary = pickArgument(args, ['summary', 'title', 'label']) ?? (joinWords(args, 0) || 'Details');
    return { start: `<details><summary>${escapeText(summary)}</summary>\n\n`, end: '\n\n</details>\n\n' };
  }
  if (name === 'tab' || name === 'tabitem') {
    const label = pickArgument(args, ['name', 'title', 'label', 'header'], 0);
    return { start: label === undefined ? '\n\n' : `\n\n<p>${escapeText(label)}</p>\n\n`, end: '\n\n' };
  }
  if (!ADMONITIONS.has(name)) return undefined;
  const kind = pickArgument(args, ['type'], 0);
  const isKind = kind === undefined || !/\s/.test(kind);
  const title =
    pickArgument(args, ['title']) ??
    (joinWords(args, isKind && !args.named.has('type') ? 1 : 0) ||
      nameAdmonition(kind !== undefined && ADMONITIONS.has(kind) ? kind : GENERIC.has(name) ? '' : name));
  const head = title === '' ? '' : `<p><strong>${escapeText(title)}</strong></p>\n`;
  return { start: `<blockquote>\n${head}\n`, end: QUOTATION_END };
}

/** Arguments that say how a block looks. */
const LOOKS =
  /^(?:true|false|open|closed?|simple|modern|flat|disabled|no-?icon|fa[srlb]?(?:[ -].*)?|default|primary|success|info|warning|danger|blue|cyan|green|yellow|orange|red|pink|purple|gr[ae]y|black|white|child:.*|icon|solid|circle)$/i;

/** The words from an index on: in tags of Hexo a title stands without quotes. */
function joinWords({ positional }: Arguments, index: number): string {
  return positional
    .slice(index)
    .filter((word) => !LOOKS.test(word))
    .join(' ')
    .replace(/^\*\*(.*)\*\*$/, '$1');
}

const QUOTATION_END = '\n\n</blockquote>\n\n';

/** An admonition without a title is headed by its kind. */
export function nameAdmonition(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Where a quotation of Octopress and Hexo stands on the page, which is not who said it. */
const SIDE = /^(?:left|right|center)$/;
/** `Ann Bly, The Sea`, `Ann Bly https://… The Sea`. */
const QUOTED = /^([^"'=]*?)[ \t]*(https?:\/\/[^\s"']+)(?:[ \t]+([^"'=]+))?$/;

function writeSource(args: Arguments, options = ''): string {
  const [, before = '', url, title] = QUOTED.exec(options) ?? [];
  if (url !== undefined) {
    const link = `${openLink(url)}${escapeText(title ?? url.replace(/^https?:\/\/|\/$/g, ''))}</a>`;
    return `\n\n<p>— ${before === '' ? '' : `${escapeText(before.replace(/,$/, ''))}, `}${link}</p>\n</blockquote>\n\n`;
  }
  const written = args.named.size === 0 && !/["']/.test(options) ? options.trim() : '';
  const words = written === '' ? args.positional.join(' ').trim() : written;
  const author =
    pickArgument(args, ['author', 'cite', 'source', 'by']) ??
    (words === '' || SIDE.test(words) ? undefined : words);
  return author === undefined ? QUOTATION_END : `\n\n<p>— ${escapeText(author)}</p>\n</blockquote>\n\n`;
}
