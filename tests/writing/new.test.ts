import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCopy } from '../../src/writing/read-copy.ts';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2025-11-04T08:00:00Z'];
const SETTINGS = 'site: https://you.example/\ntitle: You\ntimeZone: Europe/Berlin\n';

/** The folders of all tools, with a file in each that is no article. */
const FOLDERS = Object.fromEntries(
  ['_posts', 'content/posts', 'source/_posts', 'articles', 'src/content/blog', 'blog'].map((folder) => [
    `${folder}/x.css`,
    '',
  ]),
);

function create(settings: string, ...args: readonly string[]) {
  const folder = makeSite({ 'feedwright.yaml': SETTINGS + settings, ...FOLDERS });
  const ran = runCli(folder, ['new', ...NOW, ...args]);
  const path = /^Wrote (.+)\.$/m.exec(ran.out)?.[1] ?? '';
  return { ...ran, folder, path, text: path === '' ? '' : readFileSync(join(folder, path), 'utf8') };
}

describe('new', () => {
  const cases: readonly (readonly [string, readonly string[], string, string])[] = [
    [
      'articles: articles',
      ['Hello, World!'],
      'articles/2025-11-04-hello-world.md',
      '---\ntitle: Hello, World!\ndate: 2025-11-04T09:00:00+01:00\n---\n\n',
    ],
    [
      'preset: jekyll',
      ['Hello'],
      '_posts/2025-11-04-hello.md',
      '---\ntitle: Hello\ndate: 2025-11-04T09:00:00+01:00\n---\n\n',
    ],
    [
      'preset: jekyll',
      ['Hello', '--draft'],
      '_drafts/hello.md',
      '---\ntitle: Hello\ndate: 2025-11-04T09:00:00+01:00\ndraft: true\n---\n\n',
    ],
    [
      'preset: hugo',
      ['Hello', '--draft'],
      'content/posts/hello.md',
      '---\ntitle: Hello\ndate: 2025-11-04T09:00:00+01:00\ndraft: true\n---\n\n',
    ],
    [
      'preset: zola',
      ['Say "hello"'],
      'content/posts/say-hello.md',
      '+++\ntitle = "Say \\"hello\\""\ndate = 2025-11-04T09:00:00+01:00\n+++\n\n',
    ],
    [
      'preset: hexo',
      ['Hello'],
      'source/_posts/hello.md',
      '---\ntitle: Hello\ndate: 2025-11-04 09:00:00\n---\n\n',
    ],
    [
      'preset: astro',
      ['Hello'],
      'src/content/blog/hello.md',
      "---\ntitle: Hello\npubDate: 2025-11-04T09:00:00+01:00\ndescription: ''\n---\n\n",
    ],
    [
      'preset: docusaurus',
      ['Hello'],
      'blog/2025-11-04-hello.md',
      '---\ntitle: Hello\ndate: 2025-11-04T09:00:00+01:00\n---\n\n',
    ],
    [
      'articles: articles',
      ['true: #1 *star*'],
      'articles/2025-11-04-true-1-star.md',
      "---\ntitle: 'true: #1 *star*'\ndate: 2025-11-04T09:00:00+01:00\n---\n\n",
    ],
  ];

  test.each(cases)('with "%s" %j is %s', (settings, args, path, text) => {
    const created = create(settings, ...args);
    expect({ error: created.error, path: created.path, text: created.text }).toEqual({
      error: '',
      path,
      text,
    });
    const listed = runCli(created.folder, [
      'list',
      ...NOW,
      '--json',
      '--articles',
      path.replace(/\/[^/]+$/, ''),
    ]);
    const [article] = JSON.parse(listed.out).articles;
    const isDraft = args.includes('--draft');
    expect(article).toMatchObject(
      isDraft
        ? { state: 'draft' }
        : { state: 'in the feed', published: '2025-11-04T08:00:00Z', title: args[0] },
    );
  });

  test('never overwrites an article', () => {
    const { folder, path, text } = create('', 'Hello');
    const again = runCli(folder, ['new', ...NOW, 'hello']);
    expect(again.out).toBe('Wrote articles/2025-11-04-hello-2.md.\n');
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
  });

  test('--due is held back until then, in the zone of the site', () => {
    const { folder, text, out } = create('', 'Later', '--due', '2025-12-24 18:00');
    expect(text).toContain('date: 2025-12-24T18:00:00+01:00\n');
    expect(out).toContain('It is published by the first build after 2025-12-24T17:00:00Z.');
    expect(JSON.parse(runCli(folder, ['list', ...NOW, '--json']).out).articles[0]).toMatchObject({
      state: 'held back',
    });
  });

  test('--note has no title in the feed, and its signs are text', () => {
    const { folder, path, text } = create('', '--note', '5 * 5 is <b>25</b>');
    expect(path).toBe('articles/2025-11-04-090000.md');
    expect(text).toBe("---\ntitle: ''\ndate: 2025-11-04T09:00:00+01:00\n---\n\n5 \\* 5 is \\<b>25\\</b>\n");
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    const [item] = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).items;
    expect(item).not.toHaveProperty('title');
    expect(item.content_html).toContain('5 * 5 is &lt;b&gt;25&lt;/b&gt;');
  });

  test('--pin gives an ID that stays when title and file change', () => {
    expect(create('', 'Hello', '--pin').text).toContain('id: tag:you.example,2025-11-04:hello\n');
  });

  test('--from takes the headline, the byline and the dateline of plain copy', () => {
    const copy =
      'Quay opens *again*\r\n\r\nBy Ada Quay and Bob Pier\r\n\r\nHAMBURG, Nov 4 (HN) — The quay is open.\r\nShips came.\r\n\r\n# 1 was a tug.\r\n';
    const folder = makeSite({ 'feedwright.yaml': SETTINGS, 'articles/x.css': '', 'in/copy.txt': copy });
    expect(runCli(folder, ['new', ...NOW, '--from', 'in/copy.txt']).out).toBe(
      'Wrote articles/2025-11-04-quay-opens-again.md.\n',
    );
    expect(readFileSync(join(folder, 'articles/2025-11-04-quay-opens-again.md'), 'utf8')).toBe(`---
title: Quay opens *again*
date: 2025-11-04T09:00:00+01:00
authors:
  - Ada Quay
  - Bob Pier
dateline: HAMBURG, Nov 4 (HN)
---

The quay is open. Ships came.

\\# 1 was a tug.
`);
  });

  test.each([
    'EMBARGOED UNTIL 0900 GMT, 5 MAY 2099',
    '*** STRICTLY EMBARGOED ***',
    'Embargo: 5 May 2099, 09:00',
    'Under embargo until Friday',
    'NOT FOR PUBLICATION BEFORE MIDNIGHT',
    'Sperrfrist: 5. Mai, 10 Uhr',
    'Sous embargo jusqu’au 5 mai',
  ])('--from makes a draft of copy under embargo, unless it is said when it is due: %s', (line) => {
    for (const copy of [`${line}\n\nQuay opens\n\nText.\n`, `Quay opens\n\n${line}\n\nText.\n`]) {
      const folder = makeSite({ 'feedwright.yaml': SETTINGS, 'articles/x.css': '', 'copy.txt': copy });
      const { out } = runCli(folder, ['new', ...NOW, '--from', 'copy.txt']);
      expect(out).toContain(`The copy is under embargo ("${line}"), so the article is a draft.`);
      const text = readFileSync(join(folder, 'articles/2025-11-04-quay-opens.md'), 'utf8');
      expect(text).toContain('draft: true\n');
      expect(text).not.toContain(line);
    }
    const due = makeSite({ 'feedwright.yaml': SETTINGS, 'copy.txt': `${line}\n\nQuay opens\n\nText.\n` });
    runCli(due, ['new', ...NOW, '--due', '2025-12-01', '--from', 'copy.txt']);
    expect(readFileSync(join(due, 'articles/2025-12-01-quay-opens.md'), 'utf8')).not.toContain('draft');
  });

  test.each([
    'Embargo lifted on tea',
    'Embargo on oil takes effect on 5 May',
    'Sperrfristen fallen weg',
  ])('a headline about an embargo is one: %s', (line) =>
    expect(readCopy(`${line}\n\nText.`).embargo).toBeUndefined());

  test.each([
    'jekyll',
    'hugo',
    'docusaurus',
    'vitepress',
  ])('--from and --note keep braces as text for %s, and its feeds show them', (preset) => {
    const text = 'Say {{ name }}, {% if x %}, {{< figure >}}, {{ f(x=1) }} and {y}.';
    const folder = makeSite({
      'feedwright.yaml': `${SETTINGS}preset: ${preset}\narticles: posts\n`,
      'posts/x.css': '',
      'copy.txt': `Braces\n\n${text}\n`,
    });
    expect(runCli(folder, ['new', ...NOW, '--from', 'copy.txt']).exitCode).toBe(0);
    expect(runCli(folder, ['new', ...NOW, '--note', text]).exitCode).toBe(0);
    expect(runCli(folder, ['build', '--output', 'out', ...NOW]).error).not.toContain('removed-template');
    const { items } = JSON.parse(readFileSync(join(folder, 'out/feed.json'), 'utf8'));
    const words = ({ content_html: html }: { content_html: string }) =>
      html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
    expect(items.map(words)).toEqual([text, text]);
  });

  test('--from gives Docusaurus authors that need no "authors.yml"', () => {
    const folder = makeSite({
      'feedwright.yaml': `${SETTINGS}preset: docusaurus\n`,
      'blog/x.css': '',
      'copy.txt': 'Quay opens\n\nBy Ada Quay\n\nText.\n',
    });
    runCli(folder, ['new', ...NOW, '--from', 'copy.txt']);
    const text = readFileSync(join(folder, 'blog/2025-11-04-quay-opens.md'), 'utf8');
    expect(text).toContain('authors:\n  - name: Ada Quay\n');
  });

  test('a draft is no page of Eleventy, and the writer of one for Astro or VitePress is told', () => {
    const { text, folder } = create('preset: eleventy', '--draft', 'Hello');
    expect(text).toContain('draft: true\npermalink: false\neleventyExcludeFromCollections: true\n');
    expect(JSON.parse(runCli(folder, ['list', ...NOW, '--json']).out).articles[0].state).toBe('draft');
    expect(create('preset: astro', '--draft', 'Hello').out).toContain('Astro makes pages of drafts, too');
    expect(create('preset: vitepress', '--draft', 'Hello').out).toContain('VitePress makes pages of drafts');
    expect(create('preset: hugo', '--draft', 'Hello').out).toMatch(/^Wrote .*\.\n$/);
  });

  test.each([
    ['jekyll', false],
    ['hexo', true],
  ])('--due says whether %s makes the page at once', (preset, isShown) => {
    const { out } = create(`preset: ${preset}`, 'Later', '--due', '2025-12-24 18:00');
    expect(out.includes('makes its page at once')).toBe(isShown);
  });

  test.each([
    ['preset: jekyll', '_posts/2025-11-04-hello.md', '_drafts/later.md'],
    ['preset: hexo', 'source/_posts/hello.md', 'source/_drafts/later.md'],
    ['preset: eleventy', 'content/blog/hello.md', 'content/blog/later.md'],
    ['articles: posts', 'posts/2025-11-04-hello.md', 'posts/2025-11-04-later.md'],
    ['', 'articles/2025-11-04-hello.md', 'articles/2025-11-04-later.md'],
  ])('makes the folder of the first article of a site with "%s"', (settings, path, draft) => {
    const folder = makeSite({ 'feedwright.yaml': SETTINGS + settings });
    expect(runCli(folder, ['new', ...NOW, '--draft', 'Later']).out).toBe(`Wrote ${draft}.\n`);
    expect(runCli(folder, ['new', ...NOW, 'Hello']).out).toBe(`Wrote ${path}.\n`);
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).toContain('Hello');
  });

  test('stays among the articles of a site that has them at its top', () => {
    const folder = makeSite({
      'feedwright.yaml': SETTINGS,
      'a.md': '---\ntitle: A\ndate: 2025-01-01\n---\nA.\n',
    });
    expect(runCli(folder, ['new', ...NOW, 'Hello']).out).toBe('Wrote 2025-11-04-hello.md.\n');
  });

  test.each([
    '- A list of one',
    '-5 degrees',
    '--due is an option',
  ])('takes the title %j as it is', (title) => {
    expect(create('articles: articles', title).text).toContain(title);
  });

  test('needs no configuration', () => {
    const folder = makeSite({});
    expect(runCli(folder, ['new', 'Hello', ...NOW]).out).toBe('Wrote articles/2025-11-04-hello.md.\n');
  });

  test.each(['utf16le', 'latin1'] as const)('--from takes copy in %s', (encoding) => {
    const mark = encoding === 'utf16le' ? '\uFEFF' : '';
    const copy = Buffer.from(`${mark}Größe\r\n\r\nFür alle.\r\n`, encoding);
    const folder = makeSite({ 'copy.txt': copy });
    expect(runCli(folder, ['new', '--from', 'copy.txt', ...NOW]).out).toBe(
      'Wrote articles/2025-11-04-größe.md.\n',
    );
    expect(readFileSync(join(folder, 'articles/2025-11-04-größe.md'), 'utf8')).toContain('\n\nFür alle.\n');
  });

  test.each([
    'PK\u0003\u0004\u0000\u0000',
    '{\\rtf1 Hello}',
    '%PDF-1.7\n',
  ])('--from refuses the document of another program: %j', (copy) => {
    const folder = makeSite({ 'copy.doc': copy });
    const ran = runCli(folder, ['new', '--from', 'copy.doc', ...NOW]);
    expect(ran).toMatchObject({ exitCode: 1, out: '', error: expect.stringContaining('is not plain text') });
    expect(readdirSync(folder)).toEqual(['copy.doc']);
  });

  test('says what is wrong', () => {
    expect(create('', '--due', 'soon', 'x')).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('--due is not a time: "soon"'),
    });
    expect(create('')).toMatchObject({ exitCode: 2, error: expect.stringContaining('Write the title') });
    expect(create('', '--from', 'none.txt')).toMatchObject({
      exitCode: 1,
      error: expect.stringContaining('it does not exist'),
    });
  });
});

test.each([
  ['A\nText - with a dash.', { headline: 'A', authors: [], paragraphs: ['Text - with a dash.'] }],
  ['A\nOne.\nTwo.', { headline: 'A', authors: [], paragraphs: ['One.', 'Two.'] }],
  [
    'A\nVon Ada Quay\n\nBERLIN – Eins.',
    { headline: 'A', authors: ['Ada Quay'], dateline: 'BERLIN', paragraphs: ['Eins.'] },
  ],
  [
    'A\n\nBy Then it rained.\n\nIt did.',
    { headline: 'A', authors: [], paragraphs: ['By Then it rained.', 'It did.'] },
  ],
])('the copy %j is read', (text, copy) => expect(readCopy(text)).toEqual(copy));
