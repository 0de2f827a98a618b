import type { Config } from '../model/index.ts';
import type { BatchContext } from './batch.ts';
import { createFacetReader } from './facets.ts';
import { createSectionFinder } from './find-sections.ts';
import { createInheritance } from './inherit.ts';
import { createTimeZone } from './time-zone.ts';

/** What resolving the articles of a site needs. */
export function createContext(config: Config): BatchContext {
  const zone = createTimeZone(config.timeZone);
  return {
    config,
    zone,
    facetsOf: createFacetReader(config, zone),
    inherit: createInheritance(config),
    findSections: createSectionFinder(),
  };
}
