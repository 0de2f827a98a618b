import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { planFeeds } from '../../src/feeds/plan.ts';
import { selectArticles } from '../../src/feeds/select.ts';
import type { Candidate, Config } from '../../src/model/index.ts';
import { makeSite } from './site.ts';

function configOf(settings: string): Config {
  const folder = makeSite(settings, { 'a.md': '' });
  const { config, problems } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error(JSON.stringify(problems));
  return config;
}

function candidate(number: number, tags: readonly string[] = []): Candidate {
  return {
    file: `a${number}.md`,
    path: `/a${number}.md`,
    relative: `a${number}.md`,
    body: { format: 'markdown', offset: 0 },
    id: `id-${number}`,
    url: `https://example.org/${number}/`,
    title: `A ${number}`,
    published: number % 10,
    updated: 0,
    facets: { tag: tags },
  };
}

describe('a plan', () => {
  const config = configOf(
    'limit: 3\nfeeds:\n  - { by: tag, archive: { size: 5 } }\n  - { by: tag, path: "t/:tag.xml" }\n',
  );
  const anyTags = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('..', '.', '/', 'a', 'A', 'a b', 'a-b'),
    ),
  );

  it('never leaves the output folder, and never has two documents in one file without an error (R69)', () => {
    fc.assert(
      fc.property(fc.array(anyTags, { maxLength: 20 }), (tags) => {
        const { feeds, problems } = planFeeds(
          config,
          tags.map((list, index) => candidate(index, list)),
        );
        const documents = feeds.flatMap((feed) => [feed, ...feed.archives]).flatMap((page) => page.documents);
        for (const { path, url } of documents) {
          expect(posix.normalize(path)).toBe(path);
          expect(path).not.toMatch(/^[./]|[\\:?#%\s]|\/\./);
          expect(decodeURI(new URL(url).pathname)).toBe(`/${path}`);
        }
        const paths = documents.map(({ path }) => path.toLowerCase().normalize('NFC'));
        const isShared = new Set(paths).size < paths.length;
        expect(problems.some(({ code }) => code === 'same-document')).toBe(isShared);
      }),
    );
  });

  it('has the main feed first, and unique names', () => {
    const { feeds } = planFeeds(config, [candidate(1, ['a', 'b']), candidate(2, ['B'])]);
    expect(feeds[0]?.name).toBe('main');
    expect(feeds.map(({ name }) => name)).toEqual(['main', 'tag: a', 'tag: B', 't/a.xml', 't/b.xml']);
  });

  it('is the same whatever the order in which articles were found (R14)', () => {
    const articles = Array.from({ length: 40 }, (_, index) =>
      candidate(index, [['x', 'X', 'y'][index % 3] ?? '']),
    );
    const expected = planFeeds(config, articles);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(planFeeds(config, shuffled)).toEqual(expected);
      }),
    );
  });

  it('warns of a thousand feeds, and of words that no article has', () => {
    const many = Array.from({ length: 1001 }, (_, index) => candidate(index, [`tag ${index}`]));
    expect(planFeeds(configOf('feeds: [{ by: tag }]\n'), many).problems.map(({ code }) => code)).toEqual([
      'many-feeds',
    ]);
    const { problems } = planFeeds(configOf('feeds: [{ by: tag, include: [Tag 1, nope] }]\n'), many);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'unknown-group No article has the tag "nope" that "include" or "aliases" asks for.',
    ]);
  });
});

describe('selecting', () => {
  it('keeps what sorting everything would keep', () => {
    const anyArticle = fc.integer({ min: 0, max: 500 }).map((number) => candidate(number));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyArticle, { selector: ({ id }) => id, maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (articles, limit) => {
          const sorted = articles.toSorted((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1));
          expect(selectArticles(articles, limit)).toEqual(sorted.slice(0, limit));
          expect(selectArticles(articles, Number.POSITIVE_INFINITY)).toEqual(sorted);
        },
      ),
    );
  });
});
