import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { statInMemory } from '../files/memory.ts';
import type { Candidate, Config, Preset, Problem, Progress } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { createContext } from './context.ts';
import { fileAt, findArticles } from './find.ts';
import { findDuplicates } from './find-duplicates.ts';
import type { Foreign } from './foreign-files.ts';
import type { FoundFiles } from './found-files.ts';
import { GUESS_SAMPLE, guessPreset } from './guess-preset.ts';
import { createJekyllExclusions } from './jekyll-exclusions.ts';
import { findUnknownPlaceholders, takesKeys } from './permalink.ts';
import { readQuartz } from './quartz.ts';
import { readSource, type Source } from './read.ts';
import type { Batch, ReadingMemory } from './read-batch.ts';
import { readBatches } from './read-batches.ts';
import type { OtherSources } from './resolve-context.ts';
import { checkIdTemplate } from './unpublishable.ts';
import { findUnusedExclusions } from './unused-exclusions.ts';

const require = createRequire(import.meta.url);

/** Everything that the article folders hold. */
export interface Collected extends Omit<Batch, 'untitled' | 'undated' | 'silent'> {
  /** The generator that the articles look like they are for, when the configuration names none. */
  readonly looksLike: Preset | undefined;
  /** Files that look like articles of a kind that is not read, and links that are not followed. */
  readonly foreign: readonly Foreign[];
  /** Articles whose URL is that of their page on the built site, because code makes it. @default none */
  readonly placed?: readonly Candidate[];
}

/** With fewer files a worker would start after the work is done. */
const WORTH_WORKERS = 2000;

/**
 * Finds, reads and resolves all articles of a site.
 * @param others what is asked of bodies and of git, for articles that need it
 * @param workers how many threads may help with a large site; the result is the same with any number
 * @param memory what was read before and did not change; only this thread has it
 */
export function collectArticles(
  config: Config,
  others: OtherSources,
  workers = 0,
  progress?: Progress,
  memory?: ReadingMemory,
): Collected {
  const templates = [config.permalink, ...config.permalinks.map(({ template }) => template)];
  const unknown = takesKeys(config.preset) ? [] : templates.flatMap(findUnknownPlaceholders);
  if (unknown.length > 0)
    return {
      candidates: [],
      drafts: [],
      refused: [],
      problems: unknown.map((name) => refuseTemplate(config, name)),
      looksLike: undefined,
      foreign: [],
    };
  const { files, foreign, problems } = findFiles(config);
  const context = { ...createContext(config, files.folders), memory };
  const helpers = files.names.length < WORTH_WORKERS ? 0 : workers;
  const read = readBatches(files, context, others, helpers, progress);
  // Whoever names the folder of the built site has a tool, which is none of those with a preset.
  const isOpen = config.preset === undefined && config.built === undefined;
  const looksLike = isOpen ? guessPreset(readSample(files)) : undefined;
  const duplicates = findDuplicates(read.candidates, config.site);
  const template = checkIdTemplate(config);
  return {
    ...read,
    problems: [...template, ...problems, ...read.problems, ...duplicates],
    looksLike,
    foreign,
  };
}

/** The articles among the first files of a site. */
export function collectFirst(config: Config, others: OtherSources, count: number): readonly Candidate[] {
  const { files } = findFiles(config);
  const [names, folderOf] = [files.names.slice(0, count), files.folderOf.slice(0, count)];
  const context = createContext(config, files.folders);
  return readBatches({ ...files, names, folderOf }, context, others, 0, undefined).candidates;
}

function refuseTemplate(config: Config, placeholder: string): Problem {
  const place = { file: config.file, line: config.lines.permalink };
  return problem('unknown-placeholder', place, { template: config.permalink, placeholder });
}

function findFiles(config: Config): {
  readonly files: FoundFiles;
  readonly foreign: readonly Foreign[];
  readonly problems: readonly Problem[];
} {
  const isExcluded = matchExclusions(
    [...config.exclude, ...(readQuartz(config)?.ignored ?? [])],
    config.root,
  );
  const isLeftOut = config.preset === 'jekyll' ? createJekyllExclusions(config) : () => false;
  const { found, counts, foreign, problems } = findArticles(
    config.articles,
    config.workingDirectory,
    (below, path) => isExcluded(below, path) || isLeftOut(path),
    config.preset,
  );
  const empty = config.articles
    // A program that hands over no articles has none yet.
    .filter((path, index) => counts[index] === 0 && problems.length === 0 && !statInMemory(path))
    .map((path) => {
      const folder = showPath(path, config.workingDirectory);
      // Without a configuration file the folder itself is the place.
      const file = config.file.startsWith('--') ? `${folder}/` : config.file;
      const excluded = config.exclude.length === 0 ? 0 : countAll(path, config);
      const line = excluded > 0 ? config.lines.exclude : config.lines.articles;
      return problem('no-articles', { file, line }, { folder, excluded });
    });
  const unused = findUnusedExclusions(config);
  const unread = foreign.map(({ kind, first, count }) =>
    problem('foreign-files', { file: first }, { kind, count }),
  );
  return { files: found, foreign, problems: [...problems, ...unread, ...unused, ...empty] };
}

/** How many articles a folder would have if nothing were excluded. */
function countAll(folder: string, { workingDirectory, preset }: Config): number {
  return findArticles([folder], workingDirectory, () => false, preset).found.names.length;
}

/**
 * The library is loaded only where there is something to match: most sites exclude nothing. A pattern that begins with `/` is
 * relative to the configuration.
 */
function matchExclusions(
  patterns: readonly string[],
  root: string,
): (relative: string, path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const picomatch = require('picomatch') as typeof import('picomatch');
  const rooted = patterns.filter((pattern) => pattern.startsWith('/'));
  const matches = picomatch([...patterns], { dot: true });
  if (rooted.length === 0) return (relative) => matches(relative);
  const matchesRooted = picomatch(rooted, { dot: true });
  return (below, path) => matches(below) || matchesRooted(`/${relative(root, path).split(sep).join('/')}`);
}

/** Some of the articles, to ask them whose they are. */
function readSample(files: FoundFiles): readonly Source[] {
  const sample: Source[] = [];
  for (let index = 0; index < files.names.length && sample.length < GUESS_SAMPLE; index++) {
    const { source } = readSource(fileAt(files, index));
    if (source) sample.push(source);
  }
  return sample;
}
