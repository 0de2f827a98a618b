import { createRequire } from 'node:module';
import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, mergeTag, nullCoreTag } from 'js-yaml';
import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { spaceComments } from '../text/white-space.ts';
import type { Block } from './fence.ts';
import { explainFailure, keyOf } from './front-matter-failure.ts';
import { quoteLongIntegers, writeLongIntegers } from './long-integers.ts';
import { readMetadata } from './metadata-lines.ts';
import { readNotionPage } from './notion-page.ts';
import { indentBrackets } from './open-lines.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { indentQuoted } from './quoted-lines.ts';
import { dropRepeatedLines } from './repeated-lines.ts';

/** Front matter as data: text, null, lists and mappings; numbers and dates stay as they were written. */
export type FrontMatter = Readonly<Record<string, unknown>>;

/** Larger front matter is not front matter; it bounds the time one file can take (R71). */
const MAXIMUM_LENGTH = 262_144;
/** Enough for any real front matter, too little for an alias bomb (R68). */
const YAML_OPTIONS = {
  schema: FAILSAFE_SCHEMA.withTags(nullCoreTag, mergeTag),
  maxDepth: 20,
  maxAliases: 50,
};
/** Delimiters that no block contains, so that gray-matter takes exactly the block it is given. */
const DELIMITERS: [string, string] = ['\u0001', '\u0002'];
const EMPTY: FrontMatter = Object.freeze({});

const require = createRequire(import.meta.url);

/** Every engine reads data only; gray-matter's own would evaluate `---js` and parse YAML with an old parser (R67). */
const engines = {
  yaml: (text: string): object => readPlainYaml(text) ?? readYaml(text),
  toml: readToml,
  json: (text: string): object =>
    checkDepth(JSON.parse(quoteLongIntegers(/^\s*\{/.test(text) ? text : `{${text}}`))),
  lines: (text: string) => readNotionPage(text.trimStart()) ?? readMetadata(text),
  javascript: refuseCode,
  coffee: refuseCode,
};

/**
 * Reads a block of front matter through gray-matter.
 * @param lastCounts for a YAML key that appears twice, the last value counts, as in Jekyll and in Hugo before 0.152; without it, that is a problem
 * @returns the data, empty when there is a problem
 */
export function readFrontMatter(
  block: Block,
  file: string,
  lastCounts = false,
): { data: FrontMatter; problems: readonly Problem[] } {
  const place = { file, line: Math.max(1, block.line - 1) };
  const { language, isFile = false } = block;
  if (language === 'code') return refuse(problem('front-matter-code', place, {}));
  if (block.text.length > MAXIMUM_LENGTH && block.isFile !== true)
    return refuse(problem('front-matter-too-long', place, { length: block.text.length }));
  if (block.text.trim() === '') return { data: EMPTY, problems: [] };
  try {
    // gray-matter looks for comments in the block with an expression that is not linear; so it gets a word in its place.
    const read = () =>
      lastCounts && language === 'yaml'
        ? readYaml(`\n${block.text}`, lastCounts)
        : engines[language](`\n${block.text}`);
    const options = { language, delimiters: DELIMITERS, engines: { ...engines, [language]: read } };
    const { data } = matter(`${DELIMITERS[0]}\nblock\n${DELIMITERS[1]}`, options);
    return checkData(data, block, place);
  } catch (error) {
    const failure = explainFailure(error, block);
    const at = { file, line: block.line + (failure.line ?? 0), column: failure.column };
    const line = block.text.split('\n')[failure.line ?? 0] ?? '';
    return refuse(problem('bad-front-matter', at, { language, isFile, reason: failure.reason, line }));
  }
}

function refuse(found: Problem): { data: FrontMatter; problems: readonly Problem[] } {
  return { data: EMPTY, problems: [found] };
}

function checkData(
  data: unknown,
  block: Block,
  place: Place,
): { data: FrontMatter; problems: readonly Problem[] } {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return refuse(
      problem('front-matter-not-mapping', place, {
        kind: Array.isArray(data) ? 'a list' : 'one value',
        isFile: block.isFile === true,
      }),
    );
  }
  const forbidden = Object.keys(data).find((key) => /^(?:__proto__|constructor|prototype)$/.test(key));
  if (forbidden === undefined) return { data: data as FrontMatter, problems: [] };
  const at = { file: place.file, ...locateKey(block, forbidden) };
  return refuse(problem('forbidden-key', at, { key: forbidden }));
}

/** 1-based line and column of the value of a top-level key, or the line of the block where it can't be found. */
export function locateKey(block: Block, key: string): { readonly line: number; readonly column?: number } {
  const lines = block.text.split('\n');
  const isTop = (line: string) => block.language !== 'yaml' || !/^\s/.test(line);
  const index = lines.findIndex((line) => isTop(line) && keyOf(line) === key);
  const line = lines[index];
  if (line === undefined) return { line: Math.max(1, block.line - 1) };
  const value = line.slice(line.indexOf(key) + key.length).search(/[^\s"':=]/);
  const start = line.indexOf(key) + key.length + Math.max(0, value);
  return { line: block.line + index, column: start + 1 };
}

/** Whether the value of a top-level key of YAML is there without quotes. */
export function isUnquoted(block: Block, key: string): boolean {
  const line = block.text.split('\n').find((text) => !/^\s/.test(text) && keyOf(text) === key);
  return line !== undefined && !/^[^:]*:\s*["'|>]/.test(line);
}

/** Everything that YAML can say, as the text it was written in. */
export function readYaml(text: string, lastCounts = false): object {
  const plain = lastCounts ? readPlainYaml(text) : undefined;
  if (plain || isBlankYaml(text)) return plain ?? {};
  const options = lastCounts ? { ...YAML_OPTIONS, json: true } : YAML_OPTIONS;
  try {
    return load(text, options) as object;
  } catch (error) {
    const mended = dropRepeatedLines(indentBrackets(indentQuoted(spaceComments(text))));
    if (mended === text) throw error;
    return loadOr(error, mended, options);
  }
}

function loadOr(error: unknown, text: string, options: typeof YAML_OPTIONS): object {
  try {
    return load(text, options) as object;
  } catch {
    throw error;
  }
}

function readToml(text: string): object {
  const { parse } = require('smol-toml') as typeof import('smol-toml');
  return writeLongIntegers(parse(text, { integersAsBigInt: 'asNeeded' })) as object;
}

/** JSON has no limit of its own on depth (R68). */
function checkDepth(data: unknown): object {
  const waiting = [{ value: data, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > YAML_OPTIONS.maxDepth) throw new Error(`nesting exceeds ${YAML_OPTIONS.maxDepth} levels`);
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return data as object;
}

function isBlankYaml(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

function refuseCode(): never {
  throw new Error('code is not read');
}
