import { basename, dirname, extname, join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { readComputedData, readGlobalPermalink } from './eleventy-globals.ts';
import type { FrontMatter } from './front-matter.ts';
import {
  type Defaults,
  foldersAbove,
  overlay,
  type ReadDefaults,
  readDefaultsOfData,
} from './read-defaults.ts';

/** What Eleventy reads beside a folder or template, the later overriding. */
const EXTENSIONS = [
  '.json',
  '.11tydata.json',
  ...['mts', 'cts', 'ts', 'mjs', 'cjs', 'js'].map((ending) => `.11tydata.${ending}`),
];

/** Eleventy gives the data of `posts/posts.json` and the like to all below `posts/`, and of `a.json` to `a.md`. */
export function createDirectoryData(config: Config): ReadDefaults {
  const known = new Map<string, Defaults>();
  const isOwn = config.preset === 'eleventy';
  const globals = new Map<string, Defaults>();
  const names = new Map<string, ReadonlySet<string>>();
  const readStem = (folder: string, stem: string): Defaults => {
    let data: FrontMatter | undefined;
    const there = names.get(folder) ?? new Set(listNames(folder));
    names.set(folder, there);
    for (const name of EXTENSIONS.map((extension) => stem + extension)) {
      if (!there.has(name)) continue;
      const path = join(folder, name);
      const read = readDefaultsOfData(path, config);
      if (read.problem) return read;
      data = overlay(data, withoutCollections(read.data));
    }
    return data === undefined ? {} : { data };
  };
  const readFolder = (folder: string): Defaults => {
    const found = known.get(folder) ?? readStem(folder, basename(folder));
    known.set(folder, found);
    return found;
  };
  const readGlobal = (folder: string): Defaults => {
    const found = globals.get(folder) ?? readComputedData(folder, config);
    globals.set(folder, found);
    return found;
  };
  let shared: Defaults | undefined;
  return ({ path }) => {
    // Without a preset only what hides an article is taken over.
    shared ??= isOwn ? readGlobalPermalink(config) : {};
    let data = shared.data;
    const above = foldersAbove(path, config.root);
    const own = readStem(dirname(path), basename(path, extname(path)));
    for (const found of [...(isOwn ? above.map(readGlobal) : []), ...above.map(readFolder), own]) {
      if (found.problem) return found;
      data = overlay(data, found.data);
    }
    return data === undefined ? {} : { data };
  };
}

/** The tags of a folder name collections, such as `posts`: they group templates and say nothing about an article. */
function withoutCollections(data: FrontMatter | undefined): FrontMatter | undefined {
  if (data === undefined || !('tags' in data)) return data;
  const { tags: _tags, ...rest } = data;
  return rest;
}
