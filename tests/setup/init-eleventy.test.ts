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
