import type { Preset } from '../model/index.ts';
import type { FoundFiles } from './found-files.ts';

/** What each tool takes for an article; where nothing is said, any file whose ending is known. */
const TAKES: Readonly<Partial<Record<Preset, RegExp>>> = {
  hugo: /\.(?:md|markdown|mdown|html?)$/i,
  zola: /\.md$/,
  eleventy: /\.(?:mdx?|markdown|html)$/,
  // What hexo-renderer-marked reads, and HTML.
  hexo: /\.(?:md|markdown|mkdn?|mdwn|mdte?xt|html?)$/,
  astro: /\.(?:mdx?|markdown|mdown)$/i,
  docusaurus: /\.mdx?$/,
  // `[slug].md` is a template of pages that a program lists.
  vitepress: /^(?!.*\[\w+\]).*\.md$/,
};

/** The name of a post (Jekyll's Document::DATE_FILENAME_MATCHER). */
const JEKYLL_POST = /^(?:\d{4}|\d{2})-\d{1,2}-\d{1,2}-/;

/**
 * Whether the tool publishes a file of this name. Jekyll publishes of `_posts` only what is named as a post, and beside such
 * folders nothing that is an article; what it keeps in `_drafts` is one later.
 */
export function isTaken(name: string, folder: string, preset: Preset | undefined): boolean {
  if (preset !== 'jekyll') return preset === undefined || (TAKES[preset]?.test(name) ?? true);
  return !/(?:^|[\\/])_posts(?:[\\/]|$)/.test(folder) || JEKYLL_POST.test(name);
}

/** The page of a folder that is a leaf bundle of Hugo, in any of its languages. */
const BUNDLE = /^index(?:\.[a-z]{2,3}(?:-\w+)?)?\.(?:md|markdown|mdown|html?)$/i;

/** To Hugo everything beside and below the page of a folder is a resource of that page, and no page itself (tried with 0.111 and 0.169). */
export function keepBundle<T extends { readonly name: string }>(
  entries: readonly T[],
  preset: Preset | undefined,
): readonly T[] {
  const pages = preset === 'hugo' ? entries.filter(({ name }) => BUNDLE.test(name)) : [];
  return pages.length > 0 ? pages : entries;
}

/** Where there are folders of posts, nothing else is an article of Jekyll. */
export function keepPosts(found: FoundFiles): FoundFiles {
  const isOfPosts = found.folders.map(({ path }) => /[\\/]_(?:posts|drafts)(?:[\\/]|$)/.test(path));
  if (!found.folderOf.some((folder) => isOfPosts[folder])) return found;
  const isKept = (_: unknown, index: number) => isOfPosts[found.folderOf[index] ?? 0] === true;
  return { ...found, names: found.names.filter(isKept), folderOf: found.folderOf.filter(isKept) };
}
