import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const page = (title: string) => `<!doctype html><title>${title}</title><h1>${title}</h1>`;

/** A site of two articles with the pages that its tool has built. */
function build(pages: Readonly<Record<string, string>>) {
  const folder = makeSite({
    'feedwright.yaml':
      'site: https://you.example/b/\ntitle: T\narticles: posts\npermalink: /:slug/\nbuilt: public\n',
    'posts/2025-01-01-first.md': '---\ntitle: First of all\n---\nText.\n',
    'posts/2025-01-02-second.md': '---\ntitle: Second\n---\nText.\n',
    ...pages,
  });
  return { folder, ...runCli(folder, ['build', ...NOW]) };
}

describe('the built site', () => {
  it('gets the feeds when each article has its page there', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/first/index.html': page('First of all'),
      'public/second.html': page('Second'),
    });
    expect(built).toMatchObject({ exitCode: 0, error: '' });
    expect(built.out).toContain('public/rss.xml');
  });

  it('says which URL the page of an article really has', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/blog/first/index.html': page('First of all'),
      'public/other/first.html': page('Another first'),
      'public/second/index.html': page('Second'),
    });
    expect(built.error).toContain('posts/2025-01-01-first.md:1 error address-not-on-site');
    expect(built.error).toContain('Its page is "https://you.example/b/blog/first/"');
    expect(built.error).not.toContain('second');
  });

  it('takes a file that is called as the URL is encoded, as Hugo writes one for an encoded "url"', () => {
    const post = '---\ntitle: Café\nurl: /caf%c3%a9/\n---\nText.\n';
    const pages = { 'public/index.html': page('Home'), 'public/caf%c3%a9/index.html': page('Café') };
    const folder = makeSite({
      'feedwright.yaml':
        'site: https://you.example/\ntitle: T\narticles: posts\npreset: hugo\nbuilt: public\n',
      'posts/2025-01-01-a.md': post,
      ...pages,
    });
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    const other = makeSite({
      'feedwright.yaml':
        'site: https://you.example/\ntitle: T\narticles: posts\npreset: hugo\nbuilt: public\n',
      'posts/2025-01-01-a.md': post.replace('caf%c3%a9', 'caf%c3%a8'),
      ...pages,
    });
    expect(runCli(other, ['build', ...NOW]).error).toContain('address-not-on-site');
  });

  it.each(['sitemap-index.xml', '404.html'])('may have no home page but %s', (name) => {
    const built = build({ [`public/${name}`]: 'x', 'public/blog/first/index.html': page('First of all') });
    expect(built.error).toContain('Its page is "https://you.example/b/blog/first/"');
  });

  it('may have a home page for each language alone', () => {
    const built = build({
      'public/en/index.html': page('Home'),
      'public/en/first/index.html': page('First of all'),
      'public/second/index.html': page('Second'),
    });
    expect(built.error).toContain('Its page is "https://you.example/b/en/first/"');
    expect(build({ 'public/blog/index.html': page('Home') }).error).toContain('site-not-built');
  });

  it('has the page of an article in its language', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: T\narticles: posts\nbuilt: public\n',
      'posts/ice/de.md': '---\ntitle: Ice\ndate: 2025-01-01\n---\nEis.\n',
      'posts/ice/en.md': '---\ntitle: Ice\ndate: 2025-01-01\n---\nIce.\n',
      'posts/ice/index.md': '---\ntitle: Ice\ndate: 2025-01-01\nslug: jaa\n---\nJää.\n',
      'public/index.html': page('Home'),
      'public/de/blog/ice/index.html': page('Ice'),
      'public/en/blog/ice/index.html': page('Ice'),
      'public/blog/ice/index.html': page('Ice'),
    });
    const { error } = runCli(folder, ['build', ...NOW]);
    const pageOf = (file: string) => new RegExp(`${file}:.*Its page is "([^"]*)"`).exec(error)?.[1];
    expect(['ice/de.md', 'ice/en.md', 'ice/index.md'].map(pageOf)).toEqual([
      'https://you.example/de/blog/ice/',
      'https://you.example/en/blog/ice/',
      'https://you.example/blog/ice/',
    ]);
  });

  it('names no page where two could be meant', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/a/first/index.html': page('First of all'),
      'public/b/first/index.html': page('First of all'),
      'public/second/index.html': page('Second'),
    });
    expect(built.error).toContain('There is no page for "https://you.example/b/first/"');
    expect(built.error).not.toContain('Its page is');
  });

  it.each([
    'astro',
    'docusaurus',
    'vitepress',
    'zola',
  ])('says how an article of %s gets its URL', (preset) => {
    const at = (config: string, post: string) => {
      const folder = makeSite({
        'feedwright.yaml': `site: https://you.example/b/\ntitle: T\narticles: posts\npreset: ${preset}\nbuilt: public\n${config}`,
        'posts/first.md': `---\ntitle: First of all\ndate: 2025-01-01\n${post}---\nText.\n`,
        'public/index.html': page('Home'),
        'public/else/first/index.html': page('First of all'),
      });
      return runCli(folder, ['build', ...NOW]);
    };
    const { error } = at('permalink: /:path/\n', '');
    const line = 'permalink: https://you.example/b/else/first/';
    expect(error).toContain(`add the whole URL to each: "${line}".`);
    expect(at('permalink: /:path/\n', `${line}\n`)).toMatchObject({ exitCode: 0, error: '' });
  });

  it('names no page of another title where pages have the title of the article', () => {
    const built = build({
      'public/index.html': page('Home'),
      'public/first/index.html': page('First of all'),
      'public/en/x/index.html': page('Second'),
      'public/de/x/index.html': page('Second'),
      'public/pages/second/index.html': page('All that is second'),
    });
    expect(built.error).toContain('There is no page for "https://you.example/b/second/"');
    expect(built.error).not.toContain('Its page is');
  });

  it('is asked for when it is not there, and the feeds go elsewhere', () => {
    const built = build({});
    expect(built.error).toContain('feedwright.yaml:5 warning site-not-built');
    expect(built.error).toContain(
      `the site is not built yet: URLs can't be checked, and the feeds go to "dist".`,
    );
    expect(built.out).toContain('dist/rss.xml');
  });

  const home = { 'public/index.html': page('Home'), 'public/second/index.html': page('Second') };
  const found = (url: string) => `Its page is "https://you.example/b/${url}"`;

  it('refuses a build with an article that has no page there, at the line that says its URL', () => {
    const built = build({
      ...home,
      'posts/2025-01-01-first.md': '---\ntitle: First of all\ntags: [a]\nslug: prime\n---\nText.\n',
      'public/1/index.html': page('First of all'),
    });
    expect(built.exitCode).toBe(1);
    expect(built.error).toContain('posts/2025-01-01-first.md:4:7 error address-not-on-site');
    expect(built.error).toContain(found('1/'));
  });

  it('finds the page by its title, whatever its name, and takes the URL that it gives itself', () => {
    const html =
      '<!doctype html><html><head><title>First of all | A site</title><link href=https://you.example/b/log/1 rel=canonical></head></html>';
    const built = build({ ...home, 'public/log/1.html': html });
    expect(built.error).toContain(found('log/1'));
  });

  it('reads a title with entities and markup', () => {
    const built = build({
      ...home,
      'posts/2025-01-01-first.md': '---\ntitle: Fish & "chips"\n---\nText.\n',
      'public/f/index.html': '<h1 class="x">Fish &amp; <em>&quot;chips&quot;</em></h1>',
    });
    expect(built.error).toContain(found('f/'));
  });

  it('chooses by the day between pages of one title', () => {
    const dated = (day: string) => `<h1>First of all</h1><time datetime="${day}T00:00:00Z">then</time>`;
    const built = build({
      ...home,
      'public/x/index.html': dated('2024-01-01'),
      'public/y/index.html': dated('2025-01-01'),
    });
    expect(built.error).toContain(found('y/'));
  });

  it('takes no page for the one of an article that only leads to another', () => {
    const built = build({
      ...home,
      'public/first/index.html':
        '<!doctype html><meta http-equiv="refresh" content="0; url=https://you.example/b/log/first/">',
      'public/log/first/index.html': page('First of all'),
    });
    expect(built.error).toContain(found('log/first/'));
  });
});

describe('init', () => {
  const site = (pages: Readonly<Record<string, string>>) =>
    makeSite({
      'hugo.toml': 'baseURL = "https://you.example/"\ntitle = "T"\n',
      'content/posts/one.md': '---\ntitle: One\ndate: 2025-01-01\n---\nText.\n',
      'content/posts/two.md': '---\ntitle: Two\ndate: 2025-01-02\n---\nText.\n',
      'content/posts/three.md': '---\ntitle: Three\ndate: 2025-01-03\n---\nText.\n',
      'public/index.html': page('Home'),
      ...pages,
    });

  it('takes the permalink of the built site where the configuration does not say it', () => {
    const folder = site({
      'public/2025/01/one/index.html': page('One'),
      'public/2025/01/two/index.html': page('Two'),
      'public/2025/01/three/index.html': page('Three'),
    });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(made.out).toContain('Set "permalink" so that articles have the same URLs as on the built site.');
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
  });

  it('takes slugs of titles, where a program of Eleventy makes the URLs', () => {
    const post = (title: string, date: string) => `---\ntitle: "${title}"\ndate: ${date}\n---\nText.\n`;
    const folder = makeSite({
      '_data/metadata.json': '{"title": "T", "url": "https://you.example/"}',
      'eleventy.config.js': '',
      'posts/posts.11tydata.js':
        'module.exports = { eleventyComputed: { permalink: (data) => urlOf(data.date, data.title) } };',
      'posts/1.md': post('Über Äpfel & Öl', '2025-01-01'),
      'posts/2.md': post("It's two", '2025-02-02'),
      'posts/3.md': post('C++: three', '2025-03-03'),
      '_site/index.html': page('Home'),
      '_site/2025/01/ueber-aepfel-and-oel/index.html': page('Über Äpfel &amp; Öl'),
      '_site/2025/02/its-two/index.html': page("It's two"),
      '_site/2025/03/c-three/index.html': page('C++: three'),
    });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(made.out).toContain('Set "permalink" so that articles have the same URLs as on the built site.');
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    expect(runCli(folder, ['list', ...NOW]).out).toContain(
      'https://you.example/2025/01/ueber-aepfel-and-oel/',
    );
  });

  it('takes URLs without an ending where the tool writes them so, and folders of articles', () => {
    const folder = makeSite({
      '.vitepress/config.ts':
        "export default { cleanUrls: true, rewrites: { 'posts/:name/README.md': 'notes/:name.md' } };\n",
      'posts/ice/README.md': '---\ntitle: Ice\ndate: 2025-01-01\n---\nIce.\n',
      'posts/thaw/README.md': '---\ntitle: Thaw\ndate: 2025-01-02\n---\nNone.\n',
      '.vitepress/dist/index.html': page('Home'),
      '.vitepress/dist/notes/ice.html': page('Ice'),
      '.vitepress/dist/notes/thaw.html': page('Thaw'),
    });
    const { out } = runCli(folder, ['init', '--site', 'https://a.test/', '--title', 'T', ...NOW]);
    expect(out).toContain('  2025-01-01  https://a.test/notes/ice\n');
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
  });

  it('leaves no article out because the built site is older', () => {
    const folder = site({
      'public/posts/one/index.html': page('One'),
      'public/posts/two/index.html': page('Two'),
    });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made.exitCode).toBe(0);
    expect(made.error).toContain('content/posts/three.md:1 warning address-not-on-site');
    expect(made.out).not.toContain('Left out');
    expect(runCli(folder, ['build', ...NOW]).error).toContain('three.md:1 error address-not-on-site');
  });
});
