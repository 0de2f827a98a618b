import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { load } from 'js-yaml';
import { describe, expect, it, test } from 'vitest';
import { runInit } from '../../src/commands/init.ts';
import { makePodcastGuid } from '../../src/podcasts/guid.ts';
import { copySite, makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const FLAGS = ['--site', 'https://you.example.net.au/', '--title', 'You: "and" others'];
const POST = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';

const readConfig = (folder: string) =>
  load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')) as Readonly<Record<string, unknown>>;

describe('init, then build, without editing anything', () => {
  const corpora = join(import.meta.dirname, '../../../shared/corpora');
  const sites = existsSync(corpora)
    ? readdirSync(corpora, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];

  test.skipIf(sites.length === 0).each(sites.map(({ name }) => name))('%s', (name) => {
    const folder = copySite(join(corpora, name));
    const { site, title } = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8'));
    const made = runCli(folder, ['init', '--site', site, '--title', title, ...NOW]);
    expect(made.exitCode, made.error).toBe(0);
    expect(made.out).toMatch(/^Wrote feedwright\.yaml/);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    const built = runCli(folder, ['build', ...NOW]);
    expect(built.exitCode, built.error).toBe(0);
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
      const { feed } = parseFeed(readFileSync(join(folder, 'dist', file), 'utf8'));
      expect(JSON.stringify(feed)).toContain(JSON.stringify(title));
      expect(made.out).toContain(`dist/${file}`);
    }
    const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(made.out).toContain(items[0].url);
  });

  it('an empty project with one article', () => {
    const folder = makeSite({ 'articles/hello.md': POST });
    expect(runCli(folder, ['init', ...FLAGS]).exitCode).toBe(0);
    expect(readConfig(folder)).toEqual({ site: FLAGS[1], title: FLAGS[3] });
    expect(runCli(folder, ['build', '--strict']).exitCode).toBe(0);
  });
});

it('takes the folder in which all files are articles, where a tool keeps pages beside them', () => {
  const page = (title: string) => `---\ntitle: ${title}\n---\nText.\n`;
  const folder = makeSite({
    'hugo.toml':
      'baseURL = "https://h.test/"\ntitle = "H"\n[permalinks]\nen = "/:year/:slug/"\nold = "/:year/:slug/"\n',
    'content/en/about.md': page('About'),
    'content/old/a.md': POST.replace('Hello', 'A'),
    'content/en/post/a.md': POST.replace('Hello', 'A'),
    'content/en/post/b.md': POST.replace('Hello', 'B'),
  });
  expect(runCli(folder, ['init', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
  expect(readConfig(folder).articles).toBe('content/en/post');
  expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
});

describe('init reads what the tool of a folder says, as data', () => {
  test.each([
    [
      'Jekyll',
      {
        '_config.yml':
          'title: "Our blog: news"\nurl: https://b.example.net.au\nbaseurl: /blog\ntimezone: Europe/Berlin\nlang: de\npermalink: pretty\nauthor:\n  name: Ada\n',
        '_posts/2025-11-04-a.md': POST,
      },
      {
        preset: 'jekyll',
        title: 'Our blog: news',
        site: 'https://b.example.net.au/blog/',
        built: '_site',
        timeZone: 'Europe/Berlin',
        language: 'de',
        permalink: 'pretty',
        author: 'Ada',
      },
      'https://b.example.net.au/blog/2025/11/04/a/',
    ],
    [
      'Hexo',
      {
        '_config.yml':
          'title: Hexo\nurl: https://h.test\nsource_dir: source\nlanguage: [zh-CN, en]\npermalink: :year/:title/\n',
        'source/_posts/a.md': POST,
      },
      {
        preset: 'hexo',
        title: 'Hexo',
        built: 'public',
        site: 'https://h.test',
        language: 'zh-CN',
        permalink: '/:year/:title/',
      },
      'https://h.test/2025/a/',
    ],
    [
      'Hugo',
      {
        'hugo.toml':
          'baseURL = "https://hugo.test/"\ntitle = "Hugo"\nlanguageCode = "en-gb"\n[permalinks]\nposts = "/:year/:month/:slug/"\n',
        'content/posts/a.md': POST,
      },
      {
        preset: 'hugo',
        title: 'Hugo',
        site: 'https://hugo.test/',
        built: 'public',
        languages: ['en'],
        language: 'en-gb',
        permalink: { posts: '/:year/:month/:slug/' },
      },
      'https://hugo.test/2025/11/hello/',
    ],
    [
      'Hugo, older name and other case',
      { 'config.yaml': 'baseurl: https://hugo.test/\ntitle: Hugo\n', 'content/posts/a.md': POST },
      { preset: 'hugo', title: 'Hugo', site: 'https://hugo.test/', built: 'public', languages: ['en'] },
      'https://hugo.test/posts/a/',
    ],
    [
      'Zola',
      {
        'config.toml': 'base_url = "https://zola.test"\ntitle = "Zola"\ndefault_language = "fr"\n',
        'content/blog/a.md': POST,
      },
      {
        preset: 'zola',
        title: 'Zola',
        site: 'https://zola.test',
        language: 'fr',
        languages: ['fr'],
        built: 'public',
      },
      'https://zola.test/blog/a/',
    ],
  ] as const)('%s', (_, files, expected, address) => {
    const folder = makeSite(files);
    const made = runCli(folder, ['init', ...NOW]);
    expect(made.error).toBe('');
    expect(readConfig(folder)).toEqual(expected);
    expect(made.out).toContain(address);
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
  });

  test.each([
    ['eleventy.config.js', 'eleventy', 'content/blog/a.md'],
    ['.eleventy.js', 'eleventy', 'posts/a.md'],
    ['astro.config.mjs', 'astro', 'src/content/blog/a.md'],
    ['docusaurus.config.ts', 'docusaurus', 'blog/2025-11-04-a.md'],
  ])('%s is a sign, and is never run', (file, preset, post) => {
    const code = "require('fs').writeFileSync('ran', '')";
    const folder = makeSite({ [file]: code, [post]: POST });
    expect(runCli(folder, ['init', ...FLAGS]).exitCode).toBe(0);
    expect(readConfig(folder).preset).toBe(preset);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    expect(runCli(folder, ['build']).exitCode).toBe(0);
  });

  it('says what it could not take over, and takes no example for an address', () => {
    const config = 'url: http://localhost:4000\ntitle: T\npermalink: /:hash/\ntimezone: Mars/North\n';
    const folder = makeSite({ '_config.yml': config, '_posts/2025-11-04-a.md': POST });
    expect(runCli(folder, ['init'])).toMatchObject({
      exitCode: 2,
      error: 'The site is missing. Add --site https://you.example/.\n',
    });
    expect(existsSync(join(folder, 'feedwright.yaml'))).toBe(false);
    const made = runCli(folder, ['init', '--site', 'https://j.test/']);
    expect(made.out).toContain(
      '_config.yml: skipped permalink: "/:hash/", because feedwright has no equivalent.',
    );
    expect(made.out).toContain(
      '_config.yml: skipped timeZone: "Mars/North", because feedwright has no equivalent.',
    );
    expect(readConfig(folder)).toEqual({
      site: 'https://j.test/',
      title: 'T',
      preset: 'jekyll',
      built: '_site',
    });
  });

  it('reads posts in the folder of collections of Jekyll, which is no category', () => {
    const config = 'url: https://a.test\ntitle: T\ncollections_dir: ./stuff/\n';
    const folder = makeSite({ '_config.yml': config, 'stuff/_posts/2025-11-04-a.md': POST });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(made.out).toContain('https://a.test/2025/11/04/a.html');
  });

  it('looks for the posts where they are when another program makes the source folder of Jekyll', () => {
    const config = 'url: https://a.test\ntitle: T\nsource: .tmp/src\n';
    const folder = makeSite({ '_config.yml': config, 'src/_posts/2025-11-04-a.md': POST });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(readConfig(folder)).toMatchObject({ source: 'src', articles: 'src/_posts' });
    expect(made.out).toContain(
      '"source: .tmp/src" was not copied: there is no such folder. feedwright looks for posts in "src".',
    );
  });

  it('says what it does not read of segments, versions and roles of Hugo', () => {
    const config =
      'baseURL = "https://h.test/"\ntitle = "T"\nrenderSegments = ["one"]\n[versions.v1]\n[versions.v2]\n[roles.guest]\n';
    const folder = makeSite({ 'hugo.toml': config, 'content/posts/a.md': POST });
    const { out } = runCli(folder, ['init', ...NOW]);
    expect(out).toContain('hugo.toml: "renderSegments" was not copied');
    expect(out).toContain('hugo.toml: "versions" was not copied');
    expect(out).not.toContain('"roles"');
  });

  it('reads anchors and merge keys in the configuration of a tool, and of articles', () => {
    const config =
      'defaults_: &base { layout: post }\ntitle: Anchored\nurl: &home https://a.test\nother: *home\ntitle: Twice\n' +
      'defaults:\n  - scope: { path: "" }\n    values: { <<: *base, permalink: "/p/:title/" }\n';
    const post = '---\nbase: &base\n  date: 2025-11-04\n<<: *base\ntitle: Hello\n---\nHello.\n';
    const folder = makeSite({ '_config.yml': config, '_posts/2025-11-04-a.md': post });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(readConfig(folder)).toMatchObject({ title: 'Twice', site: 'https://a.test/' });
    expect(made.out).toContain('2025-11-04  https://a.test/p/a/');
  });

  it('says which Hugo it assumes where that matters and no file says it', () => {
    const config = 'baseURL = "https://h.test/"\ntitle = "T"\n';
    const folder = makeSite({ 'hugo.toml': config, 'content/posts/2025/a - b.md': POST });
    const { out } = runCli(folder, ['init', ...NOW]);
    expect(out).toContain('hugo.toml: No file says which version of Hugo builds the site.');
    expect(out).toContain('each space in "content/posts/2025/a - b.md"');
    expect(readConfig(folder).slugs).toEqual(['each-space']);
    const plain = makeSite({ 'hugo.toml': config, 'content/posts/a b.md': POST });
    expect(runCli(plain, ['init', ...NOW]).out).not.toContain('version of Hugo');
    expect(readConfig(plain)).not.toHaveProperty('slugs');
  });

  it('spells a slash in a title as the Hugo that is named, and says which it assumes where none is', () => {
    const files = {
      'hugo.toml': 'baseURL = "https://h.test/"\ntitle = "T"\n[permalinks]\nposts = "/:year/:title/"\n',
      'content/posts/a.md': '---\ntitle: "On/off"\ndate: 2025-11-04\n---\nHello.\n',
    };
    const made = (others: Readonly<Record<string, string>>) => {
      const folder = makeSite({ ...files, ...others });
      const { out } = runCli(folder, ['init', ...NOW]);
      const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
      return { out, url: articles[0].url };
    };
    const unknown = made({});
    expect(unknown.out).toContain('a slash in a title such as "On/off" becomes a hyphen in the URL');
    expect(unknown.url).toBe('https://h.test/2025/on-off/');
    const before = made({ '.hugo-version': 'hugo_version = 0.165.0\n' });
    expect(before.out).not.toContain('version of Hugo');
    expect(before.url).toBe('https://h.test/2025/on/off/');
    expect(made({ '.hugo-version': 'hugo_version = 0.167.0\n' }).url).toBe('https://h.test/2025/on-off/');
  });

  it("says when the configuration of a tool can't be read", () => {
    const folder = makeSite({ '_config.yml': 'title: !own tag\n', '_posts/2025-11-04-a.md': POST });
    const sentence =
      "_config.yml: it can't be read, so nothing is taken from it. Compare every setting with it.";
    expect(runCli(folder, ['init', ...NOW]).error).toContain(sentence);
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain(sentence);
  });

  it('reads a configuration in which a comment follows a quote at once, as Ruby does', () => {
    const folder = makeSite({
      '_config.yml': 'title: "Tide"# the name\nurl: "https://tide.test"# no slash\n',
      '_posts/2025-11-04-a.md': POST,
    });
    expect(runCli(folder, ['init', ...NOW]).out).toContain('https://tide.test/2025/11/04/a.html');
  });

  it('takes the prefix of the script that builds an Eleventy site, and names that of another', () => {
    const scripts = {
      build: 'npx @11ty/eleventy',
      'build-ghpages': 'npx @11ty/eleventy --pathprefix=/pages/',
    };
    const files = {
      '_data/metadata.json': '{"title": "E", "url": "https://e.test/"}',
      'posts/a.md': POST,
      'eleventy.config.js': '',
    };
    const plain = makeSite({ ...files, 'package.json': JSON.stringify({ scripts }) });
    const made = runCli(plain, ['init', ...NOW]);
    expect(readConfig(plain).site).toBe('https://e.test/');
    expect(made.out).toContain(
      'the script "build-ghpages" in package.json builds the site below /pages/. If you publish that, add it to "site".',
    );
    const only = makeSite({
      ...files,
      'package.json': JSON.stringify({
        scripts: { start: 'eleventy --serve', 'build:site': 'eleventy --pathprefix=b' },
      }),
    });
    expect(runCli(only, ['init', ...NOW]).out).not.toContain('the script');
    expect(readConfig(only).site).toBe('https://e.test/b/');
  });

  it.each([
    ['https://e.test/blog', 'https://e.test/'],
    ['https://e.test/blog/', 'https://e.test/'],
    ['https://e.test/me/', 'https://e.test/me/'],
    ['https://e.test', 'https://e.test/'],
  ])('takes %s for the site of an Eleventy blog as %s', (url, site) => {
    const folder = makeSite({
      '_data/metadata.js': `module.exports = { title: 'E', url: '${url}' };`,
      'content/blog/2025/a.md': POST,
      'eleventy.config.js': "export const config = { dir: { input: 'content', data: '../_data' } };",
    });
    const { out } = runCli(folder, ['init', ...NOW]);
    expect(readConfig(folder).site).toBe(site);
    expect(out.includes('below that path, add the path to "site"')).toBe(url.includes('/blog'));
    const [article] = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out).articles;
    expect(article.url).toBe(`${site}blog/2025/a/`);
  });

  it('takes the folders that the configuration of Eleventy returns, not those of a function in it', () => {
    const folder = makeSite({
      'src/_data/site.json': '{"title": "E", "url": "https://e.test"}',
      'src/posts/a.md': POST,
      '.eleventy.js': `const image = () => { return { dir: { input: ".", output: "_site" } }; };
module.exports = (c) => { c.addShortcode("image", image); return { dir: { input: "src", output: "out" } }; };`,
    });
    expect(runCli(folder, ['init', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    expect(readConfig(folder)).toMatchObject({ site: 'https://e.test/', source: 'src', built: 'out' });
  });

  it.each([
    ["process.env.URL || 'http://localhost:8080'"],
    ["'/feed.xml'"],
  ])('asks for the site where an Eleventy blog has only %s', (url) => {
    const folder = makeSite({
      '_data/meta.js': `export const url = ${url};\nexport const title = 'E';`,
      'posts/a.md': POST,
      'eleventy.config.js': '',
    });
    expect(runCli(folder, ['init', ...NOW])).toMatchObject({
      exitCode: 2,
      error: 'The site is missing. Add --site https://you.example/.\n',
    });
  });

  it.each([
    ['netlify.toml', '[build.environment]\nHUGO_VERSION = "0.162.1"\n', 'each-space'],
    ['.github/workflows/site.yml', "    with:\n      hugo-version: '0.111.3'\n", undefined],
    ['package.json', '{ "devDependencies": { "hugo-extended": "^0.140.0" } }', 'each-space'],
    ['public/index.html', '<meta name="generator" content="Hugo 0.122.0">', undefined],
    ['public/index.html', '<meta name=generator content="Hugo 0.123.4">', 'each-space'],
  ])('takes the spelling of the Hugo that %s names', (file, text, rule) => {
    const folder = makeSite({
      'hugo.toml': 'baseURL = "https://h.test/"\ntitle = "T"\n',
      [file]: text,
      'content/posts/a - b.md': POST,
    });
    expect(runCli(folder, ['init', ...NOW]).exitCode).toBe(0);
    expect(readConfig(folder).slugs).toEqual(rule && [rule]);
    const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
    expect(articles[0].url).toBe(`https://h.test/posts/a${rule ? '---' : '-'}b/`);
  });

  it.each([
    ['0.114.1', '/posts/tips-tricks/'],
    ['0.115.2', '/en/posts/tips-tricks/'],
    ['0.131.0', '/en/posts/tips--tricks/'],
    [undefined, '/en/posts/tips--tricks/'],
  ])('puts the only language of a site into its folder as Hugo %s does', (version, path) => {
    const folder = makeSite({
      'hugo.toml': 'baseURL = "https://h.test/"\ntitle = "T"\ndefaultContentLanguageInSubdir = true\n',
      ...(version ? { '.hugo-version': `hugo-version: ${version}\n` } : {}),
      'content/posts/Tips & Tricks.md': POST,
    });
    expect(runCli(folder, ['init', ...NOW]).exitCode).toBe(0);
    const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
    expect(articles[0].url).toBe(`https://h.test${path}`);
  });

  it('leaves out an undated article, and not the dated one of the same name in another language', () => {
    const folder = makeSite({
      'hugo.toml':
        'baseURL = "https://h.test/"\ntitle = "T"\n[languages.en]\ncontentDir = "text/en"\n[languages.de]\ncontentDir = "text/de"\n',
      'text/en/docs/a.md': POST,
      'text/en/docs/b.md': '---\ntitle: B\n---\nB.\n',
      'text/de/docs/a.md': '---\ntitle: A\n---\nA.\n',
      'text/de/docs/c.md': POST.replace('Hello', 'Servus'),
    });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made.exitCode, made.error).toBe(0);
    expect(readConfig(folder).exclude).toEqual(['docs/b.md', '/text/de/docs/a.md']);
    const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
    expect(articles.map(({ file }: { file: string }) => file).toSorted()).toEqual([
      'text/de/docs/c.md',
      'text/en/docs/a.md',
    ]);
  });

  it('names the command for a site in a subfolder from where init runs', () => {
    const config = "export default { title: 'T' };";
    const pages = makeSite({ 'docs/.vitepress/config.mts': config, 'docs/posts/a.md': POST });
    expect(runCli(pages, ['init', ...FLAGS]).out).toContain('with "npx vitepress build docs":');
    const blog = makeSite({ 'website/docusaurus.config.js': config, 'website/blog/2025-11-04-a.md': POST });
    expect(runCli(blog, ['init', ...FLAGS]).out).toContain('with "(cd website && npx docusaurus build)":');
  });

  it('says when several routes of Astro show one collection, and takes no file for a page', () => {
    const page = "---\nconst posts = await getCollection('posts');\n---\n<Content />\n";
    const folder = makeSite({
      'astro.config.mjs': "export default { site: 'https://a.test' };",
      'src/pages/en/post/[slug].astro': page,
      'src/pages/post/[slug].astro': page,
      'src/pages/og/[...image].ts': "getCollection('posts')",
      'src/content/posts/a.md': POST,
    });
    const made = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder).permalink).toBe('/post/:path/');
    expect(made.out).toContain('2 routes show the collection "posts" (/post/, /en/post/)');
  });

  it('takes URLs and the place of the feeds from the site that a tool without a preset built', () => {
    const page = (title: string, url: string) =>
      `<html><head><title>${title}</title><link rel="canonical" href="https://you.example.net.au${url}"></head><body><h1>${title}</h1></body></html>`;
    const post = (title: string, more = '') => `Title: ${title}\nDate: 2025-11-04\n${more}\nText.\n`;
    const folder = makeSite({
      'pelicanconf.py': "PATH = 'content'\n",
      'content/a.md': post('High Tide'),
      'content/b.md': post('Low Tide: a Visit'),
      'content/c.md': post('Ebb', 'Slug: own-slug\n'),
      'output/index.html': page('Home', '/'),
      'output/high-tide.html': page('High Tide', '/high-tide.html'),
      'output/low-tide-a-visit.html': page('Low Tide: a Visit', '/low-tide-a-visit.html'),
      'output/own-slug.html': page('Ebb', '/own-slug.html'),
    });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    expect(readConfig(folder)).toMatchObject({ permalink: '/:post_title.html', built: 'output' });
    expect(out).toContain('There is no preset for Pelican');
    expect(out).toContain('Always build your site first, with "pelican content"');
    expect(runCli(folder, ['build']).exitCode).toBe(0);
    expect(existsSync(join(folder, 'output/rss.xml'))).toBe(true);
  });

  it('takes the permalink that fits most pages', () => {
    const page = (title: string) =>
      `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
    const days = ['2024-12-01', '2024-12-02', '2025-01-03', '2024-12-04', '2024-12-05'];
    const names = ['one', 'two', 'three', 'four', 'five'];
    const folder = makeSite({
      'pelicanconf.py': '',
      'output/index.html': page('Home'),
      ...Object.fromEntries(
        names.flatMap((name, i) => [
          [`content/${name}.md`, `Title: The ${name}\nDate: ${days[i]}\n\nText.\n`],
          [`output/${days[i]?.slice(0, 7).replace('-', '/')}/${name}.html`, page(`The ${name}`)],
        ]),
      ),
    });
    runCli(folder, ['init', ...FLAGS]);
    expect(readConfig(folder).permalink).toBe('/:year/:month/:path.html');
    expect(runCli(folder, ['build']).exitCode).toBe(0);
  });

  it('names the tool that it has no preset for', () => {
    const folder = makeSite({ 'gatsby-config.js': 'module.exports = {};', 'content/blog/a.md': POST });
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain(
      'gatsby-config.js: There is no preset for Gatsby, so URLs follow the paths of the files. To compare them with your site, delete feedwright.yaml, build the site, and run "npx feedwright init" again.',
    );
    expect(readConfig(folder)).not.toHaveProperty('built');
    const known = makeSite({ 'next.config.js': '', '_config.yml': '', '_posts/2025-11-04-a.md': POST });
    expect(runCli(known, ['init', ...FLAGS]).out).not.toContain('no preset');
  });

  test.each([
    ['mkdocs.yml', 'docs/blog/posts/2025-11-04-a.md', 'authors: [ann]'],
    ['bridgetown.config.yml', 'src/_posts/2025-11-04-a.md', 'layout: post'],
    ['next.config.ts', 'src/contents/2025/a.md', 'pubDate: 2025-11-04'],
  ])('guesses no other tool from articles where %s names the tool', (tool, article, key) => {
    const folder = makeSite({
      [tool]: '',
      [article]: `---\ntitle: A\ndate: 2025-11-04\n${key}\n---\nText.\n`,
    });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    expect(out).toContain(`${tool}: There is no preset for`);
    expect(out).not.toContain('guessed from');
    expect(readConfig(folder)).not.toHaveProperty('preset');
  });

  test.each([
    ['nuxt.config.ts', 'content/blog/deep/a.md', '/blog/deep/a/'],
    ['nuxt.config.ts', 'content/notes/a.md', '/notes/a/'],
    ['mkdocs.yml', 'docs/posts/a.md', '/posts/a/'],
    ['bridgetown.config.yml', 'src/_posts/2025-11-04-a.md', '/2025/11/04/a/'],
  ])('gives articles of a tool without a preset (%s) its usual URLs: %s', (tool, article, url) => {
    const folder = makeSite({ [tool]: '', [article]: POST });
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain(`https://you.example.net.au${url}\n`);
  });

  describe('new_post_name of Hexo', () => {
    const init = (names: string, ...posts: readonly string[]) => {
      const folder = makeSite({
        '_config.yml': `url: https://h.test\ntitle: H\npermalink: :year/:title/\nsource_dir: source\nnew_post_name: ${names}\n`,
        ...Object.fromEntries(posts.map((post) => [`source/_posts/${post}`, POST])),
      });
      return runCli(folder, ['init', ...NOW]).out;
    };

    test.each([
      [':title.md', 'sea/2025/tides.md', '/2025/sea/2025/tides/'],
      [':year-:month-:day-:title.md', '2025-11-04-tides.md', '/2025/tides/'],
      [':category/:title.md', 'sea/tides.md', '/2025/tides/'],
      [':category/:year/:title.md', 'sea/2025/deep/tides.md', '/2025/deep/tides/'],
      [':category/:year/:title.md', 'sea/deep/tides.md', '/2025/sea-deep-tides/'],
      [':lang/:year-:title.md', 'en/2025-tides.md', '/2025/tides/'],
      [':year-:month-:day-:title.md', '2025-11-04.md', '/2025/2025-11-04/'],
      [':year-:month-:day-:title.md', 'sea/2025-11-04-tides.md', '/2025/sea-2025-11-04-tides/'],
    ])('decides what the title in the URL is: %s', (names, post, url) => {
      const out = init(names, post);
      expect(out).toContain(`https://h.test${url}\n`);
      expect(out).not.toContain('new_post_name');
    });
  });

  it('looks for posts of Jekyll at the top where the folder of collections is missing, and says so', () => {
    const folder = makeSite({
      '_config.yml': 'url: https://j.test\ntitle: J\ncollections_dir: content\n',
      '_posts/2025-11-04-a.md': POST,
    });
    const { out, error } = runCli(folder, ['init', ...NOW]);
    expect(error).toBe('');
    expect(out).toContain(
      '"collections_dir: content" was not copied: there is no such folder. feedwright looks for posts in ".".',
    );
    expect(out).toContain('https://j.test/2025/11/04/a.html\n');
  });

  it('leaves out by name what Hexo publishes no page for', () => {
    const folder = makeSite({
      '_config.yml':
        "url: https://h.test\ntitle: H\nsource_dir: source\nskip_render: [_posts/raw/**, README.md, _posts/gone/**]\nignore: '**/attic/**'\npost_asset_folder: true\n",
      'source/_posts/a.md': POST,
      'source/_posts/a/demo.html': POST,
      'source/_posts/raw/b.md': POST,
      'source/_posts/attic/c.md': POST,
    });
    const { out, error } = runCli(folder, ['init', ...NOW]);
    expect(out).toContain('1 article, 1 in the feed');
    expect(error).toBe('');
    expect(readConfig(folder).exclude).toEqual(
      expect.arrayContaining(['/source/_posts/raw/**', '**/attic/**']),
    );
  });

  it('reads the URL that counts if the environment says none', () => {
    const folder = makeSite({
      'docusaurus.config.js':
        "module.exports = { title: 'D', url: process.env.SITE_URL || 'https://docs.test', baseUrl: process.env['BASE'] ?? '/d/' };",
      'blog/2025-11-04-a.md': POST,
    });
    expect(runCli(folder, ['init', ...NOW]).out).toContain('https://docs.test/d/blog/2025/11/04/a\n');
  });

  it('takes no folder if articles without an error are in another', () => {
    const note = (title: string, slug: string) =>
      `---\ntitle: ${title}\nslug: ${slug}\npubDate: 2025-11-04\n---\nText.\n`;
    const folder = makeSite({
      'notes/2023/a.md': note('A', 'a'),
      'notes/2023/b.md': note('B', 'b'),
      'notes/2024/c.md': note('C', 'c'),
      'notes/2025/d.md': note('D', 'c'),
    });
    const { out, error, exitCode } = runCli(folder, ['init', ...FLAGS]);
    expect(out).not.toContain('Set "articles"');
    expect(error).toContain('duplicate-id');
    expect(exitCode).toBe(1);
  });

  test.each([
    'config.yml',
    'config.json',
    'hugo.yml',
  ])('takes config/_default/%s for Hugo, also without a base URL', (name) => {
    const folder = makeSite({ [`config/_default/${name}`]: '{ "title": "T" }', 'content/a.de.md': POST });
    expect(runCli(folder, ['init', ...FLAGS]).exitCode).toBe(0);
    expect(readConfig(folder).preset).toBe('hugo');
  });

  it('takes one site of a Hugo configuration in which each language has its own', () => {
    const folder = makeSite({
      'hugo.yaml':
        'defaultContentLanguageInSubdir: true\nlanguages:\n  en: { baseURL: "https://en.test/" }\n  fr: { baseURL: "https://fr.test/" }\n',
      'content/a.en.md': POST,
      'content/a.fr.md': POST,
    });
    const made = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(made.out).toContain('"fr" has its own site (https://fr.test/), so its articles are left out.');
    expect(made.out).toContain('  https://en.test/a/\n');
    expect(made.out).toContain('1 article,');
    expect(readConfig(folder).built).toBe('public/en');
  });

  it('publishes nothing from beside the folder of posts of Hexo, also where that is missing', () => {
    const folder = makeSite({
      '_config.yml': 'url: https://h.test\nsource_dir: source\n',
      'unpublished/a.md': POST,
    });
    const made = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain('"source/_posts"');
  });

  it('knows Hexo by its package, also where its configuration says little', () => {
    const folder = makeSite({
      '_config.yml': 'url: https://h.test\npermalink: :title/\n',
      'package.json': '{ "dependencies": { "hexo": "^7.0.0" } }',
      'source/_posts/a.md': POST,
    });
    runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ preset: 'hexo', site: 'https://h.test' });
  });

  it.each([
    ['_config.yml', '', '_posts/2025-01-04-a.md', 'CNAME', 'https://www.h.test/'],
    ['_config.yml', 'baseurl: /b\n', '_posts/2025-01-04-a.md', 'CNAME', 'https://www.h.test/b/'],
    ['.eleventy.js', 'module.exports = {};', 'posts/a.md', 'src/CNAME', 'https://www.h.test/'],
  ])('takes the site of %s with %j from the file that its host reads', (file, text, post, host, site) => {
    const folder = makeSite({ [file]: text, [post]: POST, [host]: 'www.H.test\n' });
    runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ site });
  });

  it('reads the configuration of Hexo with tabs', () => {
    const folder = makeSite({
      '_config.yml': 'url: https://h.test\nsource_dir: source\nsearch:\n\tpath: search.xml\n',
      'source/_posts/a.md': '---\ntitle: A\ndate: 2025-01-04\ntags:\n\t- ice\n---\nIt froze.\n',
    });
    const made = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ preset: 'hexo', site: 'https://h.test' });
    expect(made.out).toContain('1 article, 1 in the feed');
  });

  it.each([
    ['alone', {}],
    ['beside one without a date', { 'articles/c.md': 'No date.' }],
  ])('leaves out the few articles with the URL of another %s, and none where many have it', (_, more) => {
    const posts = Array.from({ length: 30 }, (_, i) => [`articles/a${i}.md`, POST]);
    const again = POST.replace('---\n', '---\nslug: a1\n');
    const few = makeSite({
      ...Object.fromEntries(posts),
      'articles/b.md': again,
      ...more,
    });
    const made = runCli(few, ['init', ...FLAGS]);
    expect(made.out).toContain('Added to "exclude": b.md (1 file with the ID of another).');
    expect(made.out).toContain('30 articles');
    const many = makeSite({ 'articles/a1.md': POST, 'articles/b.md': again });
    expect(runCli(many, ['init', ...FLAGS]).exitCode).toBe(1);
  });

  it('reads all below the input folder of Eleventy where no folder is a usual one', () => {
    const folder = makeSite({
      'eleventy.config.js': "export default () => ({ dir: { input: 'src', output: 'dist' } });",
      'src/stories/a/index.md': POST,
      'node_modules/x/readme.md': POST,
    });
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain('/stories/a/');
    expect(runCli(folder, ['list']).out).not.toContain('/src/');
  });

  describe('the URLs of Astro', () => {
    const ASTRO = { 'astro.config.mjs': "export default { site: 'https://a.test' };" };
    const SHOWS = '---\nconst { Content } = await render(Astro.props.post);\n---\n<Content />\n';

    it('have the date that the folders of the route are named after', () => {
      const folder = makeSite({
        ...ASTRO,
        'src/pages/[year]/[month]/[day]/[slug].astro': `${SHOWS}getCollection('posts')`,
        'src/content/posts/2025-11-04-first-snow.md': '---\ntitle: First snow\n---\nIt fell.\n',
      });
      expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain(
        'https://a.test/2025/11/04/first-snow/',
      );
    });

    it('are those of the page whose articles come from an imported function', () => {
      const folder = makeSite({
        ...ASTRO,
        'src/pages/essays/[...slug].astro': `---\nimport { render } from 'astro:content';\nimport { listPosts } from '@/data/post';\n${SHOWS}`,
        'src/data/post.ts':
          "export async function listPosts() {\n  return getCollection('post');\n}\n\nexport const tags = () => getCollection('tag');\n",
        'src/content.config.ts':
          "const post = defineCollection({ loader: glob({ base: './texts', pattern: '**/*.md' }) });\nconst tag = defineCollection({ loader: glob({ base: './tags', pattern: '**/*.md' }) });\n",
        'texts/a.md': POST,
      });
      runCli(folder, ['init', '--title', 'T', ...NOW]);
      expect(readConfig(folder)).toMatchObject({ articles: 'texts', permalink: '/essays/:path/' });
    });

    it('are paths below the documents of Starlight', () => {
      const folder = makeSite({
        ...ASTRO,
        'src/content.config.ts': 'const docs = defineCollection({ loader: docsLoader() });',
        'src/content/docs/blog/a.md': POST,
      });
      expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain('https://a.test/blog/a/');
    });

    it('are those of the blogs of Starlight, in each language, where its plugin has some', () => {
      const folder = makeSite({
        ...ASTRO,
        'astro.config.mjs':
          "import blog from 'starlight-blog'; export default { site: 'https://a.test', plugins: [starlightBlog({ title: 'B' }), starlightBlog({ prefix: 'log', authors: {} })] };",
        'src/content.config.ts': 'const docs = defineCollection({ loader: docsLoader() });',
        'src/content/docs/blog/a.md': POST,
        'src/content/docs/fr/blog/b.md': POST,
        'src/content/docs/log/c.md': POST,
        'src/content/docs/guide.md': 'No date.',
      });
      const { out, error } = runCli(folder, ['init', '--title', 'T', ...NOW]);
      expect(readConfig(folder)).toMatchObject({
        articles: ['src/content/docs/blog', 'src/content/docs/fr/blog', 'src/content/docs/log'],
      });
      expect(out).toContain('https://a.test/fr/blog/b/');
      expect(error).toBe('');
    });

    it('are said to be guessed where programs make them', () => {
      const folder = makeSite({
        ...ASTRO,
        'src/content.config.ts':
          "const post = defineCollection({ loader: glob({ base: 'src/data/post', pattern: '*.md' }) });",
        'src/data/post/a.md': POST,
        'src/pages/[...blog]/index.astro': 'export const getStaticPaths = getStaticPathsBlogPost;\n',
      });
      const made = runCli(folder, ['init', '--title', 'T', ...NOW]);
      expect(made.out).toContain(
        'which URLs the articles in "src/data/post" have, so feedwright guesses them',
      );
      expect(made.out).toContain('https://a.test/a/');
    });
  });

  test.each(['title: [unclosed', '- a list'])('stops at a _config.yml that Jekyll refuses: %j', (config) => {
    const folder = makeSite({ '_config.yml': config, '_posts/2025-11-04-a.md': POST });
    const made = runCli(folder, ['init', ...FLAGS]);
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain('_config.yml');
  });

  test.each([
    'a: &a [1]\nb: *a\n',
    '',
    'title: 1\nurl: {}\n',
  ])('a strange _config.yml is only a sign: %j', (config) => {
    const folder = makeSite({ '_config.yml': config, '_posts/2025-11-04-a.md': POST });
    expect(runCli(folder, ['init', ...FLAGS]).exitCode).toBe(0);
    expect(readConfig(folder)).toMatchObject({ site: FLAGS[1], title: FLAGS[3] });
  });
});

describe('init --against keeps what readers know (R1)', () => {
  /** An Atom feed as another tool wrote it. */
  const publish = (entries: readonly { title: string; url: string; id?: string; date: string }[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://old.test/</id><title>T</title><updated>2025-01-01T00:00:00Z</updated>${entries
      .map(
        ({ title, url, id = url, date }) =>
          `<entry><id>${id}</id><title>${title}</title><link href="${url}"/><published>${date}T10:00:00Z</published><updated>${date}T10:00:00Z</updated></entry>`,
      )
      .join('')}</feed>`;
  const posts = ['one', 'two', 'three'].map((name, i) => ({ name, date: `2025-0${i + 2}-1${i}` }));
  const articles = Object.fromEntries(
    posts.map(({ name, date }) => [
      `posts/${date}-${name}.md`,
      `---\ntitle: ${name}\ndate: ${date} 10:00\n---\nText.\n`,
    ]),
  );
  const init = (folder: string) =>
    runCli(folder, ['init', '--site', 'https://old.test/', '--title', 'T', '--against', 'old.xml', ...NOW]);

  it('finds the permalink and the template of ids', () => {
    const feed = publish(
      posts.map(({ name, date }) => ({
        title: name,
        url: `https://old.test/news/${date.slice(0, 7).replace('-', '/')}/${name}.html`,
        id: `https://old.test/?p=${name}`,
        date,
      })),
    );
    const folder = makeSite({ ...articles, 'old.xml': feed });
    const made = init(folder);
    expect(made.error).toBe('');
    expect(made.out).toContain(
      'Matched 3 articles to the published feeds: 3 keep their URL, 3 keep their ID.',
    );
    expect(readConfig(folder)).toMatchObject({ permalink: '/news/:year/:month/:path.html' });
    const compared = runCli(folder, ['diff', '--against', 'old.xml', '--json', ...NOW]);
    expect(JSON.parse(compared.out).changes).toMatchObject({ new: [], again: [], leaves: [] });
  });

  it('changes nothing that is right, and says what it cannot find', () => {
    const right = posts.map(({ name, date }) => ({ title: name, url: `https://old.test/${name}/`, date }));
    const same = makeSite({ ...articles, 'old.xml': publish(right) });
    expect(init(same).out).toContain('3 keep their URL, 3 keep their ID.');
    expect(readConfig(same)).toEqual({ site: 'https://old.test/', title: 'T' });
    const odd = right.map((entry, i) => ({ ...entry, url: `https://old.test/p/${i * i + 7}` }));
    const other = makeSite({ ...articles, 'old.xml': publish(odd) });
    const made = init(other);
    expect(made.exitCode).toBe(0);
    expect(made.out).toContain('0 keep their URL, 0 keep their ID.');
    expect(made.out).toContain(
      'https://old.test/p/7 would become https://old.test/one/: correct "permalink" or "timeZone".',
    );
    expect(made.out).toContain('npx feedwright adopt old.xml');
    const plain = right.map((entry) => ({ ...entry, url: entry.url.replace('https', 'http') }));
    expect(init(makeSite({ ...articles, 'old.xml': publish(plain) })).out).toContain(
      'http://old.test/one/ would become https://old.test/one/: correct "site".',
    );
  });

  test.each([
    [3, 3],
    [22, 22],
    [25, 25],
    [26, 26],
  ])('keeps the length of a feed of %i items', (length, limit) => {
    const days = Array.from({ length: 25 }, (_, i) => `2024-03-${String(25 - i).padStart(2, '0')}`);
    const site = Object.fromEntries(
      days.map((day) => [
        `posts/${day}-on-${day}.md`,
        `---\ntitle: On ${day}\ndate: ${day} 10:00\n---\nText.\n`,
      ]),
    );
    const feed = publish(
      days
        .slice(0, length)
        .map((date) => ({ title: `On ${date}`, url: `https://old.test/on-${date}/`, date }))
        .concat(length > 25 ? [{ title: 'Gone', url: 'https://old.test/gone/', date: '2024-01-01' }] : []),
    );
    const folder = makeSite({ ...site, 'old.xml': feed });
    expect(init(folder).exitCode).toBe(0);
    expect(readConfig(folder).limit).toBe(limit);
    const compared = runCli(folder, ['diff', '--against', 'old.xml', '--json', ...NOW]);
    const { changes } = JSON.parse(compared.out);
    expect(changes).toMatchObject({ new: [], again: [] });
    expect(changes.leaves).toHaveLength(Math.max(0, length - 25));
  });

  it('says when a feed cannot be read', () => {
    const folder = makeSite(articles);
    const made = init(folder);
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain('error no-feed-here');
    expect(made.error).toContain('Nothing was written.');
    expect(existsSync(join(folder, 'feedwright.yaml'))).toBe(false);
  });

  const corpora = join(import.meta.dirname, '../../../shared/corpora');
  test.skipIf(!existsSync(corpora)).each(['jekyll-docs', 'rust-blog-2023'])('%s', (name) => {
    const folder = copySite(join(corpora, name));
    const { site, title, timeZone } = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8'));
    writeFileSync(join(folder, '_config.yml'), `timezone: ${timeZone}\n`);
    const feeds = readdirSync(join(folder, 'published')).flatMap((file) => [
      '--against',
      `published/${file}`,
    ]);
    const made = runCli(folder, ['init', '--site', site, '--title', title, ...feeds, ...NOW]);
    const [, all, addresses, ids] =
      /Matched (\d+) articles .* (\d+) keep their URL, (\d+) keep their ID/.exec(made.out) ?? [];
    expect(Number(all)).toBeGreaterThan(10);
    expect([addresses, ids]).toEqual([all, all]);
    const compared = runCli(folder, ['diff', '--against', 'published/feed.xml', '--json', ...NOW]);
    expect(JSON.parse(compared.out).changes).toMatchObject({ again: [], leaves: [] });
  });
});

describe('init looks at the feed that the tool itself left on the built site', () => {
  /** A site of Hexo, which takes the zone of the machine, and its feed for two articles at noon. */
  const makeHexo = (feed: string, hours: readonly [string, string], language = 'en') =>
    makeSite({
      '_config.yml': `title: H\nurl: https://h.test\nsource_dir: source\nlanguage: ${language}\npermalink: :title/\n`,
      'source/_posts/winter.md': '---\ntitle: Winter\ndate: 2025-01-15 12:00:00\n---\nText.\n',
      'source/_posts/summer.md': '---\ntitle: Summer\ndate: 2025-07-15 12:00:00\n---\nText.\n',
      'public/index.html': `<link rel="alternate" type="application/atom+xml" href="/${feed}">`,
      'public/winter/index.html': '<h1>Winter</h1>',
      'public/summer/index.html': '<h1>Summer</h1>',
      [`public/${feed}`]: `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://h.test/</id><title>H</title><updated>2025-08-01T00:00:00Z</updated>${[
        ['Winter', '2025-01-15', hours[0]],
        ['Summer', '2025-07-15', hours[1]],
      ]
        .map(
          ([title = '', day, hour]) =>
            `<entry><id>https://h.test/${title.toLowerCase()}/</id><title>${title}</title><link href="https://h.test/${title.toLowerCase()}/"/><published>${day}T${hour}:00:00.000Z</published><updated>${day}T${hour}:00:00.000Z</updated></entry>`,
        )
        .join('')}</feed>`,
    });

  test.each([
    ['Asia/Shanghai', ['04', '04'], 'zh-CN'],
    ['America/New_York', ['17', '16'], 'en'],
    ['Asia/Tokyo', ['03', '03'], 'en'],
  ] as const)('takes the zone of its times: %s', (zone, hours, language) => {
    const folder = makeHexo('feeds/all.xml', hours, language);
    const made = runCli(folder, ['init', ...NOW]);
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(readConfig(folder).timeZone).toBe(zone);
    expect(made.out).toContain(
      `Set "timeZone: ${zone}": with it, 2 articles have the same time as in the feed of your tool.`,
    );
    expect(made.out).toContain('npx feedwright init --against public/feeds/all.xml');
    const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
    expect(articles[0].published).toBe(`2025-07-15T${hours[1]}:00:00Z`);
  });

  it('says where it shows articles under other URLs', () => {
    const folder = makeHexo('atom.xml', ['12', '12']);
    const says = 'In public/atom.xml, articles have different URLs. ';
    expect(runCli(folder, ['init', ...NOW]).out).not.toContain(says);
    rmSync(join(folder, 'feedwright.yaml'));
    const feed = join(folder, 'public/atom.xml');
    const text = readFileSync(feed, 'utf8');
    writeFileSync(feed, text.replaceAll('href="https:', 'href="http:'));
    expect(runCli(folder, ['init', ...NOW]).out).toContain(
      'The URLs in public/atom.xml begin with http://h.test, but "site" is https://h.test/. Correct the wrong one: the URL in your tool\'s configuration, or "site".\n',
    );
    rmSync(join(folder, 'feedwright.yaml'));
    writeFileSync(feed, text.replaceAll('h.test/winter', 'h.test/cold/winter'));
    expect(runCli(folder, ['init', ...NOW]).out).toContain(
      `${says}https://h.test/cold/winter/ would become https://h.test/winter/: correct "permalink" or "timeZone".`,
    );
    rmSync(join(folder, 'feedwright.yaml'));
    // A tool that does not know its site writes URLs without a host.
    writeFileSync(feed, text.replaceAll('href="https://h.test/', 'href="/'));
    const relative = runCli(folder, ['init', ...NOW]).out;
    expect(relative).not.toContain(says);
    expect(relative).not.toContain('Correct the wrong one');
  });

  it('leaves the zone open where the times are those of UTC, or no zone has them', () => {
    for (const hours of [
      ['12', '12'],
      ['12', '05'],
      ['13', '01'],
    ] as const) {
      const folder = makeHexo('atom.xml', hours);
      const made = runCli(folder, ['init', ...NOW]);
      expect(readConfig(folder)).not.toHaveProperty('timeZone');
      expect(made.out).toContain('With an empty "timezone", Hexo uses the time zone of your machine');
    }
  });
});

describe('init asks where there is somebody to answer', () => {
  const run = async (folder: string, answers: readonly (string | undefined)[]) => {
    const questions: string[] = [];
    const left = [...answers];
    const ask = async (question: string, proposal: string) => {
      questions.push(question);
      const answer = left.shift();
      return answer === '' ? proposal : answer;
    };
    const surroundings = {
      operands: [],
      workingDirectory: folder,
      instant: Date.parse('2026-11-01'),
      elapsed: () => 0,
      workers: 0,
      colour: false,
      packageFolder: join(import.meta.dirname, '../..'),
      environment: {},
      ask,
    };
    return { ...(await runInit(surroundings)), questions };
  };

  it('proposes what the folder says, and takes what is answered', async () => {
    const folder = makeSite({ '_config.yml': 'title: Mine\n', '_posts/2025-11-04-a.md': POST });
    const made = await run(folder, [' https://a.test/ ', '', '']);
    expect(made.exitCode).toBe(0);
    expect(made.questions.length).toBe(3);
    expect(readConfig(folder)).toMatchObject({ site: 'https://a.test/', title: 'Mine' });
  });

  it('asks again after a wrong answer, and shows an example', async () => {
    const folder = makeSite({ 'articles/a.md': POST });
    const made = await run(folder, ['a.test', 'https://a.test/', ' ', 'Mine', '']);
    expect(made.exitCode).toBe(0);
    expect(made.questions.slice(0, 4)).toEqual([
      'Home page of the site, such as https://you.example/',
      '"a.test" is not a URL. Home page of the site, such as https://you.example/',
      'Title of the site, such as Notes from the harbour',
      'Title of the site, such as Notes from the harbour',
    ]);
    expect(readConfig(folder)).toEqual({ site: 'https://a.test/', title: 'Mine' });
  });

  it('gives up when the answers stay wrong', async () => {
    const folder = makeSite({ 'articles/a.md': POST });
    const made = await run(
      folder,
      Array.from({ length: 20 }, () => 'a.test'),
    );
    expect(made).toMatchObject({ exitCode: 2, out: '' });
    expect(made.error).toContain('The site is not a URL: "a.test". Write it as --site https://a.test.');
    expect(readdirSync(folder)).toEqual(['articles']);
  });

  test.each([0, 1, 2])('writes nothing when the user breaks off after %i answers', async (count) => {
    const folder = makeSite({ 'articles/a.md': POST });
    const made = await run(folder, [...['https://a.test/', 'T'].slice(0, count), undefined]);
    expect(made).toMatchObject({ exitCode: 1, out: '', error: '\nNothing was written.\n' });
    expect(readdirSync(folder)).toEqual(['articles']);
  });
});

describe('init where articles have audio', () => {
  const EPISODE = POST.replace(
    '---\n',
    '---\naudio: https://cdn.example/a.mp3\nbytes: 5000000\nduration: 300\n',
  );
  const answer = async (folder: string, answers: readonly (string | undefined)[]) => {
    const left = [...answers];
    const questions: string[] = [];
    const ask = async (question: string, proposal: string) => {
      questions.push(question);
      const given = left.shift();
      return given === '' ? proposal : given;
    };
    const none = {
      operands: [],
      instant: Date.parse('2026-11-01'),
      elapsed: () => 0,
      workers: 0,
      colour: false,
    };
    const made = await runInit({
      ...none,
      workingDirectory: folder,
      packageFolder: '',
      environment: {},
      ask,
    });
    return { ...made, questions: questions.length };
  };
  const OWN = ['https://a.test/', 'T', ''];

  it('asks three questions more, and writes a show with its GUID', async () => {
    const folder = makeSite({ 'articles/a.md': EPISODE });
    const made = await answer(folder, [...OWN, 'documentary', '', '/art.png']);
    expect([made.exitCode, made.questions]).toEqual([0, 6]);
    expect(readConfig(folder)).toMatchObject({
      podcast: {
        category: 'Society & Culture > Documentary',
        explicit: false,
        image: '/art.png',
        guid: makePodcastGuid('https://a.test/rss.xml'),
      },
    });
  });

  it('makes no show without a category, and says how to', async () => {
    const folder = makeSite({ 'articles/a.md': EPISODE });
    const made = await answer(folder, [...OWN, '']);
    expect(made.questions).toBe(4);
    expect(made.out).toContain('1 of 1 articles has audio. If this is a podcast, add "podcast"');
    expect(readConfig(folder)).not.toHaveProperty('podcast');
  });

  it('writes nothing for a category that is none, and when the user breaks off', async () => {
    const folder = makeSite({ 'articles/a.md': EPISODE });
    expect(await answer(folder, [...OWN, 'Lighthouses'])).toMatchObject({ exitCode: 2 });
    expect(await answer(folder, [...OWN, 'Arts', undefined])).toMatchObject({ exitCode: 1 });
    expect(readdirSync(folder)).toEqual(['articles']);
  });

  it('asks nothing more where few articles have audio, and only says so where nobody answers', async () => {
    const few = makeSite({ 'articles/a.md': EPISODE, 'articles/b.md': POST, 'articles/c.md': POST });
    expect((await answer(few, OWN)).questions).toBe(3);
    const folder = makeSite({ 'articles/a.md': EPISODE });
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain('1 of 1 articles has audio.');
  });
});

describe('init in folders that are not ready', () => {
  test.each([
    ['empty', {}],
    ['with a README only', { 'README.md': '# Hello\n' }],
  ])('%s: says that there are no articles', (_, files) => {
    const folder = makeSite(files);
    const made = runCli(folder, ['init', ...FLAGS]);
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain('error no-articles');
    expect(readConfig(folder)).toMatchObject({ title: FLAGS[3] });
  });

  it('says what the disk refuses, without a stack', () => {
    const folder = makeSite({ 'articles/a.md': POST, '.github': 'a file' });
    const made = runCli(folder, ['init', ...FLAGS, '--workflow', 'github-pages']);
    expect(made).toMatchObject({
      exitCode: 1,
      error:
        '".github/workflows" can\'t be written: a part of its path is a file. feedwright.yaml was written.\n',
    });
  });
});

describe('init never overwrites', () => {
  test.each(['feedwright.yaml', 'feedwright.yml', 'feedwright.json'])('%s', (name) => {
    const folder = makeSite({ [name]: 'mine', 'articles/a.md': POST });
    const made = runCli(folder, ['init', ...FLAGS]);
    expect(made).toMatchObject({ exitCode: 1, out: '' });
    expect(made.error).toContain(`${name} already exists`);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
    expect(readdirSync(folder).toSorted()).toEqual(['articles', name]);
  });

  it('shows what is wrong when the first build would fail', () => {
    const folder = makeSite({ 'articles/a.md': POST.replace('2025-11-04', '2025-02-31') });
    const made = runCli(folder, ['init', ...FLAGS]);
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain('articles/a.md:3:7 error bad-date');
    expect(made.error).toContain('The first build would fail: 1 error.');
    expect(readConfig(folder).onError).toBeUndefined();
  });

  it('says where the sites are in a repository of several', () => {
    const site = 'base_url = "https://quay.test/"\ntitle = "Quay"\n';
    const folder = makeSite({
      'package.json': '{"workspaces": ["apps/*"]}',
      'apps/quay/config.toml': site,
      'apps/quay/content/posts/a.md': '+++\ntitle = "A"\ndate = 2025-01-01\n+++\nText.\n',
      'node_modules/theme/config.toml': site,
    });
    const made = runCli(folder, ['init']);
    expect(made.exitCode).toBe(2);
    expect(made.error).toBe(
      'Found apps/quay/config.toml. For the feeds of that site, run "npx feedwright init" in apps/quay/\nThe site and its title are missing. Add --site https://you.example/ --title "Your name".\n',
    );
    expect(runCli(join(folder, 'apps/quay'), ['init']).exitCode).toBe(0);
  });

  it('says how a site without an article gets its first', () => {
    const page = '---\ntitle: About\n---\nText.\n';
    const folder = makeSite({ 'docs/.vitepress/config.mts': 'export default {};', 'docs/about.md': page });
    const made = runCli(folder, ['init', ...FLAGS]);
    expect(made.exitCode).toBe(1);
    expect(made.out).toContain('Added to "exclude": about.md (1 file without a date).');
    expect(made.error).toContain(
      '"exclude" leaves out the only article in "docs". Remove from it what the feed should show, or write a new article: npx feedwright new "My title".',
    );
    runCli(folder, ['new', 'First', ...NOW]);
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0 });
  });

  it('keeps notes of a new site that only need a date', () => {
    const folder = makeSite({
      'hugo.toml': '',
      'content/posts/frost.md': '# Frost\n',
      'content/about.md': '# About\n',
    });
    const { error, exitCode } = runCli(folder, ['init', ...FLAGS]);
    expect(error).toContain('content/posts/frost.md:1 error missing-date');
    expect(error).toContain('No file has a date yet.');
    expect(readConfig(folder).exclude).toBeUndefined();
    expect(exitCode).toBe(1);
  });

  it('says what to do with many articles without a date', () => {
    const notes = Array.from({ length: 6 }, (_, i) => [`notes/${i}.md`, `# Note ${i}\n`]);
    const { error, exitCode } = runCli(makeSite(Object.fromEntries(notes)), ['init', ...FLAGS]);
    expect(error).toContain(
      'None of the 6 files has a date. Give one to each article that the feed should show, remove feedwright.yaml, and run "npx feedwright init" again. It leaves out the others.\n',
    );
    expect(exitCode).toBe(1);
  });

  it('leaves out by name what cannot be read, says why, and lets later mistakes stop a build', () => {
    const folder = makeSite({
      'articles/a.md': POST,
      'articles/b.md': POST.replace('2025-11-04', '2025-02-31'),
      'articles/pages/one.md': '---\ntitle: One\n---\n',
      'articles/pages/two.md': '---\ntitle: Two\n---\n',
    });
    const made = runCli(folder, ['init', ...FLAGS]);
    expect(made.exitCode).toBe(0);
    expect(readConfig(folder).exclude).toEqual(['b.md', 'pages/**']);
    expect(made.out).toContain('Added to "exclude": b.md, pages/** (3 files');
    expect(made.error).toContain('articles/b.md:3:7 warning bad-date');
    writeFileSync(join(folder, 'articles/c.md'), POST.replace('2025-11-04', '2025-02-31'));
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(1);
  });
});
