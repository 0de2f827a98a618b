import type { FrontMatter } from './front-matter.ts';
import { findFact } from './keys.ts';
import { toText } from './values.ts';

/**
 * The category in the permalinks of Hexo: the deepest of the last chain, with those above it. A list is one chain, unless it holds
 * lists (Post.setCategories).
 */
export function readHexoCategory(data: FrontMatter): string {
  const value = findFact(data, 'categories')?.value;
  const last = Array.isArray(value) && value.some(Array.isArray) ? value.at(-1) : value;
  const names = (Array.isArray(last) ? last : [last]).flatMap((name) => toText(name) ?? []);
  return names.length === 0 ? 'uncategorized' : names.map(toSlug).join('/');
}

/** Letters stay in their case; signs and spaces become hyphens (hexo-util, slugize). */
export function toSlug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}|\p{Cc}/gu, '')
    .normalize('NFC')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '');
}
