import { describe, expect, it } from 'vitest';
import { listPlaces, loadText } from './site-folder.ts';

const BASE = 'site: https://example.com/\ntitle: My blog\n';

/** The first of the feeds that a line after `feeds:` gives. */
function load(rule: string, more = '') {
  const loaded = loadText(`${BASE}${more}feeds:\n  - ${rule}\n`);
  return { ...loaded, rule: loaded.config?.feeds[0] };
}

const pathsOf = (rule: string, more = '') => load(rule, more).rule?.files.map(({ path }) => path);

describe('feeds', () => {
  it.each([
    ['by: tag', 'tags/:tag/'],
    ['by: tags', 'tags/:tag/'],
    ['by: category', 'categories/:category/'],
    ['by: author', 'authors/:author/'],
    ['by: section', ':section/'],
    ['by: lang', ':language/'],
    ['by: year', ':year/'],
    ['by: series', 'series/:series/'],
    ['by: extra.series', 'extra/series/:extra.series/'],
    ['{ by: tag, path: t/:tag }', 't/:tag/'],
  ])('%s are in %s', (rule, folder) => {
    expect(pathsOf(rule)).toEqual([`${folder}rss.xml`, `${folder}atom.xml`, `${folder}feed.json`]);
  });

  it('have the names of the files of the main feed, or their own', () => {
    const main = 'formats: { rss: feeds/feed.xml, json: false }\n';
    expect(pathsOf('by: tag', main)).toEqual(['tags/:tag/feed.xml', 'tags/:tag/atom.xml']);
    expect(pathsOf('{ by: tag, formats: [rss] }', main)).toEqual(['tags/:tag/feed.xml']);
    expect(pathsOf('{ by: tag, formats: { rss: news.xml, atom: false } }', main)).toEqual([
      'tags/:tag/news.xml',
      'tags/:tag/feed.json',
    ]);
  });

  it.each([
    ['tags/:tag/rss.xml', 'rss'],
    ['tags/:tag.atom', 'atom'],
    ['tags/:tag/atom.xml', 'atom'],
    ['tags/:tag.json', 'json'],
    [':tag-feed.xml', 'rss'],
  ])('at one file %s are %s', (path, format) => {
    expect(load(`{ by: tag, path: '${path}' }`).rule?.files).toEqual([{ format, path }]);
  });

  it('are also written where they were before', () => {
    const files = (rule: string) => load(rule).rule?.files;
    expect(files('{ by: tag, formats: [rss, json], path: "t/:tag/", oldPath: "tags/:tag/" }')).toEqual([
      { format: 'rss', path: 't/:tag/rss.xml', aliases: ['tags/:tag/rss.xml'] },
      { format: 'json', path: 't/:tag/feed.json', aliases: ['tags/:tag/feed.json'] },
    ]);
    expect(files('{ where: { tag: a }, title: T, path: a.rss, oldPath: [b, c/d.xml, e/atom.xml] }')).toEqual([
      { format: 'rss', path: 'a.rss', aliases: ['b/a.rss', 'c/d.xml'] },
    ]);
    const formats = 'formats: { rss: { path: feed.xml, aliases: [rss.xml] }, atom: false, json: false }';
    expect(files(`{ where: { tag: a }, title: T, path: a/, oldPath: b/, ${formats} }`)).toEqual([
      { format: 'rss', path: 'a/feed.xml', aliases: ['a/rss.xml', 'b/feed.xml'] },
    ]);
  });

  it('take what they do not say from the site', () => {
    const more = 'description: D\nlanguage: en\nlimit: 7\ncontent: summary\n';
    expect(load('by: tag', more).rule).toEqual({
      place: { file: 'feedwright.yaml', line: 8, column: 5 },
      by: 'tag',
      aliases: [],
      where: [],
      title: 'My blog: :tag',
      description: 'D',
      language: 'en',
      files: expect.any(Array),
      limit: 7,
      content: 'summary',
      min: 1,
      exclude: [],
      complete: false,
    });
    expect(load('{ where: { lang: de }, path: de/, title: T }', more).rule?.language).toBe('de');
    expect(load('{ where: { lang: [de, en] }, path: de/, title: T }', more).rule?.language).toBe('en');
  });

  it('say what must be known of every article, and nothing else', () => {
    expect(loadText(BASE).config?.facets).toEqual([]);
    const feeds = 'feeds: [{ by: tag }, { by: tags, where: { year: 2024 }, path: "y/:tag/" }]\n';
    expect(loadText(BASE + feeds).config?.facets).toEqual(['tag', 'year']);
  });

  it('have archives of a size that stays', () => {
    const archive = { size: 50, path: 'archive/:number/' };
    expect(load('{ by: tag, archive: true }').rule?.archive).toEqual(archive);
    expect(load('{ by: tag, archive: false }').rule?.archive).toBeUndefined();
    expect(load('{ by: tag, archive: { path: "old-:number" } }').rule?.archive).toEqual({
      size: 50,
      path: 'old-:number/',
    });
    expect(loadText(`${BASE}archive: true\n`).config?.archive).toEqual(archive);
  });
});

describe('what is wrong in feeds is refused at its place', () => {
  it.each([
    ['{ title: T }', 'missing-key@4:5', 'by: tag'],
    ['{ where: { tag: a } }', 'missing-key@4:5', 'path: news/'],
    ['{ where: { tag: a }, path: a/ }', 'missing-key@4:5', 'title: News'],
    ['{ by: tag, path: tags/ }', 'no-feed-placeholder@4:22', ':tag'],
    ['{ by: tag, path: :tags/ }', 'unknown-feed-placeholder@4:22', ':tag'],
    ['{ by: tag, path: ":tag/:year/" }', 'unknown-feed-placeholder@4:22', ':tag'],
    ['{ where: { tag: a }, title: T, path: ":tag/" }', 'unknown-feed-placeholder@4:42', 'no "by"'],
    ['{ by: tag, path: ":tag.xml", formats: [rss] }', 'file-and-formats@4:22', 'formats'],
    ['{ by: tag, oldPath: tags/ }', 'no-feed-placeholder@4:25', ':tag'],
    ['{ by: tag, oldPath: ["a/:tag/", "../:tag/"] }', 'bad-value@4:37', ':tag/'],
    [
      '{ where: { tag: a }, title: T, path: a/, oldPath: ":tag/" }',
      'unknown-feed-placeholder@4:55',
      'no "by"',
    ],
    ['{ by: tag, archive: true, complete: true }', 'complete-archive@4:16', 'complete'],
    ['{ by: tag, path: "../:tag/" }', 'bad-value@4:22', ':tag/'],
    ['{ by: author, path: "../:author/" }', 'bad-value@4:25', 'Write "path: \':author/\'".'],
    ['{ by: tag, path: "/:tag/" }', 'bad-value@4:22', ':tag/'],
    ['{ by: tag, path: "a/../:tag/" }', 'bad-value@4:22', ''],
    ['{ by: tag, path: "a%2e/:tag/" }', 'bad-value@4:22', 'tags/:tag/'],
    ['{ by: tag, limit: 0 }', 'bad-value@4:23', ''],
    ['{ by: tag, min: -1 }', 'bad-value@4:21', ''],
    ['{ by: "a b" }', 'bad-value@4:11', 'tag'],
    ['{ by: tag, tag: x }', 'unknown-key@4:16', ''],
    ['{ by: tag, where: { __proto__: x } }', 'unknown-key@4:25', ''],
    ['{ by: tag, where: { constructor: x } }', 'unknown-key@4:25', ''],
    ['{ by: tag, where: { tag: [a, { b: c }] } }', 'bad-value@4:34', ''],
    ['{ by: tag, archive: { size: 2 } }', 'bad-value@4:33', ''],
    ['{ by: tag, archive: { path: old/ } }', 'bad-value@4:33', ':number'],
    ['{ by: tag, archive: { path: "../:number/" } }', 'bad-value@4:33', ':number'],
    ['tag', 'bad-value@4:5', 'by: tag'],
  ])('%s', (rule, place, hint) => {
    const loaded = load(rule);
    expect(loaded.config).toBeUndefined();
    expect(listPlaces(loaded)[0]).toBe(place);
    expect(loaded.problems[0]?.hint).toContain(hint);
  });

  it('feeds that are no list, and an archive of a complete site', () => {
    expect(listPlaces(loadText(`${BASE}feeds: { by: tag }\n`))).toEqual(['bad-value@3:8']);
    expect(listPlaces(loadText(`${BASE}archive: true\ncomplete: true\n`))).toEqual(['complete-archive@3:1']);
  });
});
