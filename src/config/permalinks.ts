import { resolve } from 'node:path';
import { isFolder } from '../files/places.ts';
import type { PermalinkRule, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
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
  const rules = Object.entries(named).map(([key, template]) => ({
    key,
    found: findFolders(key, folders),
    template: normalizePermalink(template),
  }));
  const permalinks = rules.flatMap(({ key, found, template }): readonly PermalinkRule[] =>
    found.length > 0
      ? found.map((folder) => ({ folder, template }))
      : isLanguageTag(key)
        ? [{ language: key, template }]
        : [],
  );
  const unknown = rules.filter(({ key, found }) => found.length === 0 && !isLanguageTag(key));
  const problems = unknown.map(({ key }) =>
    problem('folder-not-found', origin.keyAt(['permalink', key]), { key: 'permalink', folder: key }),
  );
  const rest = fallback === undefined ? usual : { permalink: normalizePermalink(fallback), permalinks: [] };
  return { permalink: rest.permalink, permalinks: sortRules([...permalinks, ...rest.permalinks]), problems };
}

/** Each article folder of a preset has its part of the URL: `/blog` for `content/blog`. */
function choosePresetPermalinks({ preset, source }: Settings, { articles, root }: Folders): Permalinks {
  if (preset === undefined) return { permalink: '/:path/', permalinks: [] };
  const named = source === undefined ? undefined : resolve(root, source.trim());
  const [first, ...others] = articles.map((folder) => ({
    folder,
    template: `${encodeURI(findAddressPrefix(folder, root, preset, named))}${PRESETS[preset].permalink}`,
  }));
  const permalink = first?.template ?? PRESETS[preset].permalink;
  return { permalink, permalinks: sortRules(others.filter(({ template }) => template !== permalink)) };
}

/** The innermost folder counts, and a folder before a language. */
function sortRules(rules: readonly PermalinkRule[]): readonly PermalinkRule[] {
  return rules.toSorted((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0));
}

/** The folders that a key names: below the configuration, a source or an article folder. */
function findFolders(key: string, { root, articles, sources }: Folders): readonly string[] {
  const places = [root, ...sources, ...articles].map((folder) => resolve(folder, key));
  const touches = (place: string) =>
    articles.some((folder) => isInside(place, folder) || isInside(folder, place));
  return [...new Set(places)].filter((place) => isFolder(place) && touches(place));
}

function isLanguageTag(key: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(key);
}
