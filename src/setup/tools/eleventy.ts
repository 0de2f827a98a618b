import { posix } from 'node:path';
import { PRESETS } from '../../config/presets.ts';
import { toList } from '../../text/data.ts';
import { readLiterals } from '../literals.ts';
import { chooseFolders, findUsual, placeOf } from './eleventy-collections.ts';
import { readFolders } from './eleventy-folders.ts';
import { excludeIgnored, readIgnoreLines } from './ignored-files.ts';
import { asData, asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';
import { readShow } from './show.ts';

/** Files of global data that themes keep the name of the site in. */
const NAMES = ['metadata', 'site', 'meta', 'config', 'podcast'];
const METADATA = NAMES.flatMap((name) =>
  ['json', 'yaml', 'yml', 'js', 'cjs', 'mjs'].map((ending) => `${name}.${ending}`),
);

/** The literal values of an Eleventy configuration, the command line in package.json, and the global data. */
export function readEleventy(main: Data, project: Project): ToolWords {
  const program = CONFIGURATIONS.map((name) => project.text(name)).find(Boolean) ?? '';
  const globals = readGlobals(program);
  const { folders, isTop, pathPrefix, notes } = readFolders(main, program, project);
  const { input, output, data: dataFolder } = folders;
  const below = input === '' ? '' : `${input}/`;
  const found = METADATA.map((name) => project.read(`${below}${dataFolder}/${name}`)).find(Boolean) ?? {};
  const shared = NAMES.map((name) => asData(globals[name])).find((data) => 'url' in data || 'title' in data);
  const metadata = { ...shared, ...found, ...asData(found.default) };
  const author = asData(metadata.author);
  const show = project.read(`${below}${dataFolder}/podcast.json`);
  const episodes = show && project.list(`${below}episode-posts/`).length > 0;
  const places = episodes
    ? { articles: placeOf(project, `${below}episode-posts`) }
    : chooseFolders(project, below);
  const home = placeSite(metadata.url ?? metadata.baseUrl ?? metadata.siteUrl, pathPrefix, (path) =>
    toList(places.articles ?? findUsual(project)).some((folder) =>
      `${folder}/`.startsWith(placeOf(project, below + path)),
    ),
  );
  return {
    settings: {
      site: home.site,
      title: metadata.title ?? metadata.name,
      description: metadata.description,
      language: metadata.language ?? metadata.lang,
      author: author.name ?? asText(metadata.author),
      built: placeOf(project, output),
      ...nameSource(placeOf(project, input), isTop, toList(places.articles ?? findUsual(project))),
      ...(show ? readShow({ podcast: show }) : {}),
      ...places,
      ...excludeTemplates(
        program,
        below,
        toList(places.articles ?? findUsual(project) ?? placeOf(project, below)),
        project,
      ),
      ...nameStems(program, places.articles ?? findUsual(project) ?? '.', placeOf(project, below)),
    },
    basePath: pathPrefix,
    notes: [...notes, ...home.notes, ...explainLayouts(project, below)],
  };
}

/** Where URLs begin: without a word, folders such as `content/` would be taken for the input. */
function nameSource(input: string, isTop: boolean, articles: readonly unknown[]) {
  if (input !== '') return { source: input };
  const isBelow = articles.some((folder) =>
    PRESETS.eleventy.contentRoots.some((root) => `${folder}/`.startsWith(`${root}/`)),
  );
  return isTop && isBelow ? { source: '.' } : {};
}

const MOST_IGNORED = 100;

/** What `.eleventyignore` and `ignores.add("…")` say is no template. */
function excludeTemplates(program: string, input: string, folders: readonly unknown[], project: Project) {
  const articles = folders.map((each) => `${posix.relative(project.base, String(each))}/`);
  const added = [...program.matchAll(/\.ignores\.add\(\s*["'`]([^"'`\n$]{1,500})["'`]\s*\)/g)].map(
    ([, path]) => path,
  );
  const files = ['.eleventyignore', ...(input === '' ? [] : [`${input}.eleventyignore`])];
  const exclude = files.flatMap((file, index) => {
    const lines = [...readIgnoreLines(project.text(file)), ...(index === 0 ? added : [])];
    const folder = index === 0 ? '' : input;
    return excludeIgnored(lines.slice(0, MOST_IGNORED), { folder, articles }, project);
  });
  return exclude.length === 0 ? {} : { exclude };
}

const LAYOUT_FOLDERS = ['_includes/', '_layouts/', '_includes/layouts/'];
const PERMALINK_OF_LAYOUT = /^---[^\n]*\n(?:(?!---).*\n)*?permalink:/;

/** What a layout says of the URLs of all articles that have it. */
function explainLayouts(project: Project, input: string): readonly string[] {
  const layouts = LAYOUT_FOLDERS.flatMap((folder) =>
    project.list(input + folder).flatMap((name) => (name.endsWith('/') ? [] : input + folder + name)),
  );
  return layouts
    .filter((path) => PERMALINK_OF_LAYOUT.test((project.text(path) ?? '').slice(0, 4000)))
    .map(
      (path) =>
        `feedwright does not read "permalink" in the layout "${project.base}${path}". If your articles have this layout, set "permalink" in feedwright.yaml.`,
    );
}

const CONFIGURATIONS = [
  '.eleventy.js',
  ...['js', 'mjs', 'cjs', 'ts', 'mts'].map((ending) => `eleventy.config.${ending}`),
];

/** The literal values that a configuration gives to all templates. */
function readGlobals(program: string): Data {
  return readLiterals(program.replace(/\b\w+\.addGlobalData\(\s*["'](\w+)["']\s*,\s*/g, '($1 = '));
}

/** The permalink for all templates that Eleventy's documentation gives for URLs without a slash at their end. */
function nameStems(
  program: string,
  articles: string | readonly string[],
  input: string,
): { readonly permalink?: string | Readonly<Record<string, string>> } {
  const given = /\.addGlobalData\(\s*["']permalink["']\s*,([\s\S]{0,200})/.exec(program)?.[1] ?? '';
  if (!/filePathStem\s*\}\}?\.(?:html|\$?\{+[^}]*outputFileExtension)/.test(given)) return {};
  const templateOf = (folder: string) => {
    const below = `${folder}/`.startsWith(input) ? `${folder}/`.slice(input.length) : '';
    return `/${below.replace(/^\.\//, '')}:stem.html`;
  };
  if (typeof articles === 'string') return { permalink: templateOf(articles) };
  return { permalink: Object.fromEntries(articles.map((folder) => [folder, templateOf(folder)])) };
}

/**
 * The site is below its prefix, unless its URL says that already. A URL with a path that the articles have anyway, as in
 * `https://you.example/blog` with `content/blog/`, is that of the page that lists them: Eleventy has no other way below a path than a prefix.
 * @param isOfArticles whether articles are below such a path
 */
function placeSite(
  url: unknown,
  prefix: string | undefined,
  isOfArticles: (path: string) => boolean,
): { readonly site?: string | undefined; readonly notes: readonly string[] } {
  const text = asText(url)?.replace(/\/+$/, '');
  // That of a preview is no one's.
  if (text === undefined || !/^https?:\/\/(?!localhost\b)/.test(text)) return { notes: [] };
  const path = (prefix ?? '').replace(/^\/+|\/+$/g, '');
  if (path !== '') return { site: joinSite(text, text.endsWith(`/${path}`) ? undefined : path), notes: [] };
  const own = URL.canParse(text) ? `${new URL(text).pathname.slice(1)}/` : '/';
  if (own === '/' || !isOfArticles(own)) return { site: joinSite(text, undefined), notes: [] };
  const site = new URL('/', text).href;
  const note = `took ${site} as the site, because the articles are below "/${own}" in it. If your host has the whole site below that path, add the path to "site".`;
  return { site, notes: [note] };
}
