import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Feed } from '../../src/formats/feed.ts';
import type { FeedDocument, FeedFormat } from '../../src/model/index.ts';
import { type ExpectedItem, verifyDocuments } from '../../src/publish/verify.ts';
import { checkSizes } from '../../src/publish/verify-size.ts';

const items: readonly ExpectedItem[] = [
  {
    id: 'https://example.org/b/',
    url: 'https://example.org/b/?x=1&y=[2]',
    title: 'B & <c>',
    published: Date.UTC(2024, 0, 2),
    updated: Date.UTC(2024, 0, 3, 4, 5, 6, 789),
  },
  {
    id: '42',
    url: 'https://example.org/a/',
    title: 'A',
    published: Date.UTC(2024, 0, 1),
    updated: Date.UTC(2024, 0, 1),
  },
];

const paths = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;
const base = 'https://example.org/';

function write(list: readonly ExpectedItem[], content = '<p>x</p>'): readonly FeedDocument[] {
  const feedLinks = { rss: `${base}rss.xml`, atom: `${base}atom.xml`, json: `${base}feed.json` };
  const feed = new Feed({ title: 'T', link: base, feedLinks });
  for (const { id, url, title, published, updated } of list)
    feed.addItem({ id, link: url, title, published: new Date(published), date: new Date(updated), content });
  const texts = { rss: feed.rss2(), atom: feed.atom1(), json: feed.json1() };
  return (['rss', 'atom', 'json'] as const).map((format) => ({
    format,
    path: paths[format],
    url: feedLinks[format],
    text: texts[format],
    feed: 'main',
    isArchive: false,
    items: list.length,
  }));
}

/** Documents of which one was broken by hand. */
function broken(format: FeedFormat, from: string | RegExp, to: string): readonly FeedDocument[] {
  return write(items).map((document) => {
    if (document.format !== format) return document;
    const text = document.text.replace(from, to);
    if (text === document.text) throw new Error(`${String(from)} is not in the document`);
    return { ...document, text };
  });
}

describe('documents that say what their items say', () => {
  it('pass, with whole seconds and with ids that Atom writes in its own way', () => {
    expect(() => verifyDocuments(write(items), items)).not.toThrow();
  });

  it('pass without items', () => {
    expect(() => verifyDocuments(write([]), [])).not.toThrow();
  });

  it('pass whatever stands in the texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).map((tail) => `t${tail}`);
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { maxLength: 5, selector: (id) => id.replace(/[^!-~]/g, '') }),
        (texts) => {
          const list = texts.map((title, index) => ({
            ...items[0],
            id: `${index}${title}`,
            url: base,
            title,
            published: index,
            updated: index,
          }));
          verifyDocuments(write(list, `<p>${texts.join('')}</p>`), list);
        },
      ),
    );
  });
});

describe('a document that says something else is a bug, and nothing is published', () => {
  const cases: readonly [string, FeedFormat, string | RegExp, string, string | RegExp][] = [
    [
      'not well-formed',
      'rss',
      '</item>',
      '</itm>',
      /"rss.xml" \(rss\) is wrong: \d+:\d+: unexpected close tag/,
    ],
    [
      'an unknown prefix',
      'atom',
      '<entry>',
      '<entry><foo:x/>',
      /"atom.xml" .* unbound namespace prefix: "foo"/,
    ],
    ['a forbidden character', 'atom', '<p>x', '<p>\u000Bx', 'disallowed character'],
    ['a broken end', 'json', /\}\n$/, '', /"feed.json" \(json\) is wrong: /],
    ['text before the declaration', 'rss', '<?xml', '\uFEFF<?xml', 'does not start with an XML declaration'],
    [
      'another format',
      'rss',
      /<rss.*/s,
      '<feed xmlns="http://www.w3.org/2005/Atom"/>',
      'its root element is "atom:feed", not "rss"',
    ],
    ['another version', 'json', 'version/1.1', 'version/1', 'it is not JSON Feed 1.1'],
    [
      'another address',
      'rss',
      'https://example.org/rss.xml',
      'http://localhost/rss.xml',
      'its own address is "http://localhost/rss.xml", not "https://example.org/rss.xml"',
    ],
    ['no address', 'atom', /<link rel="self".*\n/, '', 'its own address is missing'],
    ['an item less', 'rss', /<item>.*?<\/item>/s, '', 'it has 1 items, not 2'],
    [
      'another id',
      'atom',
      '<id>https://example.org/b/',
      '<id>https://example.org/B/',
      'item 1 ("B & <c>"): "id" is "https://example.org/B/", should be "https://example.org/b/"',
    ],
    [
      'another opaque id',
      'atom',
      '#42<',
      '#43<',
      'item 2 ("A"): "id" is "https://example.org/#43", should be "42"',
    ],
    [
      'an id twice',
      'json',
      '"id": "42"',
      '"id": "https://example.org/b/"',
      'item 2 ("A"): its id "https://example.org/b/" is that of another item',
    ],
    ['no id', 'rss', /<guid.*>42<\/guid>/, '', 'item 2 ("A"): "id" is missing'],
    ['two ids', 'rss', '<pubDate>', '<guid>1</guid><pubDate>', 'it says "id" twice: "1"'],
    [
      'another address of an item',
      'json',
      '"url": "https://example.org/a/"',
      '"url": "https://example.org/c/"',
      'item 2 ("A"): "url" is "https://example.org/c/", should be "https://example.org/a/"',
    ],
    [
      'another title',
      'rss',
      'B &#x26; &#x3C;c',
      'B &#x26;amp; &#x3C;c',
      'item 1 ("B & <c>"): "title" is "B &amp; <c>", should be "B & <c>"',
    ],
    [
      'another date',
      'rss',
      'Mon, 01 Jan 2024 00:00:00',
      'Mon, 01 Jan 2024 01:00:00',
      'item 2 ("A"): "published" is "Mon, 01 Jan 2024 01:00:00 GMT", should be "2024-01-01T00:00:00.000Z"',
    ],
    [
      'a wrong weekday',
      'rss',
      'Mon, 01 Jan',
      'Sun, 01 Jan',
      '"published" is "Sun, 01 Jan 2024 00:00:00 GMT"',
    ],
    ['another form of a date', 'atom', '2024-01-02T00:00:00Z', '2024-01-02', '"published" is "2024-01-02"'],
    [
      'no change',
      'rss',
      /<atom:updated>.*\n/,
      '',
      '"updated" is "Tue, 02 Jan 2024 00:00:00 GMT", should be "2024-01-03T04:05:06.789Z"',
    ],
    [
      'another change',
      'json',
      '"date_modified": "2024-01-03T04:05:06Z"',
      '"date_modified": "2024-01-03T04:05:07Z"',
      '"updated" is "2024-01-03T04:05:07Z"',
    ],
    ['no content', 'json', '"content_html"', '"content"', 'the item "https://example.org/b/" has no content'],
    [
      'another newest change',
      'atom',
      '<updated>2024-01-03T04:05:06Z</updated>',
      '<updated>2024-01-04T04:05:06Z</updated>',
      'its newest change is "2024-01-04T04:05:06Z", another format of the feed says otherwise',
    ],
  ];

  it.each(cases)('%s (%s)', (_, format, from, to, said) => {
    expect(() => verifyDocuments(broken(format, from, to), items)).toThrow(said);
    expect(() => verifyDocuments(broken(format, from, to), items)).toThrow(
      `The document "${paths[format]}" (${format}) is wrong: `,
    );
  });

  it('items in another order', () => {
    for (const document of write(items))
      expect(() => verifyDocuments([document], items.toReversed())).toThrow(/item 1 .*"id" is/);
  });

  it('another number of items than planned', () => {
    const documents = write(items).map((document) => ({ ...document, items: 3 }));
    expect(() => verifyDocuments(documents, items)).toThrow('it is planned with 3 items, not 2');
  });
});

describe('R47: the size of a document', () => {
  const sized = (bytes: number) => {
    const [rss] = write(items.slice(1), '');
    if (!rss) throw new Error('no document');
    const room = bytes - Buffer.byteLength(rss.text);
    // Two bytes each: the limits are on bytes, not on characters.
    const filler = `<!--${'é'.repeat(Math.floor((room - 7) / 2))}${room % 2 ? '' : 'e'}-->`;
    const text = rss.text.replace('</rss>', `${filler}</rss>`);
    expect(Buffer.byteLength(text)).toBe(bytes);
    verifyDocuments([{ ...rss, text }], items.slice(1));
    return checkSizes([{ ...rss, text }]);
  };

  it('gives a warning above 250 KB and above 1 MB, an error above 5 MB', () => {
    const found = (bytes: number) => sized(bytes).map(({ code, severity, file }) => [code, severity, file]);
    expect(found(250_000)).toEqual([]);
    expect(found(250_001)).toEqual([['feed-large', 'warning', 'rss.xml']]);
    expect(found(1_000_000)).toEqual([['feed-large', 'warning', 'rss.xml']]);
    expect(found(1_000_001)).toEqual([['feed-very-large', 'warning', 'rss.xml']]);
    expect(found(5_000_000)).toEqual([['feed-very-large', 'warning', 'rss.xml']]);
    expect(found(5_000_001)).toEqual([['feed-too-large', 'error', 'rss.xml']]);
  });

  it('is said, with the ways out', () => {
    expect(sized(251_234)[0]).toMatchObject({
      message: expect.stringContaining('"rss.xml" has 252 KB;'),
      hint: 'Set "content: auto", or lower "limit".',
    });
    expect(sized(5_000_001)[0]?.message).toContain('"rss.xml" has 5.1 MB;');
  });

  it('is one problem for all documents above one limit, at the largest of them; an archive may have 1 MB', () => {
    const sizes = { a: 300_000, b: 900_000, c: 400_000, d: 2_000_000, small: 1000 };
    const [rss] = write([]);
    if (!rss) throw new Error('no document');
    const documents = Object.entries(sizes).map(([path, bytes]) => ({
      ...rss,
      path,
      text: 'x'.repeat(bytes),
    }));
    const copies = documents.map((each) => ({ ...each, path: `old/${each.path}`, copyOf: each.path }));
    const archives = documents.map((each) => ({ ...each, path: `archive/${each.path}`, isArchive: true }));
    const found = checkSizes([...documents, ...copies, ...archives]);
    expect(found.map(({ code, file, message }) => [code, file, message.split(';')[0]])).toEqual([
      ['feed-large', 'b', '"b" has 900 KB, the largest of 3 such documents'],
      ['feed-very-large', 'd', '"d" has 2 MB, the largest of 2 such documents'],
    ]);
  });
});

describe('items that several feeds carry', () => {
  const nasty = [
    '<p>x</p>',
    ']]>',
    'a\n    </item>\n    <item>\n',
    'a\n  </entry>\n  <entry>\n',
    '\n    </item>',
    '<x:y xmlns:x="z"/>',
  ];
  const contents = fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string()), { minLength: 1, maxLength: 4 });

  it('are read once, and each document says what it says when it is read whole', () => {
    fc.assert(
      fc.property(contents, fc.boolean(), (parts, isLast) => {
        const known = new Map();
        const both = write(items, parts.join(''));
        const [first, second] = items as [ExpectedItem, ExpectedItem];
        const fewer = isLast ? [second] : [first];
        verifyDocuments(both, items, known);
        verifyDocuments(write(fewer, parts.join('')), fewer, known);
        verifyDocuments(write([second, first], parts.join('')), [second, first], known);
      }),
    );
  });

  it.each([
    ['rss', '<guid isPermaLink="false">42</guid>', '<guid isPermaLink="false">43</guid>'],
    ['rss', '</channel>', '</chanel>'],
    ['rss', '<title>T</title>', '<title>T</titel>'],
    ['rss', '<rss version="2.0"', '<rss version="2.0" xmlns:dc="x" xmlns:dc="x"'],
    ['atom', 'A</title>', 'A</titel>'],
    ['atom', '<feed xmlns="http://www.w3.org/2005/Atom"', '<feed xmlns="http://www.w3.org/2005/Other"'],
    ['json', '"id": "42"', '"id": "43"'],
  ] as const)('do not hide what is wrong in another document: %s with %s', (format, from, to) => {
    const known = new Map();
    verifyDocuments(write(items), items, known);
    expect(() => verifyDocuments(broken(format, from, to), items, known)).toThrow('This is a bug.');
  });

  it('do not hide that an item is missing, repeated or in another place', () => {
    const known = new Map();
    verifyDocuments(write(items), items, known);
    const [first, second] = items as [ExpectedItem, ExpectedItem];
    expect(() => verifyDocuments(write([second]), items, known)).toThrow('This is a bug.');
    expect(() => verifyDocuments(write([second, first]), items, known)).toThrow('This is a bug.');
    const twice = write([second]).map((document) => ({
      ...document,
      items: 2,
      text: document.text.replace(/ *<(item|entry)>[\s\S]*<\/\1>\n/, '$&$&'),
    }));
    expect(() => verifyDocuments(twice, [second, second], known)).toThrow('is that of another item');
  });
});
