import { basename, dirname, join, sep } from 'node:path';
import type { Config } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import type { FrontMatter } from './front-matter.ts';
import { findHidden } from './hidden.ts';
import { findFact } from './names-of-facts.ts';
import { readPath } from './path-facts.ts';
import type { Source } from './read.ts';
import { type Defaults, type ReadDefaults, readDefaultsOfPage } from './read-defaults.ts';
import { toText } from './values.ts';

/** What Zola sorts the pages of a section by, with the key of a page that is then needed. */
const NEEDED: Readonly<Record<string, string>> = { weight: 'weight', title: 'title', title_bytes: 'title' };

/**
 * Zola makes no page for an article that it can't sort into its section, nor, where that is transparent, into one above
 * (`sort_pages`, tried with 0.19 and 0.22); only its feeds still have it.
 */
export function createUnsorted(config: Config): ReadDefaults {
  const known = new Map<string, Defaults>();
  const readSection = (path: string): FrontMatter | undefined => {
    const read = known.get(path) ?? readDefaultsOfPage(path, config);
    known.set(path, read);
    return read.data;
  };
  return (source) => {
    const path = readPath(source.relative, config);
    const isPublished = findFact(source.data, 'published') !== undefined || path.date !== undefined;
    if (!isPublished || findHidden(source.data, config.ignoreKeys) !== undefined) return {};
    const name = path.language === undefined ? '_index.md' : `_index.${path.language}.md`;
    const lacking = findLacking(source, (folder) => readSection(join(folder, name)), config.root);
    if (lacking === undefined) return {};
    const section = showPath(join(lacking.folder, name), config.workingDirectory);
    return { problem: problem('not-rendered', { file: source.file }, { key: lacking.key, section }) };
  };
}

/** The key without which no section takes an article, and the folder of the first of them. */
function findLacking(
  { path, data }: Source,
  readSection: (folder: string) => FrontMatter | undefined,
  root: string,
): { readonly key: string; readonly folder: string } | undefined {
  const own = /^index\./.test(basename(path)) ? dirname(dirname(path)) : dirname(path);
  let first: { readonly key: string; readonly folder: string } | undefined;
  for (let folder = own; folder === root || folder.startsWith(`${root}${sep}`); folder = dirname(folder)) {
    const section = readSection(folder);
    const key = NEEDED[toText(section?.sort_by) ?? ''];
    if (section === undefined || key === undefined || toText(data[key]) !== undefined) return undefined;
    first ??= { key, folder };
    if (toText(section.transparent) !== 'true') return first;
  }
  return first;
}
