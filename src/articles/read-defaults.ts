import { basename, dirname, sep } from 'node:path';
import { readWhole } from '../files/read.ts';
import { isMissing, reasonOf } from '../files/refused.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { replaceTabs } from '../text/white-space.ts';
import { dropComments } from './drop-comments.ts';
import { readCodedPermalink } from './eleventy-code.ts';
import { type Block, splitFrontMatter } from './fence.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Source } from './read.ts';
import { readTable } from './read-table.ts';

/** What a file gives to articles: nothing when it is not there. */
export interface Defaults {
  readonly data?: FrontMatter;
  /** Of a data file that is a list. */
  readonly list?: readonly unknown[];
  /** The article is a draft, whatever it says itself. */
  readonly isDraft?: boolean;
  /** The file is there, but no one knows what it hides. */
  readonly problem?: Problem;
}

/** What one tool adds to the front matter of an article; each makes its files ready once and remembers them. */
export type ReadDefaults = (source: Source) => Defaults;

const NONE: Defaults = {};
/** Larger than any configuration; a stranger's repository may hold anything. */
const MAXIMUM_BYTES = 1_048_576;

/** Reads the front matter of a file that is not an article, such as Hugo's `_index.md`. */
export function readDefaultsOfPage(path: string, config: Config): Defaults {
  return readIfThere(path, config, (bytes, file) => {
    const split = splitFrontMatter(bytes, true);
    if (split.kind === 'none') return NONE;
    return split.kind === 'block' ? readBlock(split, file) : fail(file, 'its front matter is not closed');
  });
}

/** Reads a file of YAML, TOML, JSON, or a table; of JavaScript the literal object that it exports. */
export function readDefaultsOfData(path: string, config: Config): Defaults {
  return readIfThere(path, config, (bytes, file) => {
    const whole = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const text = config.preset === 'hexo' ? replaceTabs(whole) : whole;
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    if (/^[cm]?[jt]s$/.test(extension)) return readProgram(text);
    if (extension === 'csv' || extension === 'tsv')
      return { list: readTable(text, extension === 'csv' ? ',' : '\t') };
    const language = extension === 'toml' || extension === 'json' ? extension : 'yaml';
    const block = { kind: 'block', language, text, line: 1, bodyOffset: 0, isFile: true } as const;
    // A configuration of Jekyll that is a list is a mistake.
    const mayBeList = !basename(path).startsWith('_config.');
    return mayBeList && isList(text, language) ? readList(block, file) : readBlock(block, file, !mayBeList);
  });
}

function readIfThere(
  path: string,
  { root, workingDirectory }: Config,
  read: (bytes: Buffer, file: string) => Defaults,
): Defaults {
  const file = showPath(path, workingDirectory);
  try {
    return read(readWhole(path, { maximum: MAXIMUM_BYTES, inside: [root] }), file);
  } catch (error) {
    return isMissing(error) ? NONE : fail(file, reasonOf(error));
  }
}

/** @param lastCounts for a key that appears twice, the last value counts, as for Jekyll */
function readBlock(block: Block, file: string, lastCounts = false): Defaults {
  const { data, problems } = readFrontMatter(block, file, lastCounts);
  const [first] = problems;
  return first === undefined ? { data } : { problem: first };
}

function isList(text: string, language: string): boolean {
  return language === 'json' ? /^\s*\[/.test(text) : language === 'yaml' && LIST.test(text);
}

const LIST = /^(?:[ \t]*(?:#[^\n]*|---[ \t]*\r?|\r?)\n)*(?:-[ \t\r\n]|\[)/;

/** Front matter is a mapping: the list becomes the value of a key. */
function readList(block: Block, file: string): Defaults {
  const text = block.text.replace(/^---[ \t]*\r?\n/m, '');
  const wrapped = block.language === 'json' ? `{"list":${text}}` : `list:\n${text.replace(/^\[/, ' [')}`;
  const { data, problem: failed } = readBlock({ ...block, text: wrapped }, file);
  if (failed !== undefined) return { problem: failed };
  return Array.isArray(data?.list) ? { list: data.list } : {};
}

/** Programs are never run. What is in them as `key: literal` at any depth counts where it may hide something. */
function readProgram(text: string): Defaults {
  const data: Record<string, unknown> = {};
  const code = dropComments(text);
  const pair = /(?:^|[\s{,])["']?([A-Za-z_]\w*)["']?\s*:\s*(true|false|"[^"\n$]*"|'[^'\n$]*')(?=\s*[,}\n])/g;
  for (const [, key = '', value = ''] of code.matchAll(pair)) data[key] ??= value.replace(/^["']|["']$/g, '');
  // No page is written, whatever else the program says.
  const coded = /^false$/.test(String(data.permalink)) ? undefined : readCodedPermalink(code);
  if (coded === undefined) return { data };
  const { permalink: _permalink, ...rest } = data;
  const given = coded.permalink === undefined ? {} : { permalink: coded.permalink };
  return { data: { ...rest, ...(coded.isComputed ? { eleventyComputed: given } : given) } };
}

function fail(file: string, reason: string): Defaults {
  return { problem: problem('unreadable-defaults', { file }, { reason }) };
}

/** The folders from the root of the project down to the one of a file, all absolute. */
export function foldersAbove(path: string, root: string): readonly string[] {
  const folders: string[] = [];
  for (
    let folder = dirname(path);
    folder === root || folder.startsWith(`${root}${sep}`);
    folder = dirname(folder)
  ) {
    folders.unshift(folder);
    if (folder === root) break;
  }
  return folders;
}

/** Two sets of defaults as one: the later overrides. */
export function overlay(
  first: FrontMatter | undefined,
  second: FrontMatter | undefined,
): FrontMatter | undefined {
  return first === undefined ? second : second === undefined ? first : { ...first, ...second };
}
