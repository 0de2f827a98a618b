import { describe, expect, it, test } from 'vitest';
import type { PublishedFeed, PublishedItem } from '../../src/documents/published-feed.ts';
import { comparableUrl, isLocalUrl } from '../../src/guard/comparable-url.ts';
import { compareFeed, type FeedComparison } from '../../src/guard/compare-feed.ts';
import { compareItem, differsInDate } from '../../src/guard/compare-items.ts';
import { compareLeft } from '../../src/guard/compare-left.ts';
import type { DocumentNow, FeedNow } from '../../src/guard/documents.ts';
import { type Judgement, judge } from '../../src/guard/harm.ts';
import { judgeFeedUrl } from '../../src/guard/judge-feed-url.ts';
import { judgeLost } from '../../src/guard/judge-lost.ts';
import { judgeVanished } from '../../src/guard/judge-vanished.ts';
import type { Catalogue, KnownArticle } from '../../src/guard/known-article.ts';
import { compareLikeness, readLikeness } from '../../src/guard/likeness.ts';
import { indexById } from '../../src/guard/match.ts';
import { nameForFormats } from '../../src/guard/naming.ts';
import { readAsFeed } from '../../src/guard/open-manifest.ts';
import { keptBeside, knowPublishedIds } from '../../src/guard/published-ids.ts';
import { findArchivesIn } from '../../src/manifest/archives.ts';
import { hashDocument, isTelling, takeFingerprint } from '../../src/manifest/fingerprint.ts';
import { listChanged, listReplaced } from '../../src/manifest/list-changed.ts';
import type { Manifest, ManifestArticle } from '../../src/manifest/manifest.ts';
import { readRanges } from '../../src/manifest/ranges.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { sumOf, writeManifest } from '../../src/manifest/write-manifest.ts';

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 10, 12);
const TEXT = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
const OTHER_TEXT = TEXT.replaceAll('w', 'x');
const SITE = 'https://a.example/';

const article = (more: Partial<KnownArticle> = {}): KnownArticle => {
  const known = {
    id: `${SITE}new/`,
    url: `${SITE}new/`,
    title: 'One',
    published: START,
    content: TEXT,
    ...more,
  };
  return {
    ...{ file: 'articles/new.md', state: 'live', fingerprint: takeFingerprint(known.content) },
    ...known,
  };
};
const item = (more: Partial<PublishedItem> = {}): PublishedItem => ({
  ...{
    id: `${SITE}old/`,
    url: `${SITE}old/`,
    title: 'One',
    published: START,
    content: TEXT,
    line: 1,
    ...more,
  },
});
const catalogueOf = (articles: readonly KnownArticle[], more: Partial<Catalogue> = {}): Catalogue => ({
  ...{ articles, byId: indexById(articles), textOf: () => undefined },
  ...{ isPublished: () => false, isKeptElsewhere: () => false, ...more },
});
const judgement: Judgement = {
  ...{ site: SITE, flood: 5, now: START + 100 * DAY },
  ...{ placeOf: ({ file }) => ({ file }), settingPlace: (setting) => ({ file: setting }) },
};

describe('two URLs are one', () => {
  it.each([
    ['https://www.a.example/x/', 'https://a.example/x/'],
    ['https://a.example/x/', 'https://a.example/x'],
    ['https://a.example/x/index.html', 'https://a.example/x/'],
    ['https://a.example/default.aspx', 'https://a.example/'],
    ['https://a.example/x.html', 'https://a.example/x'],
    ['https://a.example/x.php', 'https://a.example/x'],
    ['https://a.example/X/', 'https://a.example/x/'],
    ['https://A.example/x/?a=1#b', 'http://a.example/x/'],
    ['https://a.example/caf%C3%A9/', 'https://a.example/cafe%CC%81/'],
  ])('%s and %s', (one, other) => {
    expect(comparableUrl(one)).toEqual(comparableUrl(other));
  });

  it.each([
    ['https://a.example/x/', 'https://a.example/y/'],
    ['https://a.example/x/', 'https://b.example/x/'],
    ['https://a.example/x.txt', 'https://a.example/x'],
    ['https://a.example/wwwx/', 'https://a.example/x/'],
  ])('%s and %s are two', (one, other) => {
    expect(comparableUrl(one)).not.toEqual(comparableUrl(other));
  });

  it('unless one is on the machine of the author', () => {
    const local = [
      'http://localhost:4000/',
      'http://127.0.0.1/',
      'http://site.test/',
      'http://mac.local/',
      'x',
    ];
    expect([...local, 'https://a.example/', 'https://test.example/'].map(isLocalUrl)).toEqual([
      ...local.map(() => true),
      ...[false, false],
    ]);
  });
});

describe('what of an item differs', () => {
  it('a date from a minute on', () => {
    expect([59_999, 60_000].map((span) => differsInDate(START, START + span))).toEqual([false, true]);
    expect(differsInDate(undefined, START)).toBe(false);
  });

  it('between two tools only what their readers see', () => {
    const more = { summary: 'A', authors: 'Ann', tags: 'sea', content: '<p>Hi <a href="/x">you</a></p>' };
    const now = {
      summary: 'B',
      authors: 'Carl',
      tags: 'land',
      content: '<div>Hi <a href="/x">you</a></div>',
    };
    expect(compareItem(item(more), item(now), true)).toEqual([]);
    expect(compareItem(item(more), item(now), false)).toEqual(['content', 'summary', 'authors', 'tags']);
    const link = { ...now, content: now.content.replace('/x', '/y') };
    expect(compareItem(item(more), item(link), true)).toEqual(['content']);
  });
});

describe('one feed', () => {
  const feed = (items: readonly PublishedItem[], more: Partial<PublishedFeed> = {}): PublishedFeed => ({
    ...{ source: 'rss.xml', format: 'rss', items, ...more },
  });
  const compare = (published: PublishedFeed, ...articles: readonly KnownArticle[]) =>
    compareFeed(published, feed([]), articles, catalogueOf(articles));

  it('an ID that several items have is told as such', () => {
    const twice = [
      item({ id: 'x' }),
      item({ id: 'x', url: `${SITE}other/`, title: 'Two', content: OTHER_TEXT }),
    ];
    expect(compare(feed(twice), article()).again).toMatchObject([{ isRepeated: true }]);
    expect(compare(feed(twice.slice(0, 1)), article()).again).toMatchObject([{ isRepeated: false }]);
  });

  it('the order of one minute is a guess', () => {
    const shown = [1, 2].map((n) => item({ id: `o${n}`, url: `${SITE}o${n}/`, title: `T${n}`, content: '' }));
    const own = [3, 4].map((n) =>
      article({ id: `n${n}`, url: `${SITE}n${n}/`, title: `U${n}`, content: '', file: `${n}.md` }),
    );
    expect(compare(feed(shown), ...own).again).toMatchObject([
      { by: 'position', isGuess: true },
      { by: 'position', isGuess: true },
    ]);
  });

  it('other markup is a change, but for that of another tool', () => {
    const published = (format: 'rss' | 'json', generator: string) =>
      feed([item({ id: article().id, content: `<p>${TEXT}</p>` })], { format, generator });
    const now = feed([item({ id: article().id, url: article().url })]);
    const own = article();
    const facts = (of: PublishedFeed) => compareFeed(of, now, [own], catalogueOf([own])).kept[0]?.facts;
    expect(facts(published('rss', 'Hugo'))).not.toContain('content');
    expect(facts(published('rss', 'feedwright'))).toContain('content');
    expect(facts(published('json', 'Hugo'))).not.toContain('content');
  });
});

describe('what left the feeds', () => {
  const row = (more: Partial<PublishedItem> & { readonly text?: string }): ManifestArticle => {
    const { id = `${SITE}old/`, url = `${SITE}old/`, title = 'One', published = START, text = TEXT } = more;
    return { id, url, title, published, updated: published, fingerprint: takeFingerprint(text) };
  };
  const manifest = (more: Partial<Manifest>): Manifest => ({
    ...{ site: SITE, atomBase: SITE, pages: [], files: [], artwork: [], articles: [], left: [], ...more },
  });
  const told = (known: Manifest, own: KnownArticle, isCarried = true) =>
    compareLeft(known, 'm', catalogueOf([own]), () => isCarried, judgement)
      .problems.map(({ code, hint }) => code + (hint.includes('If it is the same') ? '?' : ''))
      .join();

  test.each<[what: string, expected: string, found: string]>([
    ['is known by its text', 'id-changed', told(manifest({ left: [row({})] }), article())],
    [
      'is known by its minute and its few words',
      'id-changed?',
      told(
        manifest({ left: [row({ title: 'Two', text: 'Nice.' })] }),
        article({ content: 'Nice.', title: 'One' }),
      ),
    ],
    [
      'is not known by its few words alone',
      '',
      told(
        manifest({ left: [row({ title: 'Two', text: 'Nice.', published: START - DAY })] }),
        article({ content: 'Nice.', title: 'One' }),
      ),
    ],
    [
      'is not known by a URL with another text and date',
      '',
      told(
        manifest({ left: [row({ url: `${SITE}new/`, text: OTHER_TEXT, published: START - 90 * DAY })] }),
        article(),
      ),
    ],
    [
      'comes back with its date',
      'published-date-changed',
      told(manifest({ left: [row({ id: `${SITE}new/`, published: START - DAY })] }), article()),
    ],
    [
      'is dated into the future',
      'published-date-changed',
      told(
        manifest({ left: [row({ id: `${SITE}new/` })] }),
        article({ published: START + 900 * DAY, state: 'held back' }),
        false,
      ),
    ],
    [
      'is nobody’s matter while no feed carries it',
      '',
      told(manifest({ left: [row({ id: `${SITE}new/`, published: START - DAY })] }), article(), false),
    ],
    [
      'is one article with the IDs it had',
      '',
      told(manifest({ left: [row({}), row({ id: `${SITE}new/` })] }), article()),
    ],
    [
      'is no article that a feed shows',
      '',
      told(
        manifest({
          ...{ articles: [row({ id: `${SITE}new/`, title: 'Before' })], left: [row({})] },
          pages: [{ feed: 'rss.xml', documents: [], articles: [0] }],
        }),
        article(),
      ),
    ],
  ])('%s', (_what, expected, found) => {
    expect(found).toBe(expected);
  });

  it('is shown to adopt, each article once', () => {
    const known = manifest({
      articles: [row({ id: `${SITE}new/`, url: `${SITE}new/` })],
      left: [row({}), row({ id: `${SITE}gone/`, url: `${SITE}gone/`, title: 'Gone', text: OTHER_TEXT })],
    });
    const bytes = Buffer.from(writeManifest(known));
    expect(readAsFeed({ source: 'm', bytes })?.items.map(({ id }) => id)).toEqual([
      `${SITE}new/`,
      `${SITE}gone/`,
    ]);
    expect(
      readAsFeed({ source: 'm', bytes: Buffer.from('{"version":"https://jsonfeed.org/version/1"}') }),
    ).toBe(undefined);
  });
});

describe('an ID that other formats alone have', () => {
  const document = (text: string) => ({ source: 'x', bytes: Buffer.from(text) });
  const rss = (id: string) => document(`<rss><guid>${id}</guid></rss>`);
  const atom = (id: string) => document(`<feed><id>${id}</id></feed>`);
  const known = (format: 'rss' | 'atom', ...documents: readonly ReturnType<typeof document>[]) =>
    keptBeside(format, knowPublishedIds(documents));
  const own = article({ id: 'seven' });
  const inAtom = article({ id: `${SITE}#seven`, atomId: `${SITE}#seven`, plainId: 'seven' });

  it('is written in each as its format does', () => {
    expect(known('atom', rss('seven'), atom('tag:7'))(inAtom)).toBe(true);
    expect(known('rss', rss('7'), atom(`${SITE}#seven`))({ ...own, atomId: `${SITE}#seven` })).toBe(true);
    expect(known('rss', rss('7'), atom('seven'))({ ...own, atomId: `${SITE}#seven` })).toBe(false);
  });

  it('is no such one where its own format has it, too', () => {
    expect(known('rss', rss('seven'), atom('seven'))(own)).toBe(false);
    expect(known('rss', rss('other'), atom('other'))(own)).toBe(false);
  });
});

describe('new articles without room', () => {
  const published = { source: 'rss.xml', format: 'rss', items: [item({})] } as const;
  const comparison = {
    ...{ published, items: 1, kept: [], again: [], reused: [], added: [], left: [] },
  };
  const feed: FeedNow = {
    title: 'T',
    isMain: true,
    documents: [],
    articles: [article({ file: 'carried.md' })],
  };
  const told = (own: Partial<KnownArticle>, more: Partial<Catalogue> = {}, of: Partial<FeedNow> = {}) =>
    judgeLost(
      comparison,
      { ...feed, ...of },
      catalogueOf([article({ published: START + DAY, ...own })], more),
      judgement,
    ).map(({ code }) => code);

  it('are those that are newer than all, live, not carried and not known', () => {
    expect(told({})).toEqual(['limit-too-low']);
    expect(told({ published: START })).toEqual([]);
    expect(told({ state: 'held back' })).toEqual([]);
    expect(told({ file: 'carried.md' })).toEqual([]);
    expect(told({}, { isPublished: () => true })).toEqual([]);
    expect(told({}, {}, { isMain: false })).toEqual([]);
    expect(told({ file: 'new.md' }, {}, { selected: new Set(['new.md']) })).toEqual(['limit-too-low']);
    expect(told({ file: 'new.md' }, {}, { selected: new Set(['carried.md']) })).toEqual([]);
  });
});

describe('what is said of many old articles at once', () => {
  const hint = (count: number, age: number, more: Partial<FeedComparison> = {}) => {
    const items = Array.from({ length: 20 }, (_, number) =>
      item({ id: `i${number}`, published: START - number * DAY }),
    );
    const added = Array.from({ length: count }, (_, number) =>
      article({ published: START - age * DAY - number }),
    );
    const published = { source: 'rss.xml', format: 'rss', items } as const;
    const comparison = { published, items: 20, kept: [], again: [], reused: [], added, left: [], ...more };
    return judge(comparison, judgement).map(({ hint: said }) => said)[0];
  };
  const left = (count: number) =>
    Array.from({ length: count }, () => ({ item: item(), reason: 'no longer published' as const }));

  it('names what lets them in', () => {
    expect(hint(6, 2)).toMatch(/^If they are new, give them today's date\. Or use --allow flood/);
    expect(hint(6, 2, { items: 26 })).toMatch(/^If they are new/);
    expect(hint(6, 30, { items: 26 })).toMatch(/^The feed carried 20 items: set "limit" back/);
    expect(hint(6, 30, { left: left(6) })).toMatch(
      /^6 items leave the feed, and older articles take their place/,
    );
    expect(hint(6, 2, { left: left(3) })).toMatch(
      /^3 items leave the feed at the same time\. If these are the same/,
    );
    expect(hint(6, 2, { left: left(2) })).toMatch(/^If they are new/);
  });
});

describe('another date', () => {
  const hint = (content: string, facts: FeedComparison['kept'][number]['facts']) => {
    const known = item({ content, published: START - DAY });
    const published = { source: 'rss.xml', format: 'rss', items: [known] } as const;
    const kept = [{ item: known, article: article(), facts, isShortened: false }];
    const comparison = { published, items: 1, kept, again: [], reused: [], added: [], left: [] };
    return judge(comparison, judgement)[0]?.hint.includes('If it is a different article');
  };

  it('is surely that of the same article only with its text as it was', () => {
    expect(hint(TEXT, ['published'])).toBe(false);
    expect(hint(TEXT, ['published', 'content'])).toBe(true);
    expect(hint('Nice.', ['published'])).toBe(true);
  });
});

it('two texts are compared from nine words on', () => {
  const read = (count: number) => readLikeness(TEXT.split(' ').slice(0, count).join(' '));
  expect([compareLikeness(read(9), read(9)), compareLikeness(read(8), read(9))]).toEqual([1, undefined]);
});

describe('a feed that moved or ended', () => {
  const document: DocumentNow = { path: 'rss.xml', url: `${SITE}rss.xml`, format: 'rss', text: '' };
  const feed: FeedNow = { title: 'T', isMain: true, documents: [document], articles: [] };
  const index = {
    byPath: () => undefined,
    byUrl: (url?: string) => (url === document.url ? { feed, document } : undefined),
    countItems: () => new Map(),
    isNew: () => true,
  };
  const published = (self: string, generator = 'feedwright'): PublishedFeed => ({
    ...{ source: 'old.xml', format: 'rss', self, generator, items: [] },
  });
  const hint = (
    self: string,
    { planned, ...more }: { planned?: DocumentNow; url?: string; path?: string },
    generator?: string,
  ) =>
    judgeFeedUrl(
      { source: 'old.xml', bytes: Buffer.from(''), ...more },
      published(self, generator),
      { feed, planned },
      index,
      judgement,
    ).map(({ hint: said, file }) => `${file}: ${said.slice(0, 40)}`)[0];

  it('names the way out that works', () => {
    expect(hint(`${SITE}feed.xml`, { path: 'feed.xml' })).toMatch(/^formats: To keep a copy there/);
    expect(hint('https://b.example/feed.xml', { path: 'feed.xml' })).toMatch(/^site: Redirect the old URL/);
    expect(hint('https://b.example/rss.xml', { path: 'rss.xml', planned: document })).toMatch(
      /^site: Redirect/,
    );
    expect(hint(`${SITE}rss.xml`, { path: 'feed.xml' })).toBe(undefined);
    const copy = { ...document, isCopy: true };
    expect(hint('https://b.example/rss.xml', { path: 'rss.xml', planned: copy })).toBe(undefined);
  });

  it('is no other one for what the machine of its author called it', () => {
    expect(hint('http://localhost:4000/rss.xml', { path: 'rss.xml', planned: document })).toBe(undefined);
    expect(hint('http://localhost:4000/feed.xml', { path: 'feed.xml' })).toMatch(/^formats: To keep a copy/);
  });

  it('believes what others say of their feeds only where it was not found there', () => {
    const found = { path: 'rss.xml', url: `${SITE}rss.xml`, planned: document };
    expect(hint('https://b.example/rss.xml', found, 'Hugo')).toBe(undefined);
    expect(hint('https://b.example/rss.xml', found)).toMatch(/^site: Redirect/);
  });

  it('is missed where it is of this site, and has its articles or stands in the manifest', () => {
    const about = () => ({ textOf: () => undefined, isPublished: () => true, isKeptElsewhere: () => false });
    const vanished = (
      home: string,
      id: string,
      isRemembered: boolean,
      state: KnownArticle['state'] = 'live',
    ) =>
      judgeVanished(
        { ...published(''), home, items: [item({ id })] },
        nameForFormats([article({ state })], about),
        judgement,
        isRemembered,
      ).map(({ severity }) => severity);
    expect(vanished(SITE, article().id, false)).toEqual(['error']);
    expect(vanished('https://www.a.example/', article().id, false)).toEqual(['error']);
    expect(vanished(SITE, article().id, false, 'held back')).toEqual(['warning']);
    expect(vanished(SITE, 'gone', true)).toEqual(['warning']);
    expect(vanished(SITE, 'gone', false)).toEqual([]);
    expect(vanished('https://b.example/', article().id, true)).toEqual([]);
  });
});

describe('the manifest', () => {
  const base: Manifest = {
    ...{ site: SITE, atomBase: SITE, files: [{ path: 'a.html', hash: '1' }], artwork: [], left: [] },
    articles: [
      {
        id: 'a',
        url: `${SITE}a/`,
        title: 'A',
        published: START,
        updated: START,
        fingerprint: takeFingerprint(TEXT),
      },
    ],
    pages: [{ feed: 'rss.xml', documents: [{ path: 'rss.xml', format: 'rss', hash: '1' }], articles: [0] }],
  };
  const rss = (hash: string, path = 'rss.xml') => ({
    ...base,
    pages: [{ feed: 'rss.xml', documents: [{ path, format: 'rss', hash }], articles: [0] }],
  });

  it('says which files a build changes, and which of them were there', () => {
    expect([...listChanged(base, base)]).toEqual([]);
    expect([...listChanged(base, rss('2'))]).toEqual(['rss.xml', 'feedwright-manifest.txt']);
    expect([...listChanged(base, rss('1', 'x.xml'))]).toEqual([
      'x.xml',
      'rss.xml',
      'feedwright-manifest.txt',
    ]);
    expect([...listReplaced(base, rss('2'))]).toEqual(['rss.xml']);
    expect([...listReplaced(base, rss('2', 'x.xml'))]).toEqual([]);
  });

  it('is not read when anybody has changed it, or when its form is another', () => {
    const text = writeManifest(base);
    expect(readManifest(text)).toEqual(base);
    expect(readManifest(text.replaceAll('\n', '\r\n'))).toEqual(base);
    expect(readManifest(text.replace('"A"', '"B"').replace('"a.html"', '"b.html"'))).toBe(undefined);
    const later = text.replace('"feedwright": 1', '"feedwright": 2');
    const body = later.slice(later.indexOf('"feedwright"'), -3);
    expect(readManifest(later.replace(/"sum": "[^"]*"/, () => `"sum": "${sumOf(body)}"`))).toBe(undefined);
  });

  it('keeps strange URLs, and the times that articles say', () => {
    const [row] = base.articles;
    const url = `${SITE}https://b.example/`;
    const strange = {
      ...base,
      articles: [{ ...base.articles[0], id: url, url, said: START - DAY }],
    } as Manifest;
    expect(row && readManifest(writeManifest(strange))).toEqual(strange);
  });

  it('has no article that is not in its list', () => {
    const [page] = base.pages;
    const beyond = { ...base, pages: [{ ...page, articles: [1] }] } as Manifest;
    expect(readManifest(writeManifest(beyond))).toBe(undefined);
    expect(readRanges('0-1,3', 4)).toEqual([0, 1, 3]);
    expect(readRanges('0-4', 4)).toBe(undefined);
    expect(readRanges('3-1', 4)).toBe(undefined);
  });

  it('divides articles between archives, those of the current documents apart', () => {
    const archive = { feed: 'rss.xml', archive: 2, documents: [], articles: [0] };
    expect(findArchivesIn({ ...base, pages: [...base.pages, archive] })('rss.xml')?.get('a')).toBe(2);
    expect(findArchivesIn(base)('rss.xml')).toBe(undefined);
  });

  it('knows a text by more than eight words, or by more than eighty characters', () => {
    const isKnown = (text: string) => isTelling(takeFingerprint(`<p>${text}</p>`));
    expect(isKnown('one two three four five six seven eight')).toBe(false);
    expect(isKnown('one two three four five six seven eight nine')).toBe(true);
    expect(isKnown('字'.repeat(80))).toBe(false);
    expect(isKnown('字'.repeat(81))).toBe(true);
    expect(hashDocument('a\r\nb')).toBe(hashDocument('a\nb'));
  });
});
