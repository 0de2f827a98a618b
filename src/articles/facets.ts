import { basename } from 'node:path';
import type { Config, Facets } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { guessLanguage, languageOfFolder, readLanguage } from './language.ts';
import { findFact } from './names-of-facts.ts';
import { readPath } from './path-facts.ts';
import { type Directory, lookUp, readPeople } from './people.ts';
import type { Source } from './read.ts';
import { readPeopleFile } from './read-people.ts';
import { labelsOf, readTagLabels, type TagLabels } from './tag-labels.ts';
import { readCategories, readTags } from './tags.ts';
import type { TimeZone } from './time-zone.ts';
import { isMapping, toList, toText } from './values.ts';

/** Reads what one article is grouped by; `published` is a time in ms. */
export type ReadFacets = (source: Source, published: number) => Facets;

interface FacetContext {
  readonly config: Config;
  readonly people: Directory;
  readonly labels: TagLabels;
  readonly zone: TimeZone;
}

/**
 * Makes the reader of the facets that the configuration asks for; undefined when it asks for none, so that nothing more is
 * kept of each article.
 */
export function createFacetReader(config: Config, zone: TimeZone): ReadFacets | undefined {
  const { facets } = config;
  if (facets.length === 0) return undefined;
  // What is wrong in the files of people and tags is reported when articles are completed.
  const people: Directory = facets.includes('author') ? readPeopleFile(config).people : new Map();
  const labels: TagLabels = facets.includes('tag') ? readTagLabels(config).labels : [];
  const context: FacetContext = { config, people, labels, zone };
  return (source, published) =>
    Object.fromEntries(facets.map((facet) => [facet, readFacet(facet, source, published, context)]));
}

function readFacet(
  facet: string,
  source: Source,
  published: number,
  context: FacetContext,
): readonly string[] {
  const { config, people, labels, zone } = context;
  const { data } = source;
  switch (facet) {
    case 'tag':
      return readTags(data, config.preset, labelsOf(source.path, labels));
    case 'category':
      return readCategories(data, config.preset);
    case 'author':
      return readAuthors(data, people, config);
    case 'section':
      return readSection(source, config);
    case 'language':
      return toList(
        readLanguage(data, source, config, () => ({ file: '' })).language ??
          guessLanguage(source) ??
          config.language,
      );
    case 'year':
      return [String(new Date(zone.toWall(published)).getUTCFullYear())];
    // No key of the front matter has a space in the configuration.
    case 'translation key':
      return [readTranslation(source, config)];
    default:
      return readKey(data, facet);
  }
}

const TRANSLATION_KEYS = ['translationKey', 'translation_key', 'translation_id', 'lang_ref', 'ref'];

/** What the translations of one article have in common: a key of the front matter, else the path without the language. */
function readTranslation(source: Source, config: Config): string {
  const own = TRANSLATION_KEYS.map((key) => toText(source.data[key])).find((key) => key !== undefined);
  if (own !== undefined) return `key ${own}`;
  const language =
    readLanguageName(source) ??
    (languageOfFolder(source, config) ?? guessLanguage(source))?.toLowerCase().replaceAll('_', '-');
  const steps = readPath(source.relative, config).path.split('/');
  const named = steps.findIndex((step) => step.toLowerCase().replaceAll('_', '-') === language);
  return `path ${steps.filter((_, index) => index !== named).join('/')}`;
}

function readLanguageName({ data }: Source): string | undefined {
  return toText(findFact(data, 'language')?.value)?.toLowerCase().replaceAll('_', '-');
}

/** An article that names no author is by the authors of the site. */
function readAuthors(data: FrontMatter, people: Directory, { authors, bylines }: Config): readonly string[] {
  const own = readPeople(findFact(data, 'authors')?.value, people, bylines);
  return (own.length > 0 ? own : authors.map((author) => lookUp(author, people))).map(({ name }) => name);
}

/** The `section` of the front matter; else the article folder where there are several, or the first folder below it. */
function readSection({ data, path, relative }: Source, config: Config): readonly string[] {
  const own = toText(data.section);
  if (own !== undefined) return [own];
  if (config.articles.length > 1) return toList(basename(path.slice(0, -relative.length)));
  return readPath(relative, config).sections.slice(0, 1);
}

/** The values of any key; a dot steps into a mapping. */
function readKey(data: FrontMatter, key: string): readonly string[] {
  const value = key
    .split('.')
    .reduce<unknown>(
      (found, step) => (isMapping(found) && Object.hasOwn(found, step) ? found[step] : undefined),
      data,
    );
  return toList(value).flatMap((entry) => toText(entry) ?? []);
}
