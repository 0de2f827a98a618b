import { writeAttribute } from '../../text/escape-html.ts';
import { legalText } from '../../text/legal.ts';
import { IMAGE_FILE } from '../sentences.ts';
import type { ElementNode } from '../tree.ts';
import { readProperty } from '../tree.ts';
import { writeAttributes } from './attributes.ts';
import type { Cleaning } from './cleaning.ts';
import { countRemoved } from './cleaning.ts';
import { openElement } from './output.ts';
import { readSourceSet, writeSourceSet } from './source-set.ts';
import { resolveMedia } from './urls.ts';

/** Where scripts that load images late keep the real URL, the most telling first (R26). */
const LAZY = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataLazy', 'dataOriginalSrc', 'dataOrigFile'];
const LAZY_SETS = ['dataSrcSet', 'dataSrcset', 'dataLazySrcSet', 'dataLazySrcset', 'dataOriginalSet'];

/** A script's stand-in for an image that is not loaded yet: it shows nothing. */
const PLACEHOLDER = /^data:image\/(?:gif;base64,.{0,120}|svg\+xml.{0,400})$/i;

/** Longer texts in attributes name no file. */
const LONGEST_PATH = 2000;

/** Writes an image with a URL that readers can use, or nothing when it has none (R26). */
export function writeImage(element: ElementNode, cleaning: Cleaning): void {
  const url = findImageUrl(element, cleaning);
  if (url === undefined) return;
  const set = writeSourceSet(findSourceSet(element), cleaning.addresses);
  const others = writeAttributes(withoutSources(element), 'img', cleaning);
  cleaning.images.add(url);
  rememberImage(element, url, cleaning);
  openElement(cleaning.output, 'img', writeAttribute('src', url) + writeAttribute('srcset', set) + others);
}

/** Writes a `source`: with `srcset` in a `picture`, with `src` in a `video` or `audio`. */
export function writeSource(element: ElementNode, cleaning: Cleaning): void {
  const set = writeSourceSet(findSourceSet(element), cleaning.addresses);
  const url = readProperty(element, 'src') === undefined ? undefined : findMediaUrl(element, cleaning);
  if (set === undefined && url === undefined) return;
  const others = writeAttributes(withoutSources(element), 'source', cleaning);
  openElement(cleaning.output, 'source', writeAttribute('src', url) + writeAttribute('srcset', set) + others);
}

/** The absolute URL of a video, audio file or image, from `src` or where scripts keep it. */
export function findMediaUrl(element: ElementNode, cleaning: Cleaning): string | undefined {
  for (const name of [...LAZY, 'src']) {
    const value = readProperty(element, name);
    if (value === undefined || (name !== 'src' && !looksLikeUrl(value))) continue;
    const resolved = resolveMedia(value, cleaning.addresses, readProperty(element, 'alt'));
    if ('url' in resolved) return resolved.url;
    countRemoved(cleaning, resolved.refused);
  }
  return undefined;
}

function findImageUrl(element: ElementNode, cleaning: Cleaning): string | undefined {
  const url = findMediaUrl(element, cleaning);
  if (url !== undefined && !(PLACEHOLDER.test(url) && isLazy(element))) return url;
  const candidates = readSourceSet(findSourceSet(element) ?? '').toReversed();
  for (const candidate of [...candidates.map((each) => each.url), ...listOwnSources(element)]) {
    const resolved = resolveMedia(candidate, cleaning.addresses);
    if ('url' in resolved) return resolved.url;
  }
  return undefined;
}

/** `<Img large="a.png" small="b.png">`: files that a component without `src` names by attributes of its own. */
function listOwnSources({ properties }: ElementNode): readonly string[] {
  if ('src' in properties) return [];
  const names = Object.keys(properties).filter(
    (name) => !/^(?:data|aria|alt|title|class|style|id)/.test(name),
  );
  // The page shows the small one, and opens the large one.
  const isSmall = (name: string) => /small|thumb|preview/i.test(name);
  const ordered = [...names.filter(isSmall), ...names.filter((name) => !isSmall(name))];
  const values = ordered.map((name) => properties[name]);
  return values.flatMap((value) => (typeof value === 'string' && isImagePath(value) ? [value] : []));
}

function isImagePath(value: string): boolean {
  return value.length <= LONGEST_PATH && !/[\s"<>]/.test(value) && IMAGE_FILE.test(value);
}

function isLazy(element: ElementNode): boolean {
  const classes = readProperty(element, 'className') ?? '';
  return findSourceSet(element) !== undefined || /lazy/i.test(classes) || 'dataSrc' in element.properties;
}

function findSourceSet(element: ElementNode): string | undefined {
  for (const name of [...LAZY_SETS, 'srcSet']) {
    const value = readProperty(element, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function looksLikeUrl(value: string): boolean {
  return /^(?:https?:)?\/\/|[/.]/.test(value) && !/\s/.test(value.trim());
}

function withoutSources(element: ElementNode): ElementNode {
  const { src: _src, srcSet: _srcSet, ...properties } = element.properties;
  return { ...element, properties };
}

/** The first image is the lead image, but for the single pixels that count visits (R32). */
function rememberImage(element: ElementNode, url: string, cleaning: Cleaning): void {
  const { width, height } = element.properties;
  if (cleaning.image !== undefined || String(width) === '1' || String(height) === '1') return;
  if (url.startsWith('data:')) return;
  const alt = legalText(readProperty(element, 'alt') ?? '').trim();
  cleaning.image = alt === '' ? { url } : { url, alt };
}
