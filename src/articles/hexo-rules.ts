import { join } from 'node:path';
import type { Config } from '../model/index.ts';
import { type FrontMatter, isUnquoted } from './front-matter.ts';
import type { CategoryRules } from './hexo-category.ts';
import { encodePath, findUnknownPlaceholders } from './permalink.ts';
import type { Source } from './read.ts';
import { foldersAbove, readDefaultsOfData } from './read-defaults.ts';
import { isMapping, toText } from './values.ts';

/** What `_config.yml` of Hexo says of URLs beside its `permalink`. */
export interface HexoRules extends CategoryRules {
  /** Whether each page is a folder, for the files beside its article (`post_asset_folder`). */
  readonly isFolder: boolean;
  /** Values of placeholders that an article has no key for. */
  readonly defaults: FrontMatter;
}

/** Reads the nearest `_config.yml` above the articles; a file that can't be read is reported with what it may hide. */
export function readHexoRules(config: Config): HexoRules {
  const data = readNearest(config) ?? {};
  return {
    defaultCategory: toText(data.default_category) ?? 'uncategorized',
    categories: isMapping(data.category_map) ? data.category_map : {},
    isFolder: toText(data.post_asset_folder) === 'true',
    letters: Number(toText(data.filename_case) ?? 0),
    defaults: isMapping(data.permalink_defaults) ? data.permalink_defaults : {},
  };
}

function readNearest(config: Config): FrontMatter | undefined {
  const folders = config.articles.flatMap((folder) =>
    foldersAbove(join(folder, '_'), config.root).toReversed(),
  );
  for (const folder of new Set([...folders, config.root])) {
    const { data } = readDefaultsOfData(join(folder, '_config.yml'), config);
    if (data !== undefined) return data;
  }
  return undefined;
}

/** The URL of a page that may be a folder. */
export function endUrl(url: string, rules: HexoRules | undefined): string {
  return rules?.isFolder && !/(?:\/|\.html)$/.test(url) ? `${url}/` : url;
}

/** What YAML reads as a number where no quotes are around it (its core schema, as js-yaml 4 reads it). */
const NUMBER = /^(?:[-+]?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)|0b[01]+|0o[0-7]+|0x[\da-f]+)$/i;

/** The value of a key in a URL of Hexo, to which a bare `0012` is 12, and `5e3` is 5000. */
export function readHexoKey(
  { data, block }: Pick<Source, 'data' | 'block'>,
  key: string,
): string | undefined {
  const text = toText(data[key]);
  if (text === undefined || !NUMBER.test(text) || block?.language !== 'yaml' || !isUnquoted(block, key))
    return text;
  return Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/**
 * Fills the placeholders that are keys of articles: Hexo takes any key for one, such as `:abbrlink`, and pages of Astro do.
 * @param readKey the value that the article has under a key
 * @param missing stands for a key that the article does not have
 * @returns the template, or the key that the article does not have
 */
export function fillOwnKeys(
  template: string,
  readKey: (key: string) => string | undefined,
  defaults: FrontMatter,
  missing?: string,
): { readonly template: string } | { readonly missing: string } {
  let filled = template;
  for (const placeholder of findUnknownPlaceholders(template)) {
    const key = placeholder.slice(1);
    const value = readKey(key) ?? toText(defaults[key]);
    if (value === undefined && missing === undefined) return { missing: key };
    const path = value === undefined ? missing : encodePath(value).replaceAll(':', '%3A');
    filled = filled.replace(placeholder, () => path ?? '');
  }
  return { template: filled };
}
