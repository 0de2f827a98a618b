import type { FrontMatter } from './front-matter.ts';
import { toHexoSlug } from './hexo-slug.ts';
import { findFact } from './names-of-facts.ts';
import { toText } from './values.ts';

/** How Hexo writes categories in URLs. */
export interface CategoryRules {
  /** What stands for the category of articles that have none. */
  readonly defaultCategory: string;
  /** Other names for categories. */
  readonly categories: FrontMatter;
  /** 1 for small letters, 2 for capital ones (`filename_case`). */
  readonly letters: number;
}

/**
 * The category in the permalinks of Hexo: the deepest of the last chain, with those above it. A list is one chain, unless it holds
 * lists (Post.setCategories).
 */
export function readHexoCategory(
  data: FrontMatter,
  { defaultCategory, categories, letters }: CategoryRules,
): string {
  const value = findFact(data, 'categories')?.value;
  const last = Array.isArray(value) && value.some(Array.isArray) ? value.at(-1) : value;
  const names = (Array.isArray(last) ? last : [last]).flatMap((name) => toText(name) ?? []);
  if (names.length === 0) return defaultCategory;
  const path = names.map((name) => toHexoSlug(toText(categories[name]) ?? name)).join('/');
  return letters === 1 ? path.toLowerCase() : letters === 2 ? path.toUpperCase() : path;
}
