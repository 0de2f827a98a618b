import { join } from 'node:path';
import { isEntry } from '../files/places.ts';
import type { Config, Problem } from '../model/index.ts';
import { readDataFile } from './data-file.ts';
import { type Directory, lookUp, readDirectory } from './people.ts';

const NAMES = [
  'authors.yml',
  'authors.yaml',
  'authors.json',
  '_data/authors.yml',
  '_data/authors.yaml',
  '_data/authors.json',
];

/** Reads the first `authors.yml` or `_data/authors.yml` (or `.yaml`, `.json`) in each article folder; in none, that beside the configuration. */
export function readPeopleFile(config: Config): { people: Directory; problems: readonly Problem[] } {
  const own = config.articles.flatMap(findPeople);
  const paths = own.length > 0 ? own : findPeople(config.root);
  const files = [...new Set(paths)].map((path) => readDataFile(path, config));
  return {
    // Who is in several files is who the first one says.
    people: new Map(files.toReversed().flatMap(({ data }) => [...readDirectory(data)])),
    problems: files.flatMap(({ problems }) => problems),
  };
}

function findPeople(folder: string): readonly string[] {
  return NAMES.map((name) => join(folder, name))
    .filter((path) => isEntry(path))
    .slice(0, 1);
}

/** The configuration with what `authors.yml` knows of the authors that it names; what is wrong there is reported with the articles. */
export function nameAuthors(config: Config): Config {
  if (config.authors.length === 0) return config;
  const { people } = readPeopleFile(config);
  return { ...config, authors: config.authors.map((author) => lookUp(author, people)) };
}
