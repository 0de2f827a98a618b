import { resolve } from 'node:path';
import type { Config, Preset } from '../model/index.ts';
import { isMapping } from '../text/data.ts';
import { isInside } from './folders.ts';
import { PRESETS } from './presets.ts';
import type { Roots } from './roots.ts';
import type { Settings } from './settings.ts';

type SiteRules = Pick<Config, 'sources' | 'languages' | 'languageFolders' | 'dates' | 'slugs' | 'built'>;

/** Folders in which a project of Jekyll keeps its site. */
const JEKYLL_SOURCES = ['docs', 'src', 'site', 'website'];

/** How the tool of the site decides what its articles are: folders, languages, the order of dates. */
export function resolveSiteRules(
  settings: Settings,
  articles: readonly string[],
  { root }: Roots,
): SiteRules {
  const { languages, dates, slugs, built } = settings;
  const folders = isMapping(languages) ? (languages as Readonly<Record<string, string>>) : {};
  const languageFolders = Object.fromEntries(
    Object.entries(folders).map(([tag, folder]) => [tag, resolve(root, folder.trim())]),
  );
  const tags = isMapping(languages) ? Object.keys(languages) : languages;
  const source = chooseSource(settings, articles, root);
  return {
    sources: [...Object.values(languageFolders), source],
    languageFolders,
    ...(tags === undefined ? {} : { languages: tags as readonly string[] }),
    ...(dates === undefined ? {} : { dates }),
    ...(slugs === undefined ? {} : { slugs }),
    ...(built === undefined ? {} : { built: resolve(root, built.trim()) }),
  };
}

/** The content folder of the tool that holds the articles; else the folder of the configuration. */
function chooseSource({ source, preset }: Settings, articles: readonly string[], root: string): string {
  if (source !== undefined) return resolve(root, source.trim());
  const holds = (name: string) => articles.every((folder) => isInside(folder, resolve(root, name)));
  return resolve(root, listSources(preset).find(holds) ?? '.');
}

function listSources(preset: Preset | undefined): readonly string[] {
  if (preset === undefined) return [];
  return preset === 'jekyll' ? JEKYLL_SOURCES : PRESETS[preset].contentRoots;
}
