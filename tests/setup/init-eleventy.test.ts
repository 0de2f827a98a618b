import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const FLAGS = ['--site', 'https://e.test/', '--title', 'T'];
const POST = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';

function init(files: Readonly<Record<string, string>>): string {
  const folder = makeSite({ '.eleventy.js': 'module.exports = () => {};\n', ...files });
  const made = runCli(folder, ['init', ...FLAGS, ...NOW]);
  expect(made.exitCode, made.out + made.error).toBe(0);
  return made.out + made.error;
}

test('posts are looked for in _posts before the page that lists them', () => {
  const out = init({ '_posts/2025-11-04-a.md': POST, 'blog/readme.md': 'No front matter.\n' });
  expect(out).toContain('2025-11-04  https://e.test/_posts/2025-11-04-a/');
});

test('a file that is called index after its date has the slug of its folder', () => {
  const out = init({
    'posts/posts.json': '{ "permalink": "/blog/{{ page.fileSlug }}/" }',
    'posts/one/2025-11-04-index.md': POST,
    'posts/two/2025-11-03-index.md': POST.replace('Hello', 'Two').replace('11-04', '11-03'),
  });
  expect(out).toContain('2025-11-04  https://e.test/blog/one/');
  expect(out).toContain('2025-11-03  https://e.test/blog/two/');
});

test.each(['ts', 'mts', 'cts'])('data of a folder in a program with the ending %s is read', (ending) => {
  const post = { 'posts/a.md': POST };
  const plain = init({
    ...post,
    [`posts/posts.11tydata.${ending}`]: "export default { permalink: 'x/{{ page.fileSlug }}/' }\n",
  });
  expect(plain).toContain('https://e.test/x/a/');
  const code =
    'const data: Data = {\n  permalink(data: Post) { return data.url },\n};\nexport default data;\n';
  expect(init({ ...post, [`posts/posts.11tydata.${ending}`]: code })).toContain('unread-permalink');
});

test('says which layout gives its articles their URLs', () => {
  const layout = '---\nlayout: base.html\npermalink: "/blog/{{ page.fileSlug }}/"\n---\n{{ content }}\n';
  const out = init({
    'posts/a.md': POST,
    '_includes/post.html': layout,
    '_includes/base.html': '{{ content }}',
  });
  expect(out).toContain('feedwright does not read "permalink" in the layout "_includes/post.html".');
  expect(out).not.toContain('base.html');
});

const DEPENDENCY = '"devDependencies": { "@11ty/eleventy": "^3.1.0" }';
const POST_AT_TOP = '{ "permalink": "/{{ page.fileSlug }}/" }';

test.each([
  ['beside its articles', '.tool', "return { dir: { input: '..', output: '../out' } };", 'posts/', 'out/'],
  ['above its articles', 'site', '', 'site/posts/', 'site/_site/'],
])('a tool that a script runs in a folder %s is read there', (_, folder, config, posts, output) => {
  const made = makeSite({
    'package.json': `{ "scripts": { "build": "cd ${folder} && npx eleventy" }, ${DEPENDENCY} }`,
    [`${folder}/eleventy.config.js`]: `export default function () { ${config} }\n`,
    [`${posts}a.md`]: POST,
    [`${posts}posts.json`]: POST_AT_TOP,
  });
  const { out, error, exitCode } = runCli(made, ['init', ...FLAGS, ...NOW]);
  expect(exitCode, out + error).toBe(0);
  expect(out).toContain(`Wrote feedwright.yaml (preset: eleventy, from ${folder}/eleventy.config.js).`);
  expect(out).toContain('2025-11-04  https://e.test/a/');
  expect(out).toContain(`"npx feedwright build" will write ${output}rss.xml`);
});

test('a repository of several sites that share Eleventy is none itself, and they are named', () => {
  const made = makeSite({
    'package.json': `{ "scripts": { "test": "exit 1" }, ${DEPENDENCY} }`,
    'sites/one/eleventy.config.js': 'export default () => {};\n',
    'sites/one/posts/a.md': POST,
    'sites/two/eleventy.config.js': 'export default () => {};\n',
  });
  const { out, error } = runCli(made, ['init', ...NOW]);
  expect(out + error).toContain('run "npx feedwright init" in sites/one/');
  expect(out + error).not.toContain('preset: eleventy');
});

test('a site without configuration is read where its package is, with other sites further down', () => {
  const made = makeSite({
    'package.json': `{ "scripts": { "build": "eleventy", "demo": "cd demos/one && eleventy" }, ${DEPENDENCY} }`,
    'posts/a.md': POST,
    'demos/one/eleventy.config.js': 'export default () => {};\n',
    'demos/one/posts/b.md': POST,
  });
  const { out } = runCli(made, ['init', ...FLAGS, ...NOW]);
  expect(out).toContain('(preset: eleventy, from package.json).');
  expect(out).toContain('https://e.test/posts/a/');
});

test('a folder of the collection that has no article yet is not one of the folders of articles', () => {
  const data = '{ "tags": ["posts"] }';
  const out = init({
    'content/blog/blog.json': data,
    'content/blog/a.md': POST,
    'content/drafts/drafts.json': data,
  });
  expect(out).toContain('https://e.test/content/blog/a/');
});

test.each([
  ['nothing is said', 'module.exports = () => {};', 'content/blog/a/'],
  [
    'it is said to be here',
    "module.exports = () => ({ dir: { input: './', output: 'out' } });",
    'content/blog/a/',
  ],
  ['another is said', "module.exports = () => ({ dir: { input: 'content' } });", 'blog/a/'],
  ['code says which', "const dir = require('./dir');\nmodule.exports = () => ({ dir });", 'blog/a/'],
])('the input folder is a part of URLs as Eleventy has it, where %s', (_, config, path) => {
  const out = init({ '.eleventy.js': config, 'content/blog/a.md': POST });
  expect(out).toContain(`2025-11-04  https://e.test/${path}`);
});
