import { escapeAttribute } from '../text/escape-html.ts';
import type { PostImage } from './post.ts';

/** Elements that stand on their own, so that no paragraph is put around them (`wpautop` of WordPress). */
const NAMES =
  'address|article|aside|audio|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|menu|nav|object|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video';
const BLOCK = new RegExp(`^(?:</?(?:${NAMES})\\b|<!--)`, 'i');
/** Text may be directly before and behind such an element. */
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
  return showEmbedded(chunk).replace(/(?<!<br ?\/?>)\n/g, '<br>\n');
}

// Each part has a length that no export exceeds, so that a text of nothing but beginnings takes no time.
const CAPTION =
  /\[(?:wp_)?caption\b([^[\]]{0,1000})\]\s{0,20}((?:<a\b[^<>]{0,2000}>\s{0,20})?<img\b[^<>]{0,4000}>(?:\s{0,20}<\/a>)?)((?:(?!\[(?:wp_)?caption\b)[\s\S]){0,4000}?)\[\/(?:wp_)?caption\]/gi;
const GALLERY = /(?<!\[)\[gallery\b([^[\]]{0,5000})\]/gi;
/** A URL alone on its line shows what is there. */
const ALONE = /^[ \t]{0,20}(https?:\/\/[^\s<>"[\]]{1,2000})[ \t]{0,20}$/gm;
const IN_BLOCK =
  /(<div class="wp-block-embed__wrapper">)\s{0,20}(https?:\/\/[^\s<>"[\]]{1,2000})\s{0,20}(?=<\/div>)/g;
const CODE = /(?<!\[)\[((?:source)?code)\b([^[\]]{0,500})\]/gi;
const EMBED = /\[embed\b[^[\]]{0,500}\]\s{0,20}(https?:\/\/[^\s[\]<>"]{1,2000})\s{0,20}\[\/embed\]/gi;

/** Images of the media library. */
export interface Library {
  readonly find: (id: string) => PostImage | undefined;
  /** What was uploaded to a post, in the order of its gallery; without an id, to the post that is read. */
  readonly listOf: (post: string | undefined) => readonly PostImage[];
}

/**
 * The shortcodes whose meaning the export knows, as WordPress shows them: images with a caption, galleries, what is embedded. Every other
 * shortcode stays as it is written.
 */
export function readShortcodes(html: string, library: Library): string {
  return readCode(html)
    .replace(CAPTION, (_, attributes: string, image: string, text: string) => {
      const said = /\bcaption="([^"]*)"/.exec(attributes)?.[1] ?? text.trim();
      const caption = said === '' ? '' : `<figcaption>${said}</figcaption>`;
      return `<figure>${image}${caption}</figure>`;
    })
    .replace(GALLERY, (whole, attributes: string) => {
      const found = listGallery(attributes, library);
      return found.length > 0
        ? found.map((image) => `<figure>${writeImage(image)}</figure>`).join('\n')
        : whole;
    })
    .replace(EMBED, (_, url: string) => `<p>${embed(url)}</p>`)
    .replace(IN_BLOCK, (_, before: string, url: string) => `${before}${embed(url)}`);
}

function showEmbedded(text: string): string {
  return text.replace(ALONE, (_, url: string) => embed(url));
}

const PLAYERS: readonly (readonly [page: RegExp, player: string])[] = [
  [
    /^https?:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:[^#]*&(?:amp;|#038;)?)?v=([\w-]{11})/,
    'https://www.youtube.com/embed/',
  ],
  [/^https?:\/\/youtu\.be\/([\w-]{11})/, 'https://www.youtube.com/embed/'],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/(\d{1,12})/, 'https://player.vimeo.com/video/'],
];

/** What WordPress asks another site for: the player of a video, else a link. */
function embed(url: string): string {
  for (const [page, player] of PLAYERS) {
    const id = page.exec(url)?.[1];
    if (id !== undefined) return `<iframe src="${player}${id}" allowfullscreen></iframe>`;
  }
  return `<a href="${url}">${url}</a>`;
}

/** `[code]` of WordPress, in which signs mean themselves. */
function readCode(html: string): string {
  const folded = html.toLowerCase();
  const open = new Set<string>();
  const parts: string[] = [];
  let from = 0;
  for (const { 0: opening, 1: name = '', 2: attributes = '', index } of html.matchAll(CODE)) {
    const closing = `[/${name.toLowerCase()}]`;
    if (index < from || open.has(closing)) continue;
    const start = index + opening.length;
    const close = folded.indexOf(closing, start);
    if (close < 0) {
      open.add(closing);
      continue;
    }
    parts.push(html.slice(from, index), writeCode(attributes, html.slice(start, close)));
    from = close + closing.length;
  }
  return [...parts, html.slice(from)].join('');
}

/** Its entities stand as they are; what else looks like a tag is text. */
function writeCode(attributes: string, code: string): string {
  const language = readAttribute(attributes, 'lang') ?? readAttribute(attributes, 'language');
  const text = code
    .replace(/^\r?\n/, '')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const said = language === undefined ? '' : ` class="language-${escapeAttribute(language)}"`;
  return `<pre><code${said}>${text}</code></pre>`;
}

/** `ids` and `include` name images, of which those are shown that there are; without them the gallery has all that were uploaded to its post. */
function listGallery(attributes: string, { find, listOf }: Library): readonly PostImage[] {
  const named = readAttribute(attributes, 'ids') ?? readAttribute(attributes, 'include');
  if (named !== undefined) return named.split(',').flatMap((id) => find(id.trim()) ?? []);
  return listOf(readAttribute(attributes, 'id'));
}

function readAttribute(attributes: string, name: string): string | undefined {
  const [, quoted, single, bare] =
    new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(attributes) ?? [];
  return quoted ?? single ?? bare;
}

function writeImage({ url, alt = '' }: PostImage): string {
  return `<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}">`;
}
