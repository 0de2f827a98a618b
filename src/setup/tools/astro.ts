import { BLOGS, explainUnderscores, findCollection, hasStarlight, listCollections } from './astro-content.ts';
import { explainRoutes, findRoutes, type Route } from './astro-routes.ts';
import { asData, asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';

/** The literal values of an Astro configuration, and the pages that show the articles. */
export function readAstro(data: Data, project: Project): ToolWords {
  const clean = (text: string | undefined) => text?.replace(/^\.\/|\/+$/g, '');
  const source = clean(asText(data.srcDir)) ?? 'src';
  const names = ['consts.ts', 'consts.js', 'config.ts', 'site.config.ts', 'data/site.ts', 'constants.ts'];
  const constants = Object.assign(
    {},
    ...names.map((name) => project.read(`${source}/${name}`) ?? {}).toReversed(),
  );
  const site = asData(constants.SITE);
  const { permalink, articles, notes } = readAddresses(data, source, project);
  const file = ['mjs', 'ts', 'mts', 'js', 'cjs', 'cts']
    .map((ending) => `astro.config.${ending}`)
    .find((name) => project.text(name) !== undefined);
  return {
    settings: {
      site: joinSite(data.site ?? findSite(project.text(file ?? '') ?? '', project), data.base),
      title: constants.SITE_TITLE ?? constants.SITE_NAME ?? site.title ?? site.name,
      description: constants.SITE_DESCRIPTION ?? site.description ?? site.desc,
      built: findBuilt(clean(asText(data.outDir)) ?? 'dist', project),
      ...(articles.length === 0 ? {} : { articles: articles.length === 1 ? articles[0] : articles }),
      ...(permalink === undefined ? {} : { permalink }),
    },
    basePath: asText(data.base),
    notes: [...notes, ...explainUnderscores(articles, source, project)],
  };
}

/** Where the pages are: beside the program of a server they have a folder of their own. */
function findBuilt(folder: string, project: Project): string {
  const has = (name: string) => project.list(name).includes('index.html');
  const pages = !has(`${folder}/`) && has(`${folder}/client/`) ? `${folder}/client` : folder;
  return `${project.base}${pages}`;
}

/** More than any configuration has. */
const MOST_IMPORTS = 50;

interface Addresses {
  readonly articles: readonly string[];
  readonly permalink?: unknown;
  readonly notes: readonly string[];
}

/** The folders that pages show, and the URLs that they give. */
function readAddresses(data: Data, source: string, project: Project): Addresses {
  const routes = findRoutes(project, `${source}/pages/`);
  const rules = Object.fromEntries(
    // Of several for one folder the last counts.
    routes.toReversed().flatMap(({ collection, prefix, name, isEach }) => {
      const found = findCollection(collection, source, project);
      if (found === undefined || !isEach) return [];
      const inner = found.prefix === '' ? '' : `/${found.prefix}`;
      return [[project.base + found.folder, `${prefix}${inner}/${name}${endOf(data)}`]];
    }),
  );
  const shown = Object.keys(rules);
  // What is in the folder of another collection is read with that, and has its path below that.
  const outerOf = (folder: string) => shown.find((other) => folder.startsWith(`${other}/`));
  const outer = shown.filter((folder) => outerOf(folder) === undefined);
  const permalink = Object.fromEntries(
    Object.entries(rules).map(([folder, template]) => {
      const inner = folder.slice(outerOf(folder)?.length ?? folder.length);
      return [folder, template.replace(`${inner}/:path`, '/:path')];
    }),
  );
  if (shown.length > 0)
    return {
      articles: outer,
      permalink: shown.length === 1 ? Object.values(permalink)[0] : permalink,
      notes: [...explainRoutes(routes), ...explainIds(routes, source, project)],
    };
  if (hasStarlight(source, project))
    return {
      articles: [`${project.base}${source}/content/docs`],
      permalink: `/:path${endOf(data)}`,
      notes: [],
    };
  return guessAddresses(data, source, project);
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
  const found = usual[0] ?? (collections.length === 1 ? collections[0] : undefined);
  if (isInPages || found === undefined) return { articles: [], notes: [] };
  const folder = project.base + found.folder;
  return {
    articles: [folder],
    permalink: `/:path${endOf(data)}`,
    notes: [
      `it doesn't say which URLs the articles in "${folder}" have, so feedwright guesses them. Build the site before "init", or set "permalink".`,
    ],
  };
}

function endOf(data: Data): string {
  if (asData(data.build).format === 'file') return '.html';
  return data.trailingSlash === 'never' ? '' : '/';
}

/**
 * The site, where the configuration takes it from a file beside it: the value of the name after `site:`, which is looked for among the
 * constants.
 */
function findSite(program: string, project: Project): unknown {
  const imports = program.matchAll(/^[ \t]*import\s[^'"]{0,500}['"]\.\/([^'"]+)['"]/gm);
  const imported = [...new Set([...imports].map(([, path = '']) => path))].slice(0, MOST_IMPORTS);
  const expression = /\bsite:\s*([^,\n}]{1,500})/.exec(program)?.[1] ?? '';
  const paths = (expression.match(/[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/g) ?? []).map((path) =>
    path.split('.'),
  );
  for (const file of imported) {
    const constants = ['', '.ts', '.js', '.mjs'].map((ending) => project.read(file + ending)).find(Boolean);
    for (const path of paths)
      for (let from = 0; from < path.length; from++) {
        const value = path.slice(from).reduce<unknown>((data, key) => asData(data)[key], constants);
        if (typeof value === 'string' && URL.canParse(value)) return value;
      }
  }
  return undefined;
}
