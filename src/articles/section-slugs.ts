import { join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { foldersBelow } from './find-sections.ts';
import type { PathFacts } from './path-facts.ts';
import { readDefaultsOfPage } from './read-defaults.ts';
import { toText } from './values.ts';

/**
 * What Hugo makes `:sectionslugs` of: the slug of each section, else its title; a section without a page has its name in the plural as
 * its title, and one whose page has neither has none (tried with 0.167 and 0.169).
 * @param sections the names of the folders that are sections
 * @param source where they are counted from
 */
export function readSectionSlugs(
  sections: readonly string[],
  file: string,
  source: string,
  config: Config,
  { language }: PathFacts,
): readonly string[] {
  const folders = foldersBelow(file, source);
  let at = 0;
  return sections.map((section) => {
    at = folders.indexOf(section, at) + 1;
    const folder = join(source, ...folders.slice(0, at));
    const names = listNames(folder) ?? [];
    const page = [`_index.${language}.md`, '_index.md', '_index.markdown', '_index.html'].find((name) =>
      names.includes(name),
    );
    if (page === undefined) return toPlural(section);
    const { data = {} } = readDefaultsOfPage(join(folder, page), config);
    const title = toText(data.title) ?? '';
    return toText(data.slug) ?? (config.slugs?.includes('no-slashes') ? title.replaceAll('/', '-') : title);
  });
}

/** English names in the plural; those in it already stay. */
function toPlural(name: string): string {
  if (/s$/i.test(name)) return name;
  if (/(?:x|z|ch|sh)$/i.test(name)) return `${name}es`;
  return /[^aeiou]y$/i.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
