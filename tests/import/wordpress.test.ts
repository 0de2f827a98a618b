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
    wordPressItem({ id: 1, body: '[gallery]\n\n[gallery include="80,93,81" size="large"]' }),
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

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

test('episodes keep what plug-ins for podcasts say, and posts all their authors', () => {
  const powerPress =
    'https://harbour.example/1.mp3\n1234\naudio/mpeg\na:3:{s:8:"duration";s:8:"01:02:03";s:6:"season";s:1:"2";s:10:"episode_no";s:1:"7";}';
  const simple = [
    meta('audio_file', 'https://harbour.example/2.mp3'),
    meta('duration', '00:29:24'),
    meta('filesize_raw', '999'),
    meta('itunes_episode_number', '8'),
  ];
  const authors =
    '<category domain="author" nicename="cap-ada"><![CDATA[ada]]></category><category domain="author" nicename="bo"><![CDATA[Bo Pier]]></category>';
  const { read } = importItems(
    wordPressItem({ id: 1, body: 'One.', more: meta('enclosure', powerPress) + authors }),
    wordPressItem({ id: 2, body: 'Two.', type: 'podcast', more: simple.join('') }),
  );
  expect(read('2024-05-02-post-1.md')).toContain(`authors:
  - Ada Quay
  - Bo Pier
attachments:
  - url: https://harbour.example/1.mp3
    type: audio/mpeg
    length: 1234
    duration: 3723
season: '2'
episode: '7'
`);
  expect(read('2024-05-03-post-2.md')).toContain(`attachments:
  - url: https://harbour.example/2.mp3
    length: 999
    duration: 1764
episode: '8'
`);
});

test('an export of another tool, with paths for links, email addresses for logins and signs that are not escaped', () => {
  const item = wordPressItem({ id: 1, body: 'A & B', more: meta('_thumbnail_id', '9') })
    .replace('https://harbour.example/2024/05/post-1/', '/blog/post-1.html')
    .replace('<dc:creator><![CDATA[ada]]>', '<dc:creator>bo@harbour.example')
    .replace(/<wp:post_date.*<\/wp:post_date_gmt>/s, '<pubDate>Wed, 01 May 2024 10:00:00 +0000</pubDate>');
  const { read, exitCode } = importItems(item, upload(9, 'a.jpg?w=1&h=2&q=3', 0));
  expect(exitCode).toBe(0);
  const article = read('2024-05-01-post-1.md');
  expect(article).toContain(
    'permalink: /blog/post-1.html\nimage: https://harbour.example/a.jpg?w=1&h=2&q=3\n',
  );
  expect(article).not.toContain('bo@');
  expect(article).toContain('\nA & B\n');
});

test('an export in several files is one, and one in another encoding is read', () => {
  const part = (item: string) => wordPressExport([item]);
  const [first, second] = [wordPressItem({ id: 1, body: '[gallery ids="9"]' }), upload(9, 'a.jpg', 0)];
  const folder = makeSite({
    'parts/a.001.xml': part(first),
    'parts/a.002.xml': part(second),
    'wide.xml': Buffer.from(`\uFEFF${part(wordPressItem({ id: 3, title: 'Größe' }))}`, 'utf16le'),
    'narrow.xml': Buffer.from(
      part(wordPressItem({ id: 4, title: 'Größe' })).replace('UTF-8', 'iso-8859-1'),
      'latin1',
    ),
    'broken.xml': Buffer.from(part(wordPressItem({ id: 5, title: 'Größe' })), 'latin1'),
  });
  const read = (path: string) => readFileSync(join(folder, 'articles', path), 'utf8');
  runCli(folder, ['import', 'parts']);
  expect(read('2024-05-02-post-1.md')).toContain('https://harbour.example/a.jpg');
  runCli(folder, ['import', 'wide.xml']);
  expect(read('2024-05-04-post-3.md')).toContain('title: Größe\n');
  runCli(folder, ['import', 'narrow.xml']);
  expect(read('2024-05-05-post-4.md')).toContain('title: Größe\n');
  const { error, exitCode } = runCli(folder, ['import', 'broken.xml']);
  expect(exitCode).toBe(1);
  expect(error).toContain('that are not UTF-8. Nothing was imported.');
});

test('articles that move to another site keep their IDs and paths, and the URLs that they had', () => {
  const folder = makeSite({ 'export.xml': wordPressExport([wordPressItem({ id: 1, body: 'One.' })]) });
  const { exitCode } = runCli(folder, ['import', 'export.xml', '--site', 'https://you.example/blog']);
  expect(exitCode).toBe(0);
  expect(readFileSync(join(folder, 'articles/2024-05-02-post-1.md'), 'utf8')).toContain(`
id: https://harbour.example/?p=1
permalink: /blog/2024/05/post-1/
aliases:
  - https://harbour.example/2024/05/post-1/
`);
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

const FOR_MEMBERS = [
  meta('_jetpack_newsletter_access', 'paid_subscribers'),
  meta('_members_access_role', 'subscriber'),
  meta('patreon-level', '5'),
  meta('rcp_subscription_level', 'any'),
  meta('rcp_user_level', 'a:1:{i:0;s:10:"subscriber";}'),
  meta('_wpmem_block', '1'),
  meta('memberful_acl', 'a:1:{s:12:"subscription";a:1:{i:0;s:4:"1234";}}'),
  meta('um_content_restriction', 'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";i:2;}'),
  meta('pms-content-restrict-user-status', 'loggedin'),
];
const FOR_ALL = [
  meta('_jetpack_newsletter_access', 'everybody'),
  meta('_jetpack_newsletter_access', ''),
  meta('patreon-level', '0'),
  meta('rcp_user_level', 'a:1:{i:0;s:3:"all";}'),
  meta('rcp_access_level', 'None'),
  meta('memberful_acl', 'a:1:{s:12:"subscription";a:0:{}}'),
  meta('um_content_restriction', 'a:2:{s:26:"_um_custom_access_settings";b:0;s:14:"_um_accessible";i:0;}'),
];

test('a post that a plug-in keeps for members is private, and one that it does not is public', () => {
  const items = [...FOR_MEMBERS, ...FOR_ALL].map((more, index) =>
    wordPressItem({
      id: index + 1,
      title: index < FOR_MEMBERS.length ? 'Member' : 'Open',
      body: 'Text.',
      more,
    }),
  );
  const { folder, out } = importItems(...items);
  expect(out).toContain(`${FOR_MEMBERS.length} private`);
  const { out: list } = runCli(folder, ['list']);
  const shown = list.split('\n').filter((line) => line.includes('in the feed'));
  expect(shown).toHaveLength(FOR_ALL.length);
  expect(shown.join('\n')).not.toContain('member');
});

test('parts of a post that are for members stay out of feeds', () => {
  const part = (name: string, inner: string) => `<!-- wp:${name} -->\n${inner}\n<!-- /wp:${name} -->`;
  const bodies = [
    part(
      'premium-content/container',
      part(
        'premium-content/subscriber-view',
        '<div class="wp-block-premium-content-subscriber-view"><p>zebra</p></div>',
      ),
    ),
    `${part('paragraph', '<p>Open.</p>')}\n\n${part('jetpack/paywall', '')}\n\n${part('paragraph', '<p>zebra</p>')}`,
    part('pmpro/membership {"levels":["1"]}', '<p>zebra</p>').replace(
      '/wp:pmpro/membership {"levels":["1"]}',
      '/wp:pmpro/membership',
    ),
    '[memberful]zebra[/memberful]',
  ];
  const { folder } = importItems(
    ...bodies.map((body, index) => wordPressItem({ id: index + 1, body: `Seen.\n\n${body}` })),
  );
  runCli(folder, ['build']);
  const feed = readFileSync(join(folder, 'dist/feed.json'), 'utf8');
  expect(feed.match(/Seen\./g)?.length).toBeGreaterThanOrEqual(4);
  expect(feed).not.toContain('zebra');
});
