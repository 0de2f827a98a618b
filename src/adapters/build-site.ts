import type { Settings } from '../config/settings.ts';
import type { ArticleInput } from '../library/article-texts.ts';
import { type ArticleBody, buildInMemory } from '../library/build-in-memory.ts';
import { formatProblem } from '../problems/format-problem.ts';

/** Where a tool shows what it is told. */
export interface Log {
  readonly warn: (line: string) => void;
  readonly error: (line: string) => void;
}

export interface SiteBuild {
  readonly settings: Settings;
  /** The folder of the project, which paths of the settings are relative to. */
  readonly workingDirectory: string;
  /** The folder in which the tool has left the built site; feeds are written into it, and URLs and images checked against it. */
  readonly built: string;
  /** Articles as the tool has them: with the URL that it gave them, and HTML that it rendered. Default: files. */
  readonly articles?: readonly ArticleInput[];
  /** Whether the tool has rendered the articles: then nothing in them is a template tag. */
  readonly isRendered?: boolean;
  readonly log?: Log | undefined;
}

/**
 * Builds the feeds of a site that a tool has built, and tells the tool of every problem.
 * @throws Error when a problem stops the build, which fails that of the site
 */
export async function buildSite(given: SiteBuild): Promise<void> {
  const { settings, built, isRendered = false, log = console, ...options } = given;
  const site = { built, ...settings };
  const render = isRendered ? { render: ({ text }: ArticleBody) => text } : {};
  const { problems } = await buildInMemory(site, { ...options, ...render, now: Date.now(), write: true });
  const sources = new Map(given.articles?.map(({ path }) => [`articles/${path}`, sourceOf(path)]));
  for (const problem of problems) {
    const line = formatProblem({ ...problem, file: sources.get(problem.file) ?? problem.file });
    if (problem.severity === 'error') log.error(line);
    else log.warn(line);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new Error(`feedwright wrote no feeds: ${errors} ${errors === 1 ? 'error' : 'errors'}, see above.`);
}

/** The file that an article of a tool comes from; one that it rendered has an ending more. */
function sourceOf(path: string): string {
  return path.replace(/(?<=\.\w+)\.html$/, '');
}

/** Front matter that a tool holds, as far as it is plain: no functions, and none of the tool's own objects. */
export function plainFacts(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isPlain = (value: unknown): boolean =>
    ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
  const entries = Object.entries(data).filter(
    ([, value]) => isPlain(value) || (Array.isArray(value) && value.every(isPlain)),
  );
  return Object.fromEntries(entries);
}

/** The URL of a page that a tool names by its path below the site. */
export function urlOf(site: string | undefined, path: string): string | undefined {
  const base = site?.replace(/\/*$/, '/');
  return URL.canParse(path.replace(/^\/+/, ''), base)
    ? new URL(path.replace(/^\/+/, ''), base).href
    : undefined;
}

/** The URL of a site that a tool builds for a folder of its host, where the setting names the host alone. */
export function siteBelow(site: string, folder = '/'): string {
  return URL.canParse(site) && new URL(site).pathname === '/' ? (urlOf(site, folder) ?? site) : site;
}
