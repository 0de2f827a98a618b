import { callFunction } from './functions.ts';
import { findResource, listResources } from './resources.ts';
import type { Shortcode, Value } from './values.ts';

/** What a shortcode knows of itself, its page and its site. */
export function readOfShortcode(
  steps: readonly string[],
  args: readonly Value[],
  shortcode: Shortcode,
): Value | undefined {
  const { named, positional, page } = shortcode;
  const name = steps.join('.').replace(/^Page\.Site\./, 'Site.');
  if (name === 'Get') return readArgument(args[0], shortcode);
  if (name === 'Page.RenderString' || name === 'Page.RenderString.') return render(args, shortcode);
  if (/^Page\.Resources\.Get(?:Match)?$/.test(name)) return findResource(args[0], shortcode);
  if (/^Page\.Resources\.(?:Match|ByType)$/.test(name))
    return listResources(
      name.endsWith('Match') ? args[0] : args[0] === 'image' ? '**' : undefined,
      shortcode,
    );
  if (args.length > 0) return undefined;
  if (name === 'Inner' || name === 'InnerDeindent')
    return shortcode.inner === undefined ? '' : { inner: 'html' };
  if (name === 'Params') return named.size > 0 ? named : positional;
  if (name.startsWith('Params.')) return named.get(name.slice('Params.'.length)) ?? null;
  if (name === 'IsNamedParams') return named.size > 0;
  if (name === 'Name') return shortcode.name;
  if (name === 'Page.Title') return page.title;
  if (name === 'Page.Permalink') return page.url;
  if (name === 'Page.RelPermalink') return new URL(page.url).pathname;
  if (name === 'Page.Folder')
    return page.url.startsWith(shortcode.site) ? page.url.slice(shortcode.site.length) : undefined;
  return name === 'Site.BaseURL' ? shortcode.site : undefined;
}

function readArgument(key: Value | undefined, { named, positional }: Shortcode): Value {
  return (typeof key === 'number' ? positional[key] : named.get(String(key))) ?? null;
}

/** `.Page.RenderString (dict "display" "block") .Inner`. */
function render(args: readonly Value[], shortcode: Shortcode): Value | undefined {
  return callFunction('markdownify', args.slice(-1), shortcode);
}
