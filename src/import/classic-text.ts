import { escapeAttribute } from '../content/legal.ts';
import type { PostImage } from './post.ts';

/** Elements that stand on their own, so that no paragraph is put around them (`wpautop` of WordPress). */
const NAMES =
  'address|article|aside|audio|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|menu|nav|object|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video';
const BLOCK = new RegExp(`^(?:</?(?:${NAMES})\\b|<!--)`, 'i');
/** Text may stand directly before and behind such an element. */
const OUTER = 'blockquote|div|dl|figure|h[1-6]|ol|p|table|ul';
const BLOCK_START = new RegExp(`(<(?:${OUTER})\\b[^<>]*>)`, 'gi');
const BLOCK_END = new RegExp(`(</(?:${OUTER})>|<hr\\b[^<>]*>)`, 'gi');
/** Elements in which line breaks mean what they are. */
const VERBATIM = /<(pre|script|style|textarea)\b/gi;

/**
 * A text of WordPress's older editor as HTML: blank lines part paragraphs, single ones are line breaks, as WordPress shows it.
 */
export function addParagraphs(written: string): string {
  return splitVerbatim(written.replace(/\r\n?/g, '\n'))
    .map(({ text, isVerbatim }) => (isVerbatim ? text : divide(text)))
    .filter((part) => part !== '')
    .join('\n');
}

interface Part {
  readonly text: string;
  readonly isVerbatim: boolean;
}

/** One that is never closed is text like any other. */
function splitVerbatim(text: string): readonly Part[] {
  const folded = text.toLowerCase();
  const parts: Part[] = [];
  const open = new Set<string>();
  let from = 0;
  for (const { index, 1: name = '' } of text.matchAll(VERBATIM)) {
    const closing = `</${name.toLowerCase()}>`;
    if (index < from || open.has(closing)) continue;
    const close = folded.indexOf(closing, index);
    if (close < 0) {
      open.add(closing);
      continue;
    }
    const end = close + closing.length;
    parts.push(
      { text: text.slice(from, index), isVerbatim: false },
      { text: text.slice(index, end), isVerbatim: true },
    );
    from = end;
  }
  return [...parts, { text: text.slice(from), isVerbatim: false }];
}

function divide(text: string): string {
  return text
    .replace(BLOCK_START, '\n\n$1')
    .replace(BLOCK_END, '$1\n\n')
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map((chunk) => (BLOCK.test(chunk) || isShortcode(chunk) ? chunk : `<p>${breakLines(chunk)}</p>`))
    .join('\n');
}

/** `[gallery ids="1,2"]` alone in its paragraph. */
function isShortcode(chunk: string): boolean {
  return /^\[[a-z][\w-]*(?: [^\]]*)?\](?:[^[]*\[\/[\w-]+\])?$/i.test(chunk);
}

function breakLines(chunk: string): string {
  return chunk.replace(/(?<!<br ?\/?>)\n/g, '<br>\n');
}

// Each part has a length that no export exceeds, so that a text of nothing but beginnings takes no time.
const CAPTION =
  /\[(?:wp_)?caption\b([^[\]]{0,1000})\]\s{0,20}((?:<a\b[^<>]{0,2000}>\s{0,20})?<img\b[^<>]{0,4000}>(?:\s{0,20}<\/a>)?)((?:(?!\[(?:wp_)?caption\b)[\s\S]){0,4000}?)\[\/(?:wp_)?caption\]/gi;
const GALLERY = /\[gallery\b[^[\]]{0,500}?\bids="([\d, ]{1,4000})"[^[\]]{0,500}\]/gi;
const EMBED = /\[embed\b[^[\]]{0,500}\]\s{0,20}(https?:\/\/[^\s[\]<>"]{1,2000})\s{0,20}\[\/embed\]/gi;

/**
 * The shortcodes whose meaning the export knows, as WordPress shows them: images with a caption, galleries, what is embedded. Every other
 * shortcode stays as it is written.
 * @param images by the id of the media file
 */
export function readShortcodes(html: string, images: ReadonlyMap<string, PostImage>): string {
  return html
    .replace(CAPTION, (_, attributes: string, image: string, text: string) => {
      const said = /\bcaption="([^"]*)"/.exec(attributes)?.[1] ?? text.trim();
      const caption = said === '' ? '' : `<figcaption>${said}</figcaption>`;
      return `<figure>${image}${caption}</figure>`;
    })
    .replace(GALLERY, (whole, ids: string) => {
      const found = ids.split(',').map((id) => images.get(id.trim()));
      return found.every((image) => image !== undefined)
        ? found.map((image) => `<figure>${writeImage(image)}</figure>`).join('\n')
        : whole;
    })
    .replace(EMBED, (_, url: string) => `<p><a href="${url}">${url}</a></p>`);
}

function writeImage({ url, alt = '' }: PostImage): string {
  return `<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}">`;
}
