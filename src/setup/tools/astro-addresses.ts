import { posix } from 'node:path';
import type { TemplateByKey } from '../../config/settings.ts';
import { BLOGS, findCollection, hasStarlight, listCollections } from './astro-content.ts';
import { readLocales, spreadLanguages } from './astro-languages.ts';
import { explainRoutes, findRoutes, MAYBE_LANGUAGE, type Route } from './astro-routes.ts';
import { asData, type Data, explainLanguages, type Project } from './project.ts';

interface Addresses {
  readonly articles: readonly string[];
  readonly permalink?: string | TemplateByKey | undefined;
  readonly languages?: readonly string[];
  readonly notes: readonly string[];
}

/** The folders that pages show, and the URLs that they give. */
export function readAstroAddresses(data: Data, source: string, project: Project): Addresses {
  const routes = findRoutes(project, `${source}/pages/`);
  const collections = [...new Set(routes.filter(({ isEach }) => isEach).map(({ collection }) => collection))];
  const found = collections.flatMap((name) => readCollection(name, routes, data, source, project) ?? []);
  const shown = found.filter(({ folder }, i) => found.findIndex((other) => other.folder === folder) === i);
  // What is in the folder of another collection is read with that, and has its path below that.
  const outerOf = ({ folder }: Shown) => shown.find((other) => folder.startsWith(`${other.folder}/`));
  const outer = shown.filter((each) => outerOf(each) === undefined);
  const placed = shown.map((each) => {
    const inner = each.folder.slice(outerOf(each)?.folder.length ?? each.folder.length);
    return { ...each, template: each.template.replace(`${inner}/:path`, '/:path') };
  });
  if (shown.length > 0) {
    const languages = [...new Set(shown.flatMap((each) => each.languages))];
    const open = routes.filter(
      ({ collection, isSure }) =>
        !(isSure && shown.some(({ name, languages: own }) => name === collection && own.length > 0)),
    );
    return {
      articles: outer.map(({ folder }) => folder),
      permalink: namePermalinks(placed),
      ...(languages.length === 0 ? {} : { languages }),
      notes: [...explainRoutes(open), ...explainIds(routes, source, project), ...explainLanguages(languages)],
    };
  }
  if (hasStarlight(source, project)) return readStarlight(`${source}/content/docs`, data, project);
  return guessAddresses(data, source, project);
}

/** All pages of Starlight, or the articles of its plugin for a blog, in each language. */
function readStarlight(folder: string, data: Data, project: Project): Addresses {
  const names = project.list(`${folder}/`);
  const languages = names.filter((name) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*\/$/i.test(name));
  const prefixes = listBlogPrefixes(project);
  const blogs = prefixes
    .flatMap((prefix) => ['', ...languages].map((top) => top + prefix))
    .filter((blog) => project.list(`${folder}/${blog}/`).length > 0);
  const end = endOf(data);
  if (blogs.length === 0) return { articles: [project.base + folder], permalink: `/:path${end}`, notes: [] };
  const templates = blogs.map(
    (blog) => [`${project.base}${folder}/${blog}`, `/${blog}/:path${end}`] as const,
  );
  return {
    articles: templates.map(([articles]) => articles),
    permalink: templates.length === 1 ? templates[0]?.[1] : Object.fromEntries(templates),
    notes: [],
  };
}

/** Where the plugin "starlight-blog" has its articles: each of its blogs has a folder. */
function listBlogPrefixes(project: Project): readonly string[] {
  const program = ['mjs', 'ts', 'mts', 'js', 'cjs', 'cts']
    .map((ending) => project.text(`astro.config.${ending}`))
    .find((text) => text !== undefined);
  if (program === undefined || !/['"]starlight-blog['"]/.test(program)) return [];
  const [, ...calls] = program.split(/\bstarlightBlog\(/);
  return calls.map((options) => /^[^()]{0,5000}?\bprefix:\s*['"]([\w/-]+)['"]/.exec(options)?.[1] ?? 'blog');
}

/** A collection that routes show. */
interface Shown {
  readonly name: string;
  /** Relative to where `init` runs. */
  readonly folder: string;
  readonly template: string;
  /** Empty where its URLs don't depend on the language. */
  readonly languages: readonly string[];
  /** The templates of languages that have another. */
  readonly others: Readonly<Record<string, string>>;
}

function readCollection(
  name: string,
  all: readonly Route[],
  data: Data,
  source: string,
  project: Project,
): Shown | undefined {
  const found = findCollection(name, source, project);
  const routes = all.filter(({ collection, isEach }) => collection === name && isEach);
  const [first] = routes;
  if (found === undefined || first === undefined) return undefined;
  const spread = spreadLanguages(found, routes, readLocales(data), project);
  const inner = found.prefix === '' ? '' : `/${found.prefix}`;
  const plain = `${first.prefix.replace(MAYBE_LANGUAGE, '')}${inner}/${first.name}`;
  const end = endOf(data);
  const others = Object.entries(spread?.others ?? {}).map(
    ([tag, template]) => [tag, template + end] as const,
  );
  return {
    name,
    folder: project.base + found.folder,
    template: (spread?.template ?? plain) + end,
    languages: spread?.languages ?? [],
    others: Object.fromEntries(others),
  };
}

/** One template, or one for each folder, and for each language the folders that differ there. */
function namePermalinks(shown: readonly Shown[]): string | TemplateByKey | undefined {
  const [only] = shown;
  const tags = [...new Set(shown.flatMap(({ others }) => Object.keys(others)))];
  if (shown.length === 1 && only !== undefined)
    return tags.length === 0 ? only.template : { default: only.template, ...only.others };
  const ofLanguage = (tag: string) =>
    shown.flatMap(({ folder, others: { [tag]: template } }) =>
      template === undefined ? [] : [[folder, template]],
    );
  return {
    ...Object.fromEntries(shown.map(({ folder, template }) => [folder, template])),
    ...Object.fromEntries(tags.map((tag) => [tag, Object.fromEntries(ofLanguage(tag))])),
  };
}

/** Ids that a program makes are parts of URLs that no one knows before the site is built. */
function explainIds(routes: readonly Route[], source: string, project: Project): readonly string[] {
  const names = [...new Set(routes.filter(({ isEach }) => isEach).map(({ collection }) => collection))];
  return names
    .filter((name) => findCollection(name, source, project)?.hasOwnIds)
    .map(
      (name) =>
        `"generateId" makes the IDs of the collection "${name}", and so its URLs, in code, which feedwright doesn't run. Compare the URLs with your site, or build the site before "init".`,
    );
}

/** Where programs make the URLs, nothing but the folders is known. */
function guessAddresses(data: Data, source: string, project: Project): Addresses {
  const pages = `${source}/pages/`;
  const isInPages = ['blog/', 'posts/'].some((name) =>
    project.list(pages + name).some((file) => /\.mdx?$/.test(file)),
  );
  const collections = listCollections(source, project);
  const usual = BLOGS.flatMap((name) => collections.find(({ folder }) => folder.endsWith(`/${name}`)) ?? []);
  // Themes and old sites do without a configuration of the collections.
  const beside = BLOGS.flatMap((name) => findCollection(name, source, project) ?? []);
  const found = usual[0] ?? (collections.length === 1 ? collections[0] : beside[0]);
  if (isInPages || found === undefined) return { articles: [], notes: [] };
  const folder = project.base + found.folder;
  return {
    articles: [folder],
    permalink: `/${guessPrefix(pages, posix.basename(folder), project)}:path${endOf(data)}`,
    notes: [
      `it doesn't say which URLs the articles in "${folder}" have, so feedwright guesses them. Build the site before "init", or set "permalink".`,
    ],
  };
}

/** Articles are most likely below the folder that has a page for each of something, or at the top if that has one. */
function guessPrefix(pages: string, name: string, project: Project): string {
  const hasEach = (folder: string) => project.list(folder).some((file) => EACH.test(file));
  const below = [name, ...BLOGS].find((each) => hasEach(`${pages}${each}/`));
  if (below !== undefined) return `${below}/`;
  return hasEach(pages) ? '' : `${name}/`;
}

/** A page for each of something that is no language. */
const EACH = /^\[(?!(?:\.\.\.)?(?:lang|locale)\])[\w.]+\](?:\.astro$|\/$)/;

function endOf(data: Data): string {
  if (asData(data.build).format === 'file') return '.html';
  return data.trailingSlash === 'never' ? '' : '/';
}
