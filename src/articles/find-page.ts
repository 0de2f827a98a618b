import type { Config, Preset } from '../model/index.ts';
import { createHugoPages } from './hugo-pages.ts';
import type { FindPage, Referable, ResolveReferenceOf } from './references.ts';
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

/**
 * Makes the lookup for links that name a page by its path: where a site has several languages, Hugo leads `/about` to the page
 * in the language of the article (0.123 and later).
 * @param articles all articles of the site
 */
export function createPageLinks(articles: readonly Referable[], config: Config): ResolveReferenceOf {
  if (config.preset !== 'hugo' || (config.languages?.length ?? 0) < 2) return () => undefined;
  const findPage = createPageSearch(config);
  let urls: ReadonlyMap<string, string> | undefined;
  return (reference, from) => {
    const page = findPage(reference, from);
    urls ??= new Map(articles.map(({ path, url }) => [path, url]));
    return page && (urls.get(page.path) ?? page.url());
  };
}
