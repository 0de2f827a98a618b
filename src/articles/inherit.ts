import { basename, dirname, join, sep } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config, Preset, Problem } from '../model/index.ts';
import { createDirectoryData } from './directory-data.ts';
import type { FoundFolder } from './found-files.ts';
import { createHexoHiding } from './hexo-hiding.ts';
import { findHidden } from './hidden.ts';
import { createHugoCascade } from './hugo-cascade.ts';
import { createJekyllDefaults } from './jekyll-defaults.ts';
import { handsDown } from './names-of-defaults.ts';
import type { Source } from './read.ts';
import { type Defaults, foldersAbove, type ReadDefaults } from './read-defaults.ts';
import { createSectionDrafts } from './section-drafts.ts';

/** An article with what its folders and the configuration of its tool add to its own front matter. */
interface Inherited {
  readonly source: Source;
  /** Whether the article is hidden can't be known. */
  readonly problem?: Problem;
}

export type Inherit = (source: Source) => Inherited;

/** Who hands values down: the one table of it. Astro, Docusaurus and WordPress hand down none. */
const BY_PRESET: Readonly<Partial<Record<Preset, (config: Config) => ReadDefaults>>> = {
  hugo: createHugoCascade,
  jekyll: createJekyllDefaults,
  eleventy: createDirectoryData,
  zola: createSectionDrafts,
  hexo: createHexoHiding,
};

/**
 * Makes the reader of inherited values: what an article says itself overrides them. Without a preset only what hides an
 * article is applied, from any tool whose files are there: publishing it could not be taken back.
 * @param folders those whose files are known
 */
export function createInheritance(config: Config, folders: readonly FoundFolder[] = []): Inherit {
  const { preset } = config;
  if (preset !== undefined) {
    const read = BY_PRESET[preset]?.(config);
    return read === undefined ? (source) => ({ source }) : (source) => merge(source, read(source));
  }
  const all = Object.values(BY_PRESET).map((create) => create(config));
  const mayInherit = createLookout(config, folders);
  return (source) => {
    if (!mayInherit(dirname(source.path))) return { source };
    for (const read of all) {
      const inherited = read(source);
      if (inherited.problem) return { source, problem: inherited.problem };
      const merged = merge(source, inherited);
      const hidden = merged.source === source ? undefined : findHidden(merged.source.data);
      if (hidden !== undefined) return merged;
    }
    return { source };
  };
}

/** Whether anything can be inherited in a folder: most have no such file above, and five tools would look for theirs. */
function createLookout(config: Config, folders: readonly FoundFolder[]): (folder: string) => boolean {
  const listed = new Map(folders.map(({ path, defaults }) => [path, defaults]));
  const known = new Map<string, boolean>();
  const namesIn = (folder: string): readonly string[] => {
    const names = listed.get(`${folder}${sep}`) ?? listNames(folder) ?? [];
    listed.set(`${folder}${sep}`, names);
    return names;
  };
  const look = (folder: string) =>
    // Data of Eleventy: of an article beside it, or of a folder in it.
    namesIn(folder).some((name) => name.endsWith('.json')) ||
    foldersAbove(join(folder, '_'), config.root).some((each) => handsDown(namesIn(each), basename(each)));
  return (folder) => {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  };
}

function merge(source: Source, { data, isDraft, problem }: Defaults): Inherited {
  if (problem) return { source, problem };
  if (isDraft) return { source: { ...source, data: { ...source.data, draft: 'true' } } };
  return data === undefined ? { source } : { source: { ...source, data: { ...data, ...source.data } } };
}
