import { describe, expect, it, test } from 'vitest';
import type { PublishedItem } from '../../src/documents/published-feed.ts';
import type { FeedComparison } from '../../src/guard/compare-feed.ts';
import { compareFeed } from '../../src/guard/compare-feed.ts';
import { isShortened } from '../../src/guard/compare-items.ts';
import type { FeedNow } from '../../src/guard/documents.ts';
import { findReused } from '../../src/guard/find-reused.ts';
import { type Judgement, judge } from '../../src/guard/harm.ts';
import { findSuccessor } from '../../src/guard/judge-vanished.ts';
import type { Catalogue, KnownArticle } from '../../src/guard/known-article.ts';
import { foldTitle } from '../../src/guard/likeness.ts';
import { indexById, matchItems } from '../../src/guard/match.ts';
import { nameForFormats } from '../../src/guard/naming.ts';
import { indexPlan } from '../../src/guard/plan-index.ts';
import { isTelling, takeFingerprint } from '../../src/manifest/fingerprint.ts';
import { fitManifest } from '../../src/manifest/fit-manifest.ts';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { keepTitle } from '../../src/manifest/title-of-url.ts';
import { writeManifest } from '../../src/manifest/write-manifest.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const DAY = 24 * HOUR;
const START = Date.UTC(2025, 0, 10, 12);

const words = (count: number, letter: string) =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);
/** The text of the article: 100 pairs of neighbouring words. */
const TEXT = words(101, 'w').join(' ');
/** A text of which so many of 100 pairs are those of the article. */
const alike = (percent: number) => [...words(percent + 1, 'w'), ...words(100 - percent, 'x')].join(' ');

const article = (more: Partial<KnownArticle> = {}): KnownArticle => ({
  ...{ id: 'new', url: 'https://a.example/new/', title: 'One', published: START, content: TEXT },
  ...{ file: 'articles/new.md', state: 'live', ...more },
});
const item = (more: Partial<PublishedItem> = {}): PublishedItem => ({
  ...{ id: 'old', url: 'https://b.example/old/', title: 'Other', published: START - 90 * DAY },
  ...{ content: alike(0), line: 1, ...more },
});
const undated = (more: Partial<PublishedItem>): PublishedItem => {
  const { published: _, ...rest } = item(more);
  return rest;
};
/** By what an item is the article, with a `?` when that is a guess; other items stand beside it. */
const by = (shown: PublishedItem, known = article(), ...others: readonly PublishedItem[]) => {
  const { matches } = matchItems([shown, ...others], [known], { isGuessing: true });
  const found = matches.find((match) => match.item === shown);
  return found ? `${found.by}${found.isGuess ? '?' : ''}` : 'nothing';
};

describe('each rule of recognising ends where it says', () => {
  const ago = (span: number) => START - span;
  const twin = item({
    id: 'twin',
    url: 'https://b.example/twin/',
    title: 'One',
    published: START - 60 * DAY,
    content: '',
  });

  test.each<[what: string, found: string, expected: string]>([
    [
      'a title within 36 hours',
      by(item({ title: 'One', published: ago(36 * HOUR), content: alike(16) })),
      'title and date',
    ],
    [
      'a title after 36 hours',
      by(item({ title: 'One', published: ago(36 * HOUR + 1), content: alike(16) })),
      'nothing',
    ],
    [
      'a title that others have',
      by(item({ title: 'One', published: ago(HOUR), content: alike(16) }), article(), twin),
      'nothing',
    ],
    [
      'such a title and the minute',
      by(item({ title: 'One', published: ago(MINUTE), content: alike(16) }), article(), twin),
      'title and time',
    ],
    [
      'such a title and another minute',
      by(item({ title: 'One', published: ago(MINUTE + 1), content: alike(16) }), article(), twin),
      'nothing',
    ],
    [
      'a title and a minute, but a stranger’s text',
      by(item({ title: 'One', published: START, content: alike(15) }), article(), twin),
      'nothing',
    ],
    [
      'a title and a day, but a stranger’s text',
      by(item({ title: 'One', published: ago(HOUR), content: alike(15) })),
      'nothing',
    ],
    ['a title and no text', by(item({ title: 'One', content: '' })), 'nothing'],
    ['a title and half of the text', by(item({ title: 'One', content: alike(50) })), 'title'],
    ['a title and less than half', by(item({ title: 'One', content: alike(49) })), 'nothing'],
    [
      'a common title and half of the text',
      by(item({ title: 'One', content: alike(50) }), article(), twin),
      'nothing',
    ],
    [
      'four fifths of a text on some clock',
      by(item({ published: ago(14 * HOUR), content: alike(80) })),
      'content',
    ],
    ['less than four fifths', by(item({ published: ago(14 * HOUR), content: alike(79) })), 'nothing'],
    ['four fifths on no clock', by(item({ published: ago(14 * HOUR + 1), content: alike(80) })), 'nothing'],
    [
      'four fifths on some clock, the day after',
      by(item({ published: START + 14 * HOUR, content: alike(80) })),
      'content',
    ],
    ['the whole text at another time', by(item({ content: TEXT })), 'content?'],
    [
      'the whole text that another item has',
      by(item({ content: TEXT }), article(), item({ id: 'b', url: 'https://b.example/b/', content: TEXT })),
      'nothing',
    ],
    [
      'a few words at another time',
      by(item({ content: 'So it is.' }), article({ content: 'So it is.' })),
      'nothing',
    ],
    [
      'the end of the path within 36 hours',
      by(item({ url: 'https://b.example/x/new/', published: ago(36 * HOUR), content: alike(16) })),
      'slug and date?',
    ],
    [
      'the end of the path after 36 hours',
      by(item({ url: 'https://b.example/x/new/', published: ago(36 * HOUR + 1), content: alike(16) })),
      'nothing',
    ],
    [
      'the end of the path, but a stranger’s text',
      by(item({ url: 'https://b.example/x/new/', published: ago(HOUR), content: alike(15) })),
      'nothing',
    ],
    [
      'the end of the path and a third of the text',
      by(item({ url: 'https://b.example/x/new/', published: ago(HOUR), content: alike(30) })),
      'slug and date',
    ],
    [
      'the path on another host within 36 hours',
      by(item({ url: 'https://b.example/new', published: ago(36 * HOUR) })),
      'path?',
    ],
    [
      'the path on another host after 36 hours',
      by(item({ url: 'https://b.example/new', published: ago(36 * HOUR + 1) })),
      'nothing',
    ],
    [
      'the path on another host and the title',
      by(item({ url: 'https://b.example/new', title: 'One', content: alike(30) })),
      'path',
    ],
    [
      'the path on another host and a common title',
      by(item({ url: 'https://b.example/new', title: 'One' }), article(), twin),
      'nothing',
    ],
    ['the URL, and nothing else', by(item({ url: 'https://a.example/new/', content: alike(15) })), 'nothing'],
    [
      'the URL and a little of the text',
      by(item({ url: 'https://a.example/new/', content: alike(16) })),
      'url?',
    ],
    [
      'the URL and less than a third',
      by(item({ url: 'https://a.example/new/', content: alike(29) })),
      'url?',
    ],
    [
      'the URL and a third of the text',
      by(item({ url: 'https://a.example/new/', content: alike(30) })),
      'url',
    ],
    [
      'the URL and the title',
      by(item({ url: 'https://a.example/new/', title: 'One', content: alike(30) })),
      'url',
    ],
    ['the URL and the day', by(item({ url: 'https://a.example/new/', published: ago(36 * HOUR) })), 'url?'],
    [
      'the URL, the title and the day',
      by(item({ url: 'https://a.example/new/', title: 'One', published: ago(36 * HOUR) })),
      'url',
    ],
    ['the URL and no date', by(undated({ url: 'https://a.example/new/', content: alike(15) })), 'url?'],
    [
      'the URL, a common title and the minute',
      by(item({ url: 'https://a.example/new/', title: 'One', published: START }), article(), twin),
      'url',
    ],
    [
      'the URL and the title at another time',
      by(item({ url: 'https://a.example/new/', title: 'One', content: alike(29) })),
      'url?',
    ],
    [
      'a title and an image',
      by(item({ title: 'One', content: '<img src="a.jpg">' }), article({ content: '<img src="/x/a.jpg">' })),
      'title',
    ],
    [
      'a title and a few words',
      by(item({ title: 'One', content: 'Nice.' }), article({ content: 'Nice.' })),
      'title?',
    ],
    [
      'a title and the summary',
      by(item({ title: 'One', content: TEXT }), article({ content: alike(0), summary: TEXT })),
      'title',
    ],
    [
      'the minute alone',
      by(item({ published: START, content: 'Nice.' }), article({ content: 'Fine.' })),
      'position?',
    ],
    ['the minute, and strangers', by(item({ published: START, content: alike(15) })), 'nothing'],
    [
      'the minute of two items',
      by(
        item({ published: START, content: '' }),
        article({ content: '' }),
        item({ id: 'b', url: 'https://b.example/b/', published: START, content: '' }),
      ),
      'nothing',
    ],
    [
      'a few words and the minute',
      by(item({ published: START, content: 'Nice.' }), article({ content: 'Nice.' })),
      'text and time?',
    ],
    [
      'an image and the minute',
      by(
        item({ published: START, content: '<img src="https://b.example/i/a.jpg?w=1">' }),
        article({ content: '<img src="https://a.example/x/a.jpg">' }),
      ),
      'images and time',
    ],
    [
      'the same image within 36 hours, and the title',
      by(
        item({ published: START - 36 * HOUR, content: '<img src="a.jpg">', title: 'Photo' }),
        article({ content: '<img src="a.jpg">', title: 'Photo' }),
        item({ id: 'b', title: 'Photo', content: '<img src="b.jpg">' }),
      ),
      'images and date?',
    ],
    [
      'the same image, and an hour more',
      by(
        item({ published: START - 37 * HOUR, content: '<img src="a.jpg">' }),
        article({ content: '<img src="a.jpg">' }),
      ),
      'nothing',
    ],
    [
      'an image that another item has, too',
      by(
        item({ published: START - HOUR, content: '<img src="a.jpg">' }),
        article({ content: '<img src="a.jpg">' }),
        item({ id: 'b', content: '<img src="a.jpg">' }),
      ),
      'nothing',
    ],
    [
      'a form at the URL of another title',
      by(
        item({ url: article().url, published: START - HOUR, content: TEXT }),
        article(),
        item({ id: 'form', content: TEXT }),
      ),
      'url?',
    ],
    [
      'other images and the minute',
      by(item({ published: START, content: '<img src="b.jpg">' }), article({ content: '<img src="a.jpg">' })),
      'position?',
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  it('by the date of an update where no other is known', () => {
    const { published: _, ...rest } = item({ title: 'One', content: '' });
    expect(by({ ...rest, updated: START })).toBe('title and time');
    expect(by({ ...rest, updated: START - 90 * DAY })).toBe('nothing');
  });

  it('not by an id that two items have', () => {
    const twice = [0, 1].map(() => item({ id: 'new', content: '' }));
    expect(matchItems(twice, [article()]).matches).toEqual([]);
  });

  it('by its text only among so many, but by what the manifest keeps of it among all', () => {
    const others = Array.from({ length: 300 }, (_, number) =>
      item({ id: `o${number}`, url: `https://b.example/${number}/`, content: '' }),
    );
    const found = (items: readonly PublishedItem[]) =>
      matchItems(items, [article({ fingerprint: takeFingerprint(TEXT) })]).matches.map((match) => match.by);
    const shown = item({ content: TEXT });
    expect(found([...others.slice(1), shown])).toEqual(['content']);
    expect(found([...others, shown])).toEqual([]);
    const remember = ({ content = '', ...each }: PublishedItem) => ({
      ...each,
      fingerprint: takeFingerprint(content),
    });
    expect(found([...others, shown].map(remember))).toEqual(['content']);
  });

  it('no article that is published under its own id, by likeness', () => {
    const isPublished = (id: string) => id === 'new';
    const found = (shown: PublishedItem) =>
      matchItems([shown], [article()], { isGuessing: true, isPublished }).matches.map((match) => match.by);
    expect(found(item({ published: START, content: TEXT }))).toEqual([]);
    expect(found(item({ published: START, content: TEXT, title: 'One' }))).toEqual(['title and time']);
  });

  it('not by a text that a known item has, too', () => {
    const known = article({ id: 'b', url: 'https://b.example/b/' });
    const [shown, double] = [item({ content: TEXT }), item({ id: 'b', content: TEXT })];
    const { matches } = matchItems([shown, double], [article(), known], { isGuessing: true });
    expect(matches.map((match) => match.item.id)).toEqual(['b']);
  });

  it('by the fingerprint, where the manifest keeps no more', () => {
    const known = article({ fingerprint: takeFingerprint(TEXT) });
    const { content: _, ...bare } = item({ fingerprint: takeFingerprint(TEXT) });
    expect(by(bare, known)).toBe('content?');
    expect(by({ ...bare, published: START }, known)).toBe('text and time');
    expect(by({ ...bare, url: known.url }, known)).toBe('url');
    expect(by({ ...bare, url: known.url }, known, { ...bare, id: 'b', url: 'https://b.example/b/' })).toBe(
      'url?',
    );
    const few = takeFingerprint('Nice.');
    const short = article({ content: 'Nice.', fingerprint: few });
    expect(by({ ...bare, fingerprint: few }, short)).toBe('nothing');
    expect(by({ ...bare, fingerprint: few, url: short.url }, short)).toBe('url?');
  });

  test.each([
    [words(8, 'w').join(' '), false],
    [words(9, 'w').join(' '), true],
    ['w'.repeat(80), false],
    ['w'.repeat(81), true],
  ])('a text is long enough to know an article by it: %s', (text, expected) => {
    expect(isTelling(takeFingerprint(`<p>${text}</p>`))).toBe(expected);
  });
});

describe('a published id names another article', () => {
  const catalogue = (own: KnownArticle): Catalogue => ({
    ...{
      articles: [own],
      byId: indexById([own]),
      textOf: () => undefined,
      isPublished: () => true,
      isKeptElsewhere: () => false,
    },
  });
  const reused = (shown: Partial<PublishedItem>, own: KnownArticle, ...others: readonly PublishedItem[]) => {
    const one = item({ id: own.id, url: own.url, ...shown });
    const found = findReused([{ item: one, article: own, by: 'id' }], [one, ...others], catalogue(own));
    return found.map(({ isGuess, other }) => `${other?.id ?? ''}${isGuess ? '?' : '!'}`).join();
  };
  const away = START - 37 * HOUR;

  it('is told of what is known by its id alone', () => {
    const [one, own] = [item({ id: 'new', published: away }), article()];
    const found = (by: 'id' | 'url') =>
      findReused([{ item: one, article: own, by }], [one], catalogue(own)).length;
    expect([found('id'), found('url')]).toEqual([1, 0]);
  });

  test.each<[what: string, found: string, expected: string]>([
    ['other title, date and text', reused({ published: away }, article()), '!'],
    ['less than a third of the text', reused({ published: away, content: alike(29) }, article()), '!'],
    ['a third of the text', reused({ published: away, content: alike(30) }, article()), ''],
    ['another text of the same day', reused({ published: START - 36 * HOUR }, article()), '?'],
    ['another title of the same time', reused({ published: START }, article()), ''],
    ['another text and date under one title', reused({ title: 'One', published: away }, article()), '?'],
    [
      'another date of a few words under one title',
      reused({ title: 'One', published: away, content: 'Nice.' }, article({ content: 'Fine.' })),
      '',
    ],
    [
      'such words, and a title that others have',
      reused(
        { title: 'One', published: away, content: 'Nice.' },
        article({ content: 'Nice.' }),
        item({ title: 'One' }),
      ),
      '?',
    ],
    [
      'the same few words under another title',
      reused({ published: away, content: 'Nice.' }, article({ content: 'Nice.' })),
      '?',
    ],
    [
      'the same image under another title',
      reused({ published: away, content: '<img src="a.jpg">' }, article({ content: '<img src="a.jpg">' })),
      '',
    ],
    [
      'an image that others have',
      reused(
        { published: away, content: '<img src="a.jpg">' },
        article({ content: '<img src="a.jpg">' }),
        item({ content: '<img src="a.jpg">' }),
      ),
      '?',
    ],
    [
      'the text of another item of its title',
      reused({ published: START }, article(), item({ id: 'own', title: 'One', content: alike(70) })),
      'own!',
    ],
    [
      'less of it',
      reused({ published: START }, article(), item({ id: 'own', title: 'One', content: alike(69) })),
      '',
    ],
    [
      'the text of another item of its minute',
      reused(
        { published: START - HOUR },
        article(),
        item({ id: 'own', published: START, content: alike(70) }),
      ),
      'own!',
    ],
    [
      'the words that the manifest keeps',
      reused(
        { published: away, content: '', fingerprint: takeFingerprint(TEXT) },
        article({ fingerprint: takeFingerprint(TEXT) }),
      ),
      '',
    ],
    [
      'the text of two other items of its title',
      reused(
        { published: START },
        article(),
        ...['a', 'b'].map((id) => item({ id, title: 'One', content: alike(70) })),
      ),
      '',
    ],
    [
      'half of the text, which another item has four fifths as much of: a form',
      reused({ published: away, content: alike(50) }, article(), item({ id: 'form', content: alike(40) })),
      '?',
    ],
    [
      'half of the text, which another item has less of',
      reused({ published: away, content: alike(50) }, article(), item({ id: 'form', content: alike(39) })),
      '',
    ],
    [
      'a form, and a title that nothing else has',
      reused(
        { published: away, content: alike(50), title: 'One' },
        article(),
        item({ id: 'form', content: alike(50) }),
      ),
      '',
    ],
    [
      'a form word for word, under another title',
      reused({ published: away, content: TEXT }, article(), item({ id: 'form', content: TEXT })),
      '?',
    ],
    [
      'the text of another item alone',
      reused({ published: START }, article(), item({ id: 'own', content: alike(70) })),
      '',
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('harm is judged at its thresholds', () => {
  const published = { source: 'rss.xml', format: 'rss', items: [] as readonly PublishedItem[] } as const;
  const place = { file: 'feedwright.yaml' };
  const judgement: Judgement = {
    ...{ site: 'https://a.example/', flood: 5, now: START + DAY },
    ...{ placeOf: ({ file }) => ({ file }), settingPlace: () => place },
  };
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) => item({ id: `i${index}`, published: START - index * DAY }));
  const judged = (more: Partial<FeedComparison>) =>
    judge({ published, items: 20, kept: [], again: [], reused: [], added: [], left: [], ...more }, judgement)
      .map(({ code, severity }) => `${code}${severity === 'error' ? '!' : ''}`)
      .join();
  const added = (count: number, age: number) =>
    Array.from({ length: count }, (_, index) =>
      article({ file: `a${index}.md`, published: START - age - index }),
    );
  const left = (count: number, reason: FeedComparison['left'][number]['reason']) =>
    items(count).map((each) => ({ item: each, reason }));
  const kept = (count: number, facts: FeedComparison['kept'][number]['facts'], isShortened = false) =>
    items(count).map((each, index) => ({
      ...{ item: each, facts, isShortened },
      article: article({ id: each.id, published: START - index * DAY }),
    }));
  const shown = { ...published, items: items(20) };

  test.each<[what: string, found: string, expected: string]>([
    [
      'five old ones at once',
      judged({ published: shown, added: added(5, 2 * DAY) }),
      Array(5).fill('backdated').join(),
    ],
    ['six old ones at once', judged({ published: shown, added: added(6, 2 * DAY) }), 'flood!'],
    ['one from beyond, and none left', judged({ published: shown, added: added(1, 30 * DAY) }), 'backdated'],
    ['two from beyond, and none left', judged({ published: shown, added: added(2, 30 * DAY) }), 'flood'],
    [
      'two from beyond, and two left',
      judged({ published: shown, added: added(2, 30 * DAY), left: left(2, 'held back') }),
      '',
    ],
    ['new within a day of the newest', judged({ published: shown, added: added(1, DAY) }), ''],
    ['new, and more than a day older', judged({ published: shown, added: added(1, DAY + 1) }), 'backdated'],
    [
      'what is dated into the future is not the newest',
      judged({
        published: { ...published, items: [item({ published: START + 9 * DAY }), ...items(3)] },
        added: added(1, 0),
      }),
      '',
    ],
    [
      'more than half gone',
      judged({ published: shown, items: 9, left: left(3, 'no longer published') }),
      'feed-shrunk!',
    ],
    ['half gone', judged({ published: shown, items: 10, left: left(3, 'no longer published') }), ''],
    ['two gone', judged({ published: shown, items: 1, left: left(2, 'no longer published') }), ''],
    ['expired ones count', judged({ published: shown, items: 9, left: left(3, 'expired') }), 'feed-shrunk!'],
    [
      'those beyond a lower limit do not',
      judged({ published: shown, items: 9, left: left(11, 'older than the limit') }),
      '',
    ],
    ['five stamped as updated', judged({ published: shown, kept: kept(5, ['updated']) }), ''],
    ['six stamped as updated', judged({ published: shown, kept: kept(6, ['updated']) }), 'mass-update'],
    ['six updated and edited', judged({ published: shown, kept: kept(6, ['updated', 'content']) }), ''],
    [
      'one full text that becomes a summary',
      judged({ published: shown, kept: kept(1, ['content'], true) }),
      'text-shortened',
    ],
    ['a title alone', judged({ published: shown, kept: kept(1, ['title']) }), 'title-only-change'],
    [
      'a title and its URL',
      judged({ published: shown, kept: kept(1, ['title', 'url']) }),
      'title-only-change',
    ],
    ['a title and a date of update', judged({ published: shown, kept: kept(1, ['title', 'updated']) }), ''],
    [
      'another order of other dates',
      judged({ published: shown, kept: kept(2, ['published']).toReversed() }),
      '',
    ],
    ['another order', judged({ published: shown, kept: kept(2, []).toReversed() }), 'order-changed'],
    [
      'another order within one minute',
      judged({
        published: shown,
        kept: kept(2, [])
          .toReversed()
          .map((each) => ({ ...each, article: { ...each.article, published: START } })),
      }),
      'order-changed',
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  it('a text is shortened when less than half of a long one is left of an article that has more', () => {
    const long = 'word '.repeat(100).trim();
    const cut = (was: string, is: string, full: string) =>
      isShortened(item({ content: was }), item({ content: is }), full);
    expect(cut(long, 'w'.repeat(249), long)).toBe(true);
    expect(cut(long, 'w'.repeat(250), long)).toBe(false);
    expect(cut(long, 'A word.', 'A word.')).toBe(false);
    expect(cut('w'.repeat(400), 'w', 'w'.repeat(400))).toBe(false);
    expect(cut('w'.repeat(401), 'w', 'w'.repeat(401))).toBe(true);
  });
});

describe('a feed that ends has a successor', () => {
  const own = Array.from({ length: 4 }, (_, index) =>
    article({ id: `i${index}`, url: `https://a.example/${index}/`, file: `a${index}.md` }),
  );
  const feed = (title: string, path: string, count: number): FeedNow => ({
    title,
    documents: [{ path, url: `https://a.example/${path}`, format: 'rss', text: '' }],
    articles: own.slice(0, count),
  });
  const ended = {
    ...{ source: 'old.xml', format: 'rss' as const, title: 'Old' },
    items: own.map(({ id, url, title, published }) => ({ id, url, title, published, line: 1 })),
  } as const;
  const successor = (feeds: readonly FeedNow[], before: readonly string[] = [], count = 4) => {
    const gone = Array.from({ length: count - 4 }, (_, number) => item({ id: `gone ${number}` }));
    const about = () => ({ textOf: () => undefined, isPublished: () => true, isKeptElsewhere: () => false });
    const documents = before.map((path) => ({ path, source: path, bytes: new Uint8Array() }));
    return findSuccessor(
      { ...ended, items: [...ended.items, ...gone] },
      indexPlan(feeds, documents, nameForFormats(own, about)),
    )?.title;
  };

  it('of its title, or a new one with half of its items', () => {
    expect(successor([feed('Old', 'a.xml', 1)], ['a.xml'])).toBe('Old');
    expect(successor([feed('New', 'a.xml', 2)])).toBe('New');
    expect(successor([feed('New', 'a.xml', 1)])).toBeUndefined();
    expect(successor([feed('New', 'a.xml', 4)], ['a.xml'])).toBeUndefined();
    expect(successor([feed('New', 'a.xml', 2)], ['b.xml'])).toBe('New');
    expect(successor([feed('New', 'a.xml', 2)], [], 5)).toBeUndefined();
    expect(successor([feed('New', 'b.xml', 3), feed('Old', 'a.xml', 1)])).toBe('Old');
    expect(successor([feed('Two', 'a.xml', 2), feed('Three', 'b.xml', 3)])).toBe('Three');
  });
});

it('an article leaves a feed for the reason that is true', () => {
  const carried = article({ id: 'a', published: START });
  const gone = (more: Partial<KnownArticle>) =>
    article({ id: 'b', url: 'https://a.example/b/', title: 'B', ...more });
  const reason = (other: KnownArticle) => {
    const articles = [carried, other];
    const about = { textOf: () => undefined, isPublished: () => true, isKeptElsewhere: () => false };
    const was = articles.map(({ id, url, title, published, content = '' }) => ({
      id,
      url,
      title,
      published,
      content,
      line: 1,
    }));
    const feed = { source: 'rss.xml', format: 'rss', items: was } as const;
    const { left } = compareFeed(feed, feed, [carried], { articles, byId: indexById(articles), ...about });
    return left.map((each) => each.reason).join();
  };
  expect(reason(gone({ published: START - DAY }))).toBe('older than the limit');
  expect(reason(gone({ published: START + 1 }))).toBe('in another feed');
  expect(reason(gone({ state: 'held back' }))).toBe('held back');
  expect(reason(gone({ state: 'expired' }))).toBe('expired');
});

describe('the manifest says a title only where the URL does not spell it', () => {
  const manifest = (title: string, url: string): Manifest => ({
    ...{
      site: 'https://a.example/',
      atomBase: 'https://a.example/',
      pages: [],
      files: [],
      artwork: [],
      left: [],
    },
    articles: [
      {
        ...{ id: url, url, title: keepTitle(title, url), published: START, updated: START },
        fingerprint: takeFingerprint(TEXT),
      },
    ],
  });

  test.each([
    ['Of ships, and “sails”', 'https://a.example/2025/of-ships-and-sails/', 'Of ships and sails', false],
    ['Ünder', 'https://a.example/%C3%BCnder.html', 'Ünder', false],
    ['Of ships', 'https://a.example/of-boats/', 'Of ships', true],
    ['Don’t', 'https://a.example/dont/', 'Don’t', true],
    ['A & b', 'https://a.example/a-b/', 'A & b', true],
  ])('%s', (title, url, known, isSaid) => {
    const text = writeManifest(manifest(title, url));
    expect(readManifest(text)?.articles[0]?.title).toBe(known);
    expect(foldTitle(known)).toBe(foldTitle(title));
    expect(text.includes(JSON.stringify(title))).toBe(isSaid);
  });

  it('keeps an article of 1970 that has no text', () => {
    const usual = manifest('X', 'https://a.example/x/');
    const articles = usual.articles.map((each) => ({
      ...each,
      ...{ published: 0, updated: 0, fingerprint: { text: '', images: '' } },
    }));
    expect(readManifest(writeManifest({ ...usual, articles }))).toEqual({ ...usual, articles });
  });
});

describe('a manifest of a large site stays small', () => {
  const row = (number: number, title: string) => ({
    ...{ id: `https://a.example/${number}/`, url: `https://a.example/${number}/`, title },
    ...{ published: START - number * 1000, updated: START - number * 1000 },
    fingerprint: takeFingerprint(`${TEXT} ${number}`),
  });
  const rows = (count: number, title: string) =>
    Array.from({ length: count }, (_, number) => row(number, `${title} ${number}`));
  const manifest = (articles: Manifest['articles'], left: Manifest['left'] = []): Manifest => ({
    ...{
      site: 'https://a.example/',
      atomBase: 'https://a.example/',
      pages: [],
      files: [],
      artwork: [],
      articles,
      left,
    },
  });

  it('because it forgets the oldest titles first, then what left', () => {
    const small = manifest(rows(100, 'Of ships'), rows(3, 'Of sails'));
    expect(fitManifest(small)).toEqual({ manifest: small, text: writeManifest(small) });
    const large = fitManifest(manifest(rows(10_000, 'x'.repeat(60)), rows(2000, 'y'.repeat(60))));
    expect(Buffer.byteLength(large.text)).toBeLessThanOrEqual(1_000_000);
    expect(Buffer.byteLength(large.text)).toBeGreaterThan(999_900);
    const titles = large.manifest.articles.map(({ title }) => title.length > 60);
    expect([titles[0], titles.at(-1), titles.lastIndexOf(true)]).toEqual([
      true,
      false,
      titles.indexOf(false) - 1,
    ]);
    expect(large.manifest.left.every(({ title }) => title.length < 60)).toBe(true);
    expect(readManifest(large.text)).toEqual(large.manifest);
  });

  it('whatever the length of its URLs', () => {
    const long = (count: number) =>
      rows(count, 'T').map((each) => ({ ...each, url: `${each.url}${'z'.repeat(300)}/` }));
    const { manifest: kept, text } = fitManifest(manifest(long(1000), long(4000)));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
    expect([kept.articles.length, kept.left.length]).toEqual([1000, 1000]);
    expect(kept.left[0]).toMatchObject({ published: START });
  });

  it('and has room for more articles as a site grows', () => {
    const { manifest: kept } = fitManifest(
      manifest(rows(20_000, 'Of a length that fits well beside its URL')),
    );
    expect(kept.articles.at(-1)?.title).toContain('fits well');
  });
});
