import { basename, dirname, join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config, Preset, Problem } from '../model/index.ts';
import { createDirectoryData } from './directory-data.ts';
import { findHidden } from './hidden.ts';
import { createHugoCascade } from './hugo-cascade.ts';
import { createJekyllDefaults } from './jekyll-defaults.ts';
import type { Source } from './read.ts';
import { type Defaults, foldersAbove, type ReadDefaults } from './read-defaults.ts';
import { createSectionDrafts } from './section-drafts.ts';
import { createTagPasswords } from './tag-passwords.ts';

/** An article with what its folders and the configuration of its tool add to its own front matter. */
export interface Inherited {
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
  hexo: createTagPasswords,
};

/**
 * Makes the reader of inherited values: what an article says itself overrides them. Without a preset only what hides an
 * article is taken over, from any tool whose files are there: publishing it could not be taken back.
 */
export function createInheritance(config: Config): Inherit {
  const { preset } = config;
  if (preset !== undefined) {
    const read = BY_PRESET[preset]?.(config);
    return read === undefined ? (source) => ({ source }) : (source) => merge(source, read(source));
  }
  const all = Object.values(BY_PRESET).map((create) => create(config));
  const mayInherit = createLookout(config);
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

/** Files by which a tool hands values down to what lies in their folder or below. */
const HANDS_DOWN = /^(?:_index\.|_config\.|hugo\.|config(?:\.|$))|\.11tydata\./;

/** Tells whether anything can be inherited in a folder: most have no such file above, and five tools would look for theirs. */
function createLookout(config: Config): (folder: string) => boolean {
  const listed = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, boolean>();
  const namesIn = (folder: string) => {
    const names = listed.get(folder) ?? new Set(listNames(folder));
    listed.set(folder, names);
    return names;
  };
  const look = (folder: string) => {
    // Data of Eleventy: of an article beside it, or of a folder in it.
    const isData = [...namesIn(folder)].some((name) => name.endsWith('.json'));
    const above = foldersAbove(join(folder, '_'), config.root);
    return (
      isData ||
      above.some(
        (each) =>
          namesIn(each).has(`${basename(each)}.json`) ||
          [...namesIn(each)].some((name) => HANDS_DOWN.test(name)),
      )
    );
  };
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
