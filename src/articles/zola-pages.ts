import { join } from 'node:path';
import { isFile } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { createContext } from './context.ts';
import { readPageUrl } from './page-url.ts';
import { readPath } from './path-facts.ts';
import { encodePath } from './permalink.ts';
import type { FindPage } from './references.ts';

/**
 * Makes the lookup for `@/about.md` and `@/posts/_index.md`: pages of Zola that are not articles, and sections. Only files that an
 * article names are read.
 */
export function createZolaPages(config: Config): FindPage {
  const rules = { ...config, permalink: '/:path/', permalinks: [] };
  const context = { ...createContext(rules), facetsOf: undefined };
  return (written) => {
    const reference = written.replace(/^@\//, '');
    if (reference === written || !reference.endsWith('.md') || reference.split('/').includes('..'))
      return undefined;
    const path = config.sources.map((folder) => join(folder, reference)).find(isFile);
    if (path === undefined) return undefined;
    const isSection = /(?:^|\/)_index\.[^/]*$/.test(reference);
    const url = () =>
      isSection
        ? locateSection(reference, config)
        : readPageUrl(path, { path, relative: reference }, context);
    return { path, url };
  };
}

/** A section is where its folders are, as they are written. */
function locateSection(reference: string, config: Config): string {
  const { language } = readPath(reference, config);
  const folders = reference.split('/').slice(0, -1);
  return config.site + [...(language ? [language] : []), ...folders, ''].map(encodePath).join('/');
}
