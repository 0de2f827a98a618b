import { resolve } from 'node:path';
import { isFolder } from '../files/places.ts';
import type { PermalinkRule, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isMapping } from '../text/data.ts';
import { findAddressPrefix, isInside } from './folders.ts';
import { normalizePermalink } from './permalink.ts';
import type { Origin } from './places-of-settings.ts';
import { PRESETS } from './presets.ts';
import type { Roots } from './roots.ts';
import type { Settings } from './settings.ts';

export interface Permalinks {
  readonly permalink: string;
  readonly permalinks: readonly PermalinkRule[];
}

interface Folders extends Roots {
  /** Article folders, absolute. */
  readonly articles: readonly string[];
  /** Where sections are counted from, absolute. */
  readonly sources: readonly string[];
}

/** The templates of URLs: as configured, else the preset's, below the part that it gives each article folder. */
export function resolvePermalinks(
  settings: Settings,
  folders: Folders,
  origin: Origin,
): Permalinks & { readonly problems: readonly Problem[] } {
  const { permalink } = settings;
  if (typeof permalink === 'string')
    return { permalink: normalizePermalink(permalink), permalinks: [], problems: [] };
  const usual = choosePresetPermalinks(settings, folders);
  if (permalink === undefined) return { ...usual, problems: [] };
  const { default: fallback, ...named } = permalink;
  const ofAll = Object.entries(named).flatMap(([key, value]) =>
    typeof value === 'string' ? findRules(key, value, ['permalink', key], folders, origin) : [],
  );
  const ofLanguages = Object.entries(named).flatMap(([key, value]) =>
    typeof value === 'string' ? [] : findRulesOfLanguage(key, value, folders, origin),
  );
  const rest =
    typeof fallback === 'string' ? { permalink: normalizePermalink(fallback), permalinks: [] } : usual;
  return {
    permalink: rest.permalink,
    permalinks: [...sortRules(rulesOf(ofLanguages)), ...sortRules([...rulesOf(ofAll), ...rest.permalinks])],
    problems: [...ofAll, ...ofLanguages].flatMap((found) => ('problem' in found ? [found.problem] : [])),
  };
}

type Found = PermalinkRule | { readonly problem: Problem };

function rulesOf(found: readonly Found[]): readonly PermalinkRule[] {
  return found.flatMap((each) => ('problem' in each ? [] : [each]));
}

/** The rules of a key: of a folder wherever there is one, else of a language. */
function findRules(
  key: string,
  written: string,
  path: readonly string[],
  folders: Folders,
  origin: Origin,
): readonly Found[] {
  const template = normalizePermalink(written);
  const found = findFolders(key, folders);
  if (found.length > 0) return found.map((folder) => ({ folder, template }));
  if (path.length === 2 && isLanguageTag(key)) return [{ language: key, template }];
  return [{ problem: problem('folder-not-found', origin.keyAt(path), { key: 'permalink', folder: key }) }];
}

/** The rules of a language that has some by folder: they come before all others. */
function findRulesOfLanguage(
  language: string,
  { default: fallback, ...named }: Readonly<Record<string, string>>,
  folders: Folders,
  origin: Origin,
): readonly Found[] {
  const found = Object.entries(named).flatMap(([key, written]) =>
    findRules(key, written, ['permalink', language, key], folders, origin),
  );
  const own = found.map((each) => ('problem' in each ? each : { ...each, language }));
  return fallback === undefined ? own : [...own, { language, template: normalizePermalink(fallback) }];
}

/** Each article folder of a preset has its part of the URL: `/blog` for `content/blog`. */
function choosePresetPermalinks(settings: Settings, { articles, root }: Folders): Permalinks {
  const { preset, source } = settings;
  if (preset === undefined) return { permalink: '/:path/', permalinks: [] };
  const named = source === undefined ? undefined : resolve(root, source.trim());
  const [first, ...others] = articles.map((folder) => {
    const { tag, top } = findLanguageFolder(folder, settings, root);
    const prefix = findAddressPrefix(folder, root, preset, top ?? named);
    return { folder, template: `${tag}${encodeURI(prefix)}${PRESETS[preset].permalink}` };
  });
  const permalink = first?.template ?? PRESETS[preset].permalink;
  return { permalink, permalinks: sortRules(others.filter(({ template }) => template !== permalink)) };
}

/** The folder of a language of Hugo that an article folder is in, and what stands before its URLs: nothing for the main language. */
function findLanguageFolder(
  folder: string,
  { preset, languages }: Settings,
  root: string,
): { readonly tag: string; readonly top?: string } {
  const named = preset === 'hugo' && isMapping(languages) ? Object.entries(languages) : [];
  const tops = named.map(([tag, top], i) => ({
    tag: i === 0 ? '' : `/${tag.toLowerCase()}`,
    top: resolve(root, String(top).trim()),
  }));
  const [own] = tops
    .filter(({ top }) => isInside(folder, top))
    .toSorted((a, b) => b.top.length - a.top.length);
  return own ?? { tag: '' };
}

/** The innermost folder counts, and a folder before a language. */
function sortRules(rules: readonly PermalinkRule[]): readonly PermalinkRule[] {
  return rules.toSorted((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0));
}

/** The folders that a key names: an article folder, else below the configuration, a source or an article folder. */
function findFolders(key: string, { root, articles, sources }: Folders): readonly string[] {
  const own = resolve(root, key);
  const places = articles.includes(own)
    ? [own]
    : [root, ...sources, ...articles].map((folder) => resolve(folder, key));
  const touches = (place: string) =>
    articles.some((folder) => isInside(place, folder) || isInside(folder, place));
  return [...new Set(places)].filter((place) => isFolder(place) && touches(place));
}

/** Whether a key may name a language. */
export function isLanguageTag(key: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(key);
}
