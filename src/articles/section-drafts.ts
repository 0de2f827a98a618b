import { join } from 'node:path';
import type { Config } from '../model/index.ts';
import { findHidden } from './hidden.ts';
import { readPath } from './path-facts.ts';
import { type Defaults, foldersAbove, type ReadDefaults, readDefaultsOfPage } from './read-defaults.ts';
import { createUnsorted } from './unsorted-pages.ts';

/**
 * Zola leaves out a section that is a draft in any language, with everything below it in all of them (`Site::load`). Where no one
 * knows the tool, a section in another language says nothing.
 */
export function createSectionDrafts(config: Config): ReadDefaults {
  const known = new Map<string, Defaults>();
  const readSection = (path: string): Defaults => {
    const { data, problem } = readDefaultsOfPage(path, config);
    return problem ? { problem } : { isDraft: data !== undefined && findHidden(data)?.kind === 'draft' };
  };
  const rules = { ...config, preset: 'zola' } as const;
  const findUnsorted = config.preset === 'zola' ? createUnsorted(config) : undefined;
  return (source) => {
    const { path, relative } = source;
    const { language } = readPath(relative, rules);
    const languages = config.preset === 'zola' ? (config.languages ?? []) : language ? [language] : [];
    const names = ['_index.md', ...languages.map((each) => `_index.${each}.md`)];
    for (const file of foldersAbove(path, config.root).flatMap((folder) =>
      names.map((name) => join(folder, name)),
    )) {
      const section = known.get(file) ?? readSection(file);
      known.set(file, section);
      if (section.problem || section.isDraft) return section;
    }
    return findUnsorted?.(source) ?? {};
  };
}
