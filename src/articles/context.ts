import type { Config } from '../model/index.ts';
import { createFilterReader } from './eleventy-filters.ts';
import { createFacetReader } from './facets.ts';
import { createSectionFinder } from './find-sections.ts';
import type { FoundFolder } from './found-files.ts';
import { readHexoRules } from './hexo-rules.ts';
import { createInheritance } from './inherit.ts';
import type { BatchContext } from './read-batch.ts';
import { createTimeZone } from './time-zone.ts';
import { readVault } from './vault.ts';

/**
 * What resolving the articles of a site needs.
 * @param folders those whose files are known
 */
export function createContext(config: Config, folders?: readonly FoundFolder[]): BatchContext {
  const zone = createTimeZone(config.timeZone);
  return {
    config,
    zone,
    facetsOf: createFacetReader(config, zone),
    inherit: createInheritance(config, folders),
    vault: readVault(config),
    findSections: createSectionFinder(),
    hexo: config.preset === 'hexo' ? readHexoRules(config) : undefined,
    ownFilters: config.preset === 'eleventy' ? createFilterReader(config) : undefined,
  };
}
