import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { isEntry } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Directory, lookUp, readDirectory } from './people.ts';

const NAMES = [
  'authors.yml',
  'authors.yaml',
  'authors.json',
  '_data/authors.yml',
  '_data/authors.yaml',
  '_data/authors.json',
];

const MAXIMUM_BYTES = 1_048_576;

/** Reads the first `authors.yml` or `_data/authors.yml` (or `.yaml`, `.json`) next to the articles or the configuration. */
export function readPeopleFile(config: Config): { people: Directory; problems: readonly Problem[] } {
  const candidates = [...config.articles, config.root].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  );
  const path = candidates.find((candidate) => isEntry(candidate));
  if (path === undefined) return { people: new Map(), problems: [] };
  const file = showPath(path, config.workingDirectory);
  try {
    const language = path.endsWith('.json') ? 'json' : 'yaml';
    const inside = [config.root, ...config.articles];
    const bytes = readWhole(path, { maximum: MAXIMUM_BYTES, inside });
    if (!isUtf8(bytes))
      return { people: new Map(), problems: [problem('not-utf8', { file }, { encoding: undefined })] };
    const text = bytes.toString('utf8');
    const { data, problems } = readFrontMatter(
      { kind: 'block', language, text, line: 1, bodyOffset: 0 },
      file,
    );
    return { people: readDirectory(data), problems };
  } catch (error) {
    return { people: new Map(), problems: [problem('unreadable', { file }, { reason: reasonOf(error) })] };
  }
}

/** The configuration with what `authors.yml` knows of the authors that it names; what is wrong there is reported with the articles. */
export function nameAuthors(config: Config): Config {
  if (config.authors.length === 0) return config;
  const { people } = readPeopleFile(config);
  return { ...config, authors: config.authors.map((author) => lookUp(author, people)) };
}
