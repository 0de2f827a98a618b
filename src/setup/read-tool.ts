import { extname, join } from 'node:path';
import { parseYaml } from '../config/parse-yaml.ts';
import { lookAt } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import type { Preset } from '../model/index.ts';
import { TOOL_FILES, type ToolWords } from './tools.ts';

/** The tool that a folder was made for. */
export interface FoundTool {
  readonly preset: Preset;
  /** The file that says so, relative to the folder. */
  readonly file: string;
  readonly words: ToolWords;
}

const MAXIMUM_BYTES = 1_048_576;

/** Recognises the tool of a folder by its configuration, which is read as data and never run. */
export async function readTool(folder: string): Promise<FoundTool | undefined> {
  for (const { names, preset, read, isOwn } of TOOL_FILES) {
    const file = names.find((name) => isSmallFile(join(folder, name)));
    if (file === undefined) continue;
    if (!read) return { preset, file, words: {} };
    const data = await readData(join(folder, file), folder);
    if (data === undefined && !isOwn) return { preset, file, words: {} };
    if (data && (!isOwn || isOwn(data))) return { preset, file, words: read(data) };
  }
  return undefined;
}

function isSmallFile(path: string): boolean {
  const found = lookAt(path);
  return found?.isFile() === true && found.size <= MAXIMUM_BYTES;
}

/** The mapping that a file of YAML, JSON or TOML holds; nothing when it can't be read. */
async function readData(
  path: string,
  folder: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const bytes = readWhole(path, { maximum: MAXIMUM_BYTES, inside: [folder] });
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const value = extname(path) === '.toml' ? (await import('smol-toml')).parse(text) : readYaml(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function readYaml(text: string): unknown {
  const parsed = parseYaml(text);
  return 'value' in parsed ? parsed.value : undefined;
}
