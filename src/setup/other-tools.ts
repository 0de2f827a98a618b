import { join } from 'node:path';
import { listEntries, lookAt } from '../files/places.ts';

/** A tool without a preset. */
interface OtherTool {
  readonly name: string;
  /** The file that gives it away. */
  readonly file: RegExp;
  /** Where it leaves the built site, and with which command. */
  readonly built: string;
  readonly command: string;
  /** The folder of its content. */
  readonly content?: string;
  /** The folder whose files are on the site as they are, where a program may serve the rest. */
  readonly served?: string;
}

const tool = (
  name: string,
  file: RegExp,
  built: string,
  command: string,
  more: Pick<OtherTool, 'content' | 'served'> = {},
): OtherTool => ({ name, file, built, command, ...more });

const OTHER_TOOLS: readonly OtherTool[] = [
  tool('Gatsby', /^gatsby-config\.[cm]?[jt]s$/, 'public', 'npx gatsby build'),
  tool('Nuxt', /^nuxt\.config\.[cm]?[jt]s$/, '.output/public', 'npx nuxi generate', {
    content: 'content',
    served: 'public',
  }),
  tool('Next.js', /^next\.config\.[cm]?[jt]s$/, 'out', 'npx next build', { served: 'public' }),
  tool('SvelteKit', /^svelte\.config\.[cm]?[jt]s$/, 'build', 'npx vite build', { served: 'static' }),
  tool('Bridgetown', /^bridgetown\.config\.ya?ml$/, 'output', 'bin/bridgetown build'),
  tool('Middleman', /^config\.rb$/, 'build', 'bundle exec middleman build'),
  tool('Pelican', /^pelicanconf\.py$/, 'output', 'pelican content -s publishconf.py'),
  tool('MkDocs', /^mkdocs\.ya?ml$/, 'site', 'mkdocs build', { content: 'docs' }),
  tool('Lektor', /\.lektorproject$/, 'public', 'lektor build --output-path public'),
  tool('Metalsmith', /^metalsmith\.(?:[cm]?[jt]s|json)$/, 'build', 'npx metalsmith'),
  tool('Gridsome', /^gridsome\.config\.js$/, 'dist', 'npx gridsome build'),
  tool('Ember', /^ember-cli-build\.c?js$/, 'dist', 'npx ember build --environment production'),
];

/** Where VuePress has its pages: beside them is its configuration. */
const VUEPRESS_FOLDERS = ['docs', 'src', 'blog', '.'];

/** Whether a file of this name shows a tool without a preset. */
export function isOfOtherTool(name: string): boolean {
  return OTHER_TOOLS.some(({ file }) => file.test(name));
}

/** What a folder made for a tool without a preset shows. */
export interface FoundOther {
  /** The folder of the built site, if it is there. */
  readonly built?: string;
  /** Where the articles are, and their URLs, if the tool has a folder for its content. */
  readonly settings: { readonly articles?: string; readonly permalink?: string };
  readonly command: string;
  /** What there is to say of the tool. */
  readonly note: string;
}

/** Recognises a tool whose URLs no one here knows; its pages show them, where it has built the site. */
export function findOtherTool(folder: string): FoundOther | undefined {
  const names = listEntries(folder).map(({ name }) => name);
  for (const { name, file: pattern, built, command, content, served } of OTHER_TOOLS) {
    const file = names.find((each) => pattern.test(each));
    if (file === undefined) continue;
    const settings = content === undefined ? {} : findContent(folder, content);
    return describe(folder, { name, file, built, command, settings, ...(served ? { served } : {}) });
  }
  return findVuePress(folder);
}

/** A page of VuePress has the path of its file, with `.html`. */
function findVuePress(folder: string): FoundOther | undefined {
  for (const articles of VUEPRESS_FOLDERS) {
    const place = join(folder, articles, '.vuepress');
    const names = lookAt(place)?.isDirectory() ? listEntries(place).map(({ name }) => name) : [];
    const config = names.find((name) => /^config\.[cm]?[jt]s$/.test(name));
    if (config === undefined) continue;
    const base = articles === '.' ? '' : `${articles}/`;
    return describe(folder, {
      name: 'VuePress',
      file: `${base}.vuepress/${config}`,
      built: `${base}.vuepress/dist`,
      command: `npx vuepress build ${articles}`,
      settings: { articles, permalink: '/:path.html' },
    });
  }
  return undefined;
}

function describe(
  folder: string,
  {
    name,
    file,
    built,
    command,
    settings,
    served,
  }: Pick<OtherTool, 'name' | 'built' | 'command' | 'served'> & {
    readonly file: string;
    readonly settings: FoundOther['settings'];
  },
): FoundOther {
  const isBuilt = lookAt(join(folder, built, 'index.html'))?.isFile() ?? false;
  const way = isBuilt
    ? 'feedwright compared them with the built site.'
    : `To compare them with your site, delete feedwright.yaml, build the site, and run "npx feedwright init" again.${sayServed(built, served)}`;
  return {
    ...(isBuilt ? { built } : {}),
    settings,
    command,
    note: `${file}: There is no preset for ${name}, so URLs follow the paths of the files. ${way}`,
  };
}

/** Folders of articles in those of all content. */
const BLOGS = ['blog', 'posts', 'articles'];

/** The folder of the articles in that of all content; their URLs keep its name. */
function findContent(folder: string, content: string): FoundOther['settings'] {
  const isFolder = (path: string) => lookAt(join(folder, path))?.isDirectory() ?? false;
  const blog = BLOGS.find((name) => isFolder(join(content, name)));
  if (blog !== undefined) return { articles: `${content}/${blog}`, permalink: `/${blog}/:path/` };
  return isFolder(content) ? { articles: content } : {};
}

function sayServed(built: string, served: string | undefined): string {
  return served === undefined
    ? ''
    : ` If your site runs on a server, so that a build makes no "${built}", set "output: ${served}" instead.`;
}
