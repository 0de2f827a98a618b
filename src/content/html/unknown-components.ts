import { INLINE_TAG, isSentence, LOADED_FILE, listImageFiles } from '../sentences.ts';
import type { ElementNode, PropertyValue, TreeNode } from '../tree.ts';
import { readProperty } from '../tree.ts';
import { type Cleaning, countReplaced } from './cleaning.ts';
import { NAMED } from './components.ts';
import { KEPT, REMOVED, RENAMED, SILENT, UNWRAPPED } from './elements.ts';
import { currentTag } from './output.ts';
import { textOf } from './text-of.ts';

/** Components of the services that people embed, by a part of their names: what stands before an id, and what an id is. */
const SERVICES: readonly (readonly [name: RegExp, base: string, id: RegExp])[] = [
  [/youtube/, 'https://www.youtube.com/embed/', /^[\w-]{11}$/],
  [/vimeo/, 'https://player.vimeo.com/video/', /^\d+$/],
  [/spotify/, 'https://open.spotify.com/embed/', /^(?:track|album|artist|playlist|episode|show)\/\w+$/],
  [/^(?:tweet|twitter|xpost)|tweet$/, 'https://twitter.com/i/status/', /^\d{5,}$/],
  [/gist/, 'https://gist.github.com/', /^[\w-]+\/[\da-f]{5,}$|^[\da-f]{20,}$/],
  [/codesandbox/, 'https://codesandbox.io/s/', /^[\w-]+$/],
  [/stackblitz/, 'https://stackblitz.com/edit/', /^[\w-]+$/],
  [/bilibili/, 'https://www.bilibili.com/video/', /^(?:BV\w+|av\d+)$/],
  [/instagram/, 'https://www.instagram.com/p/', /^[\w-]{5,}$/],
];
const IDS: readonly string[] = [
  ...['id', 'videoid', 'video', 'youtubeid', 'embedid', 'tweetid', 'gistid', 'slug', 'code', 'v', 'bvid'],
  ...['url', 'src', 'href', 'link', 'to', 'uri'],
];
/** Names of what loads something or describes the page, and shows nothing. */
const UNSEEN =
  /^(?:seo|head|meta|script|style|analytics|schema|jsonld|opengraph|giscus|utterances|disqus)|(?:seo|meta|head|script|jsonld)$/;
/** Elements of SVG that no component is named after: what their attributes hold is drawn. */
const DRAWN =
  /^(?:circle|clippath|ellipse|fe[a-z]{4,}|foreignobject|g|lineargradient|path|polygon|polyline|radialgradient|rect|stop|textpath|tspan)$/;
const MEDIA = /^[^\s<>"']+\.(?:(mp4|m4v|webm|ogv|mov)|mp3|m4a|ogg|opus|wav)(?:[?#][^\s<>"']*)?$/i;
/** Attributes with images that are no part of what is shown, or that repeat another. */
const NO_IMAGE = /icon|logo|avatar|poster|thumb|placeholder|blur|^(?:data|aria)/;
/** Attributes with text for browsers, or for those who cannot see the page. */
const NO_SENTENCE = /^(?:data|aria|on|alt$|placeholder|class|style)|class$/;

/** Whether nothing is known of an element: no HTML, and no component that has a meaning of its own. */
function isUnknown({ tagName }: ElementNode): boolean {
  return ![KEPT, UNWRAPPED, RENAMED, REMOVED, SILENT].some((names) => names.has(tagName));
}

/**
 * A component of a name that has no meaning here, as what its attributes show: the player or page that it embeds, its images, and
 * its sentences, before what is in it. The same element, if there is nothing of that.
 */
export function showAttributes(element: ElementNode, cleaning: Cleaning): ElementNode {
  const { tagName } = element;
  if (!isUnknown(element) || UNSEEN.test(tagName) || DRAWN.test(tagName)) return element;
  if (Object.keys(element.properties).length === 0) return element;
  return readEmbed(element, cleaning) ?? listShown(element, cleaning);
}

function readEmbed(element: ElementNode, cleaning: Cleaning): ElementNode | undefined {
  if (textOf(element).trim() !== '') return undefined;
  const service = SERVICES.find(([name]) => name.test(element.tagName));
  const values = IDS.flatMap((name) => findProperty(element, name)?.trim() ?? []);
  const url = values.find(
    (value) => /^https?:\/\/[^\s<>"']+$/.test(value) && !LOADED_FILE.test(value) && !MEDIA.test(value),
  );
  const isImage = url !== undefined && listImageFiles(url).length > 0;
  const [, base = '', pattern] = service ?? [];
  const id =
    url === undefined && pattern !== undefined ? values.find((value) => pattern.test(value)) : undefined;
  const source = isImage ? undefined : (url ?? (id === undefined ? undefined : base + id));
  if (source === undefined) return undefined;
  const title = readProperty(element, 'title');
  if (/youtu\.?be|vimeo|spotify|soundcloud|codepen|bandcamp|dailymotion|twitch/.test(source))
    return {
      type: 'element',
      tagName: 'iframe',
      properties: { src: source, ...(title === undefined ? {} : { title }) },
      children: [],
    };
  countReplaced(cleaning, `<${element.tagName}>`);
  const link = makeElement('a', { href: source }, [{ type: 'text', value: source }]);
  return { ...listShown(element, cleaning, link), tagName: 'span', properties: {} };
}

/** Property names are in lower case in Markdown, and as written in other trees. */
function findProperty(element: ElementNode, name: string): string | undefined {
  const key = Object.keys(element.properties).find((each) => each.toLowerCase() === name);
  return key === undefined ? undefined : readProperty(element, key);
}

function listShown(element: ElementNode, cleaning: Cleaning, first?: TreeNode): ElementNode {
  const shown: TreeNode[] = first === undefined ? [] : [first];
  const left: Record<string, PropertyValue> = {};
  const isBlock = /^(?:div|section|article|main|blockquote|details|figure|aside)?$/.test(
    currentTag(cleaning.output) ?? '',
  );
  for (const [name, value] of Object.entries(element.properties)) {
    const parts = typeof value === 'string' ? readAttribute(name.toLowerCase(), value, element, isBlock) : [];
    if (parts.length === 0) left[name] = value;
    shown.push(...parts);
  }
  if (shown.length === 0) return element;
  if (shown.some((node) => node.type === 'element' && node.properties.alt === left.alt)) delete left.alt;
  return { ...element, properties: left, children: [...shown, ...element.children] };
}

function readAttribute(
  name: string,
  value: string,
  element: ElementNode,
  isBlock: boolean,
): readonly TreeNode[] {
  const images = NO_IMAGE.test(name) ? [] : listImageFiles(value);
  if (images.length > 0) {
    const alt = images.length === 1 ? (readProperty(element, 'alt') ?? '') : '';
    return images.map((src) => makeElement('img', { src, alt }, []));
  }
  const media = MEDIA.exec(value);
  if (media !== null) return [makeElement(media[1] === undefined ? 'audio' : 'video', { src: value }, [])];
  if (NAMED.has(element.tagName) && (name === 'title' || name === 'label')) return [];
  if (NO_SENTENCE.test(name) || !isSentence(name, value)) return [];
  const text: TreeNode = { type: 'text', value: value.replace(INLINE_TAG, '').trim() };
  return isBlock ? [makeElement('p', {}, [text])] : [text, { type: 'text', value: ' ' }];
}

function makeElement(
  tagName: string,
  properties: ElementNode['properties'],
  children: readonly TreeNode[],
): ElementNode {
  return { type: 'element', tagName, properties, children };
}
