import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const SETTINGS = 'site: https://you.example/\ntitle: T\npreset: eleventy\narticles: posts\n';
const post = (more = '') => `---\ntitle: One\ndate: 2025-01-01\n${more}---\nText.\n`;

function build(files: Readonly<Record<string, string>>, settings = SETTINGS) {
  return runCli(makeSite({ 'feedwright.yaml': settings, ...files }), ['build', ...NOW]);
}

describe('a permalink that is a program', () => {
  it('is said at its line, with the URL that is taken instead', () => {
    const { error, exitCode } = build({ 'posts/one.md': post('permalink: "/{{ title | shout }}/"\n') });
    expect(exitCode).toBe(0);
    expect(error).toContain('posts/one.md:4:13 warning unread-permalink');
    expect(error).toContain('"https://you.example/posts/one/"');
  });

  it.each([
    ['a function', "export default { permalink: (data) => '/x/' + data.page.fileSlug };"],
    ['a method', "export default { permalink({ title }) { return '/x/' + title; } };"],
    ['computed data', "export default { eleventyComputed: { permalink: (data) => data.lang + '/x/' } };"],
  ])('is said where the data of its folder has it as %s', (_, data) => {
    const { error } = build({ 'posts/one.md': post(), 'posts/posts.11tydata.js': data });
    expect(error).toContain('posts/one.md:1 warning unread-permalink');
    expect(error).not.toContain('computed }}');
  });

  it('is said once for all articles that have it, at the first', () => {
    const data = "export default { permalink: (data) => '/x/' + data.page.fileSlug };";
    const own = post('permalink: "/{{ title | shout }}/"\n');
    const files = {
      'posts/c.md': post(),
      'posts/b.md': post(),
      'posts/d.md': own,
      'posts/posts.11tydata.js': data,
    };
    const { error } = build(files);
    expect(error.match(/unread-permalink/g)).toHaveLength(2);
    expect(error).toContain(
      'posts/b.md:1 warning unread-permalink: "permalink" of 2 articles comes from code',
    );
    expect(error).toContain('It assumes URLs such as "https://you.example/posts/b/"');
    expect(error).toContain('posts/d.md:4:13 warning unread-permalink: "permalink" is code');
  });

  it('is read where it is made of known parts, or is a text in the data of the folder', () => {
    const { error } = build({
      'posts/one.md': post('permalink: "/{{ page.fileSlug }}/"\n'),
      'posts/two.md': post(),
      'posts/posts.11tydata.js': "export default { permalink: '/x/{{ page.fileSlug }}/' };",
    });
    expect(error).toBe('');
  });

  it.each([
    ['{{ slug | default: title | slugify }}', '', 'one-two'],
    ['{{ slug | default: title | slugify }}', 'slug: My Own\n', 'my-own'],
    ['{{ nick | default(page.fileSlug) }}', '', 'one'],
    ['{{ kind | default: "mixed" | upcase }}', '', undefined],
    ['{{ kind | default: "Mixed" | downcase }}', '', 'mixed'],
    ["{{ page.date | date: '%Y' }}/{{ title | downcase | slugify }}", '', '2025/one-two'],
    ['{{ kind | downcase | slugify }}', '', undefined],
  ])('is read where filters follow each other: %s, %s', (template, own, path) => {
    const written = `${own}permalink: ${JSON.stringify(`/x/${template}/`)}\n`;
    const folder = makeSite({
      'feedwright.yaml': SETTINGS,
      'posts/one.md': post(written).replace('One', 'One Two'),
    });
    const { out, error } = runCli(folder, ['list', ...NOW]);
    expect(error.includes('unread-permalink')).toBe(path === undefined);
    if (path !== undefined) expect(out).toContain(`https://you.example/x/${path}/`);
  });

  const bySlug = (title: string, files: Readonly<Record<string, string>> = {}) => {
    const folder = makeSite({
      'feedwright.yaml': SETTINGS,
      'posts/one.md': post('permalink: "/x/{{ title | slug }}/"\n').replace('One', JSON.stringify(title)),
      ...files,
    });
    const { out, error } = runCli(folder, ['list', ...NOW]);
    return { url: /https:\S+/.exec(out)?.[0], codes: /unread-permalink/.exec(error)?.[0] };
  };

  it.each([
    ['Beer & Code #40: a winner', 'beer-and-code-40:-a-winner'],
    ["It's v1.0 – (really) 100%", "it's-v1.0-(really)-100percent"],
    ['Über Äpfel, Öl und straße', 'uber-apfel-ol-und-strasse'],
  ])('is read with the older filter of Eleventy: %s', (title, slug) => {
    expect(bySlug(title)).toEqual({ url: `https://you.example/x/${slug}/`, codes: undefined });
  });

  it.each(['Жить', 'a:b'])('is said where nobody knows what that filter makes of %s', (title) => {
    expect(bySlug(title)).toEqual({ url: 'https://you.example/posts/one/', codes: 'unread-permalink' });
  });

  it.each([
    [
      'in the configuration',
      { '.eleventy.js': "module.exports = (c) => { c.addFilter('slug', (t) => t); };" },
    ],
    [
      'in a file of it',
      {
        'eleventy.config.js': "import filters from './config/filters.js';\nexport default (c) => filters(c);",
        'config/filters.js': 'export default (c) => c.addNunjucksFilter("slug", String);',
      },
    ],
    [
      'in a list of them',
      {
        'eleventy.config.js':
          "const all = require('./config/filters');\nmodule.exports = (c) => { for (const name in all) c.addFilter(name, all[name]); };",
        'config/filters.js': 'module.exports = { slug: (text) => text };',
      },
    ],
  ])('is said where the filter is one of the own of a site: %s', (_, files) => {
    expect(bySlug('One', files)).toEqual({
      url: 'https://you.example/x/one/',
      codes: 'unread-permalink',
    });
  });

  it('is read where a site has other filters of its own', () => {
    const files = {
      '.eleventy.js':
        "// addFilter('slug')\nmodule.exports = (c) => { c.addFilter('shout', (slug) => slug); c.addShortcode('slug', String); };",
    };
    expect(bySlug('One', files)).toEqual({ url: 'https://you.example/x/one/', codes: undefined });
  });

  it.each([
    ['hugo', 'url'],
    ['hexo', 'permalink'],
    ['eleventy', 'permalink'],
    ['jekyll', 'permalink'],
  ])('is none where a page of %s is called as a style of Jekyll', (preset, key) => {
    const folder = makeSite({
      'feedwright.yaml': `site: https://you.example/\ntitle: T\npreset: ${preset}\narticles: posts\n`,
      'posts/2025-01-01-two.md': post(`${key}: date\n`),
    });
    const { out } = runCli(folder, ['list']);
    expect(out).toMatch(/https:\/\/you\.example\/date\/?\s/);
  });

  it('needs no warning where the built site shows that the URL is right', () => {
    const { error } = build(
      {
        'posts/one.md': post('permalink: "/{{ title | shout }}/"\n'),
        '_site/index.html': 'Home',
        '_site/posts/one/index.html': '<h1>One</h1>',
      },
      `${SETTINGS}built: _site\n`,
    );
    expect(error).toBe('');
  });
});

describe('a URL that code of the site makes', () => {
  const data = "export default { permalink: (data) => '/x/' + data.page.fileSlug };";
  const page = (title: string) => `<title>${title}</title><h1>${title}</h1>`;
  const listed = (folder: string) =>
    JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out).articles.map(
      ({ url, id, state }: Record<string, string>) => (url === id ? (url ?? state) : `${id} at ${url}`),
    );

  it('is that of its page on the built site', () => {
    const folder = makeSite({
      'feedwright.yaml': `${SETTINGS}built: _site\n`,
      'posts/posts.11tydata.js': data,
      'posts/one.md': post(),
      'posts/two.md': post('id: of-two\n').replace('One', 'Two'),
      '_site/index.html': 'Home',
      '_site/x/one/index.html': page('One'),
      '_site/x/two/index.html': page('Two'),
    });
    const urls = ['https://you.example/x/one/', 'of-two at https://you.example/x/two/'];
    expect(listed(folder)).toEqual(urls);
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    expect(readFileSync(join(folder, '_site/rss.xml'), 'utf8')).toContain('<link>https://you.example/x/two/');
    expect(listed(folder)).toEqual(urls);
  });

  it('is said to be a guess where no page shows it, or another article has that page', () => {
    const files = {
      'feedwright.yaml': `${SETTINGS}built: _site\n`,
      'posts/one.11tydata.js': data,
      'posts/one.md': post(),
      'posts/other.md': post(),
      '_site/index.html': 'Home',
      '_site/posts/other/index.html': page('One'),
    };
    const { problems } = JSON.parse(runCli(makeSite(files), ['list', '--json', ...NOW]).out);
    expect(problems).toMatchObject([{ code: 'unread-permalink', file: 'posts/one.md' }]);
  });

  it.each([
    [
      'addGlobalData',
      {
        'eleventy.config.js':
          "export default (c) => { c.addGlobalData('permalink', () => (d) => slug(d.title)); };",
      },
    ],
    [
      'computed data in the configuration',
      {
        '.eleventy.js':
          "module.exports = (c) => { c.addGlobalData('eleventyComputed.permalink', () => (d) => d.x); };",
      },
    ],
    [
      'computed data of the site',
      { '_data/eleventyComputed.js': "export default { permalink: (d) => '/' + d.x };" },
    ],
  ])('is said to be a guess with %s', (_, files) => {
    const { error } = build({ 'posts/one.md': post(), ...files });
    expect(error).toContain('posts/one.md:1 warning unread-permalink');
    expect(error).not.toContain('computed }}');
  });

  it('is no guess where that code only leaves out drafts, or is a template that is read', () => {
    const starter =
      "eleventyConfig.addGlobalData('eleventyComputed.permalink', function () { return (data) => { if (data.draft) { return false; } return data.permalink; }; });";
    const files = {
      '.eleventy.js': `module.exports = (eleventyConfig) => { ${starter} };`,
      'posts/one.md': post('permalink: /own/\n'),
      'posts/two.md': post('eleventyComputed:\n  permalink: "/c/{{ page.fileSlug }}/"\n').replace(
        'One',
        'Two',
      ),
    };
    const folder = makeSite({ 'feedwright.yaml': SETTINGS, ...files });
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    expect(listed(folder)).toEqual(['https://you.example/own/', 'https://you.example/c/two/']);
  });

  it.each([
    [
      'a text of a function',
      'export default { permalink: (data) => `/n/\u0024{data.page.fileSlug}/` };',
      '/n/one/',
    ],
    [
      'names of its parameter',
      'export default { permalink: ({ page }) => `/n/\u0024{page.fileSlug}/` };',
      '/n/one/',
    ],
    [
      'a method with the filter of Eleventy',
      'export default { permalink(data) { return `n/\u0024{this.slugify(data.title)}/`; } };',
      '/n/one/',
    ],
    [
      'a function without an arrow',
      'module.exports = { permalink: function (d) { return `/n/\u0024{d.kind}/\u0024{d.page.fileSlug}/index.html` } };',
      '/n/news/one/',
    ],
    [
      'a template',
      "export default { eleventyComputed: { permalink: '/n/{{ page.fileSlug }}/' } };",
      '/n/one/',
    ],
    [
      'what the page says itself, but for drafts',
      'export default () => ({ eleventyComputed: { permalink: (d) => (d.draft ? false : d.permalink) } });',
      '/own/',
    ],
    [
      'the same in several lines',
      'export default { eleventyComputed: { permalink: (data) => {\n  if (data.draft) return false\n  return data.permalink\n} } };',
      '/own/',
    ],
  ])('is read where the code of the folder is plain: %s', (_, data, path) => {
    const own = path === '/own/' ? 'permalink: /own/\n' : 'kind: news\n';
    const folder = makeSite({
      'feedwright.yaml': SETTINGS,
      'posts/posts.11tydata.js': data,
      'posts/one.md': post(own),
    });
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    expect(listed(folder)).toEqual([`https://you.example${path}`]);
  });

  it.each([
    [
      'a value that is no text',
      'export default { permalink: (d) => `/n/\u0024{d.page.date.getFullYear()}/` };',
    ],
    ['one of two texts', 'export default { permalink(d) { if (d.kind) return `/n/`; return `/m/`; } };'],
    [
      'no page for another reason',
      'export default { permalink: (d) => (d.isSecret ? false : d.permalink) };',
    ],
    ['a name from elsewhere', 'export default { permalink: (d) => `/n/\u0024{slugify(d.title)}/` };'],
    ['data that is not named', 'export default { permalink: ({ page }) => `/n/\u0024{title}/` };'],
  ])('is said to be a guess where the code gives %s', (_, data) => {
    const { error } = build({ 'posts/one.md': post(), 'posts/posts.11tydata.js': data });
    expect(error).toContain('posts/one.md:1 warning unread-permalink');
  });

  it('is guessed by the permalink of the folder, where computed data may change it', () => {
    const { error } = build({
      'posts/one.md': post(),
      'posts/posts.json': '{ "permalink": "/n/{{ page.fileSlug }}/" }',
      'posts/posts.11tydata.js':
        'export default { eleventyComputed: { permalink: (d) => (d.isSound ? `/s/` : d.permalink) } };',
    });
    expect(error).toContain('It assumes the URL "https://you.example/n/one/"');
  });

  it('is read where the configuration names the function that leaves out drafts', () => {
    const { error } = build({
      'posts/one.md': post('permalink: /own/\n'),
      'eleventy.config.js':
        "function own() { return (data) => { if (data.draft) { return false; } return data.permalink; }; }\nexport default (c) => { c.addGlobalData('eleventyComputed.permalink', own); };",
    });
    expect(error).toBe('');
  });

  it('is taken from the page where a plugin of Hexo makes it, and unknown without one', () => {
    const files = {
      'feedwright.yaml':
        'site: https://you.example/\ntitle: T\npreset: hexo\narticles: posts\npermalink: /p/:abbrlink/\nbuilt: public\n',
      'posts/one.md': post(),
      'posts/two.md': post().replace('One', 'Two'),
      'public/index.html': 'Home',
      'public/p/8a3f/index.html': page('One'),
    };
    const folder = makeSite(files);
    expect(listed(folder)).toEqual(['https://you.example/p/8a3f/', 'refused']);
    expect(runCli(folder, ['build', ...NOW]).error).toContain('posts/two.md:1 error missing-url-key');
  });

  it('is said by init to need the built site, where no template is the same', () => {
    const folder = makeSite({
      'eleventy.config.js': '',
      '_data/site.js': "export default { url: 'https://you.example', title: 'T' };",
      'posts/posts.11tydata.js': data,
      'posts/one.md': post(),
      'posts/two.md': post().replace('One', 'Two'),
      '_site/index.html': 'Home',
      '_site/q/8a3f/index.html': page('One'),
      '_site/r/77/index.html': page('Two'),
    });
    const { out } = runCli(folder, ['init', ...NOW]);
    expect(out).toContain('2 articles have a URL that code of your site makes.');
    expect(listed(folder)).toEqual(['https://you.example/q/8a3f/', 'https://you.example/r/77/']);
  });
});

describe('a folder that is named for a language', () => {
  const files = {
    'posts/en/one.md': post(),
    'posts/de/one.md': post().replace('One', 'Eins'),
    'posts/en/node/two.md': post().replace('One', 'Two'),
  };

  it.each([
    '',
    'languages: [en, de]\n',
    'languages: { en: posts/en, de: posts/de }\n',
  ])('makes a feed with "by: language" and %j', (languages) => {
    const folder = makeSite({
      'feedwright.yaml': `site: https://you.example/\ntitle: T\narticles: posts\nfeeds: [{ by: language }]\n${languages}`,
      ...files,
    });
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    const titles = (path: string) =>
      JSON.parse(readFileSync(join(folder, 'dist', path), 'utf8')).items.map(
        ({ title }: { readonly title: string }) => title,
      );
    expect(titles('de/feed.json')).toEqual(['Eins']);
    expect(titles('en/feed.json').toSorted()).toEqual(['One', 'Two']);
  });

  it('is said to be missing where no article has a language', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: T\narticles: posts\nfeeds: [{ by: language }]\n',
      'posts/one.md': post(),
    });
    expect(runCli(folder, ['build', ...NOW]).error).toContain('feedwright.yaml:4:9 warning no-groups');
  });

  it.each([
    ['Hugo', 'hugo.toml', 'baseURL = "https://you.example/"\ntitle = "T"\n[languages.en]\n[languages.de]\n'],
    ['Zola', 'config.toml', 'base_url = "https://you.example"\ntitle = "T"\n[languages.de]\n'],
  ])('init says that the main feed of %s has all languages', (_, name, text) => {
    const folder = makeSite({
      [name]: text,
      'content/posts/one.md': post(),
      'content/posts/one.de.md': post(),
    });
    const { out } = runCli(folder, ['init', ...NOW]);
    expect(out).toContain(
      'The site has 2 languages (en, de). Without "where", the main feed has the articles of all.',
    );
  });
});

describe('a permalink of Hexo with keys of articles', () => {
  const settings =
    'site: https://you.example/\ntitle: T\npreset: hexo\narticles: posts\npermalink: /p/:abbrlink/\n';

  it('needs the key in each article, unless it says its URL', () => {
    const files = {
      'posts/one.md': post('abbrlink: 8a3f\n'),
      'posts/two.md': post().replace('One', 'Two'),
      'posts/three.md': post('permalink: three/\n').replace('One', 'Three'),
    };
    const { error, exitCode } = build(files, settings);
    expect(exitCode).toBe(1);
    expect(error.match(/missing-url-key/g)).toHaveLength(1);
    expect(error).toContain('posts/two.md:1 error missing-url-key: The article has no "abbrlink"');
  });

  it('cannot have the number that Hexo gives an article, which init says', () => {
    expect(build({ 'posts/one.md': post() }, settings.replace('abbrlink', 'id')).error).toContain(
      'unknown-placeholder',
    );
    const folder = makeSite({
      '_config.yml': 'title: H\nurl: https://h.test\nsource_dir: source\npermalink: :id/\n',
      'source/_posts/one.md': post(),
    });
    expect(runCli(folder, ['init', ...NOW]).out).toContain(
      'skipped permalink: ":id/", because feedwright has no equivalent.',
    );
  });
});
