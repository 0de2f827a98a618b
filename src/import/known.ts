import { fileAt, findArticles } from '../articles/find.ts';
import { findFact } from '../articles/names-of-facts.ts';
import { readSource } from '../articles/read.ts';
import { toText } from '../articles/values.ts';
import { isFolder } from '../files/places.ts';
import type { FiledPost } from './front-matter.ts';
import { toName } from './memory.ts';

/** What two imports of one article have in common; an absolute URL where it is known, else as the article says it. */
export interface Identity {
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** Of an article that has neither. */
  readonly title?: string | null | undefined;
}

/**
 * What a post is: `known` if there is an article of it, `repeated` if this import brought it, `deleted` if an earlier one did and its
 * article is gone, `other` if this import brought another one with its ID, else `new`.
 */
export type Found = 'known' | 'repeated' | 'deleted' | 'other' | 'new';

/** Which articles there are already, and which this import brings. */
export interface Known {
  /** Says what a post is, and notes it. Several posts may have one URL, as the entries of one page have. */
  readonly find: (post: FiledPost) => Found;
  /** The names of all posts that were looked for, and of those that were brought before. */
  readonly names: ReadonlySet<string>;
}

/**
 * @param there what is known of the articles that there are
 * @param before the names of the posts that earlier imports brought
 */
export function createKnown(there: readonly Identity[], before: ReadonlySet<string>): Known {
  const ids = new Set(there.map(({ id }) => id));
  const urls = new Set(there.map(({ url }) => url));
  // Those with an ID of their own may share a URL.
  const ownUrls = new Set(there.flatMap(({ id, url }) => (id == null || id === url ? url : [])));
  const titles = new Set(there.flatMap(({ id, url, title }) => (id == null && url == null ? title : [])));
  const brought = new Map<string, Set<string>>();
  const names = new Set(before);
  const isAmong = (among: ReadonlySet<string | null | undefined>, { url, permalink }: FiledPost) =>
    [url, permalink].some((each) => each !== undefined && among.has(each));
  const compare = ({ id, url, title }: FiledPost): Found => {
    const key = id ?? url;
    if (key === undefined) return 'new';
    const others = brought.get(key) ?? new Set();
    const found = others.has(url ?? title) ? 'repeated' : others.size > 0 ? 'other' : 'new';
    brought.set(key, others.add(url ?? title));
    return found;
  };
  const find = (post: FiledPost): Found => {
    const { id, url, exported } = post;
    const isKnown = (id !== undefined && ids.has(id)) || isAmong(ownUrls, post);
    const found = isKnown ? 'known' : compare(post);
    // Of two with one ID the second loses it.
    const called = found === 'other' ? url : exported;
    if (called === undefined || found === 'repeated') return found;
    const name = toName(called);
    names.add(name);
    if (found === 'known' || !before.has(name)) return found;
    // Its article may have got another ID since.
    const isNamed = id !== undefined || url !== undefined;
    return isAmong(urls, post) || (!isNamed && titles.has(post.title)) ? 'known' : 'deleted';
  };
  return { find, names };
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
    const textOf = (fact: 'id' | 'url' | 'title') => {
      const value = findFact(data, fact);
      return value && toText(value.value);
    };
    return { id: textOf('id'), url: textOf('url'), title: textOf('title') };
  });
}
