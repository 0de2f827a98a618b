import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../src/config/load.ts';
import { listArticles } from '../src/list.ts';
import { expectLinearTime } from './growth.ts';
import { makeSite } from './run-cli.ts';

/** The addresses that a site of these articles has, or what is wrong. */
function addresses(articles: Readonly<Record<string, string>>, config: string): readonly string[] {
  const files = Object.fromEntries(
    Object.entries(articles).map(([path, text]) => [`articles/${path}`, text]),
  );
  const folder = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\narticles: articles\n${config}`,
    ...files,
  });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  const { articles: listed, problems } = listArticles(loaded.config, Date.parse('2026-06-01'));
  const wrong = problems.map(({ code }) => code);
  return [...listed.map(({ url, state }) => url?.replace('https://example.org', '') ?? state), ...wrong];
}

const dated = (more = '') =>
  `---\ntitle: It's a Test & C++\ndate: 2020-01-05T12:00:00Z\n${more}\n---\nText.\n`;

describe('each generator’s own addresses', () => {
  test.each([
    ['hugo', 'posts/2020-01-05-dated.md', '', '', '/posts/2020-01-05-dated/'],
    ['hugo', 'posts/My Post.md', '', '', '/posts/my-post/'],
    ['hugo', 'posts/a.md', '', 'permalink: /:slug/\n', '/its-a-test-c-/'],
    ['hugo', 'posts/a.md', 'slug: Own', 'permalink: /:year/:slug/\n', '/2020/own/'],
    ['hugo', 'posts/a.md', 'publishDate: 2020-03-03', 'permalink: /:year/:month/:filename/\n', '/2020/01/a/'],
    ['zola', 'b/my_post v1.0 Über.md', '', '', '/b/my-post-v1-0-uber/'],
    ['astro', 'Cafe\u0301.md', '', '', '/caf%C3%A9/'],
    ['astro', 'x² ½ Ⓐ ٣.md', '', '', '/x--%E2%93%90-%D9%A3/'],
    ['astro', '2020-01-05-My Post.md', '', '', '/2020-01-05-my-post/'],
    ['eleventy', '2020-01-05-post.md', '', '', '/2020-01-05-post/'],
    ['eleventy', '2020-01-05-post.md', 'permalink: "/blog/{{ page.fileSlug }}/"', '', '/blog/post/'],
    [
      'eleventy',
      'a.md',
      'permalink: "/{{ page.date | date: \'%Y/%m\' }}/{{ title | slugify }}/index.html"',
      '',
      '/2020/01/its-a-test-and-c/',
    ],
    ['hexo', 'news/a.md', '', '', '/2020/01/05/news/a/'],
    ['docusaurus', 'hello.md', '', '', '/blog/hello'],
    ['docusaurus', '2020-01-04-foo.md', '', '', '/blog/2020/01/04/foo'],
    ['docusaurus', '2020-01-04-foo.md', 'slug: bar', '', '/blog/bar'],
    ['docusaurus', '2020/01/2020-01-04-foo.md', '', '', '/blog/2020/01/04/2020/01/foo'],
    ['docusaurus', 'v2020-02-05-2020-01-04-foo.md', '', '', '/blog/2020/01/04/v2020-02-05-foo'],
    ['docusaurus', '2020-01-04.md', '', '', '/blog/2020/01/04/'],
    ['docusaurus', '2020-01-04.md', '', 'slugs: [no-end-slash]\n', '/blog/2020/01/04'],
    ['docusaurus', 'foo.md', 'slug: /bar/', 'slugs: [no-end-slash]\n', '/blog/bar'],
    ['jekyll', 'cat/_posts/2020-01-05-A_b.md', '', 'source: articles\n', '/cat/2020/01/05/A_b.html'],
    ['jekyll', 'cat/_posts/2020-01-05-A_b.md', '', '', '/articles/cat/2020/01/05/A_b.html'],
    ['jekyll', '2020-01-05-a.md', 'category: x\ncategories: [y]', '', '/y/x/2020/01/05/a.html'],
    ['jekyll', '2020-01-05-a.md', 'link: https://example.org/other/', '', '/2020/01/05/a.html'],
    ['wordpress', 'a.md', 'link: https://example.org/2012/05/old/', '', '/2012/05/old/'],
  ])('%s: %s with "%s" %s', (preset, path, more, config, expected) => {
    expect(addresses({ [path]: dated(more) }, `preset: ${preset}\n${config}`)).toEqual([expected]);
  });

  it('keep the date of a name from which Hugo takes no date', () => {
    const undated = { 'events/2020-01-05-tide.md': '---\ntitle: Tide\n---\nText.\n' };
    expect(addresses(undated, 'preset: hugo\n')).toEqual(['/events/2020-01-05-tide/']);
    expect(addresses(undated, 'preset: hugo\ndates: [":filename", date]\n')).toEqual(['/events/tide/']);
  });

  it('translations stand below their language', () => {
    const both = { 'posts/c.md': dated(), 'posts/c.fr.md': dated() };
    expect(addresses(both, 'preset: hugo\n').toSorted()).toEqual(['/fr/posts/c/', '/posts/c/']);
    expect(addresses(both, 'preset: hugo\nlanguage: fr\n')).toContain('duplicate-id');
  });
});

describe('what looks like a value and is none', () => {
  test.each([
    'cover: false',
    'author: false',
    'expiryDate: 0001-01-01T00:00:00Z',
    'lastmod: 0001-01-01',
  ])('%s', (line) => {
    expect(addresses({ 'a.md': dated(line) }, '')).toEqual(['/a/']);
  });
});

describe('keys are read in any case', () => {
  const one = (text: string) => addresses({ 'a.md': `---\n${text}\n---\nText.\n` }, '');
  test.each([
    ['Title: A\nDate: 2020-01-05', ['/a/']],
    ['TITLE: A\nPub-Date: 2020-01-05\nSlug: b', ['/b/']],
    ['Title: A\ndate: 2020-01-05\nDate: 2019-13-99', ['/a/']],
    ['Title: A\nDate: 2020-01-05\nStatus: Draft', ['draft']],
    ['Title: A\nDate: 2020-01-05\nPublished: False', ['draft']],
    ['Title: A\nDate: 2020-01-05\nIs-Draft: yes', ['draft']],
  ])('%j', (text, expected) => expect(one(text)).toEqual(expected));
});

describe('a draft is never published by mistake', () => {
  test.each([
    ['Draft: true', 'draft'],
    ['hidden: true', 'hidden'],
    ['private: yes', 'hidden'],
    ['unlisted: true', 'hidden'],
  ])('%s', (line, state) => {
    expect(addresses({ 'a.md': dated(line) }, '')).toEqual([state]);
  });

  it('is asked for when it is unclear', () => {
    expect(addresses({ 'a.md': dated('draft: ja') }, '')).toEqual(['refused', 'unclear-draft']);
    expect(addresses({ 'drafts/a.md': dated() }, '')).toEqual(['draft']);
  });
});

describe('hostile front matter takes no time (R71)', () => {
  test.each([
    ['blank lines', (size: number) => `x: a\n${'\n'.repeat(size)}y: b`],
    ['slashes in a slug', (size: number) => `slug: a${'/'.repeat(size)}b`],
    ['slashes in a path', (size: number) => `path: a${'/'.repeat(size)}b`],
  ])('%s', (_, lines) => {
    expectLinearTime((size) => {
      expect(addresses({ 'a.md': dated(lines(size)) }, '').length).toBeGreaterThan(0);
    }, 200_000);
  });

  test.each([
    ['a placeholder named like a method', 'permalink: /x/:constructor/'],
    ['a name that no file can have', 'attachment: "a%00b.mp3"'],
    ['a name that is too long', `attachment: ${'a'.repeat(300)}.mp3`],
  ])('%s hurts nothing', (_, lines) => {
    expect(addresses({ 'a.md': dated(lines) }, '').length).toBeGreaterThan(0);
  });

  it('deep JSON is refused', () => {
    const deep = `{"title":"x","date":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    expect(addresses({ 'a.md': deep }, '')).toEqual(['refused', 'bad-front-matter']);
  });
});
