import { fileAt, findArticles } from '../articles/find.ts';
import { findFact } from '../articles/names-of-facts.ts';
import { readSource } from '../articles/read.ts';
import { toText } from '../articles/values.ts';
import { isFolder } from '../files/places.ts';
import type { FiledPost } from './front-matter.ts';

/** What two imports of one article have in common; an absolute URL where it is known, else as the article says it. */
export interface Identity {
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/**
 * What a post is: `known` if there is an article of it, `repeated` if this import brought it, `other` if this import brought another
 * one with its ID, else `new`.
 */
export type Found = 'known' | 'repeated' | 'other' | 'new';

/** Which articles there are already, and which this import brings. */
export interface Known {
  /** Says what a post is, and notes it. Several posts may have one URL, as the entries of one page have. */
  readonly find: (post: FiledPost) => Found;
}

/** @param there what is known of the articles that there are */
export function createKnown(there: readonly Identity[]): Known {
  const ids = new Set(there.map(({ id }) => id));
  // Those with an ID of their own may share a URL.
  const urls = new Set(there.flatMap(({ id, url }) => (id == null || id === url ? url : [])));
  const brought = new Map<string, Set<string>>();
  const find = ({ id, url, permalink, title }: FiledPost): Found => {
    if (
      (id !== undefined && ids.has(id)) ||
      [url, permalink].some((each) => each !== undefined && urls.has(each))
    )
      return 'known';
    const key = id ?? url;
    if (key === undefined) return 'new';
    const others = brought.get(key) ?? new Set();
    const found = others.has(url ?? title) ? 'repeated' : others.size > 0 ? 'other' : 'new';
    brought.set(key, others.add(url ?? title));
    return found;
  };
  return { find };
}

/**
 * Reads the ids and URLs of all articles in a folder, drafts and private ones included, wherever they were moved in it and whatever
 * was changed in them. A file that can't be read is known by nothing.
 */
export function readIdentities(folder: string, workingDirectory: string): readonly Identity[] {
  if (!isFolder(folder)) return [];
  const { found } = findArticles([folder], workingDirectory, () => false);
  return [...found.names.keys()].map((index) => {
    const data = readSource(fileAt(found, index)).source?.data ?? {};
    const textOf = (fact: 'id' | 'url') => {
      const value = findFact(data, fact);
      return value && toText(value.value);
    };
    return { id: textOf('id'), url: textOf('url') };
  });
}
