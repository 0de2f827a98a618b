import { toList } from '../../text/data.ts';
import { findOnlyUrl, listTexts, readLiterals } from '../literals.ts';
import { asData, asText, type Data, joinSite, type Project, readLimit, type ToolWords } from './project.ts';

const CONFIGURATIONS = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map(
  (ending) => `docusaurus.config.${ending}`,
);

/** The literal values of a Docusaurus configuration. */
export function readDocusaurus(data: Data, project: Project): ToolWords {
  const program = CONFIGURATIONS.map(project.text).find((text) => text !== undefined) ?? '';
  const preset = { ...asData(data.blog), ...asData(asData(data.presets).blog) };
  const others = listBlogs(program);
  const isOff = /\bblog:\s*false\b/.test(program);
  const blogs = [...(isOff && others.length > 0 ? [] : [preset]), ...others];
  const end = data.trailingSlash === true ? '/' : '';
  const rules = blogs.map((blog) => [folderOf(blog), templateOf(blog, end)] as const);
  const { articles, permalink } = joinRules(rules, project);
  const exclude = listExcluded(blogs, project);
  return {
    settings: {
      site: joinSite(data.url ?? findOnlyUrl(program, 'url'), data.baseUrl),
      title: data.title,
      description: data.tagline,
      language: asData(data.i18n).defaultLocale,
      limit: readLimit(asData(preset.feedOptions).limit),
      built: `${project.base}build`,
      ...(exclude.length > 0 ? { exclude } : {}),
      ...articles,
      ...permalink,
      ...(data.trailingSlash === false ? { slugs: ['no-end-slash'] } : {}),
    },
    basePath: asText(data.baseUrl),
    notes: explainTranslations(program, project),
  };
}

/** The options of the blogs beside that of the preset, each of which has the plugin of its own. */
function listBlogs(program: string): readonly Data[] {
  const starts = program.matchAll(/plugin-content-blog['"`]\)?\s*,\s*(?:\/\*[^*]{0,200}\*\/\s*)?\{/g);
  return [...starts].slice(0, MOST_BLOGS).map(({ index }) => {
    const rest = program.slice(program.indexOf('{', index));
    return asData(readLiterals(`const blog = ${cutBraces(rest)}`).blog);
  });
}

/** More than any site has. */
const MOST_BLOGS = 50;

/** A program up to the brace that closes its first one. */
function cutBraces(program: string): string {
  let depth = 0;
  for (const { 0: token, index } of program.matchAll(/'[^'\n]*'|"[^"\n]*"|[{}]/g)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (depth === 0 && token === '}') return program.slice(0, index + 1);
  }
  return program;
}

function folderOf(blog: Data): string {
  return asText(blog.path)?.replace(/^\.\/|\/+$/g, '') ?? 'blog';
}

/** The files that blogs leave out: of one as it names them, of several below the folder of each. */
function listExcluded(blogs: readonly Data[], project: Project): readonly string[] {
  const there = blogs.filter((blog) => project.list(`${folderOf(blog)}/`).length > 0);
  return there.flatMap((blog) =>
    toList(blog.exclude).flatMap((pattern) => {
      const own = asText(pattern);
      if (own === undefined) return [];
      return [there.length === 1 ? own : `/${project.base}${folderOf(blog)}/${own}`];
    }),
  );
}

function templateOf(blog: Data, end: string): string {
  const route = (asText(blog.routeBasePath) ?? 'blog').replace(/^\/+|\/+$/g, '');
  return `${route === '' ? '' : `/${route}`}/:year/:month/:day/:slug${end}`;
}

/** The usual folder and URL are those of the preset here, and need not be said. */
function joinRules(rules: readonly (readonly [folder: string, template: string])[], project: Project) {
  const there = rules.filter(([folder]) => project.list(`${folder}/`).length > 0);
  const [[folder, template] = ['blog', ''] as const, ...others] = there.length > 0 ? there : rules;
  if (others.length === 0)
    return {
      articles: folder === 'blog' ? {} : { articles: project.base + folder },
      permalink: template === '/blog/:year/:month/:day/:slug' ? {} : { permalink: template },
    };
  const named = there.map(([each, rule]) => [project.base + each, rule] as const);
  return {
    articles: { articles: named.map(([each]) => each) },
    permalink: { permalink: Object.fromEntries(named) },
  };
}

/** Translations of articles are pages of their own, below the language. */
function explainTranslations(program: string, project: Project): readonly string[] {
  const languages = /\blocales\b/.test(program) ? listTexts(program, 'locales') : [];
  const folders = languages.flatMap((language) => {
    const path = `i18n/${language}/docusaurus-plugin-content-blog/`;
    return project.list(path).some((name) => /\/$|\.mdx?$/.test(name)) ? [project.base + path] : [];
  });
  if (folders.length === 0) return [];
  return [
    `articles that are translated (${folders.join(', ')}) are left out. To publish them, add these folders to "articles", and the URLs of each to "permalink".`,
  ];
}
