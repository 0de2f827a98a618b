import { readAstro } from './astro.ts';
import { readBridgetown } from './bridgetown.ts';
import { readDocusaurus } from './docusaurus.ts';
import { readEleventy } from './eleventy.ts';
import { readHexo } from './hexo.ts';
import { readHugo } from './hugo.ts';
import { readJekyll } from './jekyll.ts';
import { readMkdocs } from './mkdocs.ts';
import { readPelican } from './pelican.ts';
import { keyOf, type ToolFile, usesPackage } from './project.ts';
import { readQuartz } from './quartz.ts';
import { readVitepress } from './vitepress.ts';
import { readZola } from './zola.ts';

const script = (name: string): readonly string[] =>
  ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `${name}.${ending}`);

const data = (name: string): readonly string[] =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`);

/** The first that is there counts. */
export const TOOL_FILES: readonly ToolFile[] = [
  {
    names: [...data('hugo'), ...data('config/_default/hugo'), ...data('config/_default/config')],
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
    names: data('config'),
    preset: 'hugo',
    read: readHugo,
    isOwn: (data) => keyOf(data, 'baseurl') !== undefined,
  },
  {
    names: ['_config.yml'],
    preset: 'hexo',
    read: readHexo,
    isOwn: (data, project) =>
      ['source_dir', 'public_dir', 'new_post_name'].some((key) => key in data) ||
      usesPackage('hexo', project.read('package.json')),
  },
  { names: ['_config.yml', '_config.yaml', '_config.toml'], preset: 'jekyll', read: readJekyll },
  {
    names: ['.eleventy.js', ...script('eleventy.config')],
    preset: 'eleventy',
    read: readEleventy,
    urlKeys: ['pathPrefix', 'input', 'output'],
  },
  {
    names: script('astro.config'),
    preset: 'astro',
    read: readAstro,
    urlKeys: ['base', 'trailingSlash', 'srcDir', 'outDir'],
  },
  {
    names: script('docusaurus.config'),
    preset: 'docusaurus',
    read: readDocusaurus,
    urlKeys: ['baseUrl', 'trailingSlash', 'routeBasePath'],
  },
  {
    names: [...script('.vitepress/config'), ...script('.vitepress/config/index')],
    preset: 'vitepress',
    read: readVitepress,
    urlKeys: ['base', 'cleanUrls', 'srcDir', 'outDir'],
  },
  { names: ['bridgetown.config.yml', 'bridgetown.config.yaml'], preset: undefined, read: readBridgetown },
  { names: ['pelicanconf.py'], preset: undefined, read: readPelican },
  {
    names: ['mkdocs.yml', 'mkdocs.yaml'],
    preset: undefined,
    read: readMkdocs,
    isOwn: (data) => 'site_name' in data,
  },
  // The rules of its vault are read from its own configuration.
  { names: ['quartz.config.ts', 'quartz.config.yaml'], preset: undefined, read: readQuartz },
  {
    names: ['package.json'],
    preset: 'eleventy',
    read: (_, project) => readEleventy({}, project),
    isOwn: (data) => usesPackage('@11ty/eleventy', data),
  },
];

/** Folders of a project in which a tool may have its own. */
export const SUBFOLDERS: readonly string[] = ['website/', 'site/', 'docs/', 'www/', 'web/', 'blog/'];
