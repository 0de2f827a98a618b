import { basename, dirname, join } from 'node:path';
import { listBelow } from '../files/list-below.ts';
import { isFile, listNames } from '../files/places.ts';
import type { Config, SiteFacts } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { createHugoGlob } from './hugo-glob.ts';
import { languageOfPath } from './language.ts';
import { type Defaults, foldersAbove } from './read-defaults.ts';
import { isMapping } from './values.ts';

const ENDINGS = ['toml', 'yaml', 'yml', 'json'];
const IMAGE = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i;
const BUNDLE = /^index(?:\.[a-z-]+)?\.(?:md|markdown|html?)$/i;
/** Folders of a page bundle that are looked through. */
const MOST_FOLDERS = 100;

/** Makes what the shortcodes of a site of Hugo ask it for. @param open reads a data file once */
export function createHugoSite(
  config: Config,
  open: (path: string) => Defaults,
): (article: string, data: FrontMatter) => SiteFacts {
  const bundles = new Map<string, readonly string[]>();
  const sitesOf = (article: string) => foldersAbove(article, config.root).toReversed();
  return (article, data) => ({
    translate: (key, count) => translate(sitesOf(article), readLanguages(article, config), key, count, open),
    hasAsset: (path) =>
      !path.split('/').includes('..') && sitesOf(article).some((site) => isFile(join(site, 'assets', path))),
    // The front matter may name them otherwise.
    listImages: (pattern) =>
      data.resources === undefined ? listImages(article, pattern, bundles) : undefined,
  });
}

/** The language of an article, then the main one, which has the texts that it lacks. */
function readLanguages(article: string, config: Config): readonly string[] {
  const main = config.languages?.[0] ?? config.language ?? 'en';
  const own = languageOfPath(article, config) ?? main;
  return [
    ...new Set([own, main].flatMap((tag) => [tag.toLowerCase(), tag.toLowerCase().replace(/-.*/, '')])),
  ];
}

function translate(
  sites: readonly string[],
  languages: readonly string[],
  key: string,
  count: number | undefined,
  open: (path: string) => Defaults,
): string | undefined {
  for (const language of languages)
    for (const site of sites)
      for (const folder of [site, ...listThemes(site)]) {
        const text = readText(readKey(folder, language, key, open), language, count);
        if (text !== undefined) return text;
      }
  return undefined;
}

function listThemes(site: string): readonly string[] {
  return [...(listNames(join(site, 'themes')) ?? [])].sort().map((name) => join(site, 'themes', name));
}

function readKey(folder: string, language: string, key: string, open: (path: string) => Defaults): unknown {
  for (const ending of ENDINGS) {
    const { data, list } = open(join(folder, 'i18n', `${language}.${ending}`));
    // The old form: a list of `id` and `translation`.
    const old = list?.find((each) => isMapping(each) && each.id === key);
    const found = isMapping(old) ? old.translation : (data?.[key] ?? readPath(data, key.split('.')));
    if (found !== undefined) return found;
  }
  return undefined;
}

function readPath(data: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (isMapping(value) ? value[step] : undefined), data);
}

/** The plural forms of CLDR; without a number, the form for all others. */
function readText(found: unknown, language: string, count: number | undefined): string | undefined {
  if (typeof found === 'string') return found;
  if (!isMapping(found)) return undefined;
  const form = count === undefined ? 'other' : selectForm(language, count);
  const text = found[form] ?? found.other;
  return typeof text === 'string' ? text : undefined;
}

/** The name of a file need not be a language that has rules. */
function selectForm(language: string, count: number): string {
  try {
    return new Intl.PluralRules(language.replaceAll('_', '-')).select(count);
  } catch {
    return 'other';
  }
}

/** Images of a leaf bundle, without those of bundles in it, in the order of Hugo; undefined where a pattern means other files too. */
function listImages(
  article: string,
  pattern = '**',
  bundles: Map<string, readonly string[]>,
): readonly string[] | undefined {
  if (!BUNDLE.test(basename(article))) return undefined;
  const folder = dirname(article);
  const files = bundles.get(folder) ?? listBelow(folder, MOST_FOLDERS);
  bundles.set(folder, files);
  const inner = files.filter((file) => file.includes('/') && BUNDLE.test(basename(file))).map(dirnameOf);
  const matches = createHugoGlob(pattern.replace(/^\//, ''));
  if (matches === undefined) return undefined;
  const found = files.filter((file) => matches(file) && !inner.some((bundle) => file.startsWith(bundle)));
  const images = found.filter((file) => IMAGE.test(file));
  const isAll = pattern === '**' || images.length === found.length;
  return isAll ? images.toSorted((a, b) => (a < b ? -1 : 1)) : undefined;
}

function dirnameOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
