import { encodePercent } from '../../text/percent-encoding.ts';
import type { Shortcode, Value } from './values.ts';

/** Images beside the article, which a template asks for by name; patterns name nobody knows how many. */
const IMAGE = /^(?![/.]|[a-z]+:)[^*?{}[\]]+\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** What makes an image of another size of one: the article shows the one that there is. */
const SIZES = /^(?:Resize|Fit|Fill|Crop|Filter|Process)$/;

/** An image of a page bundle of Hugo, as its templates see it. Its size is left to the reader of the feed. */
export function findResource(path: Value | undefined, { page }: Shortcode): Value | undefined {
  if (typeof path !== 'string' || !IMAGE.test(path)) return undefined;
  const { href, pathname } = new URL(path.split('/').map(encodePercent).join('/'), page.url);
  return makeResource([
    ['Permalink', href],
    ['RelPermalink', pathname],
    ['Name', path],
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
export function isResource(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map && value.get('IsResource') === true;
}

/** `$image.Resize "600x"`: the image itself. */
export function resize(value: Value | undefined, steps: readonly string[]): Value | undefined {
  return steps.length === 1 && SIZES.test(steps[0] ?? '') && isResource(value) ? value : undefined;
}
