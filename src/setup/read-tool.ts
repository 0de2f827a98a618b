import { extname, join, posix } from 'node:path';
import { parseForeignYaml } from '../config/parse-yaml.ts';
import { listEntries, lookAt } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import type { Preset } from '../model/index.ts';
import { listComputed } from './literals.ts';
import { readProgram } from './read-program.ts';
import { readPython } from './read-python.ts';
import { asData, asText, type Data, type Project, readHost, type ToolWords } from './tools/project.ts';
import { SUBFOLDERS, TOOL_FILES } from './tools/tools.ts';

/** The tool that a folder was made for. */
export interface FoundTool {
  readonly preset: Preset | undefined;
  /** The file that says so, relative to the folder. */
  readonly file: string;
  /** Where it is: empty, or a folder with `/` at its end. */
  readonly base: string;
  readonly words: ToolWords;
}

const MAXIMUM_BYTES = 1_048_576;

type ParseToml = (text: string) => unknown;

/** Recognises the tool of a folder, or of a usual folder in it, by its configuration, which is read as data and never run. */
export async function readTool(folder: string): Promise<FoundTool | undefined> {
  const parse = await loadToml();
  for (const base of ['', ...SUBFOLDERS]) {
    const project = openProject(folder, base, parse);
    const found = recognise(project);
    if (found === undefined) continue;
    if (found.file !== PACKAGE) return found;
    const place = findPlace(project);
    const moved = place ? recognise(openProject(folder, place, parse)) : undefined;
    if (moved) return moved;
    if (place === '' || (await findSites(folder)).length === 0) return found;
  }
  return undefined;
}

async function loadToml(): Promise<ParseToml> {
  const { parse } = await import('smol-toml');
  // The key of a service may be an integer that no number can hold; no setting is one.
  return (text) => parse(text, { integersAsBigInt: 'asNeeded' });
}

/** A package names its tool, and not where that is: above several packages it stands for all of them. */
const PACKAGE = 'package.json';
const RUN =
  /(?:\bcd\s+["']?(?:\.\/)?([\w.-]+(?:\/[\w.-]+){0,9})\/?["']?\s*&&[^&|;]{0,200})?\b(?:eleventy|11ty)\b/;

/** The folder in which the scripts of a package run its tool: empty, or with `/` at its end. Undefined where none does. */
function findPlace(project: Project): string | undefined {
  const scripts = Object.values(asData(project.read(PACKAGE)?.scripts));
  const places = scripts.flatMap((script) => {
    const run = RUN.exec(asText(script) ?? '');
    return run === null ? [] : [run[1] === undefined ? '' : `${run[1]}/`];
  });
  return places.includes('') ? '' : places.find((place) => !place.split('/').includes('..'));
}

/** Folders of others, of tests and of what is built. */
const FOREIGN_FOLDER =
  /^(?:[._].*|node_modules|vendor|themes|dist|build|public|target|tests?|fixtures|examples?)\/$/;
const MOST_FOLDERS = 200;

/** Finds the sites that are deeper in a folder which is none itself, as in a repository of several packages. */
export async function findSites(folder: string): Promise<readonly FoundTool[]> {
  const parse = await loadToml();
  const below = (base: string) =>
    listFolder(join(folder, base))
      .filter((name) => name.endsWith('/') && !FOREIGN_FOLDER.test(name))
      .map((name) => base + name);
  const first = below('').slice(0, MOST_FOLDERS);
  const bases = [...first, ...first.flatMap(below)].slice(0, MOST_FOLDERS);
  return bases.flatMap((base) => recognise(openProject(folder, base, parse)) ?? []);
}

function recognise(project: Project): FoundTool | undefined {
  for (const { names, preset, read, isOwn, urlKeys = [] } of TOOL_FILES) {
    const file = names.find((name) => project.text(name) !== undefined);
    if (file === undefined) continue;
    const data = project.read(file);
    if (isOwn && !(data && isOwn(data, project))) continue;
    const unreadable = ["it can't be read, so nothing is taken from it. Compare every setting with it."];
    const words = data ? read(data, project) : { settings: {}, notes: unreadable };
    const site = words.settings.site ?? readHost(project);
    const settings = site === undefined ? words.settings : { ...words.settings, site };
    const notes = [...(words.notes ?? []), ...explainComputed(project.text(file) ?? '', urlKeys)];
    return { preset, file: project.base + file, base: project.base, words: { ...words, settings, notes } };
  }
  return undefined;
}

/** What code sets, which is never run. */
function explainComputed(program: string, keys: readonly string[]): readonly string[] {
  const computed = listComputed(program, keys).map((key) => `"${key}"`);
  return computed.length === 0
    ? []
    : [`code sets ${computed.join(' and ')}, and is never run. Compare the URLs with your site.`];
}

function openProject(folder: string, base: string, parseToml: ParseToml): Project {
  const text = (path: string) => readText(join(folder, base, path), folder);
  return {
    base,
    text,
    read: (path) => {
      const found = text(path);
      if (found === undefined) return undefined;
      return PROGRAM.test(extname(path))
        ? readProgram(found, posix.dirname(path), text)
        : parseData(found, extname(path), parseToml);
    },
    list: (path) => {
      const place = join(folder, base, path);
      // A configuration may name any folder.
      return `${place}/`.startsWith(join(folder, '/')) ? listFolder(place) : [];
    },
  };
}

function readText(path: string, folder: string): string | undefined {
  const found = lookAt(path);
  if (!found?.isFile() || found.size > MAXIMUM_BYTES) return undefined;
  try {
    const bytes = readWhole(path, { maximum: MAXIMUM_BYTES, inside: [folder] });
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

function listFolder(path: string): readonly string[] {
  try {
    const names = listEntries(path).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    return names.toSorted();
  } catch {
    return [];
  }
}

const PROGRAM = /^\.[cm]?[jt]s$/;

/** A mapping; nothing when it cannot be read. */
function parseData(text: string, ending: string, parseToml: ParseToml): Data | undefined {
  try {
    if (ending === '.py') return readPython(text);
    const value = ending === '.toml' ? parseToml(text) : parseForeignYaml(text);
    if (value === undefined || value === null) return {};
    return typeof value === 'object' && value !== null ? (value as Data) : undefined;
  } catch {
    return undefined;
  }
}
