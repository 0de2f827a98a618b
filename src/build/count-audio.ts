import { collectFirst } from '../articles/collect.ts';
import { hasAudio } from '../articles/has-audio.ts';
import type { Config } from '../model/index.ts';
import { readOthers } from './read-articles.ts';

/** Enough files to know what a site is. */
const ENOUGH = 300;

/** How many of the first articles of a site have audio. */
export function countAudio(config: Config): { readonly audio: number; readonly all: number } {
  const articles = collectFirst(config, readOthers(config), ENOUGH);
  return { audio: articles.filter(hasAudio).length, all: articles.length };
}
