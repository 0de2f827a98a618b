import { join } from 'node:path';
import { isEntry } from '../files/places.ts';
import type { Config, Problem } from '../model/index.ts';
import { readDataFile } from './data-file.ts';
import { isMapping, toText } from './values.ts';

/** What readers are shown of a tag, by the key that articles name it by. */
export type TagLabels = ReadonlyMap<string, string>;

/** Reads the `tags.yml` of each blog of Docusaurus; other tools show tags as articles write them. */
export function readTagLabels(config: Config): {
  readonly labels: TagLabels;
  readonly problems: readonly Problem[];
} {
  const paths = config.preset === 'docusaurus' ? config.articles.map((each) => join(each, 'tags.yml')) : [];
  const files = paths.filter((path) => isEntry(path)).map((path) => readDataFile(path, config));
  return {
    labels: new Map(files.toReversed().flatMap(({ data }) => Object.entries(data).map(readLabel))),
    problems: files.flatMap(({ problems }) => problems),
  };
}

/** A tag without a label has its key, capitalized, as its label. */
function readLabel([key, entry]: readonly [string, unknown]): readonly [string, string] {
  const own = isMapping(entry) ? toText(entry.label) : undefined;
  return [key, own ?? key.charAt(0).toUpperCase() + key.slice(1).toLowerCase()];
}
