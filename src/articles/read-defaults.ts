import { readdirSync, readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { type Block, splitFrontMatter } from './fence.ts';
import { reasonOf } from './find.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Source } from './read.ts';

/** What a file gives to articles: nothing when it is not there. */
export interface Defaults {
  readonly data?: FrontMatter;
  /** The article is a draft, whatever it says itself. */
  readonly isDraft?: boolean;
  /** The file is there, but nobody knows what it hides. */
  readonly problem?: Problem;
}

/** What one tool adds to the front matter of an article; each makes its files ready once and remembers them. */
export type ReadDefaults = (source: Source) => Defaults;

const NONE: Defaults = {};
/** Larger than any configuration; a stranger's repository may hold anything. */
const MAXIMUM_BYTES = 1_048_576;

/** Reads the front matter of a file that is no article, such as Hugo's `_index.md`. */
export function readDefaultsOfPage(path: string, file: string): Defaults {
  return readIfThere(path, file, (bytes) => {
    const split = splitFrontMatter(bytes, true);
    if (split.kind === 'none') return NONE;
    return split.kind === 'block' ? readBlock(split, file) : fail(file, 'its front matter is not closed');
  });
}

/** Reads a file of YAML, TOML or JSON; of JavaScript the literal object that it exports. */
export function readDefaultsOfData(path: string, file: string): Defaults {
  return readIfThere(path, file, (bytes) => {
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    if (/^[cm]?js$/.test(extension)) return readProgram(text);
    const language = extension === 'toml' || extension === 'json' ? extension : 'yaml';
    return readBlock({ kind: 'block', language, text, line: 1, bodyOffset: 0 }, file);
  });
}

function readIfThere(path: string, file: string, read: (bytes: Buffer) => Defaults): Defaults {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'EISDIR' ? NONE : fail(file, reason);
  }
  return bytes.length > MAXIMUM_BYTES ? fail(file, 'it has more than 1 MB') : read(bytes);
}

function readBlock(block: Block, file: string): Defaults {
  const { data, problems } = readFrontMatter(block, file);
  const [first] = problems;
  return first === undefined ? { data } : { problem: first };
}

/** Programs are never run. What stands in them as `key: literal` at any depth counts where it may hide something. */
function readProgram(text: string): Defaults {
  const data: Record<string, unknown> = {};
  const code = text.replace(/\/\*[\s\S]*?\*\/|^[ \t]*\/\/[^\n]*/gm, '');
  const pair = /(?:^|[\s{,])["']?([A-Za-z_]\w*)["']?\s*:\s*(true|false|"[^"\n$]*"|'[^'\n$]*')(?=\s*[,}\n])/g;
  for (const [, key = '', value = ''] of code.matchAll(pair)) data[key] ??= value.replace(/^["']|["']$/g, '');
  return { data };
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

/** The names in a folder; none where it can't be read. */
export function listNames(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}
