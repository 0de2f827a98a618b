import { join, sep } from 'node:path';
import { isEntry } from '../files/places.ts';
import type { Config, Problem } from '../model/index.ts';
import { readDataFile } from './data-file.ts';
import { isMapping, toText } from './values.ts';

/** What readers are shown of a tag, by the key that articles name it by. */
type Labels = ReadonlyMap<string, string>;

/** The labels of each folder of articles that has some, inner folders first. */
export type TagLabels = readonly { readonly folder: string; readonly labels: Labels }[];

/** Reads the `tags.yml` of each blog of Docusaurus; other tools show tags as articles write them. */
export function readTagLabels(config: Config): {
  readonly labels: TagLabels;
  readonly problems: readonly Problem[];
} {
  const folders = config.preset === 'docusaurus' ? config.articles : [];
  const files = folders
    .toSorted((a, b) => b.length - a.length)
    .filter((folder) => isEntry(join(folder, 'tags.yml')))
    .map((folder) => ({ folder, ...readDataFile(join(folder, 'tags.yml'), config) }));
  return {
    labels: files.map(({ folder, data }) => ({
      folder,
      labels: new Map(Object.entries(data).map(readLabel)),
    })),
    problems: files.flatMap(({ problems }) => problems),
  };
}

/** The labels of the blog that an article is in. */
export function labelsOf(path: string, all: TagLabels): Labels | undefined {
  return all.find(({ folder }) => path.startsWith(`${folder}${sep}`))?.labels;
}

/** A tag without a label has its key, capitalized, as its label. */
function readLabel([key, entry]: readonly [string, unknown]): readonly [string, string] {
  const own = isMapping(entry) ? toText(entry.label) : undefined;
  return [key, own ?? key.charAt(0).toUpperCase() + key.slice(1).toLowerCase()];
}
