import { createRequire } from 'node:module';
import type { Article, Candidate, Config, Preset, Problem } from '../model.ts';
import { problem } from '../problems.ts';
import { completeArticle } from './complete.ts';
import { type ArticleFile, displayPath, findArticles } from './find.ts';
import { findMediaSize } from './find-media.ts';
import { GUESS_SAMPLE, guessPreset } from './guess-preset.ts';
import { findUnknownPlaceholders } from './permalink.ts';
import { readSource, type Source } from './read.ts';
import { readPeopleFile } from './read-people.ts';
import { type ResolveContext, resolveCandidate } from './resolve.ts';
import { createTimeZone } from './time-zone.ts';

const require = createRequire(import.meta.url);

/** A draft, as far as it is known. */
export interface Draft {
  readonly file: string;
  readonly title: string | undefined;
}

/** Everything that the article folders hold. */
export interface Collected {
  readonly candidates: readonly Candidate[];
  readonly drafts: readonly Draft[];
  /** Files that an error makes unpublishable. */
  readonly refused: readonly string[];
  readonly problems: readonly Problem[];
  /** The generator that the articles look like they are for, when the configuration names none. */
  readonly looksLike: Preset | undefined;
}

/** {@link Collected} while it grows. */
interface Collecting {
  readonly candidates: Candidate[];
  readonly drafts: Draft[];
  readonly refused: string[];
  readonly problems: Problem[];
  readonly sample: Source[];
}

/**
 * Finds, reads and resolves all articles of a site.
 * @param titleOf a title from the body, for an article without one
 */
export function collectArticles(config: Config, titleOf: ResolveContext['titleOf']): Collected {
  const collecting: Collecting = { candidates: [], drafts: [], refused: [], problems: [], sample: [] };
  const unknown = findUnknownPlaceholders(config.permalink);
  if (unknown.length > 0)
    return finish(config, { ...collecting, problems: unknown.map((name) => refuseTemplate(config, name)) });
  const context: ResolveContext = { config, titleOf, zone: createTimeZone(config.timeZone) };
  for (const file of findFiles(config, collecting.problems)) collectFile(file, context, collecting);
  for (const duplicate of findDuplicates(collecting.candidates)) collecting.problems.push(duplicate);
  return finish(config, collecting);
}

function finish(config: Config, { sample, ...collected }: Collecting): Collected {
  return { ...collected, looksLike: config.preset === undefined ? guessPreset(sample) : undefined };
}

function refuseTemplate(config: Config, placeholder: string): Problem {
  const place = { file: config.file, line: config.lines.permalink };
  return problem('unknown-placeholder', place, { template: config.permalink, placeholder });
}

function findFiles(config: Config, problems: Problem[]): readonly ArticleFile[] {
  const isExcluded = matchExclusions(config.exclude);
  return config.articles.flatMap((folder) => {
    const found = findArticles(folder, config.workingDirectory, isExcluded);
    problems.push(...found.problems);
    if (found.files.length === 0 && found.problems.length === 0) {
      const place = { file: config.file, line: config.lines.articles };
      problems.push(problem('no-articles', place, { folder: displayPath(folder, config.workingDirectory) }));
    }
    return found.files;
  });
}

/** The library is loaded only where there is something to match: most sites exclude nothing. */
function matchExclusions(patterns: readonly string[]): (relative: string) => boolean {
  if (patterns.length === 0) return () => false;
  const picomatch = require('picomatch') as typeof import('picomatch');
  return picomatch([...patterns], { dot: true });
}

function collectFile(file: ArticleFile, context: ResolveContext, collecting: Collecting): void {
  const { source, problems } = readSource(file);
  const resolved = source ? resolveCandidate(source, context) : ({ kind: 'refused', problems } as const);
  for (const each of resolved.problems) collecting.problems.push(each);
  if (resolved.kind === 'candidate') collecting.candidates.push(resolved.candidate);
  else if (resolved.kind === 'draft') collecting.drafts.push({ file: file.file, title: resolved.title });
  else collecting.refused.push(file.file);
  if (source && collecting.sample.length < GUESS_SAMPLE) collecting.sample.push(source);
}

/** One id used twice is an error that names both files (R3). */
function findDuplicates(candidates: readonly Candidate[]): readonly Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, file } of candidates) {
    const other = first.get(id);
    if (other === undefined) first.set(id, file);
    else problems.push(problem('duplicate-id', { file }, { id, other }));
  }
  return problems;
}

/** Makes complete articles of selected candidates, reading their front matter again. */
export function completeArticles(
  config: Config,
  candidates: readonly Candidate[],
): { readonly articles: readonly Article[]; readonly problems: readonly Problem[] } {
  const { people, problems } = readPeopleFile(config);
  const found = [...problems];
  const articles = candidates.flatMap((candidate) => {
    const read = readSource({ ...candidate, format: candidate.body.format });
    const sizeOf = (path: string) => findMediaSize(config.root, candidate.path, path);
    const completed = read.source
      ? completeArticle(candidate, read.source, { config, people, sizeOf })
      : read;
    found.push(...completed.problems);
    return 'article' in completed ? completed.article : [];
  });
  return { articles, problems: found };
}
