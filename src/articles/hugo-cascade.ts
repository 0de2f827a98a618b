import { basename, join } from 'node:path';
import type { Config } from '../model/index.ts';

import type { FrontMatter } from './front-matter.ts';
import { findHidden } from './hidden.ts';
import { createHugoGlob } from './hugo-glob.ts';
import { readPath } from './path-facts.ts';
import type { Source } from './read.ts';
import {
  type Defaults,
  foldersAbove,
  overlay,
  type ReadDefaults,
  readDefaultsOfData,
  readDefaultsOfPage,
} from './read-defaults.ts';
import { isMapping, toList, toText } from './values.ts';

/** Where the site as a whole may have a cascade. */
export const HUGO_CONFIGURATIONS = [
  'hugo',
  'config',
  'config/_default/hugo',
  'config/_default/config',
  'config/production/hugo',
].flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`));
const SECTION_PAGES = ['_index.md', '_index.markdown', '_index.html', '_index.org'];

/** What one section hands down: its values, and for which pages. */
interface Section {
  readonly cascades: readonly FrontMatter[];
  /** A section that is a draft takes its pages along. */
  readonly isDraft: boolean;
}

/**
 * Hugo hands the values under `cascade` of the configuration and of each `_index.md` down to every page below; the nearest
 * overrides. A section that is a draft has no pages (tried with Hugo 0.111).
 */
export function createHugoCascade(config: Config): ReadDefaults {
  const known = new Map<string, Section | Defaults>();
  const rules = { ...config, preset: 'hugo' } as const;
  const remember = (key: string, read: () => Section | Defaults) => {
    const value = known.get(key) ?? read();
    known.set(key, value);
    return value;
  };
  return (source) => {
    const { language } = readPath(source.relative, rules);
    const sections = foldersAbove(source.path, config.root).map((folder) =>
      remember(`${folder}\n${language}`, () => readSection(folder, language, config)),
    );
    return applySections([remember('', () => readSite(config)), ...sections], source);
  };
}

function applySections(sections: readonly (Section | Defaults)[], source: Source): Defaults {
  let data: FrontMatter | undefined;
  for (const section of sections) {
    if (!('cascades' in section)) return section;
    if (section.isDraft) return { isDraft: true };
    for (const cascade of section.cascades)
      if (isMeant(cascade, source)) data = overlay(data, withoutTarget(cascade));
  }
  return data === undefined ? {} : { data };
}

function readSite(config: Config): Section | Defaults {
  const cascades: FrontMatter[] = [];
  for (const name of HUGO_CONFIGURATIONS) {
    const path = join(config.root, name);
    const { data, problem } = readDefaultsOfData(path, config);
    if (problem) return { problem };
    cascades.push(...listCascades(data));
  }
  return { cascades, isDraft: false };
}

function readSection(folder: string, language: string | undefined, config: Config): Section | Defaults {
  const own = language === undefined ? [] : [`_index.${language}.md`];
  for (const name of [...own, ...SECTION_PAGES]) {
    const path = join(folder, name);
    const { data, problem } = readDefaultsOfPage(path, config);
    if (problem) return { problem };
    if (data === undefined) continue;
    const cascades = listCascades(data);
    // The home page is the section of the top folder: as a draft it takes no page along.
    const isDraft = basename(folder) !== 'content' && [data, ...cascades.filter(isForSections)].some(hides);
    return { cascades, isDraft };
  }
  return { cascades: [], isDraft: false };
}

function listCascades(data: FrontMatter | undefined): readonly FrontMatter[] {
  return toList(data?.cascade).filter(isMapping);
}

function hides(data: FrontMatter): boolean {
  return findHidden(data)?.kind === 'draft';
}

/** A cascade holds for its own section too: one that makes it a draft leaves no page (tried with Hugo 0.111). */
function isForSections({ _target, target }: FrontMatter): boolean {
  const conditions = [...toList(_target), ...toList(target)].filter(isMapping);
  return conditions.every(
    ({ path, kind }) => path === undefined && (kind === undefined || kind === 'section'),
  );
}

function withoutTarget({ _target, target, ...values }: FrontMatter): FrontMatter {
  return isMapping(values.params) ? { ...values.params, ...values } : values;
}

/** Whether the target of a cascade holds the page: by its path, kind, and environment. */
function isMeant({ _target, target }: FrontMatter, source: Source): boolean {
  const conditions = [...toList(_target), ...toList(target)].filter(isMapping);
  return conditions.length === 0 || conditions.some((each) => isTarget(each, source));
}

function isTarget({ path, kind, environment }: FrontMatter, { relative, path: file }: Source): boolean {
  if (kind !== undefined && !matches(toText(kind) ?? '', 'page')) return false;
  if (environment !== undefined && !matches(toText(environment) ?? '', 'production')) return false;
  const pattern = toText(path);
  return pattern === undefined || pagePaths(relative, file).some((page) => matches(pattern, page));
}

/** The path of a page below `content`, which the article folder need not be. */
function pagePaths(relative: string, file: string): readonly string[] {
  const below = file.replaceAll('\\', '/').split('/content/').at(-1) ?? relative;
  return [below, relative].flatMap((path) => {
    const bare = `/${path.replace(/\.\w+$/, '')}`;
    return basename(bare) === 'index' ? [bare, bare.slice(0, -'/index'.length)] : [bare];
  });
}

function matches(pattern: string, text: string): boolean {
  const glob = createHugoGlob(pattern);
  // What can't be decided may hide the page.
  return glob === undefined || glob(text);
}
