import { findCollection } from './astro-content.ts';
import { explainRoutes, findRoutes } from './astro-routes.ts';
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
  const routes = findRoutes(project, `${source}/pages/`);
  const permalink = Object.fromEntries(
    // Of several for one folder the last counts.
    routes.toReversed().flatMap(({ collection, prefix }) => {
      const found = findCollection(collection, source, project);
      if (found === undefined) return [];
      const inner = found.prefix === '' ? '' : `/${found.prefix}`;
      return [[found.folder, `${prefix}${inner}/:path${endOf(data)}`]];
    }),
  );
  const file = ['mjs', 'ts', 'mts', 'js', 'cjs', 'cts']
    .map((ending) => `astro.config.${ending}`)
    .find((name) => project.text(name) !== undefined);
  const folders = Object.keys(permalink);
  const [only] = Object.values(permalink);
  return {
    settings: {
      site: joinSite(data.site ?? findSite(project.text(file ?? '') ?? '', project), data.base),
      title: constants.SITE_TITLE ?? constants.SITE_NAME ?? site.title ?? site.name,
      description: constants.SITE_DESCRIPTION ?? site.description,
      built: `${project.base}${clean(asText(data.outDir)) ?? 'dist'}`,
      ...(folders.length === 0 ? {} : { articles: folders.length === 1 ? folders[0] : folders }),
      ...(folders.length === 0 ? {} : { permalink: folders.length === 1 ? only : permalink }),
    },
    notes: explainRoutes(routes),
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
  const imported = [...program.matchAll(/^\s*import\s[^'"]*['"]\.\/([^'"]+)['"]/gm)].map(
    ([, path = '']) => path,
  );
  const expression = /\bsite:\s*([^,\n}]+)/.exec(program)?.[1] ?? '';
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
