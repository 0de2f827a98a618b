import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runImport } from '../../src/commands/import.ts';
import { makeSite, runCli } from '../run-cli.ts';
import { SUBSTACK, zip } from './exports.ts';

const SITE = ['--site', 'https://harbour.example/', '--title', 'Harbour'];

/** An entry of `feed.atom`, with all the elements that Takeout writes even where they are empty. */
const entry = (id: number, type: string, status: string, more = '') => `<entry>
<id>tag:blogger.com,1999:blog-42.post-${id}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status>
<author><name>Ada Quay</name><uri>https://www.blogger.com/profile/1</uri><blogger:type>BLOGGER</blogger:type></author>
<title>${type} &amp;amp; ${id}</title><content type='html'>&lt;p&gt;Text ${id}.&lt;/p&gt;</content>
<blogger:created>2024-04-01T08:00:00.5Z</blogger:created><published>2024-05-0${id}T08:00:00.218Z</published><updated>2024-05-0${id}T09:00:00.218Z</updated>
<blogger:location/>${more}<link/><enclosure/><blogger:trashed/></entry>`;
const LABELS = `<category scheme='tag:blogger.com,1999:blog-42' term='Sea'/><category scheme='tag:blogger.com,1999:blog-42' term='Knots &amp; ties'/>`;
const blog = (...entries: readonly string[]) => `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>tag:blogger.com,1999:blog-42</id><title>Harbour</title>${entries.join('')}</feed>`;
const POST = entry(1, 'POST', 'LIVE', `${LABELS}<blogger:filename>/2024/05/ropes.html</blogger:filename>`);
const BLOG = blog(
  POST,
  entry(2, 'POST', 'DRAFT', '<category/><blogger:filename/>'),
  entry(3, 'POST', 'SOFT_TRASHED'),
  entry(4, 'PAGE', 'LIVE', '<blogger:filename>/p/about.html</blogger:filename>'),
  entry(5, 'COMMENT', 'LIVE'),
);
const COMMENTS = blog(entry(5, 'COMMENT', 'LIVE'));

/** The feed that Blogger serves of the same blog, in the zone of the blog. */
const FEED = `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2008'>
<id>tag:blogger.com,1999:blog-42</id><updated>2024-05-01T02:00:00.218-07:00</updated><title type='text'>Harbour</title>
<link rel='self' type='application/atom+xml' href='https://harbour.example/atom.xml'/><link rel='alternate' type='text/html' href='https://harbour.example/'/>
<entry><id>tag:blogger.com,1999:blog-42.post-1</id><published>2024-05-01T01:00:00.218-07:00</published><updated>2024-05-01T02:00:00.218-07:00</updated>
<category scheme='http://www.blogger.com/atom/ns#' term='Sea'/><category scheme='http://www.blogger.com/atom/ns#' term='Knots &amp; ties'/>
<title type='text'>POST &amp; 1</title><content type='html'>&lt;p&gt;Text 1.&lt;/p&gt;</content>
<link rel='alternate' type='text/html' href='https://harbour.example/2024/05/ropes.html'/><author><name>Ada Quay</name></author></entry></feed>`;

test('a Blogger blog from Google Takeout comes with its labels and drafts, and subscribers see nothing', () => {
  const top = 'Takeout/Blogger';
  const folder = makeSite({
    'takeout.zip': zip({
      [`${top}/Comments/Harbour/feed.atom`]: COMMENTS,
      [`${top}/Blogs/Harbour/feed.atom`]: BLOG,
      [`${top}/Blogs/Harbour/theme-classic.html`]: '<html></html>',
      'Takeout/archive_browser.html': '<html></html>',
    }),
    'old.xml': FEED,
  });
  const { out, error } = runCli(folder, ['import', 'takeout.zip', ...SITE, '--against', 'old.xml']);
  expect(error).toBe('');
  expect(out).toContain('Imported 2 articles (1 draft) from this Blogger export.');
  expect(out).toContain('Left out: 1 post in the trash, 1 page, 1 comment.');
  expect(out).toContain('subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped');
  expect(readFileSync(join(folder, 'articles/2024-05-01-ropes.md'), 'utf8')).toBe(`---
title: POST & 1
date: 2024-05-01T08:00:00Z
updated: 2024-05-01T09:00:00Z
id: tag:blogger.com,1999:blog-42.post-1
permalink: /2024/05/ropes.html
authors:
  - Ada Quay
tags:
  - Sea
  - Knots & ties
---

Text 1.
`);
});

test('of several blogs in one export none is taken for all', () => {
  const folder = makeSite({ 'z/Blogs/A/feed.atom': BLOG, 'z/Blogs/B/feed.atom': BLOG });
  const { error, exitCode } = runCli(folder, ['import', 'z', ...SITE]);
  expect(exitCode).toBe(1);
  expect(error).toBe(
    'z:1 error broken-export: "z" contains more than one blog: "Blogs/A/feed.atom", "Blogs/B/feed.atom". Nothing was imported. Unpack it, and import the "feed.atom" of one blog.\n',
  );
  expect(runCli(folder, ['import', 'z/Blogs/B', ...SITE]).exitCode).toBe(0);
});

test.each([
  ['feed.atom', BLOG, 'articles/2024-05-01-ropes.md', 'permalink: /2024/05/ropes.html'],
  ['substack.zip', zip(SUBSTACK), 'articles/2024-05-01-ropes.md', 'id: https://harbour.example/p/ropes'],
])('%s does not say where its site is: the answer of the user gives its articles their URLs', async (name, bytes, file, line) => {
  const folder = makeSite({ [name]: bytes });
  const answers = ['https://harbour.example/', 'Harbour', ''];
  const made = await runImport({
    operands: [name],
    workingDirectory: folder,
    instant: Date.parse('2026-11-01'),
    elapsed: () => 0,
    workers: 0,
    colour: false,
    packageFolder: join(import.meta.dirname, '../..'),
    environment: {},
    ask: async () => answers.shift(),
  });
  expect(made.exitCode).toBe(0);
  expect(readFileSync(join(folder, file), 'utf8')).toContain(line);
});

test('episodes of Substack keep the IDs of the feed that podcast apps read, which the export does not say', () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>https://harbour.example</link><description>Talk</description>
<item><title>Talk</title><link>https://harbour.example/p/talk</link><guid isPermaLink="false">substack:post:104</guid><pubDate>Sat, 04 May 2024 08:00:00 GMT</pubDate>
<enclosure url="https://harbour.example/talk.mp3" length="0" type="audio/mpeg"/><description><![CDATA[<p>Listen.</p>]]></description></item></channel></rss>`;
  const audio = 'https://api.substack.com/api/v1/audio/upload/0a1b/src';
  const table = SUBSTACK['posts.csv'].replace('https://harbour.example/talk.mp3', audio);
  const folder = makeSite({ 's.zip': zip({ ...SUBSTACK, 'posts.csv': table }), 'old.xml': feed });
  const { out } = runCli(folder, ['import', 's.zip', ...SITE, '--against', 'old.xml']);
  expect(out).toContain('0 duplicates, 0 dropped');
  const talk = readFileSync(join(folder, 'articles/2024-05-04-talk.md'), 'utf8');
  expect(talk).toContain('id: substack:post:104\n');
  expect(talk).toContain(`attachments:\n  - url: ${audio}\n    type: audio/mpeg\n`);
});

test('a table of posts of another tool is no Substack export', () => {
  const folder = makeSite({ 'other.zip': zip({ 'posts.csv': 'id,title,url\n1,A,https://a.example/\n' }) });
  expect(runCli(folder, ['import', 'other.zip', ...SITE]).error).toContain('contains no known export');
});
