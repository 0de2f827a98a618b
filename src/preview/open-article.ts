import { dirname, join } from 'node:path';
import { createContext } from '../articles/context.ts';
import { type ArticleFile, fileAt, findArticles } from '../articles/find.ts';
import { readSource, type Source } from '../articles/read.ts';
import { resolveCandidate } from '../articles/resolve.ts';
import type { OtherSources } from '../articles/resolve-context.ts';
import type { Candidate, Config, Problem } from '../model/index.ts';

/** An article file as it would be published, whatever keeps it from that now. */
export interface OpenedArticle {
  /** Missing where nothing can be shown. */
  readonly candidate?: Candidate;
  readonly problems: readonly Problem[];
}

/** All article files of a site by the name that users see. */
export function listArticleFiles(config: Config): ReadonlyMap<string, ArticleFile> {
  const { found } = findArticles(config.articles, config.workingDirectory, () => false, config.preset);
  const files = [...found.names.keys()].map((index) => fileAt(found, index));
  return new Map(files.map((each) => [each.file, each]));
}

/**
 * The drafts that a tool keeps beside its articles, where no build looks.
 * @param name of their folders; undefined where it has none
 */
export function listDraftFiles(config: Config, name: string | undefined): readonly ArticleFile[] {
  if (name === undefined) return [];
  const beside = config.articles.map((folder) => join(dirname(folder), name));
  const folders = beside.filter((folder) => !config.articles.includes(folder));
  const { found } = findArticles([...new Set(folders)], config.workingDirectory, () => false);
  return [...found.names.keys()].map((index) => fileAt(found, index));
}

/** More keys than this hide no article. */
const MOST_KEYS = 20;

/**
 * Reads one article for a preview: a draft or hidden one as if it were none, one without a date as if it were published now.
 * @param now in ms
 */
export function openArticle(
  config: Config,
  file: ArticleFile,
  { titleOf, commitDatesOf }: OtherSources,
  now: number,
): OpenedArticle {
  const commitDateOf = commitDatesOf([file.path]);
  const context = { ...createContext(config), titleOf, commitDateOf };
  const { source, problems } = readSource(file, config.preset);
  if (!source) return { problems };
  const inherited = context.inherit(source);
  let shown = inherited.problem ? source : inherited.source;
  for (let step = 0; step < MOST_KEYS; step++) {
    const resolved = resolveCandidate(shown, context);
    if (resolved.kind === 'candidate') return resolved;
    if (resolved.kind === 'draft' || resolved.kind === 'hidden') shown = reveal(shown, resolved.reason);
    else if (resolved.kind === 'refused' && isUndated(resolved.problems))
      shown = { ...shown, data: { ...shown.data, date: new Date(now).toISOString() } };
    else return { problems: resolved.kind === 'refused' ? resolved.problems : [] };
  }
  return { problems: [] };
}

function isUndated(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'missing-date' || code === 'no-commit');
}

/** Without what hides it: a key, also below another, or its folder. */
function reveal(source: Source, reason: string): Source {
  if (reason === '')
    return { ...source, relative: (source.relative.split('/').at(-1) ?? '').replace(/^_+/, '') };
  const [key = '', ...rest] = reason.split('.');
  const { [key]: _, ...others } = source.data;
  const data = rest.length > 0 || key in source.data ? others : {};
  return { ...source, data };
}
