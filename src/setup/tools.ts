import type { Preset } from '../model/index.ts';

type Data = Readonly<Record<string, unknown>>;

/** What the configuration of another tool says, in our words; nothing in it has been checked yet. */
export type ToolWords = Readonly<
  Partial<
    Record<'site' | 'title' | 'description' | 'language' | 'timeZone' | 'permalink' | 'author', unknown>
  >
>;

/** A file that gives a tool away. */
export interface ToolFile {
  readonly names: readonly string[];
  readonly preset: Preset;
  /** What it says; missing for files that are program code, which is never run. */
  readonly read?: (data: Data) => ToolWords;
  /** Whether the file is this tool's, where two have one of the same name. */
  readonly isOwn?: (data: Data) => boolean;
}

const script = (name: string): readonly string[] =>
  ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `${name}.${ending}`);

/** The first that is there counts. */
export const TOOL_FILES: readonly ToolFile[] = [
  {
    names: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config/_default/hugo.toml'],
    preset: 'hugo',
    read: readHugo,
  },
  {
    names: ['zola.toml', 'config.toml'],
    preset: 'zola',
    read: readZola,
    isOwn: (data) => 'base_url' in data,
  },
  {
    names: ['config.toml', 'config.yaml', 'config.yml', 'config.json', 'config/_default/config.toml'],
    preset: 'hugo',
    read: readHugo,
    isOwn: (data) => keyOf(data, 'baseurl') !== undefined,
  },
  {
    names: ['_config.yml'],
    preset: 'hexo',
    read: readHexo,
    isOwn: (data) => 'source_dir' in data || 'public_dir' in data || 'new_post_name' in data,
  },
  { names: ['_config.yml', '_config.yaml', '_config.toml'], preset: 'jekyll', read: readJekyll },
  { names: ['.eleventy.js', ...script('eleventy.config')], preset: 'eleventy' },
  { names: script('astro.config'), preset: 'astro' },
  { names: [...script('docusaurus.config'), ...script('website/docusaurus.config')], preset: 'docusaurus' },
];

function readJekyll(data: Data): ToolWords {
  const { url, baseurl = '', title, name, description, lang, locale, timezone, permalink, author } = data;
  return {
    site: typeof url === 'string' && typeof baseurl === 'string' ? url + baseurl : undefined,
    title: title ?? name,
    description,
    language: lang ?? locale,
    timeZone: timezone,
    permalink,
    author: readAuthor(author),
  };
}

function readHexo({ url, title, description, language, timezone, permalink, author }: Data): ToolWords {
  const main = Array.isArray(language) ? language[0] : language;
  return { site: url, title, description, language: main, timeZone: timezone, permalink, author };
}

function readHugo(data: Data): ToolWords {
  const parameters = asData(keyOf(data, 'params'));
  return {
    site: keyOf(data, 'baseurl'),
    title: keyOf(data, 'title'),
    description: keyOf(parameters, 'description'),
    language: keyOf(data, 'locale') ?? keyOf(data, 'languagecode'),
    timeZone: keyOf(data, 'timezone'),
    permalink: findHugoPermalink(asData(keyOf(data, 'permalinks'))),
    author: readAuthor(keyOf(parameters, 'author')),
  };
}

/** Hugo has a template for each section; one alone is that of the articles. */
function findHugoPermalink(permalinks: Data): unknown {
  const templates = Object.values({ ...permalinks, ...asData(permalinks.page) });
  const texts = templates.filter((template) => typeof template === 'string');
  return texts.length === 1 ? texts[0] : undefined;
}

function readZola({ base_url, title, description, default_language }: Data): ToolWords {
  return { site: base_url, title, description, language: default_language };
}

function readAuthor(author: unknown): unknown {
  return typeof author === 'object' ? asData(author).name : author;
}

/** Hugo reads keys in any case. */
function keyOf(data: Data, name: string): unknown {
  return Object.entries(data).find(([key]) => key.toLowerCase() === name)?.[1];
}

function asData(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}
