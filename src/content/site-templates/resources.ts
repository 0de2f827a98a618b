import { encodePercent } from '../../text/percent-encoding.ts';
import { IMAGE_FILE } from '../sentences.ts';
import type { Shortcode, Value } from './values.ts';

/** Images beside the article, which a template asks for by name; patterns name nobody knows how many. */
const RESOURCE = /^(?![/.]|[a-z]+:)[^*?{}[\]]+$/i;
/** What makes an image of another size of one: the article shows the one that there is. */
const SIZES = /^(?:Resize|Fit|Fill|Crop|Filter|Process)$/;

/** An image of a page bundle of Hugo, as its templates see it. Its size is left to the reader of the feed. */
export function findResource(
  path: Value | undefined,
  { page }: Shortcode,
  hasTitle = false,
): Value | undefined {
  if (typeof path !== 'string' || !isImage(path)) return undefined;
  const { href, pathname } = new URL(path.split('/').map(encodePercent).join('/'), page.url);
  return makeResource([
    ['Permalink', href],
    ['RelPermalink', pathname],
    ['Name', path],
    ...(hasTitle ? [['Title', path] as const] : []),
  ]);
}

/** The images of a page bundle that a pattern means. */
export function listResources(pattern: Value | undefined, shortcode: Shortcode): Value | undefined {
  const names = typeof pattern === 'string' ? shortcode.siteFacts?.listImages(pattern) : undefined;
  const resources = names?.map((name) => findResource(name, shortcode, true));
  return resources?.includes(undefined) ? undefined : (resources as readonly Value[] | undefined);
}

/** `resources.Get`: a file of `assets/`, which Hugo publishes at the same path. */
export function findAsset(path: Value | undefined, { site, siteFacts }: Shortcode): Value | undefined {
  const name = typeof path === 'string' ? path.replace(/^\//, '') : '';
  if (!isImage(name) || !siteFacts?.hasAsset(name)) return undefined;
  const { href, pathname } = new URL(name.split('/').map(encodeURIComponent).join('/'), site);
  return makeResource([
    ['Permalink', href],
    ['RelPermalink', pathname],
    ['Name', `/${name}`],
  ]);
}

/** What `resize_image` of Zola gives: the image itself stands for the one of another size. */
export function describeImage(path: Value | undefined, { site }: Shortcode): Value | undefined {
  if (typeof path !== 'string' || !/\.\w+$/.test(path)) return undefined;
  return makeResource([['url', new URL(path.replace(/^\/?(?:static|content)\/|^\//, ''), site).href]]);
}

function makeResource(entries: readonly (readonly [string, Value])[]): Value {
  const sizes = ['Width', 'Height', 'width', 'height'].map((name) => [name, null] as const);
  return new Map<string, Value>([['IsResource', true], ...sizes, ...entries]);
}

/** Whether a value is an image, of which no more is known than it says. */
function isResource(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map && value.get('IsResource') === true;
}

/** `$image.Resize "600x"`: the image itself. */
export function resize(value: Value | undefined, steps: readonly string[]): Value | undefined {
  return steps.length === 1 && SIZES.test(steps[0] ?? '') && isResource(value) ? value : undefined;
}

/** What the steps of a path lead to; of an image no one knows what it does not say. */
export function walk(start: Value | undefined, steps: readonly string[]): Value | undefined {
  let value = start;
  for (const step of steps) {
    if (value === null) return null;
    if (!(value instanceof Map) || (isResource(value) && !value.has(step))) return undefined;
    value = value.get(step) ?? null;
  }
  return value;
}

function isImage(path: string): boolean {
  return RESOURCE.test(path) && IMAGE_FILE.test(path);
}
