import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseBody } from '../../src/import/choose-body.ts';
import { MEMORY } from '../../src/import/memory.ts';
import { listFiles } from '../list-files.ts';
import { startServer } from '../local-server.ts';
import { makeSite, runCli } from '../run-cli.ts';
import { startCli } from '../start-cli.ts';
import {
  BLOGGER,
  ghostExport,
  MEDIUM,
  mastodonOutbox,
  SUBSTACK,
  TUMBLR,
  wordPressExport,
  wordPressFeed,
  wordPressItem,
  zip,
} from './exports.ts';

const BLOCKS = `<!-- wp:paragraph {"align":"left"} -->
<p>All about <strong>ropes</strong> and a_b &amp; c.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":7} -->
<figure class="wp-block-image"><img src="https://harbour.example/rope.jpg" alt="A rope"/><figcaption>Rope</figcaption></figure>
<!-- /wp:image -->`;
const OLD_SLUG =
  '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>seile</wp:meta_value></wp:postmeta>';
const THUMBNAIL =
  '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>90</wp:meta_value></wp:postmeta>';
const ENCLOSURE =
  '<wp:postmeta><wp:meta_key>enclosure</wp:meta_key><wp:meta_value>https://harbour.example/a.mp3\n1234\naudio/mpeg</wp:meta_value></wp:postmeta>';
const TERMS =
  '<category domain="category" nicename="news"><![CDATA[News]]></category><category domain="post_tag" nicename="sea"><![CDATA[Sea]]></category>';
const COMMENT =
  '<wp:comment><wp:comment_content><![CDATA[What a reader said]]></wp:comment_content></wp:comment>';
const MEDIA =
  '<item><title>knot</title><wp:post_id>90</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://harbour.example/knot.jpg</wp:attachment_url></item>';

function importInto(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  const folder = makeSite(files);
  const ran = runCli(folder, ['import', ...args]);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { folder, read, ...ran };
}

/** All files of a folder but what is named, and what import remembers. */
function listOthers(folder: string, ...but: readonly string[]): readonly string[] {
  return listFiles(folder).filter((name) => ![MEMORY, ...but].includes(name));
}

describe('a WordPress export', () => {
  const items = [
    wordPressItem({
      id: 1,
      title: 'Ropes &amp; <em>knots</em>',
      body: BLOCKS,
      more: TERMS + OLD_SLUG + THUMBNAIL + ENCLOSURE + COMMENT,
    }),
    wordPressItem({
      id: 2,
      body: 'One line\ntwo lines.\n\n[caption id="x" width="3"]<img src="https://harbour.example/b.jpg" alt="B" /> Its caption[/caption]\n<h2>More</h2>\nText {{ with braces }}.',
    }),
    wordPressItem({ id: 3, title: 'Not yet', body: 'Soon.', status: 'draft' }),
    wordPressItem({ id: 4, body: 'For us.', status: 'private' }),
    wordPressItem({
      id: 5,
      body: 'For some.',
      more: '<wp:post_password><![CDATA[sesame]]></wp:post_password>',
    }),
    wordPressItem({ id: 6, body: 'Gone.', status: 'trash' }),
    wordPressItem({ id: 7, body: 'About.', type: 'page' }),
    MEDIA,
  ];
  const { folder, read, out, error, exitCode } = importInto(
    { 'export.xml': wordPressExport(items) },
    'export.xml',
  );

  test('gives a file for each post, drafts and private ones apart', () => {
    expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
    expect(listOthers(folder, 'export.xml', 'feedwright.yaml')).toEqual([
      'articles/2024-05-02-post-1.md',
      'articles/2024-05-03-post-2.md',
      'articles/drafts/2024-05-04-not-yet.md',
      'articles/private/2024-05-05-post-4.md',
      'articles/private/2024-05-06-post-5.md',
    ]);
    expect(out).toContain('Imported 5 articles (1 draft, 2 private) from this WordPress export.');
    expect(out).toContain('1 comment');
    expect(out).toContain('1 post with status "trash"');
  });

  test('keeps what it says of a post', () => {
    expect(read('articles/2024-05-02-post-1.md')).toBe(`---
title: Ropes & knots
date: 2024-05-02T10:00:00+02:00
id: https://harbour.example/?p=1
permalink: /2024/05/post-1/
aliases:
  - /2024/05/seile/
authors:
  - Ada Quay
categories:
  - News
tags:
  - Sea
image: https://harbour.example/knot.jpg
attachments:
  - url: https://harbour.example/a.mp3
    type: audio/mpeg
    length: 1234
---

All about **ropes** and a_b & c.

<figure class="wp-block-image"><img src="https://harbour.example/rope.jpg" alt="A rope"><figcaption>Rope</figcaption></figure>
`);
  });

  test('reads texts of the older editor as WordPress shows them', () => {
    expect(read('articles/2024-05-03-post-2.md')).toContain(`
One line\\
two lines.

<figure><img src="https://harbour.example/b.jpg" alt="B"><figcaption>Its caption</figcaption></figure>

## More

Text {{ with braces }}.
`);
  });

  test('tells nobody what was secret', () => {
    const all = listOthers(folder, 'export.xml').map(read).join('\n');
    expect(all).not.toContain('sesame');
    expect(all).not.toContain('What a reader said');
    expect(all).not.toContain('ada@harbour.example');
    expect(read('articles/drafts/2024-05-04-not-yet.md')).toContain('draft: true');
    expect(read('articles/private/2024-05-05-post-4.md')).toContain('private: true');
  });

  test('builds at once, and drafts and private articles are in no feed', () => {
    const built = runCli(folder, ['build']);
    expect({ ...built, out: '' }).toEqual({ out: '', error: '', exitCode: 0 });
    const feed = JSON.parse(read('dist/feed.json'));
    expect(feed.items.map((item: { id: string }) => item.id)).toEqual([
      'https://harbour.example/?p=2',
      'https://harbour.example/?p=1',
    ]);
    expect(feed.items[0].content_html).toContain('{{ with braces }}');
  });

  test('a second import brings only what is new, and changes nothing that is there', () => {
    const kept = join(folder, 'articles/2024-05-02-post-1.md');
    const moved = join(folder, 'articles/moved.md');
    writeFileSync(moved, `${readFileSync(kept, 'utf8')}\nEdited by hand.\n`);
    rmSync(kept);
    const before = listFiles(folder).map((name) => [name, read(name)]);
    writeFileSync(
      join(folder, 'export.xml'),
      wordPressExport([...items, wordPressItem({ id: 8, body: 'New.' })]),
    );
    const again = runCli(folder, ['import', 'export.xml']);
    expect(again.out).toContain(
      'Imported 1 article from this WordPress export. 5 were there already.\n  articles/2024-05-09-post-8.md\n',
    );
    for (const [name = '', text] of before)
      if (!['export.xml', MEMORY].includes(name)) expect(read(name)).toBe(text);
    expect(listOthers(folder, ...before.map(([name = '']) => name), 'dist/x')).toEqual([
      'articles/2024-05-09-post-8.md',
    ]);
  });
});

const AUTHOR_PAGE = ['https://harbour.example/ada', 'Ada Quay'];
test.each([
  ['hugo', 'content', 'url: /2024/05/post-1/\n', 'draft: true\nprivate: true\n'],
  ['jekyll', '_posts', 'permalink: /2024/05/post-1/\n', 'private: true\n', 'published: false\n'],
  ['hexo', 'source/_posts', 'permalink: /2024/05/post-1/\n', 'private: true\n', 'published: false\n'],
  ['eleventy', 'posts', 'permalink: /2024/05/post-1/\n', 'private: true\n', 'permalink: false\n'],
  ['zola', 'content', 'path: /2024/05/post-1/\n', 'draft: true\n', 'authors:\n  - Ada Quay\n'],
])('a site of %s gets what that tool reads', (preset, articles, path, ...hidden) => {
  const items = [
    wordPressItem({ id: 1, body: BLOCKS }),
    wordPressItem({ id: 4, body: 'For us.', status: 'private' }),
  ];
  const settings = `site: https://harbour.example/\ntitle: H\npreset: ${preset}\narticles: ${articles}\n`;
  const { folder, read } = importInto(
    { 'export.xml': wordPressExport(items), 'feedwright.yaml': settings, [`${articles}/x.css`]: '' },
    'export.xml',
  );
  expect(read(`${articles}/2024-05-02-post-1.md`)).toContain(path);
  for (const line of hidden) expect(read(`${articles}/private/2024-05-05-post-4.md`)).toContain(line);
  const listed = JSON.parse(runCli(folder, ['list', '--json']).out).articles;
  expect(listed.map(({ state, url }: Record<string, string>) => [state, url])).toEqual([
    ['in the feed', 'https://harbour.example/2024/05/post-1/'],
    ['draft', null],
  ]);
});

test('Docusaurus gets slugs below its blog, authors that need no "authors.yml", and images by their URL alone', () => {
  const [url, name] = AUTHOR_PAGE;
  const item = {
    id: 'https://harbour.example/blog/knots/',
    url: 'https://harbour.example/blog/knots/',
    title: 'Knots',
    date_published: '2024-05-01T08:00:00Z',
    content_html:
      '<p id="a">Write {x} in <a href="#a">*</a>.</p><p><img src="https://harbour.example/knot.jpg"></p>',
    image: 'https://harbour.example/knot.jpg',
    authors: [{ name, url }, { name: 'Bo' }],
  };
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'H',
    home_page_url: 'https://harbour.example/',
  };
  const { read, out } = importInto(
    {
      'feed.json': JSON.stringify({ ...feed, items: [item] }),
      'feedwright.yaml': 'site: https://harbour.example/\ntitle: H\npreset: docusaurus\narticles: blog\n',
      'blog/x.css': '',
    },
    'feed.json',
  );
  const article = read('blog/2024-05-01-knots.md');
  expect(article).toContain('guid: https://harbour.example/blog/knots/\nslug: /knots/\n');
  expect(article).toContain(`authors:\n  - name: ${name}\n    url: ${url}\n  - name: Bo\n`);
  expect(article).toContain('image: https://harbour.example/knot.jpg\n');
  expect(article).toContain('mdx:\n  format: md\n');
  expect(out).toContain('0 new, 0 updated, 0 duplicates, 0 dropped');
});

test.each([
  'astro',
  'vitepress',
])('whoever imports drafts for %s, which makes pages of them, is told', (preset) => {
  const items = [wordPressItem({ id: 1 }), wordPressItem({ id: 4, body: 'For us.', status: 'private' })];
  const { error, exitCode } = importInto(
    {
      'export.xml': wordPressExport(items),
      'feedwright.yaml': `site: https://harbour.example/\ntitle: H\npreset: ${preset}\narticles: posts\n`,
      'posts/x.css': '',
    },
    'export.xml',
  );
  expect(exitCode).toBe(0);
  expect(error).toMatch(
    /posts:1 warning import-draft-shown: .* also renders drafts and .*: those in "posts\/private"\./,
  );
});

test('Astro gets the keys that its blog template asks for', () => {
  const item = wordPressItem({ id: 1, body: 'Text.' });
  const { read, folder } = importInto(
    {
      'export.xml': wordPressExport([item]),
      'feedwright.yaml': 'site: https://harbour.example/\ntitle: H\npreset: astro\narticles: posts\n',
      'posts/x.css': '',
    },
    'export.xml',
  );
  expect(read('posts/2024-05-02-post-1.md')).toMatch(
    /^---\ntitle: Post 1\npubDate: 2024-05-02T10:00:00\+02:00\n(?:.*\n)*description: ''\n/,
  );
  const [article] = JSON.parse(runCli(folder, ['list', '--json']).out).articles;
  expect(article).toMatchObject({ state: 'in the feed', published: '2024-05-02T08:00:00Z' });
});

// Each of them builds nothing where an image or a page is not among its files.
test.each([
  'astro',
  'docusaurus',
  'vitepress',
])('%s finds in full what the old site named relative to its page', (preset) => {
  const body =
    '<p><img src="img/y.png" alt="Y" srcset="img/y2.png 2x"> <img src="/x.png" alt="X"> <a href="../post-2/?a=1&amp;b=2">two</a> <a href="#top">up</a> <a href="mailto:a@b.example">mail</a></p>';
  const settings = `site: https://harbour.example/\ntitle: H\npreset: ${preset}\narticles: posts\n`;
  const { read } = importInto(
    {
      'export.xml': wordPressExport([wordPressItem({ id: 1, body })]),
      'feedwright.yaml': settings,
      'posts/x.css': '',
    },
    'export.xml',
  );
  expect(read('posts/2024-05-02-post-1.md')).toContain(
    '![Y](https://harbour.example/2024/05/post-1/img/y.png) ![X](https://harbour.example/x.png) [two](https://harbour.example/2024/05/post-2/?a=1\\&b=2) [up](#top) [mail](mailto:a@b.example)',
  );
});

test('VitePress gets no scripts, which it would run while it builds the site', () => {
  const body = '<p>One.</p><script>alert(1)</script><SCRIPT src="a.js"></script ><p>Two.</p><script>open';
  const { text } = chooseBody(body, {
    url: 'https://a.example/',
    site: 'https://a.example/',
    title: 'A',
    preset: 'vitepress',
  });
  expect(text).toContain('One.\n\nTwo.');
  expect(text).not.toMatch(/alert|a\.js/);
});

describe('a feed', () => {
  const posts = [3, 2, 1].map((id) => ({
    id,
    html: `<p>Text <strong>${id}</strong> with <a href="https://harbour.example/page/">a link</a>.</p>`,
  }));

  test.each(['rss', 'atom', 'json'])('in %s is imported so that its subscribers see nothing', (format) => {
    const origin = importInto({ 'feed.xml': wordPressFeed(posts) }, 'feed.xml');
    expect(origin.out).toContain(
      'Compared with feed.xml, subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped',
    );
    // A young site has a short feed, which grows.
    expect(origin.read('feedwright.yaml')).not.toMatch(/^limit:/m);
    expect(origin.read('feedwright.yaml')).toContain('rss: feed.xml');
    if (format === 'rss') return;
    const { folder } = origin;
    runCli(folder, ['build', '--quiet']);
    const path = format === 'atom' ? 'dist/atom.xml' : 'dist/feed.json';
    const other = importInto({ old: origin.read(path) }, 'old');
    expect(other.error).toBe('');
    expect(other.out).toContain('subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped');
  });

  test('gives no articles for items without a date that can be read, and says how many', () => {
    const item = (title: string, date: string) =>
      `<item><title>${title}</title><guid>https://you.example/${title}</guid>${date}<description>Text</description></item>`;
    const items = [
      item('dated', '<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>'),
      item('second', '<pubDate>Tue, 30 Apr 2024 10:00:00 GMT</pubDate>'),
      item('third', '<pubDate>Mon, 29 Apr 2024 10:00:00 GMT</pubDate>'),
      item('undated', ''),
      item('unread', '<pubDate>some day</pubDate>'),
      item('zero', '<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>'),
    ];
    const feed = `<rss version="2.0"><channel><title>H</title><link>https://you.example/</link>${items.join('')}</channel></rss>`;
    const { folder, out, exitCode } = importInto({ 'feed.xml': feed }, 'feed.xml');
    expect(exitCode).toBe(0);
    expect(listFiles(join(folder, 'articles'))).toEqual([
      '2024-04-29-third.md',
      '2024-04-30-second.md',
      '2024-05-01-dated.md',
    ]);
    expect(out).toContain('Left out: 3 items without a date.');
  });

  test('keeps what it says of an episode, and says what makes a show of it', () => {
    const feed =
      '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>H</title><link>https://you.example/</link><item><title>A</title><guid>https://you.example/a</guid><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><enclosure url="https://you.example/a.mp3" length="1200" type="audio/mpeg"/><itunes:season>2</itunes:season><itunes:episode>3</itunes:episode><itunes:episodeType>bonus</itunes:episodeType><itunes:explicit>true</itunes:explicit><itunes:duration>1:00</itunes:duration></item></channel></rss>';
    const { read, out } = importInto({ 'feed.xml': feed }, 'feed.xml');
    expect(read('articles/2024-05-01-a.md')).toContain(`attachments:
  - url: https://you.example/a.mp3
    type: audio/mpeg
    length: 1200
    duration: 60
season: '2'
episode: '3'
episode_type: bonus
explicit: 'true'
`);
    expect(out).toContain('1 of 1 articles has audio. If this is a podcast, add "podcast"');
  });

  test('whose items name the sound as their page gives articles pages of their own', () => {
    const feed =
      '<rss version="2.0"><channel><title>H</title><link>https://you.example/</link><item><title>A</title><guid isPermaLink="false">a1</guid><link>https://cdn.example/a.mp3</link><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><enclosure url="https://cdn.example/a.mp3?from=feed" length="1200" type="audio/mpeg"/></item></channel></rss>';
    const { read, out, error } = importInto({ 'feed.xml': feed }, 'feed.xml');
    expect(read('articles/2024-05-01-a.md')).not.toContain('permalink');
    expect(out).toContain('0 new, 1 updated, 0 duplicates, 0 dropped');
    expect(error).not.toContain('unknown-length');
  });

  test.each([
    [
      '<rss version="2.0"><channel><title>H</title><link>https://you.example/</link><description>H</description><item><title>A</title><guid isPermaLink="false">a1</guid><link>https://you.example/a/</link><pubDate>Wed, 01 May 2024 10:00:00 +0200</pubDate><description>A.</description></item></channel></rss>',
      'date: 2024-05-01T10:00:00+02:00\nid: a1\n',
    ],
    [
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title><id>h</id><link href="https://you.example/"/><updated>2024-05-02T00:00:00Z</updated><entry><title>A</title><id>urn:a</id><link href="a/"/><published>2024-05-01T01:00:00-03:30</published><updated>2024-05-02T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A.</p></div></content></entry></feed>',
      'date: 2024-05-01T01:00:00-03:30\nupdated: 2024-05-02T00:00:00Z\nid: urn:a\npermalink: /a/\n',
    ],
  ])('keeps the zone of a date: %s', (feed, lines) => {
    const { read, out } = importInto({ 'feed.xml': feed }, 'feed.xml');
    expect(read('articles/2024-05-01-a.md')).toContain(lines);
    expect(out).toContain('0 new, 0 updated, 0 duplicates, 0 dropped');
  });

  test('of Mastodon has its images beside the text: shown with it, they are no update', () => {
    const item = (id: number, more: string) =>
      `<item><guid isPermaLink="true">https://social.example/@ada/${id}</guid><link>https://social.example/@ada/${id}</link><pubDate>Wed, 0${id} May 2024 08:00:00 +0000</pubDate><description>&lt;p&gt;Post ${id}&lt;/p&gt;</description>${more}</item>`;
    const image =
      '<media:content url="https://files.social.example/boat.jpg" type="image/jpeg" fileSize="9" medium="image"><media:description type="plain">A boat</media:description></media:content>';
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Ada</title><link>https://social.example/@ada</link><description>Posts</description>${item(2, image)}${item(1, '')}</channel></rss>`;
    const { folder, out, read } = importInto({ 'feed.xml': feed }, 'feed.xml');
    expect(out).toContain('subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped');
    const name = 'articles/2024-05-02-2.md';
    writeFileSync(join(folder, name), read(name).replace('boat.jpg', 'other.jpg'));
    expect(runCli(folder, ['diff', '--against', 'feed.xml']).out).toContain('1 updated');
  });

  test('is imported with its archives, and next_url of JSON Feed', () => {
    const archived = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: You\nlimit: 3\narchive: { size: 5 }\n',
      ...Object.fromEntries(
        Array.from({ length: 18 }, (_, index) => [
          `articles/${index}.md`,
          `---\ntitle: Number ${index}\ndate: 2024-01-${String(index + 1).padStart(2, '0')}\n---\nText.\n`,
        ]),
      ),
    });
    expect(runCli(archived, ['build', '--quiet'])).toEqual({ out: '', error: '', exitCode: 0 });
    for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
      const ran = runCli(makeSite({}), ['import', join(archived, 'dist', name)]);
      expect(ran.out).toContain('Imported 18 articles from this feed.');
      expect(ran.out).toContain('subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped');
    }
  });

  test('is compared with the feed that --against names, where it is an archive that readers do not read', () => {
    const posts = [3, 2, 1].map((id) => ({ id, html: '<p>Text.</p>' }));
    const files = { 'all.xml': wordPressFeed(posts), 'feed.xml': wordPressFeed(posts.slice(0, 2)) };
    const { out, read, exitCode } = importInto(files, 'all.xml', '--against', 'feed.xml');
    expect(exitCode).toBe(0);
    expect(out).toContain('Imported 3 articles');
    expect(out).toContain(
      'Compared with feed.xml, subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped',
    );
    expect(read('feedwright.yaml')).toMatch(/^limit: 2$/m);
  });

  test('at the URL of a folder, as those of WordPress and Ghost, is compared as it is', async () => {
    const { url, server } = await startServer((request, response) => {
      response.statusCode = request.url === '/feed/' ? 200 : 404;
      response.end(wordPressFeed(posts));
    });
    const items = posts.map(({ id, html }) => wordPressItem({ id, body: html }));
    const folder = makeSite({ 'wordpress.xml': wordPressExport(items) });
    const running = startCli(folder, ['import', 'wordpress.xml', '--against', `${url}/feed/`]);
    await running.waitFor(/subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped/);
    server.close();
    const old = wordPressFeed(posts).replace('/feed.xml"', '/feed/"');
    const { error } = importInto({ 'old.xml': old }, 'old.xml');
    expect(error).toContain('redirect it to the new one and use --allow feed-url-changed');
    expect(error).not.toContain('aliases');
  }, 60_000);

  test('in which some items can not be imported is that much shorter, so that no older article comes as a new one', () => {
    const items = posts.map(({ id, html }) =>
      wordPressItem({
        id,
        body: html,
        more: id === 2 ? '<wp:post_password><![CDATA[x]]></wp:post_password>' : '',
      }),
    );
    const oldest = wordPressItem({ id: 0, body: '<p>Older.</p>' });
    const { out, read } = importInto(
      { 'wordpress.xml': wordPressExport([...items, oldest]), 'old.xml': wordPressFeed(posts) },
      'wordpress.xml',
      '--against',
      'old.xml',
    );
    expect(read('feedwright.yaml')).toContain('limit: 2');
    expect(out).toContain('subscribers will see: 0 new, 0 updated, 0 duplicates, 1 dropped');
  });

  test('is fetched from its URL, page by page, and only from its host', async () => {
    const page = (id: number, next: string) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'N',
        home_page_url: 'https://you.example/',
        next_url: next,
        items: [
          {
            id: `n${id}`,
            url: `https://you.example/n/${id}/`,
            title: `N ${id}`,
            date_published: '2024-05-01T08:00:00Z',
            content_html: '<p>x</p>',
          },
        ],
      });
    const pages = [page(1, '/1'), page(2, '/2'), page(3, 'https://else.example/feed.json')];
    const { url, server } = await startServer(
      (request, response) => void response.end(pages[Number(request.url?.slice(1))]),
    );
    const folder = makeSite({});
    const running = startCli(folder, ['import', `${url}/0`]);
    await running.waitFor(/subscribers will see: .*0 duplicates/);
    await running.waitFor(/archive-not-read: The feed continues at "https:\/\/else\.example\/feed\.json"/);
    expect(listFiles(join(folder, 'articles'))).toEqual([
      '2024-05-01-1.md',
      '2024-05-01-2.md',
      '2024-05-01-3.md',
    ]);
    server.close();
  }, 60_000);

  test('from a URL at which no file can be is imported all the same, with a warning', async () => {
    const { url, server } = await startServer((_, response) => {
      const feed = wordPressFeed([{ id: 1, html: '<p>All about ropes.</p>' }]);
      response.end(feed.replaceAll('https://harbour.example/feed.xml', `${url}/?feed=rss2`));
    });
    const running = startCli(makeSite({}), ['import', `${url}/?feed=rss2`]);
    await running.waitFor(/subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped/);
    await running.waitFor(/warning feed-url-changed/);
    expect(running.printed()).not.toContain('error feed-url-changed');
    server.close();
  }, 60_000);

  test('brings both of two items with one GUID, and an item of two pages once', () => {
    const item = (title: string, link: string) =>
      `<item><title>${title}</title><link>${link}</link><guid>same</guid><pubDate>Wed, 01 May 2024 08:00:00 GMT</pubDate><description>Text.</description></item>`;
    const items = [item('One', 'https://you.example/1'), item('Two', 'https://you.example/2')];
    const again = item('One', 'http://www.you.example/1/');
    const feed = `<rss version="2.0"><channel><title>Y</title><link>https://you.example/</link><description>All</description>${items.join('')}${again}</channel></rss>`;
    const { out, error } = importInto({ 'feed.xml': feed }, 'feed.xml');
    expect(out).toContain('Imported 2 articles from this feed.');
    expect(error).toContain('import-id-taken');
  });

  test('keeps a note without a title one', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'N',
      home_page_url: 'https://you.example/',
      items: [
        {
          id: 'n1',
          url: 'https://you.example/n/1',
          date_published: '2024-05-01T08:00:00Z',
          content_text: 'a < b',
        },
      ],
    };
    const { out, read, folder } = importInto({ 'feed.json': JSON.stringify(feed) }, 'feed.json');
    expect(out).toContain('0 new, 0 updated, 0 duplicates, 0 dropped');
    runCli(folder, ['build', '--quiet']);
    const [item] = JSON.parse(read('dist/feed.json')).items;
    expect(item).not.toHaveProperty('title');
    expect(item.content_html).toContain('a &lt; b');
  });
});

describe('exports of other tools', () => {
  test('Ghost', () => {
    const { folder, read, error, out } = importInto(
      { 'ghost.json': ghostExport() },
      'ghost.json',
      '--site',
      'https://harbour.example/',
    );
    expect(error).toBe('');
    expect(out).toContain('Left out: 1 page, 1 member.');
    expect(listOthers(folder, 'ghost.json', 'feedwright.yaml')).toEqual([
      'articles/2024-05-01-ropes.md',
      'articles/drafts/2024-05-03-not-yet.md',
      'articles/private/2024-05-01-members.md',
    ]);
    expect(read('articles/2024-05-01-ropes.md')).toBe(`---
title: Ropes
date: 2024-05-01T08:00:00Z
updated: 2024-05-02T08:00:00Z
id: 65a000000000000000000001
permalink: /ropes/
authors:
  - Ada Quay
tags:
  - Sea
summary: Ropes, briefly.
image:
  url: https://harbour.example/content/images/knot.jpg
  alt: A knot
---

All about **ropes**. ![A rope](https://harbour.example/content/images/rope.jpg)
`);
    expect(read('feedwright.yaml')).toContain('timeZone: Europe/Berlin');
    expect(runCli(folder, ['build']).error).toBe('');
  });

  test('Substack, packed and unpacked', () => {
    const packed = importInto(
      { 'export.zip': zip(SUBSTACK) },
      'export.zip',
      '--site',
      'https://ada.substack.example',
      '--title',
      'Ada',
    );
    const unpacked = importInto(
      Object.fromEntries(Object.entries(SUBSTACK).map(([name, text]) => [`in/${name}`, text])),
      'in',
      '--site',
      'https://ada.substack.example',
      '--title',
      'Ada',
    );
    for (const { folder, read, error } of [packed, unpacked]) {
      // What the export does not say of a sound file is asked for.
      expect(error).toContain('unknown-length');
      expect(listFiles(join(folder, 'articles'))).toEqual([
        '2024-05-01-ropes.md',
        '2024-05-04-talk.md',
        'drafts/soon.md',
        'private/2024-05-02-paid.md',
      ]);
      expect(read('articles/2024-05-01-ropes.md')).toContain('title: Ropes, and "knots"\n');
      expect(read('articles/2024-05-01-ropes.md')).toContain('permalink: /p/ropes\n');
      expect(read('articles/2024-05-04-talk.md')).toContain('  - url: https://harbour.example/talk.mp3\n');
    }
  });

  test('Medium', () => {
    const { read, error } = importInto(
      { 'medium.zip': zip(MEDIUM) },
      'medium.zip',
      '--site',
      'https://you.example/',
      '--title',
      'Ada',
    );
    expect(error).toBe('');
    expect(read('articles/2024-05-01-ropes-0123456789ab.md')).toBe(`---
title: Ropes
date: 2024-05-01T08:00:00Z
id: https://medium.com/p/0123456789ab
permalink: https://medium.com/@ada/ropes-0123456789ab
authors:
  - Ada Quay
summary: Briefly.
---

All about **ropes**.
`);
    expect(read('articles/drafts/soon.md')).toContain('draft: true');
  });

  test('Medium, unpacked, whatever its folder is called, or the folder of the posts alone', () => {
    const posts = Object.entries(MEDIUM).filter(([name]) => name.startsWith('posts/'));
    const files = Object.fromEntries(
      posts.map(([name, text]) => [`archive/${name.replace('p', 'P')}`, text]),
    );
    for (const source of ['archive', 'archive/Posts']) {
      const { error, read } = importInto(files, source, '--site', 'https://you.example/', '--title', 'Ada');
      expect(error).toBe('');
      expect(read('articles/2024-05-01-ropes-0123456789ab.md')).toContain('\nAll about **ropes**.\n');
    }
  });

  test('Blogger', () => {
    const { read, error, out } = importInto({ 'blog.xml': BLOGGER }, 'blog.xml');
    expect(error).toBe('');
    expect(out).toContain('1 comment');
    expect(read('articles/2024-05-01-ropes.md')).toContain(`date: 2024-05-01T10:00:00+02:00
updated: 2024-05-02T10:00:00+02:00
id: tag:blogger.com,1999:blog-42.post-7
permalink: /2024/05/ropes.html
authors:
  - Ada Quay
tags:
  - Sea
`);
    expect(read('articles/drafts/2024-05-03-soon.md')).toContain('draft: true');
  });

  test('Tumblr', () => {
    const { read, error } = importInto(
      { 'tumblr.zip': zip(TUMBLR) },
      'tumblr.zip',
      '--site',
      'https://ada.tumblr.example',
      '--title',
      'Ada',
    );
    expect(error).toBe('');
    expect(read('articles/2024-05-01-150000000001.md')).toBe(`---
title: Ropes
date: 2024-05-01T08:05:00
id: https://ada.tumblr.example/post/150000000001
permalink: /post/150000000001
tags:
  - sea
  - knots
---

All about **ropes**.
`);
  });

  test('Mastodon', () => {
    const { folder, read, error, out } = importInto(
      { 'outbox.json': mastodonOutbox() },
      'outbox.json',
      '--site',
      'https://social.example/',
      '--title',
      'Ada',
    );
    expect(error).toBe('');
    expect(out).toContain('Left out: 1 direct message, 1 reply, 1 boost.');
    expect(listFiles(join(folder, 'articles'))).toEqual(['2024-05-01-1.md', 'private/2024-05-01-4.md']);
    expect(read('articles/2024-05-01-1.md')).toContain("title: ''\n");
    expect(read('articles/2024-05-01-1.md')).toContain('![A "rope"](https://social.example/rope.png)');
  });

  test('Mastodon with what the account liked and bookmarked, which are no posts', () => {
    const list = (id: string) =>
      JSON.stringify({ id, type: 'OrderedCollection', orderedItems: ['https://else.example/@bob/7'] });
    const files = {
      'bookmarks.json': list('bookmarks.json'),
      'likes.json': list('likes.json'),
      'outbox.json': mastodonOutbox(),
    };
    const args = ['--site', 'https://social.example/', '--title', 'Ada'];
    const unpacked = importInto(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`archive/${name}`, text])),
      'archive',
      ...args,
    );
    expect(unpacked.error).toBe('');
    expect(unpacked.out).toContain('Imported 2 articles (1 private) from this Mastodon archive.');
    const packed = importInto({ 'archive.zip': zip(files) }, 'archive.zip', ...args);
    expect(packed.out).toBe(unpacked.out);
  });

  test('Mastodon, which hides parts of the URLs that it shows', () => {
    const content =
      '<p>See <a href="https://else.example/a/long/path"><span class="invisible">https://</span><span class="ellipsis">else.example/a/lo</span><span class="invisible">ng/path</span></a> <a href="https://social.example/tags/sea" class="mention hashtag" rel="tag">#<span>sea</span></a></p>';
    const url = 'https://social.example/@ada/1';
    const note = { url, content, published: '2024-05-01T08:00:00Z', to: ['as:Public'] };
    const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const feed = `<rss version="2.0"><channel><title>Ada</title><link>https://social.example/@ada</link><description>Public posts</description><item><guid isPermaLink="true">${url}</guid><link>${url}</link><pubDate>Wed, 01 May 2024 08:00:00 +0000</pubDate><description>${escaped}</description></item></channel></rss>`;
    const files = {
      'outbox.json': JSON.stringify({ orderedItems: [{ type: 'Create', object: note }] }),
      'old.xml': feed,
    };
    const site = ['--site', 'https://social.example/', '--title', 'Ada', '--against', 'old.xml'];
    for (const args of [['outbox.json', ...site], ['old.xml']]) {
      const { read, out, error } = importInto(files, ...args);
      expect(error).not.toContain('hidden-content');
      expect(read('articles/2024-05-01-1.md')).toContain(
        'See <https://else.example/a/long/path> [#sea](https://social.example/tags/sea)',
      );
      expect(out).toContain('subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped');
    }
  });
});

describe('nothing half, nothing overwritten', () => {
  const whole = wordPressExport(Array.from({ length: 30 }, (_, id) => wordPressItem({ id, body: BLOCKS })));
  const bomb = zip({ 'posts.csv': `post_id\n${' '.repeat(200_000_000)}` });
  const broken: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['cut off', whole.slice(0, -400), 'it was cut off'],
    [
      'with entities of its own',
      whole.replace('<rss', '<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss'),
      'declares its own XML entities',
    ],
    ['that is an HTML page', '<!DOCTYPE html><html><body><p>Log in</p></body></html>', 'is an HTML page'],
    ['that is cut-off JSON', ghostExport().slice(0, -20), 'cut off or damaged'],
    ['that is a cut-off zip', zip(SUBSTACK).slice(0, 300), 'is not a complete zip file'],
    ['that leads out of its folder', zip({ ...SUBSTACK, '../../evil.html': 'x' }), 'outside its folder'],
    ['that unpacks to fill the memory', bomb, 'which unpacks to 200 MB'],
    [
      'with a table that is damaged',
      zip({ ...SUBSTACK, 'posts.csv': `${SUBSTACK['posts.csv']}9.z,,true,,newsletter,everyone,"Z,,\n` }),
      'has a quote that is never closed',
    ],
    ['that is nothing known', zip({ 'photo.txt': 'x' }), 'contains no known export'],
  ];

  test.each(broken)('an export %s gives a clear line and no file', (_, content, reason) => {
    const { folder, error, exitCode, out } = importInto(
      { given: content },
      'given',
      '--site',
      'https://you.example/',
      '--title',
      'You',
    );
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(error).toContain(reason);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(listFiles(folder)).toEqual(['given']);
    expect(existsSync(join(folder, 'articles'))).toBe(false);
  });

  test('--dry-run lists the files and writes none', () => {
    const { folder, out } = importInto({ 'export.xml': whole }, 'export.xml', '--dry-run');
    expect(out).toContain('Would import 30 articles');
    expect(out).toContain('  articles/2024-05-01-post-0.md\n');
    expect(listFiles(folder)).toEqual(['export.xml']);
  });

  test('a file that has the name already stays, and the names are safe', () => {
    const titles = ['CON', '../../etc/passwd', 'A/b\\c:d*e?', 'x'.repeat(400), 'Ünïcode 漢字', '...'];
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'N',
      home_page_url: 'https://you.example/',
      items: titles.map((title, id) => ({
        id: `${id}`,
        title,
        date_published: '2024-05-01T08:00:00Z',
        content_html: '<p>x</p>',
      })),
    };
    const mine = '---\ntitle: Mine\ndate: 2020-01-01\n---\nMine.\n';
    const { folder, read } = importInto(
      { 'feed.json': JSON.stringify(feed), 'articles/2024-05-01-con.md': mine },
      'feed.json',
    );
    expect(read('articles/2024-05-01-con.md')).toBe(mine);
    expect(listFiles(join(folder, 'articles'))).toEqual([
      '2024-05-01-a-b-c-d-e.md',
      '2024-05-01-article.md',
      '2024-05-01-con-2.md',
      '2024-05-01-con.md',
      '2024-05-01-etc-passwd.md',
      `2024-05-01-${'x'.repeat(60)}.md`,
      '2024-05-01-ünïcode-漢字.md',
    ]);
  });

  test('what only the order of attributes and empty texts of images tell apart becomes Markdown', () => {
    const html =
      '<p><a title="Knots" href="https://you.example/k">knots</a> <img src="https://you.example/k.png"></p>';
    const { folder } = importInto({ 'feed.xml': wordPressFeed([{ id: 1, html }]) }, 'feed.xml');
    expect(listFiles(join(folder, 'articles'))).toEqual(['2024-05-02-post-1.md']);
  });

  test('what Markdown cannot say stays HTML, and is named', () => {
    const html = '<p style="text-align:center" align="center">Centred</p><p id="a"><a href="#a">up</a></p>';
    const { folder, out } = importInto({ 'feed.xml': wordPressFeed([{ id: 1, html }]) }, 'feed.xml');
    expect(listFiles(join(folder, 'articles'))).toEqual(['2024-05-02-post-1.html']);
    expect(out).toContain(
      '0 in Markdown, 1 in HTML, because Markdown would change something:\n  articles/2024-05-02-post-1.html',
    );
    expect(out).toContain('0 new, 0 updated, 0 duplicates, 0 dropped');
  });
});
