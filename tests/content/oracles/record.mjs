// What real tools make of the articles beside this script, as HTML: `node tests/content/oracles/record.mjs [--modules DIR] TOOL…`
// writes TOOL.json. Hugo and Jekyll come from Debian; DIR/node_modules has the renderers of Eleventy, Hexo and Astro, VitePress, and
// Docusaurus with its preset. The last two have articles of their own, in folders called as they are, and so has Quartz, whose DIR is a
// copy of its repository.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { modules: { type: 'string' } },
  allowPositionals: true,
});
const read = (folder, nameOf) =>
  Object.fromEntries(
    readdirSync(join(import.meta.dirname, folder)).map((file) => [
      nameOf(file),
      readFileSync(join(import.meta.dirname, folder, file), 'utf8'),
    ]),
  );
const articles = read('articles', (file) => file.replace('.md', ''));
const load = createRequire(join(values.modules ?? import.meta.dirname, 'package.json'));
const withFrontMatter = (name, text) => `---\ntitle: ${name}\ndate: 2026-01-01\n---\n${text}`;
const mainOf = (page) => page.slice(page.indexOf('<main>') + 6, page.indexOf('</main>')).trim();

const TOOLS = {
  hugo: () => {
    const page = '<main>{{ .Content }}</main>';
    return build(
      'hugo',
      ['--quiet'],
      {
        'config.toml': 'baseURL = "https://example.org/"\n[markup.goldmark.renderer]\nunsafe = true\n',
        'layouts/_default/single.html': page,
        'layouts/_default/list.html': '-',
      },
      (name) => `content/posts/${name}.md`,
      (name) => `public/posts/${name}/index.html`,
      ['version'],
    );
  },
  jekyll: () =>
    build(
      'jekyll',
      ['build', '--quiet'],
      { '_config.yml': 'permalink: /:title/\n', '_layouts/post.html': '<main>{{ content }}</main>' },
      (name) => `_posts/2026-01-01-${name}.md`,
      (name) => `_site/${name}/index.html`,
      ['--version'],
      'layout: post\n',
    ),
  eleventy: () => {
    const markdown = new (load('markdown-it'))({ html: true }).disable('code');
    return {
      version: `markdown-it ${load('markdown-it/package.json').version}`,
      html: (text) => markdown.render(text),
    };
  },
  hexo: () => {
    const { EventEmitter } = load('node:events');
    const hexo = Object.assign(new EventEmitter(), {
      config: { url: 'https://example.org', root: '/', marked: { ...HEXO } },
      extend: { filter: { execFilterSync() {} } },
      execFilterSync() {},
    });
    const render = load('hexo-renderer-marked/lib/renderer').bind(hexo);
    return {
      version: `hexo-renderer-marked ${load('hexo-renderer-marked/package.json').version}`,
      html: (text) => render({ text, path: 'a.md' }),
    };
  },
  astro: async () => {
    const { createMarkdownProcessor } = await import(
      pathToFileURL(load.resolve('@astrojs/markdown-remark')).href
    );
    const processor = await createMarkdownProcessor({ syntaxHighlight: false });
    return { version: '@astrojs/markdown-remark', html: async (text) => (await processor.render(text)).code };
  },
};

const OWN = {
  vitepress: async () => {
    const { createMarkdownRenderer } = await import(pathToFileURL(load.resolve('vitepress')).href);
    const markdown = await createMarkdownRenderer(import.meta.dirname);
    return {
      version: `vitepress ${load('vitepress/package.json').version}`,
      html: async (text, file) => {
        const env = { path: join(import.meta.dirname, file), relativePath: file };
        const html = await markdown.render(text, env);
        // Ids by chance would make every record another.
        return html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/"(group|tab)-[\w-]+"/g, '"$1"');
      },
    };
  },
  quartz: () => {
    const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
    cpSync(join(import.meta.dirname, 'quartz'), join(folder, 'content'), { recursive: true });
    writeFileSync(join(folder, 'content/index.md'), '---\ntitle: Home\n---\n');
    const places = ['-d', join(folder, 'content'), '-o', join(folder, 'public')];
    const ran = spawnSync(process.execPath, ['quartz/bootstrap-cli.mjs', 'build', ...places], {
      cwd: values.modules,
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);
    const html = (_text, file) => {
      const page = readFileSync(join(folder, 'public', file.replace(/\.md$/, '.html')), 'utf8');
      return page.slice(page.indexOf('>', page.indexOf('<article')) + 1, page.indexOf('</article>'));
    };
    const { version } = JSON.parse(readFileSync(join(values.modules, 'package.json'), 'utf8'));
    return { version: `quartz ${version}`, html, done: () => rmSync(folder, { recursive: true }) };
  },
  docusaurus: () => {
    const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
    symlinkSync(join(values.modules, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(import.meta.dirname, 'docusaurus'), join(folder, 'blog'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name": "oracle", "private": true}');
    writeFileSync(join(folder, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(DOCUSAURUS)}`);
    const ran = spawnSync(process.execPath, ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);
    const pages = readdirSync(join(folder, 'build'), { recursive: true }).filter((each) =>
      each.endsWith('index.html'),
    );
    const html = (_text, file) => {
      const slug = file.replace(/\.mdx?$/, '');
      const page = pages.find((each) => each.endsWith(join(slug, 'index.html')));
      return bodyOf(readFileSync(join(folder, 'build', page), 'utf8'));
    };
    return {
      version: `docusaurus ${load('@docusaurus/core/package.json').version}`,
      html,
      done: () => rmSync(folder, { recursive: true }),
    };
  },
};

const DOCUSAURUS = {
  title: 'Oracle',
  url: 'https://example.org',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  presets: [['classic', { docs: false, blog: { routeBasePath: 'blog', onUntruncatedBlogPosts: 'ignore' } }]],
};

/** The text of a post, up to where its element ends. */
function bodyOf(page) {
  const start = page.indexOf('<div id="__blog-post-container"');
  const tag = /<(\/?)div\b[^>]*>/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(page); match !== null; match = tag.exec(page)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return page.slice(page.indexOf('>', start) + 1, match.index);
  }
  throw new Error('no end of the post');
}

/** The defaults of hexo-renderer-marked, as its README says them. */
const HEXO = {
  prependRoot: true,
  postAsset: false,
  external_link: { enable: false, exclude: [], nofollow: false },
  disableNunjucks: false,
  breaks: true,
  gfm: true,
  pedantic: false,
  smartLists: true,
  smartypants: true,
  modifyAnchors: 0,
  anchorAlias: false,
  autolink: true,
  mangle: false,
  sanitizeUrl: false,
  headerIds: true,
  descriptionLists: true,
  lazyload: false,
  figcaption: false,
  dompurify: false,
};

function build(command, args, files, pathOf, outOf, version, more = '') {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const put = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  for (const [name, text] of Object.entries(articles))
    put(pathOf(name), withFrontMatter(name, text).replace('---\n', `---\n${more}`));
  const ran = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);
  const made = Object.fromEntries(
    Object.keys(articles).map((name) => [name, mainOf(readFileSync(join(folder, outOf(name)), 'utf8'))]),
  );
  rmSync(folder, { recursive: true });
  const shown = spawnSync(command, version, { encoding: 'utf8' }).stdout.trim().split('\n')[0];
  return { version: shown.replace(/ linux.*/, ''), made };
}

for (const tool of positionals.filter((each) => each in OWN)) {
  const { version, html, done } = await OWN[tool]();
  const recorded = {};
  for (const [file, text] of Object.entries(read(tool, (each) => each)))
    recorded[file] = (await html(text, file)).trim();
  done?.();
  write(tool, version, recorded);
}

for (const tool of positionals.filter((each) => each in TOOLS)) {
  const { version, made, html } = await TOOLS[tool]();
  const recorded = {};
  for (const [name, text] of Object.entries(articles))
    recorded[name] = made?.[name] ?? (await html(text)).trim();
  write(tool, version, recorded);
}

function write(tool, version, recorded) {
  const text = JSON.stringify({ tool, version, articles: recorded }, null, 2);
  writeFileSync(join(import.meta.dirname, `${tool}.json`), `${text}\n`);
}
