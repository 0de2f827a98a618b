import { join } from 'node:path';
import type { Config } from '../model/index.ts';

import { findHidden } from './hidden.ts';
import { readPath } from './path-facts.ts';
import { type Defaults, foldersAbove, type ReadDefaults, readDefaultsOfPage } from './read-defaults.ts';

/** Zola leaves out a section that is a draft with everything below it (`Site::load`). */
export function createSectionDrafts(config: Config): ReadDefaults {
  const known = new Map<string, Defaults>();
  const readSection = (folder: string, language: string | undefined): Defaults => {
    const names = language === undefined ? ['_index.md'] : [`_index.${language}.md`, '_index.md'];
    for (const name of names) {
      const path = join(folder, name);
      const { data, problem } = readDefaultsOfPage(path, config);
      if (problem) return { problem };
      if (data !== undefined) return { isDraft: findHidden(data)?.kind === 'draft' };
    }
    return {};
  };
  const rules = { ...config, preset: 'zola' } as const;
  return ({ path, relative }) => {
    const { language } = readPath(relative, rules);
    for (const folder of foldersAbove(path, config.root)) {
      const key = `${folder}\n${language}`;
      const section = known.get(key) ?? readSection(folder, language);
      known.set(key, section);
      if (section.problem || section.isDraft) return section;
    }
    return {};
  };
}
