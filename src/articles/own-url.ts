import type { Preset } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Found, findFact } from './names-of-facts.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { isMapping, toText } from './values.ts';

/**
 * The key by which each tool lets an article say its URL, if there is one: the others mean nothing to it (each tried with the tool
 * itself). Zola has `path`, Docusaurus `slug`, which are facts of their own.
 */
const KEYS: Readonly<Partial<Record<Preset, string | null>>> = {
  jekyll: 'permalink',
  hugo: 'url',
  eleventy: 'permalink',
  hexo: 'permalink',
  zola: null,
  docusaurus: null,
  astro: null,
  vitepress: null,
};

/** The path that an article gives itself, which is a key of Zola (there it is the whole path, wherever the file is) and of tools that no one named. */
export function findOwnPath(data: FrontMatter, preset: Preset | undefined): Found | undefined {
  return preset === undefined || preset === 'zola' ? findFact(data, 'path') : undefined;
}

/**
 * The URL that an article gives itself: by the key of its tool, or in full; by any name of it where the tool is not known.
 * @param site the home page, with `/` at its end
 */
export function findOwnUrl(data: FrontMatter, preset: Preset | undefined, site: string): Found | undefined {
  const found = findBuildPermalink(data, preset) ?? findFact(data, 'url');
  const only = preset && KEYS[preset];
  if (found === undefined || only === undefined || found.key === only) return found;
  if (toText(found.value)?.startsWith(site)) return found;
  if (only === null) return undefined;
  // Hugo reads keys in any case.
  const key = Object.keys(data).find((name) => name === only || name.toLowerCase() === only);
  return key === undefined || toText(data[key]) === undefined ? undefined : { key, value: data[key] };
}

/** Eleventy lets an article say its URL for the build alone. */
function findBuildPermalink({ permalink }: FrontMatter, preset: Preset | undefined): Found | undefined {
  return preset === 'eleventy' && isMapping(permalink)
    ? { key: 'permalink', value: permalink.build }
    : undefined;
}

/**
 * Another tool's template can't be evaluated here; the template of the configuration is used. The name of a style is one in exports;
 * to a tool that reads the key it is a path as any other.
 */
export function isTemplateCode(text: string, preset: Preset | undefined): boolean {
  if (text.includes('{{') || text.includes('{%') || /^(?:true|false)$/.test(text)) return true;
  return (preset === undefined || !KEYS[preset]) && /^(?:none|date|pretty|ordinal|weekdate)$/.test(text);
}

/** To Hugo a URL without a slash in front is below the language of the article. */
export function languagePrefix(
  { preset, language, translation }: PermalinkFacts,
  permalink: string,
  languages: readonly string[] = [],
): string {
  if (preset !== 'hugo') return '';
  const [first = ''] = permalink.split('/').filter(Boolean);
  const tag = first === ':language' ? language : languages.includes(first) ? first : translation;
  return tag === undefined ? '' : `/${tag.toLowerCase()}`;
}

/** Eleventy and Hugo serve `index.html` as its folder; Hugo ends what has no dot with a slash, and keeps `#` in the path. */
export function endGiven(path: string, preset: Preset | undefined): string {
  if (preset === 'eleventy') return path.replace(/\/index\.html$/, '/');
  if (preset !== 'hugo') return path;
  const ended = /\/$|\./.test(path) ? path.replace(/\/index\.html$/, '/') : `${path}/`;
  return ended.replaceAll('#', '%23');
}
