import type { Preset } from '../model/index.ts';
import type { Source } from './read.ts';
import { isMapping, toList } from './values.ts';

type Sign = (source: Source) => boolean;

const has =
  (...keys: readonly string[]): Sign =>
  ({ data }) =>
    keys.some((key) => data[key] !== undefined);
const isDated: Sign = ({ relative }) => /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}[-/]/.test(relative);
const isToml: Sign = ({ block }) => block?.language === 'toml';

/** What only the articles of one generator look like; the first generator with the most votes wins. */
const SIGNS: Readonly<Record<Preset, Sign>> = {
  wordpress: has('wordpress_id', 'wp_id', 'post_type', 'post_id'),
  docusaurus: (source) =>
    isDated(source) &&
    (has('author_title', 'hide_table_of_contents', 'sidebar_label')(source) || isId(source)),
  jekyll: (source) => isDated(source) && has('layout')(source) && !isId(source),
  zola: (source) =>
    isToml(source) && (has('path', 'taxonomies', 'template')(source) || isMapping(source.data.extra)),
  hugo: (source) =>
    !isDated(source) &&
    (has('lastmod', 'publishDate', 'expiryDate', 'featured_image')(source) || isToml(source)),
  astro: has('pubDate', 'heroImage', 'pubDatetime'),
  hexo: has('abbrlink', 'photos', 'toc', 'disableNunjucks'),
  // Its articles look like those of any other tool; its configuration tells.
  vitepress: () => false,
  eleventy: (source) =>
    has('eleventyNavigation', 'eleventyExcludeFromCollections')(source) ||
    toList(source.data.tags).some((tag) => tag === 'posts' || tag === 'post'),
};

/** How many articles are asked. */
export const GUESS_SAMPLE = 50;

/** The preset that most of these articles look like, when at least half of them do. */
export function guessPreset(sources: readonly Source[]): Preset | undefined {
  const votes = (Object.keys(SIGNS) as readonly Preset[]).map((preset) => ({
    preset,
    count: sources.filter((source) => SIGNS[preset](source)).length,
  }));
  const [best] = votes.toSorted((a, b) => b.count - a.count);
  return best && best.count > 0 && best.count * 2 >= sources.length ? best.preset : undefined;
}

/** Docusaurus names authors by ids of its `authors.yml`: one lower-case word. */
function isId({ data }: Source): boolean {
  const authors = toList(data.authors);
  return (
    authors.length > 0 &&
    authors.every((author) => typeof author === 'string' && /^[\p{Ll}_-]+$/u.test(author))
  );
}
