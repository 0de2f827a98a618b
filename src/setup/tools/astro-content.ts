import { posix } from 'node:path';
import type { Project } from './project.ts';

/** Where the files of a collection are, and what its ids begin with. */
export interface Collection {
  /** Relative to the project. */
  readonly folder: string;
  /** Whether a program makes the ids of its entries. */
  readonly hasOwnIds?: boolean;
  /** Whether the pattern of its loader also takes names that begin with an underscore. */
  readonly takesUnderscores?: boolean;
  /** The patterns of its loader below the folder, without the part that is before their first sign; empty where code makes them. */
  readonly patterns?: readonly string[];
  /** The part of the pattern before its first sign, which is part of each id; empty as a rule. */
  readonly prefix: string;
}

/** Names of collections of articles, the usual ones first. */
export const BLOGS: readonly string[] = [
  'blog',
  'posts',
  'post',
  'articles',
  'article',
  'writing',
  'notes',
  'news',
];

/** More than any site has. */
const MOST_COLLECTIONS = 50;
const ENDINGS = ['ts', 'mts', 'js', 'mjs'];

/**
 * The folder of each collection: where its loader `glob` looks, else the usual one.
 * @param source the folder of the sources, usually `src`
 */
export function findCollection(name: string, source: string, project: Project): Collection | undefined {
  const program = readProgram(source, project);
  const loaded = program === undefined ? undefined : readLoader(nameOf(name, program), program);
  const usual = ['content', 'data'].map((folder) => ({ folder: `${source}/${folder}/${name}`, prefix: '' }));
  return [...(loaded ? [loaded] : []), ...usual].find(({ folder }) => project.list(`${folder}/`).length > 0);
}

/** The collections that Markdown is loaded for, whatever shows them. */
export function listCollections(source: string, project: Project): readonly Collection[] {
  const program = readProgram(source, project) ?? '';
  const defined = program.matchAll(/(?<![\w-])([\w-]+)['"]?\s*[=:]\s*defineCollection\(/g);
  const exported = listOf(program).matchAll(/(?<![\w-])([\w-]+)['"]?\s*:/g);
  return [...new Set([...defined, ...exported].map(([, name = '']) => name))]
    .slice(0, MOST_COLLECTIONS)
    .flatMap((name) => findCollection(name, source, project) ?? []);
}

/** Whether the collection of Starlight holds the pages: its URLs are the paths in it. */
export function hasStarlight(source: string, project: Project): boolean {
  return /\bdocsLoader\(/.test(readProgram(source, project) ?? '');
}

function readProgram(source: string, project: Project): string | undefined {
  return ['content.config', 'content/config']
    .flatMap((path) => ENDINGS.map((ending) => project.text(`${source}/${path}.${ending}`)))
    .find((text) => text !== undefined);
}

/** The constant that a collection is exported from: `{ blog: posts }`. */
function nameOf(collection: string, program: string): string {
  const name = new RegExp(`(?:^|[\\s,'"])${collection}['"]?\\s*:\\s*(\\w+)`).exec(listOf(program));
  return name?.[1] ?? collection;
}

/** The collections that a program exports. */
function listOf(program: string): string {
  return /\bcollections\s*=\s*\{([^{}]*)\}/.exec(program)?.[1] ?? '';
}

/** The text of a key, which may be that of a constant of the program; undefined where neither says it. */
function textOf(key: string, options: string, program: string): string | undefined {
  const literal = (start: string, text: string) =>
    new RegExp(`\\b${start}\\s*(['"\`])([^\\n]*?)\\1`).exec(text)?.[2];
  const name = new RegExp(`\\b${key}:\\s*([A-Za-z_]\\w*)\\s*[,}\\n]`).exec(options)?.[1];
  const text =
    name === undefined
      ? literal(`${key}:`, options)
      : literal(`(?:const|let|var)\\s+${name}(?:\\s*:\\s*string)?\\s*=`, program);
  return text?.includes('${') ? undefined : text;
}

/** The `base` and `pattern` of the loader `glob` of a constant, where the program says them. */
function readLoader(constant: string, program: string): Collection | undefined {
  const start = program.search(new RegExp(`\\b${constant}\\b['"]?\\s*[=:]\\s*defineCollection\\(`));
  if (start < 0) return undefined;
  // Up to the next collection.
  const [, own = ''] = program.slice(start).split('defineCollection(');
  const [options = ''] = own.split(/\bschema\s*:/);
  const loader = /\bglob\(\s*\{([\s\S]{0,2000})/.exec(options)?.[1];
  if (loader === undefined) return undefined;
  const [base, pattern] = ['base', 'pattern'].map((key) => textOf(key, loader, program));
  // A folder that code makes is not the project's own.
  if (base === undefined && (pattern === undefined || /\bbase\b/.test(loader))) return undefined;
  const fixed = /^[^*?[\]{}()!]*\//.exec(pattern ?? '')?.[0] ?? '';
  return {
    folder: posix.join(base ?? '.', fixed).replace(/\/$/, ''),
    prefix: fixed.replace(/^\.?\/|\/$/g, ''),
    patterns: readPatterns(loader, pattern).map((each) => each.replace(fixed, '')),
    hasOwnIds: /\bgenerateId\b/.test(loader),
    takesUnderscores: !/\bpattern:[^\n]{0,500}_/.test(loader),
  };
}

/** One pattern, or a list of them. */
function readPatterns(loader: string, pattern: string | undefined): readonly string[] {
  if (pattern !== undefined) return [pattern];
  const list =
    /\bpattern:\s*\[((?:\s{0,99}(?:'[^'\n]{0,200}'|"[^"\n]{0,200}")\s{0,99},?){0,50})/.exec(loader)?.[1] ??
    '';
  return [...list.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, single, double]) => single ?? double ?? '');
}

/** More files than any collection has. */
const MOST_FILES = 20_000;

/** The articles that Astro publishes and that are left out here, as their names or those of their folders begin with an underscore. */
export function explainUnderscores(
  articles: readonly string[],
  source: string,
  project: Project,
): readonly string[] {
  const found = listCollections(source, project)
    .filter(({ folder, takesUnderscores }) => takesUnderscores && articles.includes(project.base + folder))
    .flatMap(({ folder }) => listFiles(folder, project))
    .filter((path) => /\/_/.test(path) && /\.mdx?$/.test(path));
  const [first] = found.toSorted();
  if (first === undefined) return [];
  const files = found.length === 1 ? `"${first}"` : `"${first}" and ${found.length - 1} more`;
  return [
    `the loader "glob" also publishes files that begin with "_" or are in such a folder (${files}). feedwright leaves them out as drafts. Rename them if they belong into the feeds, or keep Astro from publishing them with a pattern such as "**/[^_]*.md".`,
  ];
}

/** All files below a folder, as far as they can be as many. */
function listFiles(top: string, project: Project): readonly string[] {
  const open = [top];
  const found: string[] = [];
  for (let folder = open.pop(); folder !== undefined && found.length < MOST_FILES; folder = open.pop())
    for (const name of project.list(`${folder}/`)) {
      if (name.endsWith('/')) open.push(`${folder}/${name.slice(0, -1)}`);
      else found.push(`${folder}/${name}`);
    }
  return found;
}

/** What is in the folders of articles and in no collection, as the pattern of the loader leaves it out: patterns for `exclude`. */
export function excludeByPattern(
  articles: readonly string[],
  source: string,
  project: Project,
): readonly string[] {
  const collections = listCollections(source, project);
  const shown = collections.filter(({ folder }) => articles.includes(project.base + folder));
  return shown.flatMap(({ folder, patterns = [] }) => {
    const taken = patterns.filter((each) => !each.startsWith('!'));
    if (taken.length === 0) return [];
    const files = listFiles(folder, project);
    const has = (sign: RegExp) => files.some((path) => sign.test(path.slice(folder.length)));
    // What one collection leaves out may be in another.
    const isOuter = collections.some((other) => other.folder.startsWith(`${folder}/`));
    const left = [
      ...patterns.filter((each) => each.startsWith('!') && !isOuter).map((each) => each.slice(1)),
      ...(taken.every((each) => /\.md$/.test(each)) && has(/\.mdx$/) ? ['**/*.mdx'] : []),
      ...(taken.every((each) => /\.mdx$/.test(each)) && has(/\.md$/) ? ['**/*.md'] : []),
      ...(taken.every((each) => !/[/]|\*\*/.test(each)) && has(/^\/.*\/.*\.mdx?$/) ? ['*/**'] : []),
    ];
    return left.map((each) => `/${project.base}${folder}/${each.replace(/^\.?\//, '')}`);
  });
}
