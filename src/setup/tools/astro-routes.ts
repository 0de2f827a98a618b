import type { Project } from './project.ts';

/** A page for each article: `[...slug].astro`, `[id].astro`. Endpoints, such as `[...image].ts`, are no pages. */
const ROUTE = /^\[(?:\.\.\.)?\w+\]\.astro$/;
/** Parameters of pages that list articles. */
const LISTING = /^\[(?:\.\.\.)?(?:page|tag|tags|category|categories|archive|author|year|lang|locale)\]/i;
/** A page that shows the text of an entry. */
const SHOWING = /<Content\b|\brender\(|\.render\(/;

export interface Route {
  readonly collection: string;
  /** The path of the route before its parameter, such as `/blog`. */
  readonly prefix: string;
  /** Whether it surely shows the text of articles. */
  readonly isShowing: boolean;
}

/**
 * The routes that show the articles of one collection, such as `src/pages/blog/[...slug].astro`: of several for one collection those
 * that show texts, the shortest first.
 * @param folder ends with `/`
 */
export function findRoutes(project: Project, folder: string): readonly Route[] {
  const all = listRoutes(project, folder, '', 3);
  const isBest = ({ collection, isShowing }: Route) =>
    isShowing || !all.some((other) => other.collection === collection && other.isShowing);
  return all.filter(isBest).toSorted((a, b) => a.prefix.length - b.prefix.length);
}

function listRoutes(project: Project, folder: string, prefix: string, depth: number): readonly Route[] {
  return project.list(folder).flatMap((name) => {
    if (name.endsWith('/')) {
      // A rest parameter, such as the language, may be empty.
      const inner = name.startsWith('[...') ? prefix : `${prefix}/${name.slice(0, -1)}`;
      const isKnown = !name.startsWith('[') || name.startsWith('[...');
      return depth > 0 && isKnown ? listRoutes(project, `${folder}${name}`, inner, depth - 1) : [];
    }
    if (!ROUTE.test(name) || LISTING.test(name)) return [];
    const page = project.text(`${folder}${name}`) ?? '';
    const named = page.matchAll(/(?:getCollection\(|CollectionEntry<)\s*['"]([\w-]+)['"]/g);
    const [collection, ...others] = new Set([...named].map(([, each]) => each));
    if (collection === undefined || others.length > 0) return [];
    return [{ collection, prefix, isShowing: SHOWING.test(page) }];
  });
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
