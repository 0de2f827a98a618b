import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { listBelow } from '../files/list-below.ts';
import { statInMemory } from '../files/memory.ts';
import { isThere, listEntries } from '../files/places.ts';
import type { Config, Problem } from '../model/index.ts';
import { findNearest } from '../problems/nearest.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';

const require = createRequire(import.meta.url);

/** What makes a part of a path a pattern. */
const GLOB = /[*?[\]{}()!\\]/;
/** Files that a site may have one day, or only on the author's machine. */
const MAY_BE_MISSING =
  /^(?:[._].*|drafts?|node_modules|templates?|(?:readme|license|changelog|contributing)\b.*)$/i;
/** Folders that are looked through for the file that was meant. */
const MOST_FOLDERS = 500;

/**
 * Patterns of `exclude` that name a certain file or folder which is not there: after a typing mistake what they should keep out of the
 * feeds is in them. Patterns for a kind of file, such as all that end with `.test.md`, may match nothing.
 */
export function findUnusedExclusions(config: Config): readonly Problem[] {
  const folders = config.articles.filter((folder) => !statInMemory(folder));
  if (folders.length === 0) return [];
  return config.ownExclusions.flatMap(({ pattern, place }) => {
    const bases = pattern.startsWith('/') ? [config.root] : folders;
    const own = pattern.replace(/^\.?\//, '').replace(/\/$/, '/**');
    const literal = readLiteral(own);
    // Below an article folder, a pattern for a kind of file is one wherever it begins.
    const isKind = pattern.startsWith('/') && folders.includes(join(config.root, literal));
    if (literal === '' || (isKind && literal !== own) || bases.some((base) => isUsed(base, own, literal)))
      return [];
    const found = guess(bases, own, literal, config);
    const meant = found && pattern.startsWith('/') ? `/${found}` : found;
    if (meant === undefined && MAY_BE_MISSING.test(literal.split('/')[0] ?? '')) return [];
    const shown = bases.map((base) => showPath(base, config.workingDirectory));
    return [problem('unused-exclude', place, { pattern, folder: shown.join('" and "'), meant })];
  });
}

/** The segments of a path before the first pattern in it. */
function readLiteral(pattern: string): string {
  const segments = pattern.split('/');
  const end = segments.findIndex((segment) => GLOB.test(segment));
  return (end < 0 ? segments : segments.slice(0, end)).join('/');
}

function isUsed(base: string, pattern: string, literal: string): boolean {
  const path = join(base, literal);
  if (!isThere(path)) return false;
  const rest = pattern.slice(literal.length + 1);
  if (/^\**$/.test(rest)) return true;
  const picomatch = require('picomatch') as typeof import('picomatch');
  const matches = picomatch(pattern, { dot: true });
  return listBelow(path, MOST_FOLDERS).some((file) => {
    const parts = `${literal}/${file}`.split('/');
    // A pattern that matches a folder leaves out all that is in it.
    return parts.some((_, index) => matches(parts.slice(0, index + 1).join('/')));
  });
}

/** The pattern that was probably meant. */
function guess(
  bases: readonly string[],
  pattern: string,
  literal: string,
  { root }: Config,
): string | undefined {
  const rest = pattern.slice(literal.length);
  for (const base of bases) {
    if (isThere(join(base, literal))) return undefined;
    // As seen from the configuration instead of the folder of the articles.
    const folder = `${relative(root, base).split(sep).join('/')}/`;
    if (literal.startsWith(folder) && isThere(join(root, literal))) return pattern.slice(folder.length);
    const near = correct(base, literal);
    if (near !== undefined) return near + rest;
    const files = listBelow(base, MOST_FOLDERS);
    if (files.some((file) => `/${file}/`.includes(`/${literal}/`))) return `**/${pattern}`;
  }
  return undefined;
}

/** A path with the names of what is there in place of those that nearly are. */
function correct(base: string, literal: string): string | undefined {
  let found = '';
  for (const segment of literal.split('/')) {
    const folder = join(base, found);
    if (!isThere(folder)) return undefined;
    const names = listEntries(folder).map(({ name }) => name);
    const near = names.includes(segment) ? segment : findNearest(segment, names);
    if (near === undefined) return undefined;
    found = found === '' ? near : `${found}/${near}`;
  }
  return found;
}
