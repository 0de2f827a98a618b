import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const POST = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';

function init(files: Readonly<Record<string, string>>) {
  const folder = makeSite(files);
  const made = runCli(folder, ['init', ...NOW]);
  expect(made.exitCode, made.out + made.error).toBe(0);
  const config = load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8'));
  return { out: made.out, config: config as Readonly<Record<string, unknown>> };
}

test('a language of Hugo whose folder does not exist is left out, as Hugo has no pages of it', () => {
  const { config, out } = init({
    'hugo.toml':
      'baseURL = "https://h.test/"\ntitle = "T"\ndefaultContentLanguage = "ja"\n[languages.ja]\ncontentDir = "content/ja"\n' +
      '[languages.en]\ncontentDir = "content/en"\n[languages.en.permalinks]\nposts = "/:slug/"\n',
    'content/ja/posts/a.md': POST,
  });
  expect(config).toMatchObject({ languages: { ja: 'content/ja' } });
  expect(out).toContain('2025-11-04  https://h.test/posts/a/');
  expect(out).not.toMatch(/languages|permalinks/);
});

test('what config/_default says overrides the file of Hugo at the top', () => {
  const { config } = init({
    'hugo.toml': 'baseURL = "https://example.org/"\ntitle = "My New Hugo Site"\n[params]\nauthor = "Ann"\n',
    'config/_default/hugo.toml': 'baseURL = "https://h.test/"\ntitle = "Mine"\n',
    'config/_default/languages.toml': '[en]\ntitle = "Mine in English"\n',
    'content/posts/a.md': POST,
  });
  expect(config).toMatchObject({ site: 'https://h.test/', title: 'Mine in English', author: 'Ann' });
});

test('"_merge" in a configuration of Hugo names no language and no section', () => {
  const { config, out } = init({
    'hugo.toml':
      'baseURL = "https://h.test/"\ntitle = "T"\n[languages]\n_merge = "deep"\n[languages.en]\nweight = 1\n' +
      '[permalinks]\n_merge = "shallow"\nposts = "/p/:slug/"\n',
    'content/posts/a.md': POST,
  });
  expect(config).toMatchObject({ languages: ['en'] });
  expect(JSON.stringify(config)).not.toContain('_merge');
  expect(out).toContain('https://h.test/p/hello/');
  expect(out).not.toContain('_merge');
});

test('a number in a configuration of TOML may be longer than a number can hold', () => {
  const { config } = init({
    'hugo.toml': 'baseURL = "https://h.test/"\ntitle = "Mine"\n[params]\nkey = 123456789012345678901\n',
    'content/posts/a.md': POST,
  });
  expect(config).toMatchObject({ site: 'https://h.test/', title: 'Mine' });
});

test('parts of the configuration of Hugo may be in folders of config/_default', () => {
  const { config, out } = init({
    'config/_default/hugo.toml': 'baseURL = "https://h.test/"\ntitle = "T"\n',
    'config/_default/languages/languages.yaml': 'en:\n  title: In English\n',
    'config/_default/module/module.yaml':
      'mounts:\n  - source: content/en\n    target: content\n    lang: en\n',
    'content/en/blog/a.md': POST,
  });
  expect(config).toMatchObject({ title: 'In English' });
  expect(out).toContain('2025-11-04  https://h.test/blog/a/');
});

test('where Hugo takes the date from the name of a file, the rest of the name is the slug', () => {
  const { out } = init({
    'hugo.toml':
      'baseURL = "https://h.test/"\ntitle = "T"\nuglyURLs = true\n[frontmatter]\ndate = [":filename", ":default"]\n' +
      '[permalinks.page]\nposts = "/:year/:slug"\nnews = "/n/:slug/"\n',
    'content/posts/2025-11-05-high-tide.md': '---\ntitle: Hello\n---\nHello.\n',
    'content/posts/2025-11-04-low.md': '---\ntitle: Hello\nslug: own\n---\nHello.\n',
    'content/news/a.md': POST,
  });
  expect(out).toContain('2025-11-05  https://h.test/2025/high-tide.html');
  expect(out).toContain('2025-11-04  https://h.test/2025/own.html');
  expect(out).toContain('2025-11-04  https://h.test/n/hello.html');
});

test('of two spellings of a key of Hugo the one with capitals counts', () => {
  const { out } = init({
    'hugo.toml':
      'baseURL = "https://h.test/"\ntitle = "T"\n[permalinks]\npost = "/p/:slug/"\n[Permalinks]\nnews = "/:year/:slug/"\n',
    'content/news/a.md': POST,
  });
  expect(out).toContain('2025-11-04  https://h.test/2025/hello/');
});

test.each([
  ['hugo.yaml', 'params:\n  description: |\n    It\'s two\n    lines: "long"\n', 'content/posts/a.md'],
  ['_config.yml', 'description: |\n  It\'s two\n\n  lines: "long"\n', '_posts/2025-11-04-a.md'],
])('a description of several lines in %s becomes one line', (file, text, article) => {
  const head = `baseURL: https://h.test/\nurl: https://h.test/\ntitle: T\n${text}`;
  const { config } = init({ [file]: head, [article]: POST });
  expect(config.description).toBe('It\'s two lines: "long"');
});

// Which files are left is what Hugo 0.111 and 0.169 make pages of.
test.each([
  ['\\\\.private\\\\.md$', ['a', 'c', 'd', 'e']],
  ['.*b.private.md$', ['a', 'c', 'd', 'e']],
  ['/private/', ['a', 'b', 'd', 'e']],
  ['private', ['a', 'e']],
  ['_draft.*', ['a', 'b', 'c', 'd']],
  ['posts/a', ['b', 'c', 'd', 'e']],
  ['PRIVATE', ['a', 'b', 'c', 'd', 'e']],
])('files that Hugo ignores by %s are left out', (expression, left) => {
  const files = ['a', 'b.private', 'private/c', 'sub/private-d', '_draft-e'];
  const folder = makeSite({
    'hugo.toml': `baseURL = "https://h.test/"\ntitle = "T"\nignoreFiles = ["${expression}"]\n`,
    ...Object.fromEntries(files.map((name) => [`content/posts/${name}.md`, POST])),
  });
  runCli(folder, ['init', ...NOW]);
  const listed = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
  const shown = listed.articles.map(
    ({ file }: { file: string }) => /(\w)(?:\.private)?\.md$/.exec(file)?.[1],
  );
  expect(shown.toSorted()).toEqual(left);
});

test('an expression of ignoreFiles that is no piece of a path is named', () => {
  const { out, config } = init({
    'hugo.toml': 'baseURL = "https://h.test/"\ntitle = "T"\nignoreFiles = ["/_[a-z]+", "/notes/"]\n',
    'content/posts/a.md': POST,
  });
  expect(out).toContain('hugo.toml: "/_[a-z]+" of "ignoreFiles" was not copied');
  expect(config.exclude).toEqual(['**/notes/**']);
});

test('where the published feed has one language of several, the main feed has that one', () => {
  const article = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n${title}.\n`;
  const item = (n: number) =>
    `<item><title>Hello ${n}</title><link>https://h.test/posts/${n}/</link><guid>https://h.test/posts/${n}/</guid><pubDate>0${n} Jan 2025 00:00:00 +0000</pubDate></item>`;
  const folder = makeSite({
    'hugo.toml':
      'baseURL = "https://h.test/"\ntitle = "T"\ndefaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n',
    ...Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`content/posts/${n}.md`, article(`Hello ${n}`, `2025-01-0${n}`)],
        [`content/posts/${n}.de.md`, article(`Hallo ${n}`, `2025-02-0${n}`)],
      ]),
    ),
    'old.xml': `<rss version="2.0"><channel><title>T</title><link>https://h.test/</link><description>T</description>${[3, 2, 1].map(item).join('')}</channel></rss>`,
  });
  const { out } = runCli(folder, ['init', '--against', 'old.xml', ...NOW]);
  expect(out).toContain('The published feed holds only articles in "en"');
  const config = load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8'));
  expect(config).toMatchObject({ where: { language: 'en' } });
  const { changes, problems } = JSON.parse(
    runCli(folder, ['diff', '--json', '--against', 'old.xml', ...NOW]).out,
  );
  expect([changes.new, changes.again, problems.map(({ code }: { code: string }) => code)]).toEqual([
    [],
    [],
    ['site-not-built'],
  ]);
  const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
  expect(articles.map(({ state }: { state: string }) => state)).toEqual([
    ...Array(3).fill('in no feed'),
    ...Array(3).fill('in the feed'),
  ]);
});

test.each([
  ['', true],
  ['hugo_version: 0.131.0\n', false],
  ['hugo_version: 0.169.0\n', true],
])('the slug of a section of Hugo is said, which newer versions put into URLs: %s', (version, isSaid) => {
  const folder = makeSite({
    'hugo.toml': 'baseURL = "https://h.test/"\ntitle = "T"\n',
    'render.yaml': version,
    'content/talks/_index.md': '---\ntitle: Talks\nslug: speeches\n---\n',
    'content/talks/a.md': '---\ntitle: A\ndate: 2025-11-04\n---\nText.\n',
  });
  const { out } = runCli(folder, ['init', '--now', '2026-11-01T00:00:00Z']);
  expect(out.includes('"content/talks/_index.md" has a slug')).toBe(isSaid);
});
