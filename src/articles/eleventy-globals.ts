import { join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config } from '../model/index.ts';
import { readConfiguration } from './eleventy-filters.ts';
import { COMPUTED, type Defaults, readDefaultsOfData } from './read-defaults.ts';

/** A permalink for all templates in the configuration, with the beginning of its code. */
const GLOBAL = /\.addGlobalData\(\s*["'`](eleventyComputed\.)?permalink["'`]\s*,([\s\S]{0,400})/;
/** What code returns that leaves the permalink of each template as it is but for drafts, as starters have it. */
const PLAIN = /^(?:false|data\.permalink|undefined|function\b.*|(?:async\s+)?\(?\w*\)?\s*=>.*)$/;

/** The permalink that the configuration of Eleventy computes for all templates. */
export function readGlobalPermalink(config: Config): Defaults {
  const [, isComputed, code = ''] = GLOBAL.exec(readConfiguration(config)) ?? [];
  const [own = ''] = code.split('});');
  const returned = [...own.matchAll(/\breturn\b[ \t]*([^;}\n]*)/g)].map(([, value = '']) => value.trim());
  const isPlain = returned.length > 1 && returned.every((value) => PLAIN.test(value));
  // Paths as they are, without a slash at their end, are what `init` reads.
  if (code === '' || isPlain || /filePathStem/.test(own)) return {};
  return { data: isComputed ? { eleventyComputed: { permalink: COMPUTED } } : { permalink: COMPUTED } };
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
