import { basename, dirname, join, relative, sep } from 'node:path';
import { isFile, isFolder } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { chooseTemplate } from './choose-template.ts';
import { createContext } from './context.ts';
import { languageOfPath } from './language.ts';
import { readPageUrl } from './page-url.ts';
import type { BatchContext } from './read-batch.ts';
import type { FindPage } from './references.ts';

/** Ends of names that Hugo leaves out of the name of a page. */
const NAMED = /\.(?:md|markdown|mdown|html?|org|adoc)$/i;
/** A template that puts sections where their folders are. */
const BY_FOLDER = /^[^:]*(?::language\/)?:path\/?$/;

/**
 * Makes the lookup for what `ref` and `relref` of Hugo name: a page or section by its path from the page that names it, else from
 * the content folder, as Hugo looks for it before any page of that name elsewhere (tried with 0.111 and 0.169). Only files that
 * an article names are read.
 */
export function createHugoPages(config: Config): FindPage {
  const context = { ...createContext(config), facetsOf: undefined };
  return (reference, from) => {
    const source = config.sources.find((folder) => from.startsWith(`${folder}${sep}`));
    if (source === undefined) return undefined;
    const language = languageOfPath(from, config);
    const name = reference.replace(/\/+$/, '');
    const path = listBases(name, from, source)
      .map((base) => join(base, name))
      .filter((each) => each.startsWith(`${source}${sep}`))
      .map((each) => findFile(each, language) ?? findFolder(each, source))
      .find((each) => each !== undefined);
    return path === undefined ? undefined : { path, url: () => locate(path, source, context) };
  };
}

/** Where Hugo looks for a path, in order: a page bundle is a page of the folder above it, and a name with its ending is a file, too. */
function listBases(name: string, from: string, source: string): readonly string[] {
  if (name.startsWith('/')) return [source];
  const folder = dirname(from);
  const isFileName = NAMED.test(name);
  const isInBundle = /^index\./.test(basename(from)) && folder !== source;
  const near = isInBundle && !(isFileName && name.startsWith('../')) ? dirname(folder) : folder;
  return [near, ...(isFileName ? [folder] : []), ...(name.startsWith('.') ? [] : [source])];
}

function findFile(path: string, language: string | undefined): string | undefined {
  const own = language === undefined ? [] : [`.${language}.md`];
  const names = NAMED.test(path)
    ? [...own.map((end) => path.replace(NAMED, end)), path]
    : ['', '/index', '/_index'].flatMap((name) => [...own, '.md'].map((end) => path + name + end));
  return names.find(isFile);
}

/** A folder at the top is a section, with a page of its own or without. */
function findFolder(path: string, source: string): string | undefined {
  return dirname(path) === source && isFolder(path) ? join(path, '_index.md') : undefined;
}

function locate(path: string, source: string, context: BatchContext): string | undefined {
  const { config } = context;
  const below = (file: string) => ({ path: file, relative: relative(source, file).replaceAll('\\', '/') });
  if (!/^_index\./.test(basename(path))) return readPageUrl(path, below(path), context);
  if (dirname(path) === source) return config.languages === undefined ? config.site : undefined;
  const place = below(`${dirname(path)}.md`);
  const { template } = chooseTemplate(config, { ...place, data: {} });
  const isByFolder = BY_FOLDER.test(template);
  // What comes before the path of a section in another language is not known.
  if (!isByFolder && config.languages !== undefined) return undefined;
  const permalink = isByFolder ? template : '/:path/';
  return readPageUrl(path, place, context, { ...config, permalinks: [], permalink });
}
