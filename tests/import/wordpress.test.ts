import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';
import { wordPressExport, wordPressItem } from './exports.ts';

function importItems(...items: readonly string[]) {
  const folder = makeSite({ 'export.xml': wordPressExport(items) });
  const ran = runCli(folder, ['import', 'export.xml']);
  return { folder, ...ran, read: (path: string) => readFileSync(join(folder, 'articles', path), 'utf8') };
}

const upload = (id: number, file: string, order: number, post = 1) =>
  `<item><title>${file}</title><wp:post_id>${id}</wp:post_id><wp:post_parent>${post}</wp:post_parent><wp:menu_order>${order}</wp:menu_order><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://harbour.example/${file}</wp:attachment_url></item>`;

test('a gallery shows what it names, else what was uploaded to its post, in their order', () => {
  const { read } = importItems(
    wordPressItem({ id: 1, body: '[gallery]\n\n[gallery include="93" size="large"]' }),
    upload(91, 'second.jpg', 2),
    upload(92, 'first.png', 1),
    upload(93, 'elsewhere.webp', 0, 7),
    upload(94, 'paper.pdf', 0),
  );
  const images = [...read('2024-05-02-post-1.md').matchAll(/harbour\.example\/([\w.]+)/g)];
  expect(images.map(([, name]) => name).slice(-3)).toEqual(['first.png', 'second.jpg', 'elsewhere.webp']);
});

test('what WordPress asks other sites for is shown, code keeps its signs, and doubled brackets are text', () => {
  const body = `https://youtu.be/abcdefghijk

Read
https://else.example/a_b
and on.

[sourcecode language="js"]
if (a < b) c("<b>");

d();
[/sourcecode]

Write [[gallery]] for one.`;
  const { folder } = importItems(wordPressItem({ id: 1, body }));
  runCli(folder, ['build']);
  const feed = readFileSync(join(folder, 'dist/feed.json'), 'utf8');
  const html: string = JSON.parse(feed).items[0].content_html;
  expect(html).toContain('href="https://www.youtube.com/watch?v=abcdefghijk"');
  expect(html).toContain('<a href="https://else.example/a_b">https://else.example/a_b</a>');
  expect(html).toContain('if (a &lt; b) c("&lt;b&gt;");\n\nd();');
  expect(html).toContain('Write [gallery] for one.');
});

test('two posts with one GUID are both imported, and only the first keeps it', () => {
  const first = wordPressItem({ id: 1, body: 'One.' });
  const second = wordPressItem({ id: 2, body: 'Two.' }).replace('/?p=2', '/?p=1');
  const { folder, read, out, error, exitCode } = importItems(first, second, first);
  expect(exitCode).toBe(0);
  expect(out).toContain('Imported 2 articles from this WordPress export.\nLeft out: 1 repeated post.');
  expect(error).toContain('articles/2024-05-03-post-2.md:1 warning import-id-taken');
  expect(read('2024-05-02-post-1.md')).toContain('\nid: https://harbour.example/?p=1\n');
  expect(read('2024-05-03-post-2.md')).not.toContain('\nid:');
  expect(runCli(folder, ['import', 'export.xml']).out).toContain('Imported 0 articles');
});

test('a slug in another script names the file, and markup within a word of a title parts nothing', () => {
  const item = wordPressItem({ id: 1, title: 'H<sub>2</sub>O at <em>last</em>', body: 'Wet.' });
  const { read } = importItems(item.replace('post-1]]', '%e6%b0%b4-%f0%9f%92%a7-h2o]]'));
  expect(read('2024-05-02-水-h2o.md')).toContain('title: H2O at last\n');
});

test('an export of drafts alone is imported, and says why there is no feed yet', () => {
  const { out, error, exitCode } = importItems(wordPressItem({ id: 1, body: 'Soon.', status: 'draft' }));
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
  expect(out).toContain('No article is in a feed yet: all of them are drafts, private or scheduled.\n');
});

test('a new entry of a page is new, although other entries have the URL of that page', () => {
  const entry = (version: number) =>
    `<item><title>Version ${version}</title><link>https://you.example/changes</link><guid isPermaLink="false">v${version}</guid><pubDate>Wed, 01 May 2024 08:0${version}:00 GMT</pubDate><description>Better.</description></item>`;
  const feed = (...entries: readonly string[]) =>
    `<rss version="2.0"><channel><title>Changes</title><link>https://you.example/</link><description>All</description>${entries.join('')}</channel></rss>`;
  const folder = makeSite({ 'feed.xml': feed(entry(1)) });
  runCli(folder, ['import', 'feed.xml']);
  writeFileSync(join(folder, 'feed.xml'), feed(entry(2), entry(1)));
  expect(runCli(folder, ['import', 'feed.xml']).out).toContain(
    'Imported 1 article from this feed. 1 was there already.',
  );
});
