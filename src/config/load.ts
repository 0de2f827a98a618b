import { dirname, resolve } from 'node:path';
import type { Config, Problem } from '../model/index.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import { isMapping } from '../text/data.ts';
import { checkShape } from './check.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { explainViolation } from './explain.ts';
import { findIllegal } from './illegal-texts.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { makeOrigin, type Origin } from './places-of-settings.ts';
import { resolveSettings } from './resolve.ts';
import type { Settings } from './settings.ts';
import { CONFIGURATION } from './settings-table.ts';

/** What to load; every path may be relative to the working directory. */
export interface LoadOptions {
  /** The folder that files are looked for in and named relative to. @default the working directory of the process */
  readonly workingDirectory?: string | undefined;
  /** The configuration file; without it `feedwright.yaml`, `.yml` or `.json` is looked for. */
  readonly file?: string | undefined;
  /** The settings themselves, in place of a file; `workingDirectory` is what their paths are relative to. */
  readonly settings?: Settings | undefined;
  /** Settings that override the file. With `site` and `title` no file is needed. */
  readonly flags?: Flags | undefined;
}

export interface Flags {
  readonly site?: string | undefined;
  readonly title?: string | undefined;
  readonly output?: string | undefined;
  readonly articles?: string | undefined;
}

/** The configuration, unless one of the problems is an error. */
export interface LoadedConfig {
  readonly config?: Config;
  readonly problems: readonly Problem[];
}

/**
 * Reads the configuration, checks it and fills in the defaults. Never throws for what a file or flag says: everything
 * wrong comes back as problems, all at once, each at its line and column.
 */
export function loadConfig(options: LoadOptions = {}): LoadedConfig {
  return load(options, false);
}

/** The same for whoever will write articles: their folder need not be there, and is the one that the tool looks in. */
export function loadConfigForNewArticles(options: LoadOptions): LoadedConfig {
  return load(options, true);
}

function load(options: LoadOptions, writesArticles: boolean): LoadedConfig {
  const workingDirectory = resolve(options.workingDirectory ?? '.');
  const flags = pickGiven(options.flags ?? {});
  if (options.settings !== undefined) return loadSettings(options.settings, flags, workingDirectory);
  const { file, problems } = readConfigFile(workingDirectory, options.file);
  if (problems.length > 0) return { problems };
  if (file) return loadFile(file, flags, workingDirectory, writesArticles);
  if (flags.site === undefined && flags.title === undefined)
    return { problems: [problem('no-config', { file: 'feedwright.yaml' }, {})] };
  const origin = makeOrigin('--site', undefined, Object.keys(flags));
  return finish(
    {},
    flags,
    origin,
    { root: workingDirectory, workingDirectory, file: '--site', lines: {} },
    [],
    writesArticles,
  );
}

/** Settings from code have no lines; keys that are there without a value count as missing. */
function loadSettings(settings: Settings, flags: Flags, workingDirectory: string): LoadedConfig {
  const file = 'settings';
  if (!isMapping(settings))
    return { problems: [problem('config-not-mapping', { file }, { value: settings })] };
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const origin = makeOrigin(file, undefined, Object.keys(flags));
  return finish(given, flags, origin, { root: workingDirectory, workingDirectory, file, lines: {} }, []);
}

/** Settings with their types, for a file of settings in TypeScript; returns them as they are. */
export function defineConfig(settings: Settings): Settings {
  return settings;
}

type Frame = Pick<Config, 'root' | 'workingDirectory' | 'file' | 'lines'>;

function loadFile(
  file: ConfigFile,
  flags: Flags,
  workingDirectory: string,
  writesArticles: boolean,
): LoadedConfig {
  const parsed = parseYaml(file.text);
  if ('reason' in parsed) {
    const line = file.text.split(/\r\n?|\n/)[parsed.line - 1] ?? '';
    const place = { file: file.shown, line: parsed.line, column: parsed.column };
    const isJson = file.path.endsWith('.json');
    return { problems: [problem('bad-config-syntax', place, { reason: parsed.reason, line, isJson })] };
  }
  const value = parsed.value ?? {};
  if (!isMapping(value)) {
    const place = { file: file.shown, ...parsed.valueAt([]) };
    return { problems: [problem('config-not-mapping', place, { value })] };
  }
  const origin = makeOrigin(file.shown, parsed, Object.keys(flags));
  const lines = listLines(value, parsed);
  const frame = { root: dirname(file.path), workingDirectory, file: file.shown, lines };
  const repeated = parsed.repeated.map(({ key, spot, firstLine }) =>
    problem('repeated-key', { file: file.shown, ...spot }, { key, firstLine }),
  );
  return finish(value, flags, origin, frame, repeated, writesArticles);
}

function finish(
  mapping: Readonly<Record<string, unknown>>,
  flags: Flags,
  origin: Origin,
  frame: Frame,
  earlier: readonly Problem[],
  writesArticles = false,
): LoadedConfig {
  const given = { ...mapping, ...flags };
  const violations = checkShape(given, CONFIGURATION);
  const refused = new Set(violations.map(({ path }) => path[0]));
  // The check has proved the types of every setting that is kept.
  const settings: Settings = Object.fromEntries(Object.entries(given).filter(([key]) => !refused.has(key)));
  const { resolved, problems: later } = resolveSettings(settings, { ...frame, writesArticles }, origin);
  const explained = violations.map((violation) => explainViolation(violation, origin));
  const illegal = findIllegal(settings, origin);
  const problems = [...earlier, ...explained, ...illegal, ...later].sort(compareProblems);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  return isRefused ? { problems } : { config: { ...frame, ...resolved }, problems };
}

function listLines(mapping: Readonly<Record<string, unknown>>, parsed: ParsedYaml): Record<string, number> {
  return Object.fromEntries(Object.keys(mapping).map((key) => [key, parsed.keyAt([key]).line]));
}

function pickGiven(flags: Flags): Flags {
  const { site, title, output, articles } = flags;
  return {
    ...(site === undefined ? {} : { site }),
    ...(title === undefined ? {} : { title }),
    ...(output === undefined ? {} : { output }),
    ...(articles === undefined ? {} : { articles }),
  };
}
