import { describe, expect, it } from 'vitest';
import { article, buildSite, makeSite, readOutput, titlesOf } from './site.ts';

const POSTS = {
  'news/a.md': article({ title: 'A', date: '2024-01-01', tags: ['News', 'C++'], author: 'Ada', lang: 'en' }),
  'news/b.md': article({
    title: 'B',
    date: '2024-02-01',
    tags: ['news'],
    author: 'Grace',
    lang: 'de',
    series: 'Tools',
  }),
  'notes/c.md': article({
    title: 'C',
    date: '2025-01-01',
    tags: ['News', 'Crème brûlée'],
    author: ['Ada', 'Grace'],
  }),
  'd.md': article({ title: 'D', date: '2025-02-01', tags: ['東京', '🎉'], featured: true }),
};

const JSON_ONLY = 'formats: [json]\nlanguage: en\nauthor: Lin\n';

/** Path → titles for every document of a site with these feeds. */
function feedsOf(feeds: string): Readonly<Record<string, readonly string[]>> {
  const folder = makeSite(`${JSON_ONLY}feeds:\n${feeds}`, POSTS);
  const report = buildSite(folder);
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const documents = [...readOutput(folder)].filter(([path]) => path !== 'feed.json');
  return Object.fromEntries(documents.map(([path, text]) => [path, titlesOf(text)]));
}

describe('feeds by', () => {
  it('tag: one folder each, whatever the case of the tag', () => {
    expect(feedsOf('  - by: tag\n')).toEqual({
      'tags/news/feed.json': ['C', 'B', 'A'],
      'tags/cplusplus/feed.json': ['A'],
      'tags/crème-brûlée/feed.json': ['C'],
      'tags/東京/feed.json': ['D'],
      'tags/u1f389/feed.json': ['D'],
    });
  });

  it('author: the site’s authors have the articles that name nobody', () => {
    expect(feedsOf('  - by: authors\n')).toEqual({
      'authors/ada/feed.json': ['C', 'A'],
      'authors/grace/feed.json': ['C', 'B'],
      'authors/lin/feed.json': ['D'],
    });
  });

  it('section: the first folder', () => {
    expect(feedsOf('  - by: section\n')).toEqual({ 'news/feed.json': ['B', 'A'], 'notes/feed.json': ['C'] });
  });

  it('language: that of the site for articles without one', () => {
    expect(feedsOf('  - by: language\n')).toEqual({ 'en/feed.json': ['D', 'C', 'A'], 'de/feed.json': ['B'] });
  });

  it('year', () => {
    expect(feedsOf('  - by: year\n')).toEqual({ '2024/feed.json': ['B', 'A'], '2025/feed.json': ['D', 'C'] });
  });

  it('any key of the front matter', () => {
    expect(feedsOf('  - by: series\n')).toEqual({ 'series/tools/feed.json': ['B'] });
    expect(feedsOf('  - by: featured\n')).toEqual({ 'featured/true/feed.json': ['D'] });
  });

  it('with min, include and exclude', () => {
    expect(Object.keys(feedsOf('  - { by: tag, min: 2 }\n'))).toEqual(['tags/news/feed.json']);
    expect(Object.keys(feedsOf('  - { by: tag, include: [NEWS] }\n'))).toEqual(['tags/news/feed.json']);
    expect(Object.keys(feedsOf('  - { by: author, exclude: [ada, Lin] }\n'))).toEqual([
      'authors/grace/feed.json',
    ]);
  });

  it('with a limit of their own', () => {
    expect(feedsOf('  - { by: tag, limit: 1, min: 2 }\n')).toEqual({ 'tags/news/feed.json': ['C'] });
  });
});

describe('a value in several spellings', () => {
  it('is called as most articles call it', () => {
    const tagged = (tag: string, day: number) =>
      article({ title: tag, date: `2024-01-0${day}`, tags: [tag] });
    const posts = { 'a.md': tagged('PHP', 1), 'b.md': tagged('php', 2), 'c.md': tagged('php', 3) };
    const { feeds } = buildSite(makeSite('formats: [rss]\nfeeds: [{ by: tag }]\n', posts));
    expect(feeds.map(({ feed, items }) => [feed, items])).toEqual([
      ['main', 3],
      ['tag: php', 3],
    ]);
  });

  it('counts an article once', () => {
    const posts = { 'a.md': article({ title: 'A', date: '2024-01-01', authors: ['Ada', 'ADA'] }) };
    const { feeds } = buildSite(makeSite('formats: [rss]\nfeeds: [{ by: author }]\n', posts));
    expect(feeds.map(({ feed, items }) => [feed, items])).toEqual([
      ['main', 1],
      ['author: Ada', 1],
    ]);
  });
});

describe('feeds by hand', () => {
  it('carry what has one of the values of every key', () => {
    expect(feedsOf('  - { where: { tags: [news, 東京], year: 2025 }, path: x/, title: X }\n')).toEqual({
      'x/feed.json': ['D', 'C'],
    });
    expect(feedsOf('  - { where: { featured: true }, path: x.json, title: X }\n')).toEqual({
      'x.json': ['D'],
    });
  });

  it('choose within groups', () => {
    expect(feedsOf('  - { by: tag, where: { lang: de }, path: de/:tag/ }\n')).toEqual({
      'de/news/feed.json': ['B'],
    });
  });

  it('are not written, with a warning, when no article belongs to them', () => {
    const folder = makeSite('feeds:\n  - { where: { tag: nope }, path: x/, title: X }\n', POSTS);
    const { problems, feeds } = buildSite(folder);
    expect(problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['empty-feed', 'warning', 5],
    ]);
    expect(feeds.map(({ feed }) => feed)).toEqual(['main', 'main', 'main']);
  });
});

describe('the documents of a feed', () => {
  it('have the title, language and address of their own, and the ids of the main feed (R4)', () => {
    const folder = makeSite(
      'language: en\nfeeds:\n  - by: language\n  - { by: tag, title: About :tag }\n',
      POSTS,
    );
    buildSite(folder);
    const output = readOutput(folder);
    expect(output.get('de/rss.xml')).toContain('<language>de</language>');
    expect(output.get('de/atom.xml')).toContain('xml:lang="de"');
    expect(JSON.parse(output.get('tags/cplusplus/feed.json') ?? '')).toMatchObject({
      title: 'About C++',
      feed_url: 'https://example.org/tags/cplusplus/feed.json',
      items: [{ id: 'https://example.org/news/a/' }],
    });
    expect(output.get('tags/crème-brûlée/rss.xml')).toContain(
      'href="https://example.org/tags/cr%C3%A8me-br%C3%BBl%C3%A9e/rss.xml" rel="self"',
    );
  });

  it('are all in the report, the main feed first', () => {
    const folder = makeSite('feeds: [{ by: tag, min: 2, formats: [atom, rss] }]\n', POSTS);
    const { feeds } = buildSite(folder);
    expect(feeds.map(({ feed, path }) => [feed, path])).toEqual([
      ['main', 'rss.xml'],
      ['main', 'atom.xml'],
      ['main', 'feed.json'],
      ['tag: News', 'tags/news/rss.xml'],
      ['tag: News', 'tags/news/atom.xml'],
    ]);
  });
});

describe('two feeds with one path', () => {
  const post = (tags: readonly string[]) => ({ 'a.md': article({ title: 'A', date: '2024-01-01', tags }) });

  it.each([
    [
      ['C-D', 'c d'],
      ['tag: C-D', 'tag: c d'],
    ],
    [
      ['Straße!', 'straße'],
      ['tag: Straße!', 'tag: straße'],
    ],
  ])('%j are one error that names both', (tags, names) => {
    const { problems, feeds } = buildSite(makeSite('limit: 9\nfeeds: [{ by: tag }]\n', post(tags)));
    expect(feeds).toEqual([]);
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['same-document', 'feedwright.yaml', 5],
    ]);
    for (const name of names) expect(problems[0]?.message).toContain(`"${name}"`);
  });

  it('are found between tags, sections and the main feed', () => {
    const { problems } = buildSite(
      makeSite('formats: [rss]\nfeeds:\n  - { by: tag, path: ":tag/" }\n  - { by: year }\n', post(['2024'])),
    );
    expect(problems[0]?.message).toContain('"tag: 2024" and "year: 2024"');
  });
});
