import { escapeAttribute, writeAttribute } from '../../text/escape-html.ts';
import { encodePercent } from '../../text/percent-encoding.ts';
import { UNKNOWN } from '../unknown-value.ts';
import type { Arguments } from './arguments.ts';
import { pickArgument } from './arguments.ts';
import type { Expander } from './expander.ts';
import { noteReference } from './findings.ts';
import { writeFigure } from './images.ts';
import { readInline } from './inline.ts';

/** What a construct means to a reader, as HTML or text; undefined when these arguments say nothing. */
type Meaning = (args: Arguments, expander: Expander, offset: number) => string | undefined;

/**
 * The names that shortcodes, tags, functions and included files have in common, whatever the dialect: Hugo's
 * `{{< youtube x >}}`, Zola's `{{ youtube(id="x") }}`, Hexo's `{% youtube x %}`, Jekyll's `{% include youtube.html id="x" %}`.
 */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries<Meaning>({
    youtube: writeYouTube,
    vimeo: (args) => writeFrame('https://player.vimeo.com/video/', pickArgument(args, ['id'], 0), /^\d+/),
    spotify: (args) =>
      writeFrame('https://open.spotify.com/embed/', pickArgument(args, ['id'], 0), /^[\w/]+$/),
    bilibili: (args) =>
      writeLink('https://www.bilibili.com/video/', pickArgument(args, ['id', 'bvid'], 0), 'Bilibili'),
    gist: writeGist,
    tweet: writeTweet,
    instagram: (args) =>
      writeLink('https://www.instagram.com/p/', pickArgument(args, ['id'], 0), 'Instagram'),
    codepen: writeCodePen,
    asciinema: writeRecording,
    figure: writeFigure,
    audio: (args) => writeSource('audio', args, ['src', 'url', 'mp3', 'm4a', 'ogg', 'wav']),
    video: (args) => writeSource('video', args, ['src', 'url', 'mp4', 'm4v', 'webm', 'ogv']),
    iframe: (args) => writeIframe(pickArgument(args, ['src', 'url'], 0)),
    ref: (args, expander, offset) => resolveReference(expander, pickArgument(args, ['path'], 0), offset),
  }),
);

/** Other names for the same. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    youtubelite: 'youtube',
    'lite-youtube': 'youtube',
    youtube_embed: 'youtube',
    'youtube-embed': 'youtube',
    youtubeplayer: 'youtube',
    twitter: 'tweet',
    x: 'tweet',
    img: 'figure',
    image: 'figure',
    pic: 'figure',
    picture: 'figure',
    photo: 'figure',
    'image-caption': 'figure',
    image_caption: 'figure',
    responsive_image: 'figure',
    resize_image: 'figure',
    relref: 'ref',
    post_link: 'ref',
  }),
);

/** Of what is on asciinema.org; other names mean a file of the site. */
function writeRecording(args: Arguments): string | undefined {
  const id = pickArgument(args, ['id', 'key'], 0);
  return id !== undefined && /^(?:\d+|[A-Za-z\d]{16,40})$/.test(id)
    ? writeLink('https://asciinema.org/a/', id, 'asciinema')
    : undefined;
}

/** Whether shortcodes of this name have a meaning in most sites. */
export function hasMeaning(name: string): boolean {
  const key = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return MEANINGS.has(SYNONYMS.get(key) ?? key);
}

/** What `name` means with these arguments, or undefined when no one knows. */
export function readMeaning(
  name: string,
  args: Arguments,
  expander: Expander,
  offset: number,
): string | undefined {
  const key = name.toLowerCase();
  return MEANINGS.get(SYNONYMS.get(key) ?? key)?.(args, expander, offset);
}

/** The URL of an article that another one refers to; when it is unknown, what takes the link away. */
export function resolveReference(expander: Expander, reference: string | undefined, offset: number): string {
  if (reference === undefined) return UNKNOWN;
  const hash = reference.indexOf('#');
  const path = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : reference.slice(hash);
  const url = path === '' ? expander.context.url : expander.context.resolvePost?.(path);
  if (url !== undefined) return url + fragment;
  noteReference(expander, reference, offset);
  return UNKNOWN;
}

function writeYouTube(args: Arguments): string | undefined {
  const value = pickArgument(args, ['id', 'videoid', 'video_id', 'yt_id', 'url', 'src'], 0);
  const id = value === undefined ? undefined : /(?:^|[/=])([\w-]{11})(?:$|[?&#])/.exec(value)?.[1];
  if (id !== undefined) return writeIframe(`https://www.youtube.com/embed/${id}`, args.named.get('title'));
  return value !== undefined && /^[\w-]+$/.test(value)
    ? writeLink('https://www.youtube.com/watch?v=', value, 'Video on YouTube')
    : undefined;
}

function writeGist(args: Arguments): string | undefined {
  const url = pickArgument(args, ['url']);
  if (url !== undefined) return writeLink('', url.replace(/\.js$/, ''), 'Gist');
  const [first, second] = args.positional;
  const id =
    first !== undefined && /^[\w-]+$/.test(first) && /^[0-9a-f]{5,}$/.test(second ?? '')
      ? `${first}/${second}`
      : first;
  return writeLink('https://gist.github.com/', pickArgument(args, ['id']) ?? id, 'Gist');
}

function writeTweet(args: Arguments): string | undefined {
  const value = pickArgument(args, ['id', 'url'], args.positional.length > 1 ? 1 : 0);
  if (value?.startsWith('https://') === true) return writeLink('', value, 'Tweet');
  const user = pickArgument(args, ['user'], args.positional.length > 1 ? 0 : undefined) ?? 'i';
  return writeLink(`https://twitter.com/${encodePercent(user)}/status/`, value, 'Tweet');
}

function writeCodePen(args: Arguments): string | undefined {
  const user = pickArgument(args, ['user']) ?? 'anon';
  return writeLink(
    `https://codepen.io/${encodePercent(user)}/pen/`,
    pickArgument(args, ['id'], 0),
    'CodePen',
  );
}

function writeFrame(base: string, id: string | undefined, pattern: RegExp): string | undefined {
  const known = id === undefined ? undefined : pattern.exec(id)?.[0];
  return known === undefined ? undefined : writeIframe(base + known);
}

/**
 * The cleaner turns frames of known players into links with an image. In a `span`, because `<iframe` at the beginning
 * of a line of Markdown would make HTML of the whole paragraph (CommonMark §4.6).
 */
function writeIframe(url: string | undefined, title?: string): string | undefined {
  if (url === undefined) return undefined;
  return `<span><iframe src="${escapeAttribute(url)}"${writeAttribute('title', title)}></iframe></span>`;
}

function writeLink(base: string, id: string | undefined, label: string): string | undefined {
  return id === undefined ? undefined : `<a href="${escapeAttribute(base + id)}">${label}</a>`;
}

function writeSource(tag: string, args: Arguments, names: readonly string[]): string | undefined {
  const url = pickArgument(args, names, 0);
  if (url === undefined) return undefined;
  const player = `<${tag} src="${escapeAttribute(url)}"></${tag}>`;
  const caption = pickArgument(args, ['caption', 'title']);
  return caption === undefined
    ? player
    : `<figure>${player}<figcaption>${readInline(caption)}</figcaption></figure>`;
}
