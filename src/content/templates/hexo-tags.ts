import { escapeText } from '../../text/escape-html.ts';
import { UNKNOWN } from '../unknown-value.ts';
import type { Arguments } from './arguments.ts';
import type { Expander } from './expander.ts';
import { writeFigure } from './images.ts';
import { resolveReference } from './meanings.ts';

const WEB = /^https?:\/\//;

/** Tags of Hexo whose arguments go by position, and `link`, which Jekyll has with another meaning. */
export function readHexoTag(
  name: string,
  args: Arguments,
  options: string,
  expander: Expander,
  offset: number,
): string | undefined {
  const words = args.positional;
  if (name === 'link') return writeLink(words, options, expander, offset);
  if ((name === 'a' || name === 'anchor') && words.some((word) => WEB.test(word)))
    return writeLink(words, options, expander, offset);
  if (name === 'post_path') return resolveReference(expander, words[0], offset);
  if (name === 'post_link') return writePostLink(words, expander, offset);
  if (name === 'asset_path') return words[0] ?? UNKNOWN;
  if (name === 'asset_link') {
    return `<a href="${escapeText(words[0] ?? '')}">${escapeText(words.slice(1).join(' ') || (words[0] ?? ''))}</a>`;
  }
  if (name === 'asset_img' || (name === 'img' && args.named.size === 0)) return writeImage(words);
  return undefined;
}

/** Jekyll: `{% link _posts/x.md %}`; Hexo: `{% link text https://… %}`. */
function writeLink(words: readonly string[], options: string, expander: Expander, offset: number): string {
  const url = words.findIndex((word) => WEB.test(word));
  if (url > 0) {
    const href = escapeText(words[url] ?? '').replace(/"/g, '&quot;');
    return `<a href="${href}">${escapeText(words.slice(0, url).join(' '))}</a>`;
  }
  const known = expander.context.resolvePost?.(options);
  if (known !== undefined || /\.(?:md|markdown|mkdn|html?)$/.test(options))
    return resolveReference(expander, options, offset);
  return new URL(options.replace(/^\//, ''), expander.context.site).href;
}

function writePostLink(words: readonly string[], expander: Expander, offset: number): string {
  const url = resolveReference(expander, words[0], offset);
  const text = words.slice(1).filter((word) => word !== 'true' && word !== 'false');
  const label = text.join(' ') || expander.context.findTitle?.(url) || (words[0] ?? '');
  return `<a href="${url}">${escapeText(label)}</a>`;
}

/** `[class names] /path/to/image [width] [height] ["title" ["alt"]]`. */
function writeImage(words: readonly string[]): string | undefined {
  const source = words.findIndex((word) => /[/.]/.test(word));
  if (source < 0) return undefined;
  const rest = words.slice(source + 1);
  const numbers = rest.findIndex((word) => !/^\d+$/.test(word));
  const title = numbers < 0 ? '' : rest.slice(numbers).join(' ');
  const named = new Map([
    ['src', words[source] ?? ''],
    ['alt', (/^["'].*["'][ \t]+["'](.*)["']$/.exec(title)?.[1] ?? title).replace(/^['"]|['"]$/g, '')],
  ]);
  return writeFigure({ named, positional: [] })?.replace(/^<figure\b[^>]*>|<\/figure>$/g, '');
}
