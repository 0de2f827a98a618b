import { dirname, join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Config, FindTemplate, MarkdownSwitches, ReadValue, SiteFacts } from '../model/index.ts';
import { createEmbedFinder, type FindEmbed } from './embeds.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHugoParameter } from './hugo-params.ts';
import { createHugoSite } from './hugo-site.ts';
import { CONFIGURATIONS } from './jekyll-defaults.ts';
import { readSwitches } from './markdown-switches.ts';
import { type Defaults, foldersAbove, readDefaultsOfData } from './read-defaults.ts';
import { createTemplateFinder } from './site-templates.ts';
import { isMapping, toBoolean, toText } from './values.ts';
import { isGardenNote, isVault, readVault } from './vault.ts';

/** What an article says to the templates in it. */
export interface TemplateFacts {
  readonly readValue?: ReadValue;
  /** The tool must not run template tags in this article. */
  readonly plainBraces?: boolean;
  /** The tool reads the article as MDX, or does not, whatever the ending of its file. */
  readonly isMdx?: boolean;
  /** What the configuration of the tool says of its Markdown. */
  readonly switches?: MarkdownSwitches;
  /** The article is a note of an Obsidian vault. */
  readonly vault?: boolean;
  readonly findEmbed?: FindEmbed;
  readonly findTemplate?: FindTemplate;
  readonly siteFacts?: SiteFacts;
}

/** What Jekyll knows of a page or site besides front matter and configuration. */
const OF_PAGE =
  /^(?:content|excerpt|url|date|id|path|categories|tags|next|previous|slug|collection|ext|name|dir|title|output)$/;
const OF_SITE =
  /^(?:time|pages|posts|related_posts|static_files|html_pages|html_files|collections|categories|tags|documents|github|url|baseurl)$/;
const DATA_FILES = ['yml', 'yaml', 'json', 'toml', 'csv', 'tsv'];

/** The files of a site that hold values, each read once. */
interface DataFiles {
  readonly root: string;
  readonly open: (path: string) => Defaults;
}

/** Makes the reader of what templates of Jekyll and Eleventy print: front matter, configuration and data files. */
export function createTemplateFacts(config: Config): (path: string, data: FrontMatter) => TemplateFacts {
  const known = new Map<string, Defaults>();
  const open = (path: string): Defaults => {
    const defaults = known.get(path) ?? readDefaultsOfData(path, config);
    known.set(path, defaults);
    return defaults;
  };
  const files = { root: config.root, open };
  const vault = isVault(config);
  const notes = readVault(config);
  const switches = readSwitches(config.preset, (name) => open(join(config.root, name)).data);
  const shared = Object.keys(switches).length === 0 ? {} : { switches };
  const templatesOf = createTemplateFinder(config);
  const siteOf = config.preset === 'hugo' ? createHugoSite(config, open) : undefined;
  // Other tools have their own places for files.
  const embedsOf = notes && createEmbedFinder(config, notes.isQuartz);
  return (path, data) => ({
    ...shared,
    vault: vault || isGardenNote(data),
    ...(embedsOf === undefined ? {} : { findEmbed: embedsOf(path) }),
    findTemplate: templatesOf(path),
    ...(siteOf === undefined ? {} : { siteFacts: siteOf(path, data) }),
    ...factsOf(config.preset, files, path, data),
  });
}

function factsOf(
  preset: Config['preset'],
  files: DataFiles,
  path: string,
  data: FrontMatter,
): Pick<TemplateFacts, 'plainBraces' | 'isMdx' | 'readValue'> {
  if (preset === 'jekyll') {
    const plainBraces = toBoolean(data.render_with_liquid) === false;
    return { plainBraces, readValue: (name) => readJekyll(files, splitName(name), path, data) };
  }
  if (preset === 'hexo') return { plainBraces: toBoolean(data.disableNunjucks) === true };
  if (preset === 'hugo') {
    const readFile = (name: string) => files.open(join(files.root, name)).data;
    return { readValue: (name) => readHugoParameter(name, data, readFile) };
  }
  const readOwn: ReadValue = (name) => readFrontMatter(splitName(name), data);
  if (preset === 'docusaurus') return { isMdx: readsMdx(files, path, data), readValue: readOwn };
  if (preset !== 'eleventy') return { readValue: readOwn };
  const engines = toText(data.templateEngineOverride);
  const plainBraces = engines !== undefined && !/liquid|njk|nunjucks|hbs|mustache/.test(engines);
  return { plainBraces, readValue: (name) => readEleventy(files, splitName(name), path, data) };
}

/** `frontmatter.author` of Astro and VitePress, `frontMatter.author` of Docusaurus. */
function readFrontMatter([root = '', ...steps]: readonly string[], data: FrontMatter): unknown {
  return /^front[mM]atter$/.test(root) ? readPath(data, steps) : undefined;
}

const DOCUSAURUS = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `docusaurus.config.${ending}`);

/** Docusaurus reads `.md` as MDX, unless the article or the configuration says otherwise. */
function readsMdx({ root, open }: DataFiles, path: string, { mdx }: FrontMatter): boolean {
  const configured = () =>
    foldersAbove(path, root)
      .toReversed()
      .flatMap((folder) => DOCUSAURUS.map((name) => open(join(folder, name)).data))
      .find((data) => data !== undefined);
  const own = isMapping(mdx) ? toText(mdx.format) : undefined;
  const format = own ?? toText(configured()?.format) ?? 'mdx';
  return format === 'mdx' || (format === 'detect' && path.endsWith('.mdx'));
}

function readJekyll(
  files: DataFiles,
  [root, key = '', ...rest]: readonly string[],
  path: string,
  data: FrontMatter,
): unknown {
  if (root === 'page' && key === 'date' && data.date === undefined)
    return /(?:^|[/\\])(\d{4}-\d\d-\d\d)-[^/\\]*$/.exec(path)?.[1];
  if (root === 'page')
    return Object.hasOwn(data, key) || !OF_PAGE.test(key) ? readPath(data, [key, ...rest]) : undefined;
  if (root === 'jekyll' && key === 'environment') return 'production';
  if (root !== 'site') return undefined;
  const found = findSite(files, path);
  const site = found ?? { folder: files.root, data: {} };
  if (key === 'data') return readData(files, join(site.folder, toText(site.data.data_dir) ?? '_data'), rest);
  if (found === undefined) return undefined;
  return OF_SITE.test(key) || key.startsWith('_') ? undefined : readPath(found.data, [key, ...rest]);
}

/** The configuration of the site that an article belongs to: the nearest above it. */
function findSite(
  { root, open }: DataFiles,
  path: string,
): { readonly folder: string; readonly data: FrontMatter } | undefined {
  for (const folder of foldersAbove(path, root).toReversed()) {
    for (const name of CONFIGURATIONS) {
      const { data } = open(join(folder, name));
      if (data !== undefined) return { folder, data };
    }
  }
  return undefined;
}

function readEleventy(files: DataFiles, steps: readonly string[], path: string, data: FrontMatter): unknown {
  const [first = ''] = steps;
  if (Object.hasOwn(data, first)) return readPath(data, steps);
  for (const folder of foldersAbove(path, files.root)) {
    const value = readData(files, join(folder, '_data'), steps);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** `files.one.url` is `url` of `one` in the data file `files`, which may lie in folders. */
function readData(files: DataFiles, folder: string, [step = '', ...rest]: readonly string[]): unknown {
  const names = new Set(listNames(folder));
  const name = DATA_FILES.map((extension) => `${step}.${extension}`).find((each) => names.has(each));
  if (name !== undefined) {
    const { data, list } = files.open(join(folder, name));
    if (list !== undefined) return rest.length === 0 ? list : undefined;
    return data === undefined ? undefined : readPath(data, rest);
  }
  const inner = join(folder, step);
  const isName = /^[\w-]+$/.test(step) && rest.length > 0 && names.has(step);
  return isName && dirname(inner) === folder ? readData(files, inner, rest) : undefined;
}

/** The steps of `site.data.files["one"].url`. */
function splitName(name: string): readonly string[] {
  return name.replace(/\[["']([^"'\]]*)["']\]/g, '.$1').split('.');
}

/** The value that steps lead to: null where there is none. */
function readPath(data: FrontMatter, steps: readonly string[]): unknown {
  let value: unknown = data;
  for (const step of steps) {
    if (!isMapping(value) || !Object.hasOwn(value, step)) return isMapping(value) ? null : undefined;
    value = value[step];
  }
  return value ?? null;
}
