import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { makeSite } from '../run-cli.ts';

// The thread of a build runs the compiled code. `check-tools.mjs` runs the tools themselves; here their part is played.
const load = async (name: string) =>
  (await import(new URL(`../../lib/entry/${name}.js`, import.meta.url).href)).default;
const settings = { site: 'https://you.example/', title: 'You', language: 'en' };
const page = '<html><body><article><p>x</p></article></body></html>';
const itemsOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')).items as readonly Record<string, unknown>[];

/** A built site with these pages. */
function makeBuilt(files: Readonly<Record<string, string>>, ...pages: readonly string[]): string {
  const folder = makeSite(files);
  for (const each of ['', ...pages]) {
    mkdirSync(join(folder, 'out', each), { recursive: true });
    writeFileSync(join(folder, 'out', each, 'index.html'), page);
  }
  return folder;
}

describe('the plugin for Eleventy', () => {
  it('takes URLs, dates and HTML as Eleventy has them', async () => {
    const feedwright = await load('eleventy');
    const folder = makeBuilt({}, 'writing/a', 'writing/b');
    const pages = [
      {
        url: '/writing/a/',
        date: new Date('2025-11-04T00:00:00Z'),
        inputPath: './posts/a.md',
        templateContent: '<p>{{ kept }} <script>x</script><a href="/b">b</a></p>',
        data: {
          title: 'A & B',
          tags: ['posts', 'x'],
          collections: {},
          eleventyComputed: () => 1,
          permalink: '/x',
        },
      },
      { url: false, date: new Date(0), inputPath: './posts/none.md', data: { title: 'Not written' } },
    ];
    const { templates, finish, eleventy } = play({ all: [], posts: pages });
    feedwright(eleventy, settings);
    expect(templates).toMatchObject([
      { permalink: false, eleventyExcludeFromCollections: true, eleventyImport: { collections: ['posts'] } },
    ]);
    await finish(join(folder, 'out'));
    expect(itemsOf(join(folder, 'out'))).toMatchObject([
      {
        url: 'https://you.example/writing/a/',
        title: 'A & B',
        tags: ['x'],
        date_published: '2025-11-04T00:00:00Z',
        content_html: '<p>{{ kept }} <a href="https://you.example/b">b</a></p>',
      },
    ]);
  });

  it('takes a pattern, the path prefix, and what other plugins make of links', async () => {
    const feedwright = await load('eleventy');
    const folder = makeBuilt({}, 'blog/a');
    const article = (inputPath: string, url: string) => ({
      ...{ inputPath, url, date: new Date(0), templateContent: '<a href="b.md">b</a>' },
      data: { title: url, page: { url } },
    });
    const all = [article('./blog/a.md', '/blog/a/'), article('./about.md', '/about/')];
    const renderTransforms = async function (this: { page: { url: string } }, html: string, page: object) {
      expect(page).toEqual(this.page);
      return html.replace('b.md', `/me${this.page.url}b/`);
    };
    const { finish, eleventy } = play({ all }, { renderTransforms });
    feedwright({ ...eleventy, pathPrefix: '/me/' }, { ...settings, collection: './blog/*.md' });
    await finish(join(folder, 'out'));
    expect(itemsOf(join(folder, 'out'))).toMatchObject([
      {
        url: 'https://you.example/me/blog/a/',
        content_html: '<a href="https://you.example/me/blog/a/b/">b</a>',
      },
    ]);
  });

  it('asks for all pages where there are no virtual templates, as in version 2', async () => {
    const feedwright = await load('eleventy');
    const folder = makeBuilt({}, 'a');
    const tagged = {
      url: '/a/',
      date: new Date(0),
      inputPath: './a.md',
      data: { title: 'A', tags: 'posts' },
    };
    const { finish, eleventy } = play({ all: [tagged, { ...tagged, data: { title: 'B' } }] });
    feedwright({ ...eleventy, addTemplate: undefined }, settings);
    await finish(join(folder, 'out'));
    expect(itemsOf(join(folder, 'out'))).toMatchObject([{ title: 'A' }]);
  });
});

describe('a plugin that finds no articles', () => {
  it('fails the build of the site: the feeds would be empty', async () => {
    const { finish, eleventy } = play({ all: [] });
    (await load('eleventy'))(eleventy, { ...settings, collection: 'post' });
    await expect(finish('out')).rejects.toThrow('feedwright found no page of the collection "post".');
    const siteConfig = { url: 'https://you.example', baseUrl: '/', title: 'You' };
    const plugin = (await load('docusaurus'))({ siteDir: '.', siteConfig });
    await expect(plugin.postBuild({ outDir: 'out' })).rejects.toThrow('feedwright found no posts.');
  });
});

/** Eleventy with these collections and filters. */
function play(
  collections: Readonly<Record<string, readonly object[]>>,
  filters: Readonly<Record<string, unknown>> = {},
) {
  const templates: object[] = [];
  const runs: (() => unknown)[] = [];
  const listeners: ((event: object) => unknown)[] = [];
  const eleventy = {
    addTemplate(_: string, render: (data: object) => unknown, data: object) {
      templates.push(data);
      runs.push(() => render({ collections }));
    },
    addCollection: (_: string, make: (all: object) => unknown) => make({ getAll: () => collections.all }),
    getFilter: (name: string) => filters[name],
    on: (_: string, run: (event: object) => unknown) => listeners.push(run),
  };
  const finish = async (output: string) => {
    for (const run of runs) run();
    for (const run of listeners) await run({ dir: { output } });
  };
  return { templates, finish, eleventy };
}

describe('the plugin for Vite', () => {
  const files = { 'posts/a.md': '---\ntitle: A\ndate: 2025-11-04\n---\n::: tip\nHi\n:::\n' };

  it('writes feeds at the end, once', async () => {
    const folder = makeBuilt(files, 'a');
    const plugin = (await load('vite'))({ ...settings, articles: 'posts' });
    expect([plugin.name, plugin.apply]).toEqual(['feedwright', 'build']);
    plugin.configResolved({ root: folder, build: { outDir: 'out', ssr: true } });
    await plugin.closeBundle();
    expect(existsSync(join(folder, 'out/feed.json'))).toBe(false);
    plugin.configResolved({ root: folder, build: { outDir: 'out' } });
    await plugin.closeBundle();
    expect(itemsOf(join(folder, 'out'))).toMatchObject([{ url: 'https://you.example/a/' }]);
  });

  it('fails the build of the site with what is wrong', async () => {
    const folder = makeBuilt({ 'posts/a.md': '---\ntitle: [\n---\n' });
    const plugin = (await load('vite'))({ ...settings, articles: 'posts' });
    plugin.configResolved({ root: folder, build: { outDir: 'out' } });
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(plugin.closeBundle()).rejects.toThrow('feedwright wrote no feeds: 1 error');
    expect(said.mock.calls.flat().join()).toMatch(/posts\/a\.md:\d+.* error /);
    said.mockRestore();
  });

  it.each([
    [true, 'https://you.example/posts/a'],
    [false, 'https://you.example/posts/a.html'],
  ])('has the URLs of VitePress, cleanUrls: %s', async (cleanUrls, url) => {
    const folder = makeBuilt(files);
    mkdirSync(join(folder, 'out/posts'));
    writeFileSync(join(folder, 'out/posts/a.html'), page);
    const { vitePress } = await import(new URL('../../lib/entry/vite.js', import.meta.url).href);
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await vitePress({ ...settings, articles: 'posts' })({
      srcDir: folder,
      outDir: join(folder, 'out'),
      cleanUrls,
    });
    expect(itemsOf(join(folder, 'out'))).toMatchObject([{ url }]);
    expect(said.mock.calls).toEqual([]);
    said.mockRestore();
  });
});

describe('the URLs of VitePress', () => {
  it('follow its base and the folders that it rewrites, and have its title and language', async () => {
    const names = ['posts/a', 'posts/2024/b', 'posts/2024/index', 'kept/c', 'kept/d'];
    const text = '---\ntitle: A\ndate: 2025-11-04\n---\nHi\n';
    const folder = makeBuilt(Object.fromEntries(names.map((name) => [`${name}.md`, text])));
    const built = ['blog/a', 'blog/2024/b', 'blog/2024/index', 'moved/e', 'kept/d'];
    for (const name of built) {
      mkdirSync(join(folder, 'out', name, '..'), { recursive: true });
      writeFileSync(join(folder, 'out', `${name}.html`), page);
    }
    const { vitePress } = await import(new URL('../../lib/entry/vite.js', import.meta.url).href);
    const map = Object.fromEntries(
      names.slice(0, 3).map((name) => [`${name}.md`, `${name.replace('posts', 'blog')}.md`]),
    );
    const site = {
      ...{ srcDir: folder, outDir: join(folder, 'out'), pages: names.map((name) => `${name}.md`) },
      ...{ site: { base: '/docs/', lang: 'fr', title: 'Mine' }, rewrites: { map } },
    };
    const heard = vi.spyOn(console, 'error').mockImplementation((line) => {
      throw new Error(line);
    });
    await vitePress({ site: 'https://you.example/', articles: 'posts' })(site);
    heard.mockRestore();
    const feed = JSON.parse(readFileSync(join(folder, 'out/feed.json'), 'utf8'));
    expect([feed.title, feed.language, feed.home_page_url]).toEqual([
      'Mine',
      'fr',
      'https://you.example/docs/',
    ]);
    expect(feed.items.map(({ url }: { url: string }) => url).toSorted()).toEqual([
      'https://you.example/docs/blog/2024/',
      'https://you.example/docs/blog/2024/b.html',
      'https://you.example/docs/blog/a.html',
    ]);
    // One file that is rewritten alone is not guessed at: its page is looked for.
    const alone = { ...site, rewrites: { map: { 'kept/c.md': 'moved/e.md' } } };
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(vitePress({ site: 'https://you.example/', articles: 'kept' })(alone)).rejects.toThrow(
      '1 error',
    );
    expect(said.mock.calls.flat().join()).toContain('kept/c.md');
    said.mockRestore();
  });
});

describe('the integration for Astro', () => {
  it('has the site of Astro and its base, and tells through its logger', async () => {
    const folder = makeBuilt(
      { 'src/content/blog/a.md': '---\ntitle: A\ndate: 2025-11-04\n---\n<x-y>z</x-y>\n' },
      'blog/a',
    );
    const { name, hooks } = (await load('astro'))({
      ...{ title: 'You', articles: 'src/content/blog', permalink: '/blog/:slug/' },
    });
    const root = pathToFileURL(`${folder}/`);
    hooks['astro:config:done']({
      config: { root, site: 'https://you.example', base: '/me', i18n: { defaultLocale: 'fr' } },
    });
    const lines: string[] = [];
    const logger = { warn: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
    await hooks['astro:build:done']({ dir: new URL('out/', root), logger });
    expect(name).toBe('feedwright');
    expect(itemsOf(join(folder, 'out'))).toMatchObject([{ url: 'https://you.example/me/blog/a/' }]);
    expect(readFileSync(join(folder, 'out/rss.xml'), 'utf8')).toContain('<language>fr</language>');
    expect(lines.join('\n')).toContain('src/content/blog/a.md:5 warning unknown-element');
  });
});

describe('the plugin for Docusaurus', () => {
  it.each([
    [true, 'https://you.example/fr/two/'],
    [false, 'https://you.example/fr/two'],
    [undefined, 'https://you.example/fr/two'],
  ])('has its URLs with trailingSlash: %s, and the language that it builds', async (trailingSlash, url) => {
    const folder = makeBuilt({}, 'two');
    const siteConfig = { url: 'https://you.example', baseUrl: '/fr/', title: 'You', trailingSlash };
    const plugin = (await load('docusaurus'))({ siteDir: folder, siteConfig, i18n: { currentLocale: 'fr' } });
    const metadata = {
      ...{ source: '@site/blog/two.md', permalink: '/fr/two', title: 'Two', date: new Date(0) },
      ...{ tags: [], authors: [], frontMatter: {} },
    };
    const blogPosts = [{ content: 'x', metadata }];
    await plugin.allContentLoaded({ allContent: { 'docusaurus-plugin-content-blog': { a: { blogPosts } } } });
    await plugin.postBuild({ outDir: join(folder, 'out') });
    const feed = JSON.parse(readFileSync(join(folder, 'out/feed.json'), 'utf8'));
    expect([feed.language, feed.items[0].url]).toEqual(['fr', url]);
  });

  it('has the posts of the blog as Docusaurus has them', async () => {
    const folder = makeBuilt({}, 'two');
    const plugin = (await load('docusaurus'))(
      { siteDir: folder, siteConfig: { url: 'https://you.example', baseUrl: '/site/', title: 'You' } },
      { id: 'default', language: 'en' },
    );
    const post = (permalink: string, more: object = {}) => ({
      content: ':::tip\n{x}\n:::\n\nText.',
      metadata: {
        ...{
          source: `@site/blog${permalink}.mdx`,
          permalink,
          title: 'Two',
          date: new Date('2025-11-05T00:00:00Z'),
        },
        ...{
          tags: [{ label: 'x' }],
          authors: [{ name: 'Ann' }],
          frontMatter: { slug: 'y', description: 'd' },
          ...more,
        },
      },
    });
    const blogPosts = [post('/site/two'), post('/site/hidden', { unlisted: true })];
    await plugin.allContentLoaded({
      allContent: { 'docusaurus-plugin-content-blog': { default: { blogPosts } } },
    });
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await plugin.postBuild({ outDir: join(folder, 'out') });
    expect(itemsOf(join(folder, 'out'))).toMatchObject([
      {
        ...{
          url: 'https://you.example/site/two',
          title: 'Two',
          tags: ['x'],
          authors: [{ name: 'Ann' }],
          summary: 'd',
        },
      },
    ]);
    expect(said.mock.calls.flat().join('\n')).toContain('blog/site/two.mdx:');
    said.mockRestore();
  });
});
