import { toHexoSlug } from './hexo-slug.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import {
  toAstroSlug,
  toEleventySlug,
  toHugoPath,
  toJekyllSlug,
  toJekyllTitle,
  toPlainSlug,
} from './slugs.ts';
import { toZolaSlug } from './zola-slug.ts';

/** Hugo makes the same path of every part. */
export function ofTool({ preset, slugs }: PermalinkFacts, text: string): string {
  return preset === 'hugo' ? toHugoPath(text, slugs) : text;
}

/** The names of folders; to Astro they are parts of an id. */
export function expandSections(facts: PermalinkFacts, sections: readonly string[]): string {
  if (facts.preset === 'astro') return sections.map(toAstroSlug).join('/');
  return ofTool(facts, sections.join('/'));
}

/** `:slug` as each tool makes it. */
export function expandSlug(facts: PermalinkFacts): string {
  const { preset, ownSlug, slug, isId, slugs } = facts;
  if (preset === 'hugo') return ownSlug === undefined ? toHugoTitle(facts) : toHugoPath(ownSlug, slugs);
  if (preset === 'jekyll') return isId ? slug : toJekyllSlug(slug);
  if (preset === 'zola') return toZolaSlug(slug, slugs);
  return preset === 'astro' && ownSlug === undefined ? toAstroSlug(slug) : slug;
}

/** The name of the file without its date: to Astro a part of its id. */
export function expandBasename({ preset, path }: PermalinkFacts): string {
  return preset === 'astro' ? toAstroSlug(path.slug) : path.slug;
}

/** `:title` as each tool makes it. */
export function expandTitle(facts: PermalinkFacts): string {
  if (facts.preset === 'hugo') return toHugoTitle(facts);
  if (facts.preset === 'jekyll') return toJekyllTitle(facts.slug);
  if (facts.preset !== 'hexo') return facts.slug;
  // Hexo: the path below _posts, whatever slug the front matter gives.
  const path = [...foldersOf(facts), facts.path.name].join('/');
  return facts.isId ? path : (facts.pathTitle ?? path);
}

/** `:name`: to Hexo the title without the folders in it. */
export function expandName(facts: PermalinkFacts): string {
  return facts.preset === 'hexo' ? (expandTitle(facts).split('/').at(-1) ?? '') : facts.path.slug;
}

function toHugoTitle({ title, slugs }: PermalinkFacts): string {
  return toHugoPath(slugs?.includes('no-slashes') ? title.replaceAll('/', '-') : title, slugs);
}

/** The slug of the title: to Hexo always, with Eleventy or without a preset where front matter gives none, as many programs do. */
export function expandPostTitle({ preset, ownSlug, title }: PermalinkFacts): string {
  if ((preset === undefined || preset === 'eleventy') && ownSlug !== undefined) return ownSlug;
  if (preset === 'hexo') return toHexoSlug(title).toLowerCase();
  return (preset === 'eleventy' ? toEleventySlug(title) : undefined) ?? toPlainSlug(title);
}

/** Each generator makes its paths of file names in its own way; without a preset they stay as they are. */
export function presetPath(facts: PermalinkFacts): string {
  const { path, slug, ownSlug, preset, slugs, isRoute } = facts;
  const segments = [...foldersOf(facts), slug];
  switch (preset) {
    case 'hugo':
      return toHugoPath(segments.map((segment) => hyphenate(segment, facts)).join('/'), slugs);
    case 'astro':
      // Astro composes the letters of its routes, however files are named.
      return (isRoute ? path.path : (ownSlug ?? segments.map(toAstroSlug).join('/'))).normalize('NFC');
    case 'eleventy':
      return [...foldersOf(facts), path.name || 'index'].join('/');
    case 'docusaurus':
      return path.path;
    default:
      // Zola makes a slug of the last segment alone.
      return [...segments.slice(0, -1), preset === 'zola' ? toZolaSlug(slug, slugs) : slug].join('/');
  }
}

/** Since 0.123 each space of a file name is a hyphen to Hugo; a slug is spelled as a title. */
function hyphenate(segment: string, { slugs, ownSlug }: PermalinkFacts): string {
  return slugs?.includes('each-space') && segment !== ownSlug ? segment.replaceAll(' ', '-') : segment;
}

function foldersOf({ path }: PermalinkFacts): readonly string[] {
  return path.path.split('/').slice(0, -1);
}

/** The path without the date of the file name and without ending: Eleventy's `filePathStem`. */
export function stemOf({ path }: PermalinkFacts): string {
  const folders = path.path.split('/').slice(0, -1);
  return [...folders, ...(path.isIndex ? [path.name, 'index'] : [path.slug])].join('/');
}
