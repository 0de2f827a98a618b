import { join, sep } from 'node:path';
import { isEntry } from '../files/places.ts';
import type { Config, Person } from '../model/index.ts';
import { firstText, toMediaUrl } from './media.ts';
import { findFact } from './names-of-facts.ts';
import type { Directory } from './people.ts';
import { readSource } from './read.ts';
import { toText } from './values.ts';

/** Folders that themes for podcasts keep a page of each person in. */
const FOLDERS = ['guest', 'guests', 'host', 'hosts', 'people', 'person', 'speakers', 'authors', 'author'];
/** Folders of pages and files of authors: a taxonomy of Hugo, and its data; a collection of Jekyll or Astro. */
const AUTHOR_FOLDERS = ['authors', 'author', '_authors', 'data/authors'];
const FILES = ['.md', '/index.md', '/_index.md', '.json'];

/** What can be the name of such a page; names of people have spaces. */
const SLUG = /^[\w-]{1,60}$/;

/**
 * The people that episodes name by their pages: `guests: [jhand]` is the title of `guest/jhand.md` next to the episodes, as in Hugo's
 * theme Castanet.
 * @param people those of `authors.yml`, which come first
 */
export function addPeoplePages(people: Directory, config: Config): Directory {
  return addPages(people, config, FOLDERS);
}

/** The authors that articles name by their pages: `authors: [ann]` is the title of `content/authors/ann/_index.md`. */
export function addAuthorPages(people: Directory, config: Config): Directory {
  return addPages(people, config, AUTHOR_FOLDERS);
}

function addPages(
  people: Directory,
  { articles, sources, site, root }: Config,
  folders: readonly string[],
): Directory {
  const above = articles.map((folder) => join(folder, '..'));
  const roots = [...new Set([...sources, ...articles, ...above.filter((path) => isBelow(path, root)), root])];
  const known = new Map<string, Person | undefined>();
  const get = (name: string): Person | undefined => {
    const person = people.get(name);
    if (person || !SLUG.test(name)) return person;
    if (!known.has(name)) known.set(name, findPage(name, roots, folders, site));
    return known.get(name);
  };
  return { get, has: (name) => get(name) !== undefined };
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(root + sep);
}

function findPage(
  name: string,
  roots: readonly string[],
  folders: readonly string[],
  site: string,
): Person | undefined {
  for (const root of roots)
    for (const folder of folders)
      for (const file of FILES) {
        const path = join(root, folder, name + file);
        if (isEntry(path)) return readPage(path, site);
      }
  return undefined;
}

function readPage(path: string, site: string): Person | undefined {
  const { source } = readSource({ path, file: path, relative: path, format: 'markdown' });
  const data = source?.data ?? {};
  const name = firstText(data, ['name']) ?? toText(findFact(data, 'title')?.value);
  if (name === undefined) return undefined;
  const fields = Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  const link = (keys: readonly string[]) => {
    const text = firstText(fields, keys);
    return text === undefined
      ? undefined
      : toMediaUrl(/^[a-z]+:/i.test(text) ? text : `/${text.replace(/^\/+/, '')}`, { site, url: site });
  };
  const [url, avatar] = [link(['website', 'homepage']), link(['avatar', 'thumbnail', 'photo', 'image'])];
  return { name, ...(url === undefined ? {} : { url }), ...(avatar === undefined ? {} : { avatar }) };
}
