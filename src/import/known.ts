import { fileAt, findArticles } from '../articles/find.ts';
import { findFact } from '../articles/keys.ts';
import { readSource } from '../articles/read.ts';
import { toText } from '../articles/values.ts';
import { isFolder } from '../files/places.ts';

/** What two imports of one article have in common; an absolute URL where it is known, else as the article says it. */
export interface Identity {
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** Which articles there are already. */
export interface Known {
  /** @param others more ways in which the same URL may be written */
  readonly has: (post: Identity, ...others: readonly (string | undefined)[]) => boolean;
  /** Notes an article that this import brings. Several of them may have one URL, as the entries of one page have. */
  readonly add: (post: Identity) => void;
}

/**
 * Reads the ids and URLs of all articles in a folder, drafts and private ones included, wherever they were moved in it and whatever
 * was changed in them. A file that can't be read is known by nothing.
 * @param listed articles whose ids and URLs are known otherwise
 */
export function readKnown(folder: string, workingDirectory: string, listed: readonly Identity[]): Known {
  const there = [...listed, ...readIdentities(folder, workingDirectory)];
  const pick = (values: readonly (string | null | undefined)[]) =>
    new Set(values.filter((value) => value != null));
  const ids = pick(there.map(({ id }) => id));
  const urls = pick(there.map(({ url }) => url));
  const brought = new Set<string>();
  const keyOf = ({ id, url }: Identity) => id ?? url ?? '';
  return {
    has: (post, ...others) =>
      brought.has(keyOf(post)) ||
      ids.has(post.id ?? '') ||
      [post.url, ...others].some((url) => url != null && urls.has(url)),
    add: (post) => {
      if (keyOf(post) !== '') brought.add(keyOf(post));
    },
  };
}

function readIdentities(folder: string, workingDirectory: string): readonly Identity[] {
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
