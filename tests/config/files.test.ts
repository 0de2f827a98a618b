import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { GOOD, listPlaces, makeFolder } from './site-folder.ts';

const BASE = 'site: https://example.com/\ntitle: T\n';
const FLAGS = { site: 'https://example.com', title: 'T' };

describe('the configuration file', () => {
  it.each(['feedwright.yaml', 'feedwright.yml'])('is found as %s', (name) => {
    const folder = makeFolder({ [name]: BASE });
    expect(loadConfig({ workingDirectory: folder }).config).toMatchObject({ file: name, root: folder });
  });

  it('is found as feedwright.json', () => {
    const folder = makeFolder({
      'feedwright.json': '{ "site": "https://example.com/", "title": "\\ud83d\\ude00" }',
    });
    expect(loadConfig({ workingDirectory: folder }).config).toMatchObject({
      file: 'feedwright.json',
      title: '😀',
    });
  });

  it('stands once: two are a problem that names both', () => {
    const folder = makeFolder({ 'feedwright.yaml': BASE, 'feedwright.json': '{}' });
    const loaded = loadConfig({ workingDirectory: folder });
    expect(listPlaces(loaded)).toEqual(['several-configs@1:-']);
    expect(loaded.problems[0]?.message).toContain('"feedwright.yaml", "feedwright.json"');
    expect(loadConfig({ workingDirectory: folder, file: 'feedwright.yaml' }).problems).toEqual([]);
  });

  it('may have another name and folder; its paths start from its own folder', () => {
    const folder = makeFolder({
      'blog/feeds.yml': `${BASE}articles: texts\n`,
      'blog/texts/': '',
      'articles/': '',
    });
    const { config } = loadConfig({ workingDirectory: folder, file: 'blog/feeds.yml' });
    expect(config).toMatchObject({
      file: 'blog/feeds.yml',
      root: join(folder, 'blog'),
      workingDirectory: folder,
      articles: [join(folder, 'blog/texts')],
      output: join(folder, 'blog/dist'),
    });
  });

  it('that --config names and does not exist is a problem with a way out', () => {
    const folder = makeFolder({ 'feedwright.yaml': BASE });
    const loaded = loadConfig({ workingDirectory: folder, file: 'feed.yaml', flags: FLAGS });
    expect(loaded.problems).toMatchObject([
      { code: 'config-not-found', file: 'feed.yaml', hint: 'Leave out --config to use "feedwright.yaml".' },
    ]);
    expect(loaded.config).toBeUndefined();
  });

  it.each(['blog', 'feedwright.yaml/x', 'a\0b', ''])('%j is no file and no crash', (file) => {
    const folder = makeFolder({ 'feedwright.yaml': BASE, 'blog/': '' });
    const { config, problems } = loadConfig({ workingDirectory: folder, file });
    expect(config).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is a problem', () => {
    const folder = makeFolder({ 'feedwright.yaml': BASE });
    chmodSync(join(folder, 'feedwright.yaml'), 0);
    expect(listPlaces(loadConfig({ workingDirectory: folder }))).toEqual(['unreadable-config@1:-']);
  });

  it('that is missing is explained with the command that writes it', () => {
    const { problems } = loadConfig({ workingDirectory: makeFolder() });
    expect(problems.map(({ code }) => code)).toEqual(['no-config']);
    expect(problems[0]?.hint).toContain('npx feedwright init');
  });
});

describe('flags', () => {
  it('--site and --title are enough', () => {
    const folder = makeFolder({ 'articles/': '' });
    expect(loadConfig({ workingDirectory: folder, flags: FLAGS }).config).toMatchObject({
      file: '--site',
      root: folder,
      site: 'https://example.com/',
      title: 'T',
      articles: [join(folder, 'articles')],
      output: join(folder, 'dist'),
      lines: {},
    });
  });

  it('win over the file', () => {
    const folder = makeFolder({ 'feedwright.yaml': GOOD, 'articles/': '', 'other/': '' });
    const flags = { site: 'https://preview.example', title: 'Preview', output: 'out', articles: 'other' };
    expect(loadConfig({ workingDirectory: folder, flags }).config).toMatchObject({
      file: 'feedwright.yaml',
      site: 'https://preview.example/',
      title: 'Preview',
      image: 'https://preview.example/logo.png',
      output: join(folder, 'out'),
      articles: [join(folder, 'other')],
      limit: 30,
    });
  });

  it('give paths that start from the working directory, wherever the file is', () => {
    const folder = makeFolder({ 'blog/feedwright.yaml': BASE, 'texts/': '' });
    const flags = { output: 'out', articles: 'texts' };
    const { config } = loadConfig({ workingDirectory: folder, file: 'blog/feedwright.yaml', flags });
    expect(config).toMatchObject({ output: join(folder, 'out'), articles: [join(folder, 'texts')] });
  });

  it('repair what the file lacks', () => {
    const folder = makeFolder({ 'feedwright.yaml': 'limit: 5\nsite: nonsense\n' });
    expect(loadConfig({ workingDirectory: folder, flags: FLAGS }).config).toMatchObject({
      limit: 5,
      title: 'T',
    });
  });

  it('that are wrong are named, with a flag as the way out', () => {
    const flags = { site: 'example.com', title: ' ', articles: 'nowhere' };
    const { problems } = loadConfig({ workingDirectory: makeFolder(), flags });
    expect(problems).toMatchObject([
      { code: 'folder-not-found', file: '--articles', line: 1 },
      { code: 'bad-value', file: '--site', hint: 'Write "--site https://example.com".' },
      { code: 'bad-value', file: '--title', hint: `Write for example "--title 'My blog'".` },
    ]);
  });

  it('--site alone is not enough', () => {
    const { problems } = loadConfig({
      workingDirectory: makeFolder(),
      flags: { site: 'https://example.com/' },
    });
    expect(problems).toMatchObject([{ code: 'missing-key', file: '--site', message: '"title" is missing.' }]);
  });
});

describe('article folders', () => {
  const articlesOf = (folders: readonly string[], text = '') => {
    const folder = makeFolder({
      'feedwright.yaml': BASE + text,
      ...Object.fromEntries(folders.map((name) => [`${name}/`, ''])),
    });
    const { config, problems } = loadConfig({ workingDirectory: folder });
    expect(problems).toEqual([]);
    return config?.articles.map((path) => path.slice(folder.length + 1));
  };

  it.each([
    [['content/posts', 'posts', 'articles'], ['articles']],
    [['content/posts', 'posts', 'blog'], ['content/posts']],
    [['_posts', 'blog', 'content'], ['_posts']],
    [['src/content/blog', 'posts', 'content'], ['src/content/blog']],
    [['posts', 'blog', 'content'], ['posts']],
    [['content', 'blog'], ['blog']],
    [['content', 'notes'], ['content']],
    [['notes'], ['']],
  ])('of %j the usual one is %j', (folders, expected) => {
    expect(articlesOf(folders)).toEqual(expected);
  });

  it.each([
    ['jekyll', ['articles', '_posts'], ['_posts']],
    ['hugo', ['content/posts', 'articles'], ['content']],
    ['hexo', ['source/_posts', '_posts'], ['source/_posts']],
    ['astro', ['src/content/blog', 'articles'], ['src/content/blog']],
    ['docusaurus', ['blog', 'articles'], ['blog']],
    ['docusaurus', ['articles'], ['articles']],
  ])('with preset %s and %j the usual one is %j', (preset, folders, expected) => {
    expect(articlesOf(folders, `preset: ${preset}\n`)).toEqual(expected);
  });

  it('may be several, and one may be outside the folder of the file', () => {
    const folder = makeFolder({
      'site/feedwright.yaml': `${BASE}articles: [../texts, ./own/]\n`,
      'texts/': '',
      'site/own/': '',
    });
    const { config } = loadConfig({ workingDirectory: folder, file: 'site/feedwright.yaml' });
    expect(config?.articles).toEqual([join(folder, 'texts'), join(folder, 'site/own')]);
  });
});

describe('exclusions', () => {
  const excluderOf = (text: string, folders: readonly string[] = []) => {
    const folder = makeFolder({
      'feedwright.yaml': BASE + text,
      ...Object.fromEntries(folders.map((name) => [`${name}/`, ''])),
    });
    const { config } = loadConfig({ workingDirectory: folder });
    return picomatch([...(config?.exclude ?? ['**'])]);
  };

  it('keep what a build wrote out of the articles', () => {
    const isExcluded = excluderOf('articles: .\noutput: "pub (new)"\n');
    expect(isExcluded('pub (new)/feed.html')).toBe(true);
    expect(isExcluded('pub (new)')).toBe(true);
    expect(isExcluded('pub/a.md')).toBe(false);
  });

  it("keep a project's own files out, when the project is the article folder", () => {
    const isExcluded = excluderOf('');
    for (const name of [
      'README.md',
      'LICENSE',
      'LICENSE.txt',
      'CHANGELOG.md',
      'sub/README.md',
      'dist/x.html',
    ])
      expect([name, isExcluded(name)]).toEqual([name, true]);
    for (const name of ['a.md', 'readers.md', 'sub/license-plates.md'])
      expect([name, isExcluded(name)]).toEqual([name, false]);
    expect(excluderOf('', ['articles'])('README.md')).toBe(false);
  });

  it('keep section pages out with preset hugo or zola, beside the patterns of the file', () => {
    const isExcluded = excluderOf('preset: hugo\nexclude: [drafts/, "*.txt"]\n', ['content']);
    for (const name of ['_index.md', 'posts/_index.fr.md', 'drafts/a.md', 'a.txt'])
      expect([name, isExcluded(name)]).toEqual([name, true]);
    expect(isExcluded('posts/index.md')).toBe(false);
  });
});

describe('the default permalink', () => {
  it.each([
    ['jekyll', '_posts', '/:categories/:year/:month/:day/:title.html'],
    ['hugo', 'content', '/:path/'],
    ['hugo', 'content/posts', '/posts/:path/'],
    ['hugo', 'texts', '/:path/'],
    ['zola', 'content/blog', '/blog/:path/'],
    ['eleventy', 'content/blog', '/blog/:path/'],
    ['eleventy', 'src/posts', '/posts/:path/'],
    ['eleventy', 'posts', '/posts/:path/'],
    ['eleventy', 'texts', '/:path/'],
    ['astro', 'src/content/blog', '/blog/:path/'],
    ['astro', 'src/content/my blog', '/my%20blog/:path/'],
    ['hexo', 'source/_posts', '/:year/:month/:day/:title/'],
    ['docusaurus', 'blog', '/blog/:year/:month/:day/:slug'],
    ['wordpress', 'output/posts', '/:year/:month/:day/:slug/'],
  ])('of preset %s for %s is %s', (preset, articles, expected) => {
    const text = `${BASE}preset: ${preset}\narticles: ${articles}\n`;
    const folder = makeFolder({ 'feedwright.yaml': text, [`${articles}/`]: '' });
    expect(loadConfig({ workingDirectory: folder }).config?.permalink).toBe(expected);
  });

  it('gives way to the one of the file', () => {
    const text = `${BASE}preset: hugo\narticles: content/posts\npermalink: /:slug/\n`;
    const folder = makeFolder({ 'feedwright.yaml': text, 'content/posts/': '' });
    expect(loadConfig({ workingDirectory: folder }).config?.permalink).toBe('/:slug/');
  });

  it('is that of each folder when a preset has several', () => {
    const text = `${BASE}preset: hugo\narticles: [content/posts, content/news]\n`;
    const folder = makeFolder({ 'feedwright.yaml': text, 'content/posts/': '', 'content/news/': '' });
    const { config } = loadConfig({ workingDirectory: folder });
    expect(config?.permalink).toBe('/posts/:path/');
    expect(config?.permalinks).toEqual([{ folder: join(folder, 'content/news'), template: '/news/:path/' }]);
  });
});
