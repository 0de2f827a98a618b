import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { divideArticles } from '../../src/feeds/archive.ts';
import type { Candidate } from '../../src/model/index.ts';
import { article, buildSite, makeSite, readOutput, titlesOf, writeArticle } from './site.ts';

const SETTINGS = 'limit: 7\narchive: { size: 10 }\n';

/** Articles 1 (the oldest) to `count`, one a day. */
function days(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => dayArticle(index + 1)));
}

function dayArticle(day: number): readonly [string, string] {
  const date = new Date(Date.UTC(2020, 0, day)).toISOString();
  return [`a${day}.md`, article({ title: `A ${day}`, date }, `Day ${day}.`)];
}

interface Page {
  readonly ids: readonly string[];
  readonly older: string | undefined;
  readonly current: string | undefined;
  readonly self: string | undefined;
}

/** How a parser that we did not write sees one document. */
const readers = {
  'rss.xml': (text: string): Page => {
    const feed = parseRssFeed(text);
    const link = (rel: string) => feed.atom?.links?.find((each) => each.rel === rel)?.href;
    const ids = (feed.items ?? []).map(({ guid }) => guid?.value ?? '');
    return { ids, older: link('prev-archive'), current: link('current'), self: link('self') };
  },
  'atom.xml': (text: string): Page => {
    const feed = parseAtomFeed(text);
    const link = (rel: string) => feed.links?.find((each) => each.rel === rel)?.href;
    const ids = (feed.entries ?? []).map(({ id }) => id ?? '');
    return { ids, older: link('prev-archive'), current: link('current'), self: link('self') };
  },
  'feed.json': (text: string): Page => {
    const feed: { items: { id: string }[]; next_url?: string; feed_url: string } = JSON.parse(text);
    return {
      ids: feed.items.map(({ id }) => id),
      older: feed.next_url,
      current: undefined,
      self: feed.feed_url,
    };
  },
};

type Start = keyof typeof readers;
const STARTS = Object.keys(readers) as readonly Start[];

/** Follows the links from a document to older ones. */
function walk(
  output: ReadonlyMap<string, string>,
  start: string,
  read: (text: string) => Page,
): readonly Page[] {
  const pages: Page[] = [];
  let path: string | undefined = start;
  while (path !== undefined && pages.length < 1000) {
    const page: Page = read(output.get(path) ?? '');
    pages.push(page);
    path = page.older?.replace('https://example.org/', '');
  }
  return pages;
}

function hashes(folder: string): ReadonlyMap<string, string> {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return new Map([...readOutput(folder)].map(([path, text]) => [path, hash(text)]));
}

/** The documents that a change of the site changes. */
function changedBy(
  folder: string,
  change: () => void,
): { paths: readonly string[]; problems: readonly string[] } {
  const before = hashes(folder);
  change();
  const { problems } = buildSite(folder);
  const paths = [...hashes(folder)].filter(([path, hash]) => before.get(path) !== hash).map(([path]) => path);
  return { paths, problems: problems.map(({ code, message }) => `${code}: ${message}`) };
}

describe('the walk from a feed through its archives', () => {
  const folder = makeSite(SETTINGS, days(58));
  buildSite(folder);
  const output = readOutput(folder);

  it.each(STARTS)('meets every article once in %s, the oldest archive last (R42)', (start) => {
    const pages = walk(output, start, readers[start]);
    const expected = Array.from({ length: 58 }, (_, index) => `https://example.org/a${58 - index}/`);
    expect(pages.flatMap(({ ids }) => ids)).toEqual(expected);
    expect(pages.map(({ ids }) => ids.length)).toEqual([8, 10, 10, 10, 10, 10]);
    expect(pages.at(-1)?.self).toBe(`https://example.org/archive/1/${start}`);
  });

  it.each(STARTS)('never leads from a document of %s to itself (R41)', (start) => {
    for (const { older, self } of walk(output, start, readers[start])) expect(older).not.toBe(self);
  });

  it.each(['rss.xml', 'atom.xml'] as const)('knows the way back to the current %s (RFC 5005 §4)', (start) => {
    const [current, ...archives] = walk(output, start, readers[start]);
    expect(current?.current).toBeUndefined();
    expect(new Set(archives.map((page) => page.current))).toEqual(new Set([`https://example.org/${start}`]));
    expect(output.get(start)).not.toContain('fh:');
    expect(output.get(`archive/3/${start}`)).toContain('<fh:archive/>');
    expect(output.get(`archive/3/${start}`)).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
  });

  it('is one feed: all Atom documents have its id', () => {
    const ids = STARTS.flatMap(() => [...output].filter(([path]) => path.endsWith('atom.xml')));
    expect(new Set(ids.map(([, text]) => parseAtomFeed(text).id))).toEqual(
      new Set(['https://example.org/atom.xml']),
    );
  });

  it('asks nobody to poll an archive: hub and ttl stand in the current documents only', () => {
    const polled = makeSite(`${SETTINGS}hub: https://hub.example/\nttl: 60\n`, days(30));
    buildSite(polled);
    const asks = [...readOutput(polled)].filter(([, text]) => /rel="hub"|<ttl>|"hubs"/.test(text));
    expect(asks.map(([path]) => path)).toEqual(STARTS.toSorted());
  });

  it('needs no archive as long as the feed carries everything', () => {
    const small = makeSite(SETTINGS, days(16));
    expect(buildSite(small).feeds.map(({ path, items }) => [path, items])).toEqual([
      ['rss.xml', 16],
      ['atom.xml', 16],
      ['feed.json', 16],
    ]);
    expect(readOutput(small).get('rss.xml')).not.toContain('prev-archive');
  });
});

describe('a new article', () => {
  it('changes the current documents only', () => {
    const folder = makeSite(SETTINGS, days(55));
    buildSite(folder);
    const { paths, problems } = changedBy(folder, () => writeArticle(folder, ...dayArticle(56)));
    expect(paths).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
    expect(problems).toEqual([]);
  });

  it('adds one archive when there are enough, and changes no other', () => {
    const folder = makeSite(SETTINGS, days(56));
    buildSite(folder);
    const { paths, problems } = changedBy(folder, () => writeArticle(folder, ...dayArticle(57)));
    const added = ['archive/5/atom.xml', 'archive/5/feed.json', 'archive/5/rss.xml'];
    expect(paths).toEqual([...added, 'atom.xml', 'feed.json', 'rss.xml']);
    expect(problems).toEqual([]);
  });
});

const at = (number: number) =>
  ['atom.xml', 'feed.json', 'rss.xml'].map((name) => `archive/${number}/${name}`);

describe('a change of the past is reported', () => {
  function makeBuilt(): string {
    const folder = makeSite(SETTINGS, days(40));
    buildSite(folder);
    return folder;
  }

  it('when an old article is edited: one archive', () => {
    const folder = makeBuilt();
    const { paths, problems } = changedBy(folder, () => {
      writeArticle(folder, 'a15.md', dayArticle(15)[1].replace('Day 15', 'Another text'));
    });
    expect(paths).toEqual(at(2));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^archive-changed: 3 published .* "main" changed, from "archive\/2\/rss.xml" on/,
    );
  });

  it('when an old article is removed: its archive, and no other (R42)', () => {
    const folder = makeBuilt();
    const { paths, problems } = changedBy(folder, () => rmSync(join(folder, 'articles/a15.md')));
    expect(paths).toEqual(at(2));
    expect(problems[0]).toContain('archive-changed: 3 published archive documents');
    for (const start of STARTS) {
      const ids = walk(readOutput(folder), start, readers[start]).flatMap((page) => page.ids);
      expect(new Set(ids).size).toBe(39);
      expect(ids).toHaveLength(39);
    }
  });

  it('not when an article with an old date is added: it stands in the current documents', () => {
    const folder = makeBuilt();
    const { paths, problems } = changedBy(folder, () => {
      writeArticle(folder, 'late.md', article({ title: 'Late', date: '2020-01-03T12:00:00Z' }));
    });
    expect(paths).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
    expect(problems.join()).toMatch(/^backdated: /);
  });
});

describe('archives stay as they are, whatever happens to the articles', () => {
  const draft = (number: number) => {
    const [name, text] = dayArticle(number);
    return [name, text.replace('---\n', '---\ndraft: true\n')] as const;
  };

  it.each([
    ['the newest', 37],
    ['the oldest of the current ones', 31],
  ])('drafted: %s', (_what, number) => {
    const folder = makeSite(SETTINGS, days(37));
    const { feeds } = buildSite(folder);
    const { paths, problems } = changedBy(folder, () => writeArticle(folder, ...draft(number)));
    expect(paths).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
    expect(problems).toEqual([]);
    expect(buildSite(folder).feeds.map(({ path }) => path)).toEqual(feeds.map(({ path }) => path));
  });

  it('all of an archive removed: the others keep their places, and the walk leads past it', () => {
    const folder = makeSite(SETTINGS, days(40));
    buildSite(folder);
    for (let day = 11; day <= 20; day += 1) rmSync(join(folder, `articles/a${day}.md`));
    const { feeds } = buildSite(folder);
    const archives = feeds.map(({ path }) => path).filter((path) => path.endsWith('rss.xml'));
    expect(archives).toEqual(['rss.xml', 'archive/1/rss.xml', 'archive/3/rss.xml']);
    for (const start of STARTS)
      expect(walk(readOutput(folder), start, readers[start]).flatMap((page) => page.ids)).toHaveLength(30);
  });

  it('another size or limit counts for new archives only', () => {
    const folder = makeSite(SETTINGS, days(40));
    buildSite(folder);
    const { paths, problems } = changedBy(folder, () => {
      const file = join(folder, 'feedwright.yaml');
      const settings = readFileSync(file, 'utf8');
      writeFileSync(file, settings.replace('size: 10', 'size: 5').replace('limit: 7', 'limit: 5'));
    });
    expect(paths.filter((path) => /archive\//.test(path))).toEqual(at(4));
    expect(problems.filter((text) => /archive-changed|flood/.test(text))).toEqual([]);
  });
});

describe('dividing articles', () => {
  const candidates = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `${count - index}` }) as unknown as Candidate);
  const anyRule = {
    count: fc.integer({ min: 0, max: 300 }),
    limit: fc.integer({ min: 1, max: 60 }),
    size: fc.integer({ min: 5, max: 60 }),
  };

  it('loses nothing, repeats nothing, and fills every archive', () => {
    fc.assert(
      fc.property(fc.record(anyRule), ({ count, limit, size }) => {
        const all = candidates(count);
        const { current, archives } = divideArticles(all, limit, { size, path: '' });
        expect([...current, ...archives.toReversed().flat()]).toEqual(all);
        expect(archives.every((page) => page.length === size)).toBe(true);
        expect(current.length).toBeGreaterThanOrEqual(Math.min(count, limit));
        expect(current.length).toBeLessThan(limit + size);
      }),
    );
  });

  it('keeps every archive when an article is added', () => {
    fc.assert(
      fc.property(fc.record(anyRule), ({ count, limit, size }) => {
        const ids = (of: number) =>
          divideArticles(candidates(of), limit, { size, path: '' }).archives.map((page) =>
            page.map(({ id }) => id),
          );
        expect(ids(count + 1).slice(0, ids(count).length)).toEqual(ids(count));
      }),
    );
  });
});

describe('a complete feed', () => {
  it('carries every article and says so (RFC 5005 §2)', () => {
    const folder = makeSite('limit: 2\ncomplete: true\n', days(9));
    buildSite(folder);
    const output = readOutput(folder);
    expect(titlesOf(output.get('feed.json'))).toHaveLength(9);
    expect(output.get('rss.xml')).toContain('<fh:complete/>');
    expect(output.get('atom.xml')).toContain('<fh:complete/>');
    expect([...output.keys()]).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
  });
});

describe('sub-feeds', () => {
  it('have archives of their own beside them', () => {
    const folder = makeSite(
      'formats: [rss]\nfeeds:\n  - { by: year, limit: 5, path: ":year/feed.xml", archive: { size: 100, path: "old-:number" } }\n',
      days(400),
    );
    const { feeds } = buildSite(folder);
    expect(feeds.map(({ feed, path, items }) => [feed, path, items])).toEqual([
      ['main', 'rss.xml', 20],
      ['year: 2020', '2020/feed.xml', 66],
      ['year: 2020', '2020/old-1/feed.xml', 100],
      ['year: 2020', '2020/old-2/feed.xml', 100],
      ['year: 2020', '2020/old-3/feed.xml', 100],
      ['year: 2021', '2021/feed.xml', 34],
    ]);
  });
});
