import { join } from 'node:path';
import type { Config } from '../model/index.ts';
import { showPath } from '../problems/show-path.ts';
import { createContext } from './context.ts';
import { readPath } from './path-facts.ts';
import { encodePath } from './permalink.ts';
import { readDefaultsOfPage } from './read-defaults.ts';
import type { ResolveReference } from './references.ts';
import { resolveCandidate } from './resolve.ts';

/** A page needs no date to have a URL. */
const UNDATED = { date: '2000-01-01', title: 'x' };

/**
 * Makes the lookup for `@/about.md` and `@/posts/_index.md`: pages of Zola that are not articles, and sections. Only files that an
 * article names are read.
 */
export function createZolaPages(config: Config): ResolveReference {
  if (config.preset !== 'zola') return () => undefined;
  const rules = { ...config, permalink: '/:path/', permalinks: [] };
  const context = { ...createContext(rules), facetsOf: undefined };
  return (reference) => {
    if (!reference.endsWith('.md') || reference.split('/').includes('..')) return undefined;
    for (const folder of config.sources) {
      const path = join(folder, reference);
      const { data } = readDefaultsOfPage(path, config);
      if (data === undefined) continue;
      if (/(?:^|\/)_index\.[^/]*$/.test(reference)) return locateSection(reference, config);
      const page = { path, file: showPath(path, config.workingDirectory), relative: reference };
      const body = { format: 'markdown', block: undefined, bodyOffset: 0 } as const;
      const found = resolveCandidate({ ...page, ...body, data: { ...UNDATED, ...data } }, context);
      return found.kind === 'candidate' ? found.candidate.url : undefined;
    }
    return undefined;
  };
}

/** A section is where its folders are, as they are written. */
function locateSection(reference: string, config: Config): string {
  const { language } = readPath(reference, config);
  const folders = reference.split('/').slice(0, -1);
  return config.site + [...(language ? [language] : []), ...folders, ''].map(encodePath).join('/');
}
