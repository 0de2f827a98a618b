import type { Config, Preset } from '../model/index.ts';
import { createHugoPages } from './hugo-pages.ts';
import type { FindPage } from './references.ts';
import { createZolaPages } from './zola-pages.ts';

/** The tools whose references name a file by its place. */
const BY_PRESET: Readonly<Partial<Record<Preset, (config: Config) => FindPage>>> = {
  hugo: createHugoPages,
  zola: createZolaPages,
};

/** Makes the lookup for what references name by its place, article or not, as the tool of the site does it. */
export function createPageSearch(config: Config): FindPage {
  const { preset } = config;
  return (preset && BY_PRESET[preset]?.(config)) ?? (() => undefined);
}
