import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const FLAGS = ['--site', 'https://a.test/', '--title', 'T', '--now', '2026-11-01T00:00:00Z'];
const post = (title: string) => `---\ntitle: ${title}\n---\nIt froze.\n`;
const dated = (title: string) => `---\ntitle: ${title}\ndate: 2025-11-04\n---\nIt froze.\n`;
const readConfig = (folder: string) =>
  load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')) as Readonly<Record<string, unknown>>;

describe('init reads a site of Docusaurus', () => {
  const log = "['@docusaurus/plugin-content-blog', { id: 'log', path: './log', routeBasePath: '/changes' }]";
  const files = { 'blog/2025-11-04-a.md': post('Frost'), 'log/2025-11-03-b.md': post('Version 2') };

  it('with more than one blog: each has its own folder and URLs', () => {
    const program = `export default { presets: [['classic', { blog: { routeBasePath: 'news' } }]], plugins: [${log}] };`;
    const folder = makeSite({ ...files, 'docusaurus.config.ts': program });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    expect(readConfig(folder)).toMatchObject({ articles: ['blog', 'log'] });
    expect(out).toContain('https://a.test/news/2025/11/04/a');
    expect(out).toContain('https://a.test/changes/2025/11/03/b');
  });

  it('whose preset has no blog', () => {
    const program = `module.exports = { presets: [['classic', { blog: false }]], plugins: [${log}] };`;
    const folder = makeSite({ ...files, 'docusaurus.config.js': program });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    expect(readConfig(folder)).toMatchObject({ articles: 'log' });
    expect(out).toContain('1 article, 1 in the feed.');
  });

  it('with a folder that is named like another blog, and no slash at the end of URLs', () => {
    const program = `export default { trailingSlash: false, plugins: [${log}] };`;
    const folder = makeSite({
      ...files,
      'docusaurus.config.js': program,
      'blog/log/2025-11-02-c.md': post('Harbour'),
      'blog/2025-11-01.md': post('Quay'),
    });
    runCli(folder, ['init', ...FLAGS]);
    const { out } = runCli(folder, ['list', '--json', ...FLAGS.slice(4)]);
    const { articles }: { articles: readonly { url: string }[] } = JSON.parse(out);
    expect(articles.map(({ url }) => url.replace('https://a.test/', '')).toSorted()).toEqual([
      'blog/2025/11/01',
      'blog/2025/11/02/log/c',
      'blog/2025/11/04/a',
      'changes/2025/11/03/b',
    ]);
  });

  it('where each blog leaves out its own files', () => {
    const other =
      "['@docusaurus/plugin-content-blog', { id: 'log', path: 'log', exclude: ['b.md', '*.wip.md'] }]";
    const folder = makeSite({
      'blog/a.md': dated('Frost'),
      'blog/b.md': dated('Ice'),
      'log/b.md': dated('Version 2'),
      'log/c.md': dated('Version 3'),
      'docusaurus.config.js': `module.exports = { presets: [['classic', { docs: { exclude: ['a.md'] }, blog: { exclude: ['a.md'] } }]], plugins: [${other}] };`,
    });
    const { out, error } = runCli(folder, ['init', ...FLAGS]);
    expect(readConfig(folder).exclude).toEqual(['/blog/a.md', '/log/b.md', '/log/*.wip.md']);
    expect(out).toContain('2 articles, 2 in the feed.');
    expect(error).toBe('');
  });

  it('that leaves out files of its one blog, and other files of its pages', () => {
    const folder = makeSite({
      'blog/a.md': dated('Frost'),
      'blog/b.md': dated('Ice'),
      'docusaurus.config.js':
        "module.exports = { presets: [['classic', { docs: { exclude: ['b.md'] }, blog: { exclude: ['a.md'] } }]] };",
    });
    runCli(folder, ['init', ...FLAGS]);
    expect(readConfig(folder).exclude).toEqual(['a.md']);
  });

  it('and says that translations are left out', () => {
    const program = "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'lt'] } };";
    const folder = makeSite({
      ...files,
      'docusaurus.config.js': program,
      'i18n/lt/docusaurus-plugin-content-blog/2025-11-04-a.md': post('Šerkšnas'),
    });
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain('(i18n/lt/docusaurus-plugin-content-blog/)');
  });
});

describe('init leaves out what is no page of VitePress', () => {
  test.each([
    "srcExclude: ['**/secret/**']",
    "srcExclude: isLive ? ['**/secret/**', 'todo.md'] : ['todo.md']",
    "srcExclude: [...more, '**/secret/**'] as string[]",
    "'srcExclude': /* now */ live(['**/secret/**'])",
  ])('%s', (key) => {
    const folder = makeSite({
      '.vitepress/config.mts': `export default defineConfig({ title: 'T', ${key}, nav: ['posts'] })`,
      'posts/a.md': dated('Frost'),
      'posts/secret/b.md': dated('Zebra'),
    });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    expect(out).toContain('1 article, 1 in the feed.');
    expect(out).not.toContain('secret');
    expect(readConfig(folder).exclude).not.toContain('posts');
  });

  it('and says so where a program knows', () => {
    const folder = makeSite({
      '.vitepress/config.ts': 'export default { srcExclude: listDrafts() }',
      'posts/a.md': dated('Frost'),
    });
    expect(runCli(folder, ['init', ...FLAGS]).out).toContain('code sets "srcExclude"');
  });
});

describe('init finds the articles of all languages of VitePress', () => {
  const CONFIG = '.vitepress/config.ts';
  const init = (files: Readonly<Record<string, string>>) => {
    const folder = makeSite({ 'posts/a.md': dated('Frost'), ...files });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    return { out, config: readConfig(folder) };
  };

  it('that the configuration names, with the language of each', () => {
    const locales = "locales: { root: { lang: 'en' }, de: { lang: 'de-AT' }, nord: { lang: 'se' } }";
    const { out, config } = init({
      [CONFIG]: `export default { ${locales} }`,
      'de/posts/a.md': dated('Reif'),
      'nord/blog/b.md': dated('Suhkan'),
    });
    expect(config).toMatchObject({
      articles: ['posts', 'de/posts', 'nord/blog'],
      languages: { en: '.', 'de-AT': 'de', se: 'nord' },
      language: 'en',
    });
    expect(out).toContain('https://a.test/de/posts/a.html');
    expect(out).toContain('The site has 3 languages (en, de-AT, se).');
  });

  it('that only folders name', () => {
    const { config } = init({
      [CONFIG]: "import { locales } from './locales'; export default { srcDir: 'pages', locales }",
      'pages/posts/a.md': dated('Frost'),
      'pages/de/posts/a.md': dated('Reif'),
      'pages/guide/posts/a.md': dated('Guide'),
    });
    expect(config).toMatchObject({ articles: ['pages/posts', 'pages/de/posts'] });
  });

  it('where rewrites move them', () => {
    const { config } = init({
      [CONFIG]: "export default { rewrites: { 'en/:rest*': ':rest*' }, lang: 'en' }",
      'en/blog/a.md': dated('Frost'),
      'de/blog/a.md': dated('Reif'),
    });
    expect(config.permalink).toMatchObject({
      'en/blog': '/blog/:path.html',
      'de/blog': '/de/blog/:path.html',
    });
  });
});

describe('"rewrites" of VitePress', () => {
  const init = (program: string, files: Readonly<Record<string, string>> = {}) => {
    const folder = makeSite({
      '.vitepress/config.ts': program,
      'posts/a.md': dated('Frost'),
      'posts/[slug].md': dated('Any'),
      ...files,
    });
    const { out } = runCli(folder, ['init', ...FLAGS]);
    return { out, permalink: readConfig(folder).permalink };
  };
  const said = '"rewrites" changes URLs, and is not read.';

  test.each([
    ["{ 'posts/:slug.md': ':slug.md' }", '/:path.html', {}],
    ["{\n  // Short.\n  'posts/:rest*': 'log/:rest*',\n}", '/log/:path.html', {}],
    ["{ 'posts/(.*)': 'x/(.*)', 'posts/:slug.md': ':slug.md' }", '/x/:path.html', {}],
    ["{ 'posts/:slug.md': ':slug/index.md' }", '/:path/', {}],
    ["{ 'other/:slug.md': ':slug.md' }", '/posts/:path.html', {}],
    [
      "{ 'posts/:day(\\\\d+-\\\\d+-\\\\d+)-:slug.md': 'p/:slug.md' }",
      { posts: '/posts/:path.html', 'posts/sub': '/posts/:path.html' },
      { 'posts/sub/b.md': dated('Ice'), 'posts/2025-01-02-c.md': dated('Thaw') },
    ],
  ])('is a permalink where it is a literal: %s', (rewrites, permalink, files) => {
    const { out, permalink: found } = init(`export default { rewrites: ${rewrites} }`, files);
    expect(found).toEqual(permalink);
    expect(out).not.toContain(said);
  });

  it('is said where code makes it', () => {
    expect(init('export default { rewrites: (id) => id.slice(6) }').out).toContain(said);
    expect(init('export default { rewrites: { ...more } }').out).toContain(said);
    expect(init("export default { rewrites: { 'posts/{a}:slug.md': ':slug.md' } }").out).toContain(said);
    expect(init("export default { rewrites: { 'posts/x:a(a+)*': ':a' } }").out).toContain(said);
    const { out } = init('export default {\n  // rewrites: none\n}');
    expect(out).toContain('1 article, 1 in the feed.');
    expect(out).not.toContain(said);
  });

  it('is said of the files for which it gives no permalink', () => {
    const files = { 'posts/b.md': dated('Ice') };
    const { out } = init("export default { rewrites: { 'posts/a.md': 'first.md' } }", files);
    expect(out).toContain(
      '"rewrites" was copied, but "posts/a.md" and 1 more have URLs that no "permalink" gives.',
    );
  });
});

it('shows the tags and authors of each blog of Docusaurus as its own files call them', () => {
  const article = (more: string) => `---\ntitle: Frost\ndate: 2025-11-04\n${more}\n---\nIt froze.\n`;
  const site = makeSite({
    'feedwright.yaml':
      'site: https://a.test/\ntitle: T\npreset: docusaurus\narticles: [blog, log]\nfeeds: [{ by: tag }]\nformats: [json]\n',
    'blog/tags.yml': 'ice:\n  label: Ice & snow\nsea-Level:\n',
    'blog/authors.yml': 'ann:\n  name: Ann Bee\n',
    'blog/a.md': article('tags: [ice, sea-Level, Other]\nauthors: [{ key: ann, title: Harbour master }]'),
    'log/tags.yml': 'v2:\n  label: Version 2\n',
    'log/authors.yml': 'bo:\n  name: Bo\n',
    'log/b.md': article('tags: [v2, ice]\nauthors: bo'),
  });
  expect(runCli(site, ['build', '--now', '2026-11-01T00:00:00Z']).exitCode).toBe(0);
  const { items } = JSON.parse(readFileSync(join(site, 'dist/feed.json'), 'utf8'));
  const shown = items.map(({ tags, authors }: { tags: string[]; authors: { name: string }[] }) => [
    tags,
    authors.map(({ name }) => name),
  ]);
  expect(shown).toEqual([
    [['Ice & snow', 'Sea-level', 'Other'], ['Ann Bee']],
    [['Version 2', 'ice'], ['Bo']],
  ]);
  expect(existsSync(join(site, 'dist/tags/ice-snow/feed.json'))).toBe(true);
});

test.each([
  ['docusaurus', 'blog'],
  ['vitepress', 'posts'],
])('%s publishes no text or HTML beside its articles', (preset, folder) => {
  const site = makeSite({
    'feedwright.yaml': `site: https://a.test/\ntitle: T\npreset: ${preset}\narticles: ${folder}\n`,
    [`${folder}/2025-11-04-a.md`]: dated('Frost'),
    [`${folder}/notes.txt`]: 'date: 2025-11-04\n\nZebra.\n',
    [`${folder}/demo.html`]: '<p>Zebra.</p>\n',
  });
  const { out, exitCode } = runCli(site, ['list', '--now', '2026-11-01T00:00:00Z']);
  expect(exitCode).toBe(0);
  expect(out.trim()).toMatch(/^\S+ +in the feed +\S+2025-11-04-a\.md +\S+$/);
});

test.each([
  ['title: "`ref()` and *more* of [it](https://a.test/x)"', 'ref() and more of it'],
  ['title: "Tom &amp; Jerry :tada:"', 'Tom & Jerry 🎉'],
  ['title: snake_case_name', 'snake_case_name'],
  ['title: "2 * 3 * 4"', '2 * 3 * 4'],
  ['title: "Vec<T> and *more*"', 'Vec<T> and *more*'],
  ['layout: doc', 'Ship it 🚀'],
])('a title of VitePress is Markdown: %s', (line, title) => {
  const text = `---\n${line}\ndate: 2025-11-04\n---\n# Ship it :rocket:\n\nIt froze.\n`;
  const listed = (preset: string) => {
    const site = makeSite({
      'feedwright.yaml': `site: https://a.test/\ntitle: T\npreset: ${preset}\narticles: posts\n`,
      'posts/a.md': text,
    });
    return JSON.parse(runCli(site, ['list', '--json', '--now', '2026-11-01T00:00:00Z']).out).articles;
  };
  expect(listed('vitepress')).toMatchObject([{ title }]);
  if (title !== line.slice(7).replaceAll('"', ''))
    expect(listed('docusaurus')).not.toMatchObject([{ title }]);
});
