import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Feed, type FeedProblem } from '../../src/formats/feed.ts';
import { inspectFeed } from '../../src/lint/lint-feed.ts';
import { item, options } from './sample.ts';

// What programs without types give: each case is something that JavaScript lets stand where text, a date or a list is expected.

const circle: Record<string, unknown> = { name: 'x' };
circle.self = circle;
const loop: unknown[] = [];
loop.push(loop);
const unspeakable = {
  toString() {
    throw new Error('no text');
  },
};
const namesPrototype = JSON.parse(
  '{"__proto__":{"name":"evil"},"name":"p","url":"https://example.org/p.mp3"}',
);

const anyValue = fc.constantFrom<unknown>(
  ...[undefined, null, 0, -1, 1.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 10n, true, false, Symbol('s')],
  ...[
    '',
    ' ',
    'x',
    ']]>',
    '<b>&amp;',
    '\ud83d',
    'a\0b\uFFFE',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://[',
  ],
  ...['https://example.org/a.constructor', 'https://example.org/a.__proto__', '//x', 'en_US', '2025-01-01'],
  ...[() => 1, class {}, /x/, new Error('e'), Promise.resolve('x'), new Map([['name', 'x']]), new Set(['x'])],
  ...[new Date(Number.NaN), new Date(-8.64e15), new Date(8.64e15), new Date('2025-01-01'), new Uint8Array(3)],
  ...[
    new URL('https://example.org/u'),
    new String('boxed'),
    new Proxy({}, {}),
    Object.create(null),
    unspeakable,
  ],
  ...[
    circle,
    loop,
    namesPrototype,
    Object.freeze({ name: 'f' }),
    Object.freeze(['a']),
    {},
    [],
    [[]],
    [undefined],
  ],
  ...[
    { toDate: 7 },
    { epochMilliseconds: 1e30 },
    { toISOString: () => 7 },
    { url: 7 },
    { name: Symbol('n') },
  ],
);

const OPTIONS =
  'id title description generator language ttl feed feedLinks hub docs podcast category author link updated image favicon copyright stylesheet authors hubs links icon show explicit titleFormat namespaces'.split(
    ' ',
  );
const ITEM =
  'title id link date description content category guid image audio video enclosure author contributor published copyright extensions isUntitled atomId summary language attachments translations episode externalUrl comments'.split(
    ' ',
  );
const PARTS =
  'name email link avatar url type length duration title width height alt term scheme domain rel format objects rss atom json language count image owner categories sub people role group explicit guid medium locked funding text license updateFrequency newFeedUrl season number transcripts chaptersUrl soundbites start'.split(
    ' ',
  );

const part = fc.dictionary(fc.constantFrom(...PARTS), anyValue, { maxKeys: 5 });
const field = fc.oneof(anyValue, part, fc.array(fc.oneof(anyValue, part), { maxLength: 3 }));
const fieldsOf = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 3 });

const METHODS = ['rss2', 'atom1', 'json1'] as const;
const CLEAR =
  /^(?:Feed ".*"|Item \d+ \(".*"\)|Extension ".*"): |^"(?:options|item|extension|onProblem)" is not /s;
const UNWRITTEN = /\[object |(?<![a-z])undefined(?![a-z])|Invalid Date|(?<![a-z])NaN(?![a-z])/;

/** What a method writes, or says in clear words. */
function call(feed: Feed, method: (typeof METHODS)[number]): string | undefined {
  try {
    return feed[method]();
  } catch (error) {
    expect(String((error as Error).message)).toMatch(CLEAR);
    return undefined;
  }
}

/** Whether a document can be read, and by the rules of its format. What a program gave for an id, a URL or a type is its own affair. */
function hold(text: string): void {
  if (text.startsWith('{')) expect(() => JSON.parse(text)).not.toThrow();
  else expect(() => parseXml(text)).not.toThrow();
  expect(text).not.toMatch(UNWRITTEN);
  const found = inspectFeed(new TextEncoder().encode(text), { file: 'feed', now: Number.POSITIVE_INFINITY });
  // A video whose URL ends with `.mp3` is one of the program's own facts, too.
  const own = [
    ...['feed-address', 'feed-podcast-category', 'feed-element-unknown', 'feed-language'],
    'feed-episode-type',
  ];
  const errors = found.filter(({ severity, code }) => severity === 'error' && !own.includes(code));
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
}

describe('a Feed with any value in any field', () => {
  const runs = Math.min(500, Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 100));

  it('writes a valid document, or says which field of which item is wrong', () => {
    const cases = [fieldsOf(OPTIONS), fieldsOf(ITEM), fc.boolean()] as const;
    fc.assert(
      fc.property(...cases, (feedFields, itemFields, isHeard) => {
        const onProblem = isHeard ? { onProblem: () => {} } : {};
        const feed = new Feed({ ...options, ...feedFields, ...onProblem });
        feed.addItem({ ...item, ...itemFields });
        for (const method of METHODS) {
          const text = call(feed, method);
          if (text !== undefined) hold(text);
        }
      }),
      { numRuns: runs },
    );
  });

  it('leaves out a category of which no letter can be written', () => {
    const feed = new Feed({ ...options, show: { categories: '\ud83d' } } as never);
    feed.addItem(item as never);
    const text = feed.rss2();
    hold(text);
    expect(text).not.toContain('itunes:category');
  });

  it('never stops at an item when somebody listens', () => {
    fc.assert(
      fc.property(fieldsOf(ITEM), (itemFields) => {
        const feed = new Feed({ ...options, onProblem: () => {} });
        feed.addItem({ ...item, ...itemFields });
        feed.addItem({ ...item, link: 'https://example.org/second/' });
        for (const method of METHODS) expect(feed[method]()).toContain('https://example.org/second/');
      }),
      { numRuns: runs },
    );
  });

  it('takes any value in the place of its lists, and any argument', () => {
    const lists = fc.constantFrom('items', 'categories', 'contributors', 'extensions', 'options');
    const methods = fc.constantFrom('addItem', 'addCategory', 'addContributor', 'addExtension');
    fc.assert(
      fc.property(lists, methods, field, (list, method, value) => {
        const replaced = new Feed({ ...options });
        Object.assign(replaced, { [list]: value });
        for (const each of METHODS) call(replaced, each);
        const added = new Feed({ ...options, onProblem: () => {} });
        try {
          added[method](value as never);
        } catch (error) {
          expect((error as Error).message).toMatch(CLEAR);
        }
        for (const each of METHODS) {
          const text = call(added, each);
          if (text !== undefined && method !== 'addExtension') hold(text);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('a value of another kind', () => {
  const said = (given: object, more: object = {}) => {
    const problems: FeedProblem[] = [];
    const feed = new Feed({ ...options, ...more, onProblem: (problem) => problems.push(problem) });
    feed.addItem({ ...item, ...given });
    return { text: feed.rss2(), messages: problems.map(({ message }) => message) };
  };

  it.each([
    [{ content: Promise.resolve('<p>') }, '"content" is not text but a promise, which must be awaited.'],
    [{ title: { rendered: 'x' } }, '"title" is not text but an object.'],
    [{ image: () => '' }, '"image" is not an object but a function.'],
    [{ title: Number.NaN }, '"title" is not text but NaN.'],
    [{ audio: { url: ['a'] } }, '"audio.url" is not text but a list.'],
    [{ category: [{ name: 'a' }, 7n, Symbol('x')] }, '"category" is not an object but a symbol.'],
    [{ date: { toDate: 7 } }, '"date" is not a date: "[object Object]".'],
    [{ episode: { season: 'x' } }, '"episode.season" is not a whole number from 1 on but "x".'],
    [{ extensions: [{ objects: {} }] }, '"extensions" has no "name".'],
  ])('%o is named', (given, expected) => {
    expect(said(given).messages).toContain(
      `Item 1 (${'title' in given ? quoteTitle(given) : '"A title"'}): ${expected}`,
    );
  });

  const quoteTitle = ({ title }: { readonly title: unknown }) =>
    JSON.stringify(title ? String(title) : 'https://example.org/a/');

  it('is understood where it has a text, or is a usual way to say nothing', () => {
    const { text, messages } = said({
      id: {
        toString: () => '65f0c0ffee',
        get [Symbol.toStringTag]() {
          return 'ObjectId';
        },
      },
      link: new URL('https://example.org/b/'),
      image: false,
      author: 'Ada',
      category: new Set(['a', 'b']),
      enclosure: null,
    });
    expect(messages).toEqual([]);
    for (const part of ['>65f0c0ffee<', '<link>https://example.org/b/', '<dc:creator>Ada', '<category>b'])
      expect(text).toContain(part);
    expect(said({}, { language: 'en_US' }).text).toContain('<language>en-US</language>');
  });

  it('stops nothing but the format that it is for', () => {
    const feed = new Feed({ ...options, show: { guid: 'none' } });
    expect(() => feed.rss2()).toThrow('Feed "The Daily Example": "show.guid" is not a UUID but "none".');
    expect(feed.atom1()).toContain('<feed');
  });

  it('is an error of the program where an object or a function is needed', () => {
    expect(() => new Feed(undefined as never)).toThrow(
      new TypeError('"options" is not an object but undefined.'),
    );
    const feed = new Feed(options);
    expect(() => feed.addItem(Promise.resolve(item) as never)).toThrow(
      new TypeError('"item" is not an object but a promise, which must be awaited.'),
    );
    expect(() => new Feed({ ...options, onProblem: 'log' as never }).rss2()).toThrow(
      new TypeError('"onProblem" is not a function but "log".'),
    );
  });

  it('leaves out links that run something, and says so', () => {
    const { text, messages } = said({ link: 'javascript:alert(1)', id: 'urn:x:1' });
    expect(text).not.toContain('javascript');
    expect(messages).toEqual([
      `Item 1 ("A title"): "link" is left out: feed readers don't follow "javascript:".`,
    ]);
  });
});

describe('an Atom entry without a link', () => {
  it('has its text as content (RFC 4287 §4.1.1)', () => {
    const feed = new Feed(options);
    feed.addItem({ ...item, id: 'urn:x:1', link: '', content: '', summary: 'All & more' });
    expect(feed.atom1()).toContain('<content type="text">All &#x26; more</content>');
  });
});
