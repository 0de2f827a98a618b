import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const FLAGS = ['--site', 'https://t.test/', '--title', 'Tides', ...NOW];
const post = (title = 'High Tide', more = '') =>
  `---\ntitle: ${title}\ndate: 2025-11-04\n${more}---\nIt rose.\n`;
const page = (title: string, body = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

/** What `init` says and writes for a site. */
function init(files: Readonly<Record<string, string>>, flags: readonly string[] = FLAGS) {
  const folder = makeSite(files);
  const { out, error, exitCode } = runCli(folder, ['init', ...flags]);
  const config = load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')) as Record<string, unknown>;
  return { folder, out, error, exitCode, config };
}

const SVELTE = { 'svelte.config.js': 'export default {};\n' };
const POSTS = {
  'src/lib/posts/high-tide.md': post('High Tide'),
  'src/lib/posts/low-tide.md': post('Low Tide'),
};
const PAGES = {
  'build/log/high-tide.html': page('High Tide'),
  'build/log/low-tide.html': page('Low Tide'),
};
const linkTo = (...hrefs: readonly string[]) => hrefs.map((href) => `<a href="${href}">x</a>`).join('');

describe('init gives articles the URLs under which the pages of the built site link to each other', () => {
  test.each([
    ['without an ending', '/log/high-tide', '/log/low-tide', '/log/:slug'],
    ['without an ending, relative', './log/high-tide', 'log/low-tide', '/log/:slug'],
    ['with the host', 'https://t.test/log/high-tide', 'https://t.test/log/low-tide', '/log/:slug'],
    ['with the ending', '/log/high-tide.html', '/log/low-tide.html', '/log/:slug.html'],
    ['to no article', '/about', 'https://else.test/log/high-tide', '/log/:slug.html'],
    ['with both, mostly with the ending', '/log/high-tide', '/log/low-tide.html', '/log/:slug.html'],
  ])('%s', (_, first, second, permalink) => {
    const home = page('Home', linkTo(first, second, '/', '/log/'));
    const { config } = init({ ...SVELTE, ...POSTS, ...PAGES, 'build/index.html': home });
    expect(config.permalink).toBe(permalink);
  });

  it('and leaves no error for a build', () => {
    const home = page('Home', linkTo('/log/high-tide', '/log/low-tide'));
    const { folder } = init({ ...SVELTE, ...POSTS, ...PAGES, 'build/index.html': home });
    const built = runCli(folder, ['build', ...NOW]);
    expect(built).toMatchObject({ exitCode: 0, error: '' });
    expect(readFileSync(join(folder, 'build/rss.xml'), 'utf8')).toContain(
      '<link>https://t.test/log/high-tide</link>',
    );
  });
});

describe('init enters the folder of all content, whose name is in no URL', () => {
  test.each([
    ['content', 'apps/web/content/blog/a.md', 'apps/web/content', '/blog/a/'],
    ['pages', 'site/pages/log/a.md', 'site/pages', '/log/a/'],
    ['public', 'public/a/index.md', 'public', '/a/'],
    ['data', 'web/data/blog/a.md', 'web/data', '/blog/a/'],
  ])('%s', (_, file, articles, url) => {
    const other = file.replace(/a(?=\.md|\/index)/, 'b');
    const { out, config, exitCode } = init({
      [file]: post(),
      [other]: post('Low Tide'),
      // No article.
      'packages/tool/README.md': 'Words.\n',
      'packages/tool/notes.md': post('Draft', 'draft: true\n'),
    });
    expect(exitCode).toBe(0);
    expect(config).toEqual({ site: 'https://t.test/', title: 'Tides', articles });
    expect(out).toContain(`Set "articles" to "${articles}", because all articles are in it.`);
    expect(out).toContain(`  https://t.test${url}\n`);
  });

  test.each([
    ['an article is elsewhere', { 'notes/c.md': post('Ebb') }],
    ['it is not one of content', {}],
  ])('but not where %s', (_, more: Record<string, string>) => {
    const folder = Object.keys(more).length === 0 ? 'work/log' : 'work/content';
    const { config } = init({ [`${folder}/a.md`]: post(), [`${folder}/b.md`]: post('Low Tide'), ...more });
    expect(config.articles).toBeUndefined();
  });
});

it('init names five of the files that it leaves out, and how many more there are', () => {
  const pages = Object.fromEntries([...'abcdefgh'].map((name) => [`articles/${name}.md`, 'Words.\n']));
  const { out, config } = init({ ...pages, 'articles/post.md': post() });
  expect(config.exclude).toHaveLength(8);
  expect(out).toContain(
    'Added to "exclude": a.md, b.md, c.md, d.md, e.md and 3 more (8 files without a date).\n',
  );
});

it('init says once that an article has the ID of another', () => {
  const posts = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`articles/${i}.md`, post(`Tide ${i}`)]),
  );
  const files = {
    ...posts,
    'articles/1.md': post('One', 'id: 7\n'),
    'articles/2.md': post('Two', 'id: 7\n'),
    'articles/bad.md': post('Bad').replace('2025-11-04', '2025-13-04'),
  };
  const { error, out, exitCode } = init(files);
  expect(exitCode).toBe(0);
  expect(error.match(/duplicate-id/g)).toHaveLength(1);
  expect(out).toContain('Added to "exclude": 2.md (1 file with the ID of another).');
});

it('init copies a description without its tags', () => {
  const { config } = init({
    '_config.yml':
      'url: https://t.test\ntitle: Tides\ndescription: \'News &amp; more by <a href="/us">us</a>.<br>Daily.\'\n',
    '_posts/2025-11-04-high.md': post(),
  });
  expect(config.description).toBe('News & more by us. Daily.');
});

test.each([
  ['["rss.xml", "releases.json"]', {}, { rss: 'rss.xml' }],
  ['["first.xml", "second.xml"]', {}, { rss: 'first.xml' }],
  ['["feed.xml"]', { 'templates/feed.xml': '<?xml version="1.0"?><feed xmlns="">' }, { atom: 'feed.xml' }],
  ['["atom.xml"]', { 'templates/atom.xml': '<rss version="2.0">' }, { rss: 'atom.xml' }],
  ['["releases.json"]', {}, undefined],
])('init keeps the feeds of Zola: %s %s', (names, files: Record<string, string>, formats) => {
  const { config, out } = init({
    'config.toml': `base_url = "https://t.test"\ntitle = "T"\ngenerate_feeds = true\nfeed_filenames = ${names}\n`,
    'content/a.md': '+++\ntitle = "A"\ndate = 2025-01-01\n+++\nText.\n',
    ...files,
  });
  expect(config.formats).toEqual(formats);
  expect(out).not.toContain('skipped');
});

it('a build does not guess a preset where the folder of the built site is set', () => {
  const posts = {
    'posts/2025-11-04-a.md': post('A', 'authors:\n  - ada\n'),
    'posts/2025-11-05-b.md': post('B', 'authors:\n  - ada\n'),
  };
  const config = 'site: https://t.test/\ntitle: T\narticles: posts\n';
  const guessed = runCli(makeSite({ ...posts, 'feedwright.yaml': config }), ['build', ...NOW]);
  expect(guessed.out).toContain('These look like docusaurus articles.');
  const known = makeSite({ ...posts, 'feedwright.yaml': `${config}built: site\n` });
  expect(runCli(known, ['build', ...NOW]).out).not.toContain('look like');
});

it('a folder of Lektor says that its files are not read', () => {
  const { error } = init({
    'Web.lektorproject': '[project]\nname = T\n',
    'content/blog/a/contents.lr': 'title: A\n---\npub_date: 2025-01-01\n',
  });
  expect(error).toContain('content/blog/a/contents.lr:1 warning foreign-files: Left out: this .lr file.');
});

describe('an article folder in which "exclude" leaves out everything', () => {
  test.each([
    [1, '"exclude" leaves out the only article in "posts".'],
    [2, '"exclude" leaves out all 2 articles in "posts".'],
  ])('is no empty one: %d', (count, message) => {
    const posts = Object.fromEntries(
      [...'ab'].slice(0, count).map((name) => [`posts/${name}.md`, post(name)]),
    );
    const config = 'site: https://t.test/\ntitle: T\narticles: posts\nexclude: ["*.md"]\n';
    const folder = makeSite({ ...posts, 'feedwright.yaml': config });
    const { error, exitCode } = runCli(folder, ['build', ...NOW]);
    expect(exitCode).toBe(1);
    expect(error).toContain(`feedwright.yaml:4 error no-articles: ${message} Remove from it what the feed`);
    const listed = runCli(folder, ['list', ...NOW]);
    expect(listed.error).toMatch(/\n0 articles; 1 error\n$/);
  });
});

test.each(['repo-url', 'your'])('an unknown element is named as the text that it may be: <%s>', (name) => {
  const folder = makeSite({ 'articles/a.md': `${post()}\nClone <${name}> now.\n` });
  expect(runCli(folder, ['build', ...FLAGS]).error).toContain(
    `If it is text, put it in code: \`<${name}>\`. If it is an element, write what it shows as Markdown or HTML.`,
  );
});

describe('init lets headings be titles where most articles have no other', () => {
  const article = (name: string, front: string) => [`docs/log/${name}.md`, `---\n${front}---\n# ${name}\n`];
  const untitled = (name: string) => article(name, 'date: 2025-11-04\n');
  const titled = (name: string) => article(name, `title: ${name}\ndate: 2025-11-04\n`);
  test.each([
    ['all of three', [...'abc'].map(untitled), ['missing-title']],
    ['half of six', [...[...'abc'].map(untitled), ...[...'def'].map(titled)], ['missing-title']],
    ['three of seven', [...[...'abc'].map(untitled), ...[...'defg'].map(titled)], undefined],
    ['both of two', [...'ab'].map(untitled), undefined],
  ])('%s', (_, articles, quiet) => {
    const { config, out, folder } = init(Object.fromEntries(articles));
    expect(config.quiet).toEqual(quiet);
    expect(
      out.includes('Set "quiet: [missing-title]", because 3 articles have a heading as their title.'),
    ).toBe(quiet !== undefined);
    const built = runCli(folder, ['build', ...NOW]);
    expect(built.error.includes('missing-title')).toBe(quiet === undefined);
  });
});

const RSS = (self: string, items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>/</link>${self}${items}</channel></rss>`;
const item = (path: string, title: string) =>
  `<item><title>${title}</title><link>${path}</link><guid>${path}</guid><pubDate>Tue, 04 Nov 2025 00:00:00 GMT</pubDate></item>`;
const SITE = {
  'feedwright.yaml': '',
  'articles/high.md': post('High'),
  'articles/low.md': post('Low'),
  'site/index.html': page('Home'),
  'site/high/index.html': page('High'),
  'site/low/index.html': page('Low'),
};
const MADE = { 'mkdocs.yml': 'site_name: T\ndocs_dir: articles\n' };

describe('init --against a file', () => {
  const items = item('https://t.test/high/', 'High') + item('https://t.test/low/', 'Low');
  const { 'feedwright.yaml': _, ...site } = SITE;

  it('takes the path of a feed on the built site that does not name its own URL', () => {
    const files = { ...MADE, ...site, 'site/log/news.xml': RSS('', items) };
    const { config, out, folder } = init(files, ['--against', 'site/log/news.xml', ...FLAGS]);
    expect(config.formats).toEqual({ rss: 'log/news.xml' });
    expect(out).toContain('Matched 2 articles to the published feeds: 2 keep their URL, 2 keep their ID.');
    const built = runCli(folder, ['build', '--against', 'site/log/news.xml', ...NOW]);
    expect(built.out).toContain('0 new, 2 updated, 0 duplicates, 0 dropped');
  });

  it('does not take the path of a file elsewhere', () => {
    const files = { ...MADE, ...site, 'old/news.xml': RSS('', items) };
    expect(init(files, ['--against', 'old/news.xml', ...FLAGS]).config.formats).toBeUndefined();
  });

  it('reads relative URLs as those of the site', () => {
    const files = { ...MADE, ...site, 'old/news.xml': RSS('', item('/high/', 'High')) };
    const { out } = init(files, ['--against', 'old/news.xml', ...FLAGS]);
    expect(out).toContain('Matched 1 article to the published feeds: 1 keeps its URL, ');
    expect(out).not.toContain('unknown.invalid');
  });
});

it('a build with another output folder does not read the built site as articles', () => {
  const config =
    'site: https://t.test/\ntitle: T\narticles: .\nbuilt: site\noutput: feeds\npermalink: /:slug/\n';
  const { error, exitCode } = runCli(makeSite({ ...SITE, 'feedwright.yaml': config }), ['build', ...NOW]);
  expect(error).toBe('');
  expect(exitCode).toBe(0);
});

test.each([
  ['', 'docs/blog', '/blog/:path/', '/x/blog/low%20tide/'],
  ['use_directory_urls: false\n', 'docs/blog', '/blog/:path.html', '/x/blog/low%20tide.html'],
  ['docs_dir: pages\n', 'pages/blog', '/blog/:path/', '/x/blog/low%20tide/'],
])('init reads mkdocs.yml without a plugin for a blog: %s', (more, articles, permalink, path) => {
  const folder = articles.split('/')[0] ?? '';
  const { config, out } = init(
    {
      'mkdocs.yml': `site_name: Log\nsite_url: https://t.test/x/\n${more}`,
      [`${folder}/index.md`]: '# Home\n',
      [`${folder}/blog/low tide.md`]: post('Low Tide'),
    },
    NOW,
  );
  expect(config).toMatchObject({
    site: 'https://t.test/x/',
    title: 'Log',
    articles,
    permalink,
    built: 'site',
  });
  expect(out).toContain(`  https://t.test${path}\n`);
  expect(out).toContain('Always build your site first, with "mkdocs build"');
});

test.each([
  ['next.config.mjs', 'out', 'public'],
  ['nuxt.config.ts', '.output/public', 'public'],
  ['svelte.config.js', 'build', 'static'],
  ['gatsby-config.js', 'public', undefined],
])('init says where feeds go if a site has no static build: %s', (file, built, served) => {
  const { out, folder } = init({ [file]: '', 'articles/a.md': post() });
  const says = `If your site runs on a server, so that a build makes no "${built}", set "output: ${served}" instead.`;
  expect(out.includes(says)).toBe(served !== undefined);
  if (served === undefined) return;
  expect(runCli(folder, ['build', '--output', served, ...NOW])).toMatchObject({ exitCode: 0, error: '' });
});

it('init leaves out what mkdocs.yml keeps off the site, without a plugin for a blog', () => {
  const { config, out } = init(
    {
      'mkdocs.yml':
        'site_name: Log\nsite_url: https://t.test/\ndraft_docs: |\n  draft-*.md\nexclude_docs: |\n  /blog/old/\n',
      'docs/blog/a.md': post('High Tide'),
      'docs/blog/draft-b.md': post('Low Tide'),
      'docs/blog/old/c.md': post('Ebb'),
    },
    NOW,
  );
  expect(config.exclude).toHaveLength(2);
  expect(out).toContain('1 article, 1 in the feed.');
});

test.each([
  ['', { 'publishconf.py': "SITEURL = 'https://t.test'\n" }, 'content', 'pelican content -s publishconf.py'],
  ['', {}, 'content', 'pelican content'],
  ["PATH = 'texts'\n", {}, 'texts', 'pelican texts'],
])('init names the command of a site of Pelican: %s %o', (more, files: Record<
  string,
  string
>, folder, command) => {
  const config = `SITENAME = 'T'\n${more}`;
  const { out } = init({ 'pelicanconf.py': config, [`${folder}/a.md`]: post(), ...files });
  expect(out).toContain(`Always build your site first, with "${command}":`);
});
