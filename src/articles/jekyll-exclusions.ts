import { join, relative, sep } from 'node:path';
import type { Config } from '../model/index.ts';
import { CONFIGURATIONS } from './jekyll-defaults.ts';
import { foldersAbove, readDefaultsOfData } from './read-defaults.ts';
import { toList, toText } from './values.ts';

/** What Jekyll reads in no folder of posts: names that begin so, right below it (EntryFilter, SPECIAL_LEADING_CHAR_REGEX). */
const SPECIAL = /(?:^|\/)_posts\/[._#~]/;

/**
 * Whether Jekyll leaves a file or folder out: `exclude` of its configuration has paths below its source, which leave out whatever
 * begins with them, and patterns of Ruby's `File.fnmatch`, whose `*` goes across folders (EntryFilter#glob_include?).
 * @returns a question to ask of an absolute path
 */
export function createJekyllExclusions(config: Config): (path: string) => boolean {
  const { source, patterns, included } = readExclusions(config);
  return (path) => {
    const below = relative(source, path).split(sep).join('/');
    if (included.some((pattern) => namesOf(below).some((name) => matches(pattern, name)))) return false;
    return SPECIAL.test(below) || patterns.some((pattern) => matches(pattern, below));
  };
}

/** What `include` is compared with: the path below the folder of posts, and the name. */
function namesOf(path: string): readonly string[] {
  return [path.replace(/^(?:.*\/)?_posts\//, ''), path.slice(path.lastIndexOf('/') + 1)];
}

interface Exclusions {
  /** The absolute folder that Jekyll reads. */
  readonly source: string;
  readonly patterns: readonly string[];
  readonly included: readonly string[];
}

function readExclusions(config: Config): Exclusions {
  const folders = foldersAbove(join(config.articles[0] ?? config.root, '_'), config.root).toReversed();
  for (const folder of folders) {
    for (const name of CONFIGURATIONS) {
      const { data } = readDefaultsOfData(join(folder, name), config);
      if (data === undefined) continue;
      const source = join(folder, toText(data.source) ?? '');
      const included = listPaths(data.include);
      const patterns = listPaths(data.exclude).filter((pattern) => !included.includes(pattern));
      return { source, patterns, included };
    }
  }
  return { source: config.root, patterns: [], included: [] };
}

function listPaths(value: unknown): readonly string[] {
  return toList(value).flatMap((each) => toText(each)?.replace(/^\/+/, '') || []);
}

function matches(pattern: string, path: string): boolean {
  return path.startsWith(pattern) || (/[*?[]/.test(pattern) && fitsGlob(splitGlob(pattern), path));
}

/** Any text, or one character that fits. */
type Part = '*' | ((char: string) => boolean);

function splitGlob(pattern: string): readonly Part[] {
  const parts = pattern.match(/\*+|\[[^\]]+\]|\\?[\s\S]/g) ?? [];
  return parts.map((part): Part => {
    if (part.startsWith('*')) return '*';
    if (part === '?') return () => true;
    if (part.length > 2) return readSet(part.slice(1, -1));
    const char = part.at(-1);
    return (each) => each === char;
  });
}

/** `[a-z]`, `[!a]`, `[^a]`. */
function readSet(set: string): (char: string) => boolean {
  const isNot = /^[!^]/.test(set);
  const ranges = set.slice(isNot ? 1 : 0).match(/[\s\S]-[\s\S]|[\s\S]/g) ?? [];
  return (char) => ranges.some((range) => char >= (range[0] ?? '') && char <= (range.at(-1) ?? '')) !== isNot;
}

/** The last star takes as much as it must, which is enough to know whether any way fits: linear for each star. */
function fitsGlob(parts: readonly Part[], path: string): boolean {
  let [at, part, star, taken] = [0, 0, -1, 0];
  while (at < path.length) {
    const test = parts[part];
    if (test === '*') [star, taken, part] = [part, at, part + 1];
    else if (test?.(path.charAt(at))) [at, part] = [at + 1, part + 1];
    else if (star < 0) return false;
    else [taken, at, part] = [taken + 1, taken + 1, star + 1];
  }
  return parts.slice(part).every((rest) => rest === '*');
}
