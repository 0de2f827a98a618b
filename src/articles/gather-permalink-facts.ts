import { extname, sep } from 'node:path';
import type { Config } from '../model/index.ts';
import { takesDateOfName } from './find-date.ts';
import { foldersBelow } from './find-sections.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHexoCategory } from './hexo-category.ts';
import { placeLanguage } from './language.ts';
import { findFact } from './names-of-facts.ts';
import type { PathFacts } from './path-facts.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { toQuartzPath } from './quartz.ts';
import type { Source } from './read.ts';
import type { ResolveContext } from './resolve-context.ts';
import { readSectionSlugs } from './section-slugs.ts';
import { readCategories } from './tags.ts';
import { toText } from './values.ts';

/** What the permalink of an article may be made of. @param wall what the clock of its date shows, as if it were UTC */
export function gatherPermalinkFacts(
  article: Source,
  path: PathFacts,
  title: string,
  wall: number,
  { config, findSections, hexo, vault, ownFilters }: ResolveContext,
): PermalinkFacts {
  const { data, path: file, format, isPage } = article;
  const { preset, sources, languages, language = 'en' } = config;
  const named = hexo?.readName(article.relative);
  // A page of VitePress is where its file is.
  const given = preset === 'vitepress' ? undefined : toText(findFact(data, 'slug')?.value);
  const ownSlug = given?.split('/').filter(Boolean).join('/') || slugOfName(data, path, config);
  // Hugo writes languages in lower case.
  const spell = (tag: string | undefined) => (preset === 'hugo' ? tag?.toLowerCase() : tag);
  const [main, suffix] = [spell(languages?.[0] ?? language.split('-')[0]), spell(path.language)];
  const isHugo = preset === 'hugo';
  const source = sources.find((folder) => file.startsWith(`${folder}${sep}`)) ?? '';
  const categories = [
    ...(preset === 'jekyll' ? findJekyllCategories(file, source) : []),
    ...readCategories(data, preset),
  ];
  return {
    wall,
    title,
    slug: (ownSlug ?? (keepsDate(data, config) ? path.name : path.slug)) || 'index',
    ownSlug,
    path,
    sectionsOf: () => (isHugo ? findSections(file, source) : path.sections),
    sectionSlugsOf: () =>
      isHugo ? readSectionSlugs(findSections(file, source), file, source, config, path) : [],
    categories:
      hexo !== undefined
        ? [readHexoCategory({ ...data, ...named?.keys }, hexo)]
        : [...new Set(categories.map((category) => category.toLowerCase()))],
    translation: suffix === main ? undefined : suffix,
    language: isHugo && languages ? (suffix ?? main ?? '') : nameLanguage(article, path, config),
    ending: isPage ? extname(file) : preset === 'jekyll' && format === 'text' ? '.txt' : '.html',
    preset,
    isPage,
    ...(preset === 'astro' && /[\\/]src[\\/]pages[\\/]/.test(file) ? { isRoute: true } : {}),
    ...(named ? { pathTitle: named.title } : {}),
    ...(config.slugs ? { slugs: config.slugs } : {}),
    ...(ownFilters ? { ownFilters } : {}),
    ...(vault?.isQuartz ? { customPath: toQuartzPath(path.path) } : {}),
  };
}

/** Where Hugo takes the date from the name of a file, what stands behind it is the slug of the article. */
function slugOfName(data: FrontMatter, path: PathFacts, { preset, dates }: Config): string | undefined {
  const isNamed = preset === 'hugo' && path.date !== undefined && dates !== undefined;
  return isNamed && takesDateOfName(data, dates) ? path.slug || undefined : undefined;
}

/** Hugo and Astro keep a date in the file name; Hugo drops it where its configuration takes the date from there. */
function keepsDate(data: FrontMatter, { preset, dates, slugs }: Config): boolean {
  if (preset === 'astro' || preset === 'hexo' || preset === 'vitepress') return true;
  const isFromName = dates !== undefined && takesDateOfName(data, dates);
  return (preset === 'hugo' && !isFromName) || (slugs?.includes('keep-date') ?? false);
}

/** Jekyll takes the folders above `_posts` for categories. */
function findJekyllCategories(file: string, source: string): readonly string[] {
  const folders = foldersBelow(file, source);
  return folders.slice(0, Math.max(0, folders.indexOf('_posts')));
}

/** The language as a part of a URL: what the article says, or where it is, else the main one. */
function nameLanguage({ data, path: file, relative }: Source, path: PathFacts, config: Config): string {
  const own = toText(findFact(data, 'language')?.value)?.replaceAll('_', '-');
  return own ?? placeLanguage({ path: file, relative }, config, path.language) ?? config.language ?? '';
}
