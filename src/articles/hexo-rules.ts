import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../model/index.ts';
import { type FrontMatter, isUnquoted } from './front-matter.ts';
import type { CategoryRules } from './hexo-category.ts';
import { createNameReader, type HexoName } from './hexo-names.ts';
import type { Source } from './read.ts';
import { type Defaults, foldersAbove, readDefaultsOfData } from './read-defaults.ts';
import { isMapping, toText } from './values.ts';

/** What `_config.yml` of Hexo says of URLs beside its `permalink`. */
export interface HexoRules extends CategoryRules {
  /** Whether each page is a folder, for the files beside its article (`post_asset_folder`). */
  readonly isFolder: boolean;
  /** Values of placeholders that an article has no key for. */
  readonly defaults: FrontMatter;
  /** What the path of a post says, below the folder of posts. */
  readonly readName: (relative: string) => HexoName;
}

/** Reads the nearest `_config.yml` above the articles; a file that can't be read is reported with what it may hide. */
export function readHexoRules(config: Config): HexoRules {
  const data = readHexoConfig(config).data ?? {};
  return {
    defaultCategory: toText(data.default_category) ?? 'uncategorized',
    categories: isMapping(data.category_map) ? data.category_map : {},
    isFolder: toText(data.post_asset_folder) === 'true',
    letters: Number(toText(data.filename_case) ?? 0),
    defaults: isMapping(data.permalink_defaults) ? data.permalink_defaults : {},
    readName: createNameReader(toText(data.new_post_name) ?? ':title.md'),
  };
}

/** The configuration of Hexo: the nearest above the articles, which may be in a folder of a larger project. */
export function readHexoConfig(config: Config): Defaults {
  const folders = config.articles.flatMap((folder) =>
    foldersAbove(join(folder, '_'), config.root).toReversed(),
  );
  for (const folder of new Set([...folders, config.root])) {
    const found = readDefaultsOfData(join(folder, '_config.yml'), config);
    if (found.data !== undefined || found.problem !== undefined) return found;
  }
  return {};
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

/** What Hexo counts itself, whatever keys an article has (post_permalink of its filters). */
const COUNTED: ReadonlySet<string> = new Set(
  'title name post_title year month day hour minute second i_month i_day category'.split(' '),
);

/**
 * The value of a placeholder to Hexo, beside those that it makes of the title, the day and the category: any key of the article, or of
 * its path.
 * @param published when the article was published, in ms
 */
export function readHexoPlaceholder(
  name: string,
  source: Pick<Source, 'data' | 'block' | 'relative'>,
  published: number,
  { readName, defaults }: HexoRules,
): string | undefined {
  if (COUNTED.has(name)) return undefined;
  const { title, keys } = readName(source.relative);
  const seconds = Math.floor(published / 1000);
  if (name === 'timestamp') return String(seconds);
  if (name === 'hash') return createHash('sha1').update(`${title}${seconds}`).digest('hex').slice(0, 12);
  if (name === 'slug') return title;
  return keys[name] ?? readHexoKey(source, name) ?? toText(defaults[name]);
}
