import { join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { readValue, translateCode } from './eleventy-code.ts';
import { readConfiguration } from './eleventy-filters.ts';
import { type Defaults, readDefaultsOfData } from './read-defaults.ts';

/** A permalink for all templates in the configuration, up to its code. */
const GLOBAL = /\.addGlobalData\(\s*["'`](eleventyComputed\.)?permalink["'`]\s*,\s*/g;

/** The permalink that the configuration of Eleventy computes for all templates. */
export function readGlobalPermalink(config: Config): Defaults {
  const code = readConfiguration(config);
  const [found] = code.matchAll(GLOBAL);
  if (found === undefined) return {};
  const value = readValue(code, found.index + found[0].length);
  // Paths as they are, without a slash at their end, are what `init` reads.
  const permalink = /filePathStem/.test(value) ? undefined : translateCode(value);
  if (permalink === undefined) return {};
  return { data: found[1] === undefined ? { permalink } : { eleventyComputed: { permalink } } };
}

/** What the global data below a folder computes for all templates: `_data/eleventyComputed.js`. */
export function readComputedData(folder: string, config: Config): Defaults {
  const place = join(folder, '_data');
  const name = (listNames(place) ?? []).find((each) => /^eleventyComputed\.(?:json|[cm]?js)$/.test(each));
  if (name === undefined) return {};
  const { data, problem } = readDefaultsOfData(join(place, name), config);
  if (problem !== undefined) return { problem };
  const { permalink } = data ?? {};
  return permalink === undefined ? {} : { data: { eleventyComputed: { permalink } } };
}
