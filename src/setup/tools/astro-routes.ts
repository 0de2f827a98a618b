import { posix } from 'node:path';
import { PERMALINK_PLACEHOLDERS } from '../../config/permalink.ts';
import { BLOGS } from './astro-content.ts';
import { cutFunction, listCollections, listImported } from './astro-imports.ts';
import type { Project } from './project.ts';

/** A page for each article: `[...slug].astro`, `[id].astro`. Endpoints, such as `[...image].ts`, are not pages. */
const ROUTE = /^\[(?:\.\.\.)?\w+\]\.astro$/;
/** Parameters of pages that list articles. */
const LISTING =
  /^\[(?:\.\.\.)?(?:page|tag|tags|category|categories|archive|author|year|lang|locale|hash|token)\]/i;
/** A page that shows the text of an entry. */
const SHOWING = /<Content\b|\brender\(|\.render\(/;
/** The paths of a page for each entry name what the entry has; those of lists, years and numbers do not. */
const NAMING = /\.(?:slug|id|data\.\w+)\b|\bprops:\s*\{?\s*(?:post|entry|article|item)\b/;

/** Parts of routes that stand for the language; the second may be empty. */
export const LANGUAGE = '/:language';
export const MAYBE_LANGUAGE = '/:language?';
/** What takes the language off an id. */
const CUTTING = /\.split\(\s*(['"`])\/\1|\.(?:replace|replaceAll|slice|substring|substr)\(/;
/** Folders of a route that stand for the language. */
const LANGUAGES = /^\[(\.{3})?(?:lang|language|locale)\]\/$/;

/** Folders of a route that stand for the date of an article. */
const DATES: ReadonlySet<string> = new Set(['[year]/', '[month]/', '[day]/']);

export interface Route {
  readonly collection: string;
  /** The file of the page. */
  readonly path: string;
  /** The path of the route before its parameter, such as `/blog` or `/:year/:month`. */
  readonly prefix: string;
  /** The placeholder of its parameter. Below the date, the name of a file goes without its own. */
  readonly name: string;
  /** Whether it surely shows the text of articles. */
  readonly isShowing: boolean;
  /** Whether it is a page for each article; else it lists some. */
  readonly isEach: boolean;
  /** Whether the URLs are surely the ids of the entries. */
  readonly isPlain: boolean;
  /** Whether its program takes ids apart, or may do so. */
  readonly isCut: boolean;
  /** Whether that is sure. */
  readonly isSure: boolean;
}

/**
 * The routes that show the articles of one collection, such as `src/pages/blog/[...slug].astro`: of several for one collection those
 * that show texts, the shortest first.
 * @param folder ends with `/`
 */
export function findRoutes(project: Project, folder: string): readonly Route[] {
  const all = listRoutes(project, folder, '', 4);
  const isBest = ({ collection, isShowing, isEach }: Route) =>
    isShowing ||
    !all.some((other) => other.collection === collection && (other.isShowing || (other.isEach && !isEach)));
  return all.filter(isBest).toSorted((a, b) => a.prefix.length - b.prefix.length);
}

function listRoutes(project: Project, folder: string, prefix: string, depth: number): readonly Route[] {
  return project.list(folder).flatMap((name) => {
    if (!name.endsWith('/')) return readRoute(project, folder + name, name, prefix);
    // The page of a folder: `[slug]/index.astro` is `[slug].astro`.
    const own = readRoute(project, `${folder}${name}index.astro`, `${name.slice(0, -1)}.astro`, prefix);
    const inner = extendPrefix(prefix, name);
    return depth > 0 && inner !== undefined
      ? [...own, ...listRoutes(project, `${folder}${name}`, inner, depth - 1)]
      : own;
  });
}

function readRoute(project: Project, path: string, name: string, prefix: string): readonly Route[] {
  if (!ROUTE.test(name) || LISTING.test(name)) return [];
  const page = project.text(path) ?? '';
  const isShowing = SHOWING.test(page);
  const [paths = ''] = cutFunction(page, 'getStaticPaths').split(/\n(?=---)/);
  const own = listCollections(page);
  const named = own.size > 0 || !isShowing ? own : listImported(page, posix.dirname(path), project);
  // A page of several collections shows those of articles as articles.
  const shown =
    named.size > 1 ? [...listCollections(paths)].filter((each) => BLOGS.includes(each)) : [...named];
  const parameter = name.replace(/\W|astro$/g, '');
  const values = listValues(paths, parameter);
  const isId = values.some((value) => showsId(value, paths));
  // Below a part that may be empty, or the language, URLs are not sure.
  const isPlain =
    !/\/\[\.{3}[^/]*\]\/[^/]*\[|:language/.test(`${path}${prefix}`) && (values.length === 0 || isId);
  const placeholder = /\/:(?!language)/.test(prefix) ? ':basename' : (values.flatMap(findKey)[0] ?? ':path');
  const isEach = isShowing || paths === '' || NAMING.test(paths);
  return shown.map((collection) => ({
    collection,
    path,
    prefix,
    name: placeholder,
    isShowing,
    isEach,
    isPlain,
    isCut: !isId,
    isSure: isId || CUTTING.test(paths),
  }));
}

/** What a parameter of a route is set to. */
function listValues(paths: string, parameter: string): readonly string[] {
  const values = paths.matchAll(new RegExp(`\\b${parameter}\\s*[:=](?!=)\\s*([^,;}\\n]{0,300})`, 'g'));
  return [...values].map(([, value = '']) => value.trim());
}

/** Whether a value is the id of an entry, or a key that the entry may have in its place; not of what a function made of an entry. */
function showsId(value: string, paths: string): boolean {
  const path = /^(\w+)!?\.(?:data\.[a-z_]+\s*(?:\|\||\?\?)\s*\w+!?\.)?(?:id|slug|data\.slug)$/.exec(value);
  // `const info = describe(post.id)`, and not `const post = Astro.props`.
  const made = new RegExp(`\\b(?:const|let)\\s+${path?.[1]}\\s*=\\s*(?:await\\s+)?[\\w.]+\\(`);
  return path !== null && !made.test(paths);
}

/** `post.data.permalink || post.id`: the key of an article that is its path, as a placeholder. */
function findKey(value: string): readonly string[] {
  const key = /^\w+!?\.data\.([a-z]+(?:_[a-z]+)*)\s*(?:\|\||\?\?)/.exec(value)?.[1];
  return key === undefined || key === 'slug' || PERMALINK_PLACEHOLDERS.includes(key) ? [] : [`:${key}`];
}

/** @returns undefined below a parameter whose value is not known */
function extendPrefix(prefix: string, name: string): string | undefined {
  const language = LANGUAGES.exec(name);
  if (language) return `${prefix}${language[1] === undefined ? LANGUAGE : MAYBE_LANGUAGE}`;
  // A rest parameter may be empty.
  if (name.startsWith('[...')) return prefix;
  if (DATES.has(name)) return `${prefix}/:${name.slice(1, -2)}`;
  return name.startsWith('[') ? undefined : `${prefix}/${name.slice(0, -1)}`;
}

/** What there is to say of the routes of collections: lists alone, programs that make URLs, several routes. */
export function explainRoutes(routes: readonly Route[]): readonly string[] {
  const collections = [...new Set(routes.map(({ collection }) => collection))];
  const lists = routes
    .filter(({ isEach }) => !isEach)
    .map(
      ({ path, collection }) =>
        `found no page for each article of the collection "${collection}", only lists ("${path}"), so it is left out. If it has pages, add its folder to "articles".`,
    );
  const made = routes
    .filter(({ isEach, isPlain }) => isEach && !isPlain)
    .map(
      ({ path, collection }) =>
        `"${path}" makes the URLs of the collection "${collection}" in code, which feedwright doesn't run. Compare them with your site, or build the site before "init".`,
    );
  const several = collections.flatMap((collection) => {
    const paths = routes
      .filter((route) => route.isEach && route.collection === collection)
      .map(({ prefix }) => `${prefix}/`);
    if (paths.length < 2) return [];
    return [
      `${paths.length} routes show the collection "${collection}" (${paths.join(', ')}); its articles get the URLs of the first. Compare them with your site, or build the site before "init".`,
    ];
  });
  return [...lists, ...made, ...several];
}
