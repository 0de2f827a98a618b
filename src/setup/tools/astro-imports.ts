import { posix } from 'node:path';
import type { Project } from './project.ts';

/** More than any page has. */
const MOST_IMPORTS = 50;
const PROGRAMS = ['', '.ts', '.js', '.mjs', '/index.ts', '/index.js'];

/** The collections that a program names. */
export function listCollections(program: string): ReadonlySet<string> {
  const named = program.matchAll(
    /(?:getCollection\(|getEntry\(|getEntryBySlug\(|CollectionEntry<)\s*['"]([\w-]+)['"]/g,
  );
  return new Set([...named].map(([, each = '']) => each));
}

/** The collections behind the functions that a page imports, such as `getAllPosts` of `@/data/post`. */
export function listImported(page: string, folder: string, project: Project): ReadonlySet<string> {
  const source = folder.slice(0, folder.indexOf('pages/'));
  const aliases = listAliases(source, project);
  const imports = page.matchAll(/\bimport\s*\{([^{}]{0,2000})\}\s*from\s*['"]([^'"\n]{1,500})['"]/g);
  const found = [...imports].slice(0, MOST_IMPORTS).flatMap(([, names = '', from = '']) => {
    const [start, target] = aliases.find(([name]) => from.startsWith(name)) ?? [];
    if (start === undefined && !/^\.{1,2}\//.test(from)) return [];
    const path = posix.normalize(
      start === undefined ? `${folder}/${from}` : target + from.slice(start.length),
    );
    const programs = PROGRAMS.map((end) => project.text(path + end));
    const program = programs.find((text) => text !== undefined) ?? '';
    return (names.match(/[\w$]+/g) ?? [])
      .slice(0, MOST_IMPORTS)
      .flatMap((name) => [...listCollections(cutFunction(program, name))]);
  });
  return new Set(found);
}

/** What imports may begin with, and the folder that it stands for: `@lib/*` of `tsconfig.json`, and the usual ones. */
function listAliases(source: string, project: Project): readonly (readonly [string, string])[] {
  const program = project.text('tsconfig.json') ?? project.text('jsconfig.json') ?? '';
  const root = /"baseUrl":\s*"([^"]{1,500})"/.exec(program)?.[1] ?? '.';
  const own = [...program.matchAll(/"([^"*\n]{1,100})\*":\s*\[\s*"([^"*\n]{1,500})\*"/g)]
    .slice(0, MOST_IMPORTS)
    .map(([, name = '', path = '']) => [name, posix.join(root, path)] as const);
  return [...own, ['@/', source], ['~/', source], ['src/', source]];
}

/** From the declaration of a function to what the file exports next. */
export function cutFunction(program: string, name: string): string {
  const start = program.search(
    new RegExp(`\\b(?:function|const|let)\\s+${name.replaceAll('$', '\\$')}(?![\\w$])`),
  );
  const [own = ''] = start < 0 ? [] : program.slice(start).split(/\n(?=export\b)/);
  return own;
}
