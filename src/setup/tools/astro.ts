import { findOnlyUrl } from '../literals.ts';
import { readAstroAddresses } from './astro-addresses.ts';
import { excludeByPattern, explainUnderscores } from './astro-content.ts';
import { readLocales } from './astro-languages.ts';
import { readSiteWords } from './astro-words.ts';
import { asData, asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';

/** The literal values of an Astro configuration, and the pages that show the articles. */
export function readAstro(data: Data, project: Project): ToolWords {
  const clean = (text: string | undefined) => text?.replace(/^\.\/|\/+$/g, '');
  const source = clean(asText(data.srcDir)) ?? 'src';
  const { permalink, articles, languages, notes } = readAstroAddresses(data, source, project);
  const excluded = excludeByPattern(articles, source, project);
  const file = ['mjs', 'ts', 'mts', 'js', 'cjs', 'cts']
    .map((ending) => `astro.config.${ending}`)
    .find((name) => project.text(name) !== undefined);
  return {
    settings: {
      site: joinSite(data.site ?? findSite(project.text(file ?? '') ?? '', project), data.base),
      ...readSiteWords(source, project),
      language: readLocales(data).main,
      built: findBuilt(clean(asText(data.outDir)) ?? 'dist', project),
      ...(articles.length === 0 ? {} : { articles: articles.length === 1 ? articles[0] : articles }),
      ...(permalink === undefined ? {} : { permalink }),
      ...(languages === undefined ? {} : { languages }),
      ...(excluded.length === 0 ? {} : { exclude: excluded }),
    },
    basePath: asText(data.base),
    notes: [...notes, ...explainUnderscores(articles, source, project)],
  };
}

/** Where the pages are: beside the program of a server they have a folder of their own. */
function findBuilt(folder: string, project: Project): string {
  const has = (name: string) =>
    project
      .list(name)
      .some((each) => /^(?:index\.html|sitemap-index\.xml|[a-z]{2}(?:-\w{2,4})?\/)$/.test(each));
  const pages = !has(`${folder}/`) && has(`${folder}/client/`) ? `${folder}/client` : folder;
  return `${project.base}${pages}`;
}

/** More than any configuration has. */
const MOST_IMPORTS = 50;

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
  return findOnlyUrl(program, 'site');
}
