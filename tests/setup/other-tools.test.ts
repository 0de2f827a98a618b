import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, it, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const post = (more = '') => `---\ntitle: High Tide\ndate: 2025-11-04\n${more}---\nIt rose.\n`;

/** What `init` says and writes for a site. */
function init(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const folder = makeSite(files);
  const { out } = runCli(folder, ['init', ...flags, ...NOW]);
  return { out, config: load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')) };
}

const PELICAN = `#!/usr/bin/env python
from os import environ
AUTHOR = 'Ada'
SITENAME = "Tides"  # ours
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Europe/Stockholm'
DEFAULT_LANG = 'sv'
ARTICLE_PATHS = ['log', 'news',]
ARTICLE_URL = 'posts/{date:%Y}/{date:%b}/{date:%d}/{slug}/'
SECRET = environ['KEY']
`;

it('init reads the settings of Pelican, those for publishing first', () => {
  const { out, config } = init({
    'pelicanconf.py': PELICAN,
    'publishconf.py': "from pelicanconf import *\nSITEURL = 'https://tides.test'\nOUTPUT_PATH = 'public/'\n",
    'content/log/a.md': 'Title: High Tide\nDate: 2025-11-04 10:00\n\nIt rose.\n',
    'content/news/b.md': 'Title: Low Tide\nDate: 2025-11-03\nSlug: own\n\nIt fell.\n',
  });
  expect(config).toEqual({
    site: 'https://tides.test',
    title: 'Tides',
    language: 'sv',
    timeZone: 'Europe/Stockholm',
    author: 'Ada',
    articles: ['content/log', 'content/news'],
    permalink: '/posts/:year/:short_month/:day/:post_title/',
    built: 'public',
  });
  expect(out).toContain('https://tides.test/posts/2025/Nov/04/high-tide/\n');
  expect(out).toContain('https://tides.test/posts/2025/Nov/03/own/\n');
  expect(out).toContain('Compare the URLs with your site');
});

it('init leaves out the pages of Pelican, and reads the older name of its setting', () => {
  const page = 'Title: About\n\nUs.\n';
  const settings = "SITENAME = 'T'\nSITEURL = 'https://t.test'\n";
  const files = {
    'content/pages/about.md': page,
    'content/log/a.md': post(),
    'content/b.md': post('slug: low\n'),
  };
  const whole = init({ 'pelicanconf.py': settings, ...files });
  expect(whole.config).toMatchObject({ articles: 'content', exclude: ['pages/**'] });
  const old = init({ 'pelicanconf.py': `${settings}ARTICLE_DIR = 'log'\n`, ...files });
  expect(old.config).toMatchObject({ articles: 'content/log' });
  expect(old.config).not.toHaveProperty('exclude');
});

it('init says what of ARTICLE_URL has no equivalent', () => {
  const settings = "SITENAME = 'T'\nSITEURL = 'https://t.test'\nARTICLE_URL = '{author}/{slug}.html'\n";
  const { out, config } = init({ 'pelicanconf.py': settings, 'content/a.md': post() });
  expect(config).not.toHaveProperty('permalink');
  expect(out).toContain('"ARTICLE_URL" has no equivalent here: {author}/{slug}.html. Set "permalink"');
});

const MKDOCS = 'site_name: Tides\nsite_url: https://tides.test/docs/\nplugins:\n  - search\n';
const EMOJI =
  'markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n';

test.each([
  ['  - blog\n', 'docs/blog/posts', '/blog/:year/:month/:day/:post_title/', 'blog/2025/11/04/high-tide/'],
  [
    '  - material/blog:\n      post_url_format: "{slug}"\n      blog_dir: news\n',
    'docs/news/posts',
    '/news/:post_title/',
    'news/high-tide/',
  ],
  [
    '  - blog:\n      blog_dir: .\n      post_url_date_format: yyyy/MM\nuse_directory_urls: false\n',
    'docs/posts',
    '/:year/:month/:post_title.html',
    '2025/11/high-tide.html',
  ],
])('init reads the plugin of Material for MkDocs: %s', (plugin, articles, permalink, url) => {
  const { out, config } = init({ 'mkdocs.yml': MKDOCS + plugin + EMOJI, [`${articles}/a.md`]: post() });
  expect(config).toMatchObject({ title: 'Tides', site: 'https://tides.test/docs/', articles, permalink });
  expect(out).toContain(`https://tides.test/docs/${url}\n`);
  expect(out).toContain('There is no preset for MkDocs.');
});

test.each([
  ['post_url_date_format: yyyy/MMM', '{date}/{slug}'],
  ['post_url_format: "{weekday}/{slug}"', '{weekday}/{slug}'],
])('init says what of the plugin has no equivalent: %s', (option, format) => {
  const plugin = `  - blog:\n      ${option}\n`;
  const { out, config } = init({ 'mkdocs.yml': MKDOCS + plugin, 'docs/blog/posts/a.md': post() });
  expect(config).not.toHaveProperty('permalink');
  expect(out).toContain(`"post_url_format" has no equivalent here: ${format}. Set "permalink"`);
});

test.each([
  ['', '/2025/11/04/high/'],
  ['permalink: simple\n', '/high/'],
  ['permalink: /[locale]/log/:year/:title.*\n', '/log/2025/high.html'],
])('init reads bridgetown.config.yml: %s', (permalink, url) => {
  const { out, config } = init({
    'bridgetown.config.yml': `url: https://tides.test\n${permalink}`,
    'src/_data/site_metadata.yml': 'title: Tides\n',
    'src/_posts/2025-11-04-high.md': post(),
  });
  expect(config).toMatchObject({ title: 'Tides', articles: 'src/_posts', built: 'output' });
  expect(out).toContain(`https://tides.test${url}\n`);
});

test.each([
  'docs',
  'src',
  '.',
])('init finds the pages of VuePress in %s, and says that it has no preset', (place) => {
  const base = place === '.' ? '' : `${place}/`;
  const folder = makeSite({
    'package.json': '{}',
    [`${base}.vuepress/config.ts`]: "export default { title: 'Tides' };\n",
    [`${base}notes/High.md`]: post(),
  });
  const { out } = runCli(folder, ['init', '--site', 'https://tides.test/', '--title', 'T', ...NOW]);
  expect(out).toContain('https://tides.test/notes/High.html\n');
  expect(out).toContain(`${base}.vuepress/config.ts: There is no preset for VuePress`);
});
