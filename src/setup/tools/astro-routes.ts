import { posix } from 'node:path';
import type { Project } from './project.ts';

/** A page for each article: `[...slug].astro`, `[id].astro`. Endpoints, such as `[...image].ts`, are no pages. */
const ROUTE = /^\[(?:\.\.\.)?\w+\]\.astro$/;
/** Parameters of pages that list articles. */
const LISTING = /^\[(?:\.\.\.)?(?:page|tag|tags|category|categories|archive|author|year|lang|locale)\]/i;
/** A page that shows the text of an entry. */
const SHOWING = /<Content\b|\brender\(|\.render\(/;

/** More than any page has. */
const MOST_IMPORTS = 50;
const PROGRAMS = ['', '.ts', '.js', '.mjs', '/index.ts', '/index.js'];
/** Folders of a route that stand for the date of an article. */
const DATES: ReadonlySet<string> = new Set(['[year]/', '[month]/', '[day]/']);

export interface Route {
  readonly collection: string;
  /** The path of the route before its parameter, such as `/blog` or `/:year/:month`. */
  readonly prefix: string;
  /** The placeholder of its parameter. Below the date, the name of a file goes without its own. */
  readonly name: ':path' | ':basename';
  /** Whether it surely shows the text of articles. */
  readonly isShowing: boolean;
}

/**
 * The routes that show the articles of one collection, such as `src/pages/blog/[...slug].astro`: of several for one collection those
 * that show texts, the shortest first.
 * @param folder ends with `/`
 */
export function findRoutes(project: Project, folder: string): readonly Route[] {
  const all = listRoutes(project, folder, '', 4);
  const isBest = ({ collection, isShowing }: Route) =>
    isShowing || !all.some((other) => other.collection === collection && other.isShowing);
  return all.filter(isBest).toSorted((a, b) => a.prefix.length - b.prefix.length);
}

function listRoutes(project: Project, folder: string, prefix: string, depth: number): readonly Route[] {
  return project.list(folder).flatMap((name) => {
    if (name.endsWith('/')) {
      const inner = extendPrefix(prefix, name);
      return depth > 0 && inner !== undefined
        ? listRoutes(project, `${folder}${name}`, inner, depth - 1)
        : [];
    }
    if (!ROUTE.test(name) || LISTING.test(name)) return [];
    const page = project.text(`${folder}${name}`) ?? '';
    const isShowing = SHOWING.test(page);
    const own = listCollections(page);
    const named = own.size > 0 || !isShowing ? own : listImported(page, folder, project);
    const [collection, ...others] = named;
    if (collection === undefined || others.length > 0) return [];
    return [{ collection, prefix, name: prefix.includes('/:') ? ':basename' : ':path', isShowing }];
  });
}

/** @returns undefined below a parameter whose value is not known */
function extendPrefix(prefix: string, name: string): string | undefined {
  // A rest parameter, such as the language, may be empty.
  if (name.startsWith('[...')) return prefix;
  if (DATES.has(name)) return `${prefix}/:${name.slice(1, -2)}`;
  return name.startsWith('[') ? undefined : `${prefix}/${name.slice(0, -1)}`;
}

function listCollections(program: string): ReadonlySet<string> {
  const named = program.matchAll(/(?:getCollection\(|CollectionEntry<)\s*['"]([\w-]+)['"]/g);
  return new Set([...named].map(([, each = '']) => each));
}

/** The collections behind the functions that a page imports, such as `getAllPosts` of `@/data/post`. */
function listImported(page: string, folder: string, project: Project): ReadonlySet<string> {
  const source = folder.slice(0, folder.indexOf('pages/'));
  const imports = page.matchAll(
    /\bimport\s*\{([^{}]{0,2000})\}\s*from\s*['"](\.{1,2}\/|[@~]\/|src\/)([^'"]+)['"]/g,
  );
  const found = [...imports].slice(0, MOST_IMPORTS).flatMap(([, names = '', start = '', rest = '']) => {
    const path = posix.normalize((start.startsWith('.') ? folder + start : source) + rest);
    const programs = PROGRAMS.map((end) => project.text(path + end));
    const program = programs.find((text) => text !== undefined) ?? '';
    return (names.match(/[\w$]+/g) ?? [])
      .slice(0, MOST_IMPORTS)
      .flatMap((name) => [...listCollections(cutFunction(program, name))]);
  });
  return new Set(found);
}

/** From the declaration of a function to what the file exports next. */
function cutFunction(program: string, name: string): string {
  const start = program.search(
    new RegExp(`\\b(?:function|const|let)\\s+${name.replaceAll('$', '\\$')}(?![\\w$])`),
  );
  const [own = ''] = start < 0 ? [] : program.slice(start).split(/\n(?=export\b)/);
  return own;
}

/** What there is to say of a collection that several routes show. */
export function explainRoutes(routes: readonly Route[]): readonly string[] {
  const collections = [...new Set(routes.map(({ collection }) => collection))];
  return collections.flatMap((collection) => {
    const paths = routes.filter((route) => route.collection === collection).map(({ prefix }) => `${prefix}/`);
    if (paths.length < 2) return [];
    return [
      `${paths.length} routes show the collection "${collection}" (${paths.join(', ')}); all its articles get URLs of the first. Compare them, or build the site before "init".`,
    ];
  });
}
