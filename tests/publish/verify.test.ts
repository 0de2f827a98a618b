import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBytes, isSealed, joinPieces, listPieces, sealPiece } from '../../src/formats/document-bytes.ts';
import { Feed } from '../../src/formats/feed.ts';
import { joinFacts, writeFrame, writeItems } from '../../src/formats/write.ts';
import type { Config, FeedFormat, ItemPiece, Piece, WrittenDocument } from '../../src/model/index.ts';
import { openPublication } from '../../src/publish/publication.ts';
import { type ExpectedItem, verifyDocuments, verifyItems } from '../../src/publish/verify.ts';
import { checkSizes } from '../../src/publish/verify-size.ts';

const items: readonly ExpectedItem[] = [
  {
    id: 'https://example.org/b/',
    url: 'https://example.org/b/?x=1&y=[2]',
    title: 'B & <c>',
    published: Date.UTC(2024, 0, 2),
    updated: Date.UTC(2024, 0, 3, 4, 5, 6, 789),
    content: '<p>x</p>',
    summary: 'About b & <c>.',
  },
  {
    id: '42',
    url: 'https://example.org/a/',
    title: 'A',
    published: Date.UTC(2024, 0, 1),
    updated: Date.UTC(2024, 0, 1),
    content: '<p>x</p>',
  },
];

const paths = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;
const formats = ['rss', 'atom', 'json'] as const;
const base = 'https://example.org/';
const feedLinks = { rss: `${base}rss.xml`, atom: `${base}atom.xml`, json: `${base}feed.json` };

/** A document in writing: nothing of it was read again. */
interface Draft {
  readonly head: string;
  readonly items: readonly string[];
  readonly between: string;
  readonly end: string;
}

function draft(list: readonly ExpectedItem[], format: FeedFormat): Draft {
  const feed = new Feed({ title: 'T', link: base, feedLinks });
  for (const { published, updated, url, summary, ...rest } of list)
    feed.addItem({
      ...{ ...rest, link: url, published: new Date(published), date: new Date(updated) },
      ...(summary === undefined ? {} : { summary }),
    });
  const written = writeItems(feed, [format]);
  const frame = writeFrame(
    new Feed({ title: 'T', link: base, feedLinks }),
    format,
    joinFacts(written.map(({ facts }) => facts)),
  );
  return { ...frame, items: written.map(({ texts }) => texts[0] ?? '') };
}

/** Reads a document as a build does: its items, then the frame around them. */
function verify(written: Draft, format: FeedFormat, list: readonly ExpectedItem[] = items): WrittenDocument {
  const unread = written.items.map((text, index) => ({
    bytes: Buffer.from(text),
    item: list[index] as ExpectedItem,
  }));
  const document = describeDocument(written, format, verifyItems(unread, format, base));
  verifyDocuments([document], { title: 'T', home: base, ids: list.map(({ id }) => id) });
  return document;
}

function describeDocument(
  { head, between, end }: Draft,
  format: FeedFormat,
  pieces: readonly ItemPiece[],
): WrittenDocument {
  const seal = (text: string) => sealPiece(Buffer.from(text));
  const all = { head: seal(head), items: pieces, between, end: seal(end) };
  const bytes = countBytes(listPieces(all));
  const place = { path: paths[format], url: feedLinks[format], feed: 'main', isArchive: false };
  return { ...place, format, items: pieces.length, bytes, pieces: all };
}

/** A document of which one place was broken by hand. */
function broken(format: FeedFormat, from: string | RegExp, to: string): Draft {
  const whole = draft(items, format);
  const parts = [whole.head, ...whole.items, whole.end];
  const index = parts.findIndex((part) => part.search(from instanceof RegExp ? from : asPattern(from)) >= 0);
  if (index < 0) throw new Error(`${String(from)} is not in the document`);
  parts[index] = (parts[index] ?? '').replace(from, () => to);
  return { ...whole, head: parts[0] ?? '', items: parts.slice(1, -1), end: parts.at(-1) ?? '' };
}

function asPattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

describe('documents that say what their items say', () => {
  it.each(formats)('pass, with whole seconds and with ids that Atom writes in its own way: %s', (format) => {
    expect(() => verify(draft(items, format), format)).not.toThrow();
  });

  it.each(formats)('pass without items: %s', (format) => {
    expect(() => verify(draft([], format), format, [])).not.toThrow();
  });

  it.each(formats)('are the frame around the items, to the byte: %s', (format) => {
    const feed = new Feed({ title: 'T', link: base, feedLinks });
    for (const { published, updated, url, ...rest } of items)
      feed.addItem({ ...rest, link: url, published: new Date(published), date: new Date(updated) });
    const text = { rss: () => feed.rss2(), atom: () => feed.atom1(), json: () => feed.json1() }[format]();
    expect(joinPieces(listPieces(verify(draft(items, format), format).pieces))).toBe(text);
  });

  it('pass whatever stands in the texts', () => {
    const nasty = fc.constantFrom(
      ']]>',
      '</item>\n',
      '    </item>\n    <item>\n',
      '  </entry>\n',
      '<x:y xmlns:x="z"/>',
    );
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), nasty).map((tail) => `t${tail}`);
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { maxLength: 5, selector: (id) => id.replace(/[^!-~]/g, '') }),
        fc.boolean(),
        (texts, hasSummary) => {
          const list = texts.map((title, index) => ({
            ...{ id: `${index}${title}`, url: base, title, published: index, updated: index },
            content: index === 0 ? '' : `<p>${texts.join('')}</p>`,
            ...(hasSummary ? { summary: texts.join(' ') } : {}),
          }));
          for (const format of formats) verify(draft(list, format), format, list);
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
      /item "B & <c>" \(rss\) is wrong: \d+:\d+: unexpected close tag/,
    ],
    [
      'an unknown prefix',
      'atom',
      '<entry>',
      '<entry><foo:x/>',
      /item "B & <c>" .* unbound namespace prefix: "foo"/,
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
      'its own URL is "http://localhost/rss.xml", not "https://example.org/rss.xml"',
    ],
    ['no address', 'atom', /<link rel="self".*\n/, '', 'its own URL is missing'],
    [
      'another id',
      'atom',
      '<id>https://example.org/b/',
      '<id>https://example.org/B/',
      '"id" is "https://example.org/B/", should be "https://example.org/b/"',
    ],
    ['another opaque id', 'atom', '#42<', '#43<', '"id" is "https://example.org/#43", should be "42"'],
    [
      'the id of another item',
      'json',
      '"id": "42"',
      '"id": "https://example.org/b/"',
      '"id" is "https://example.org/b/", should be "42"',
    ],
    ['no id', 'rss', /<guid.*>42<\/guid>/, '', '"id" is missing'],
    ['two ids', 'rss', '<pubDate>', '<guid>1</guid><pubDate>', 'it says "id" twice: "1"'],
    [
      'another address of an item',
      'json',
      '"url": "https://example.org/a/"',
      '"url": "https://example.org/c/"',
      '"url" is "https://example.org/c/", should be "https://example.org/a/"',
    ],
    [
      'another title',
      'rss',
      'B &#x26; &#x3C;c',
      'B &#x26;amp; &#x3C;c',
      '"title" is "B &amp; <c>", should be "B & <c>"',
    ],
    [
      'another date',
      'rss',
      'Mon, 01 Jan 2024 00:00:00',
      'Mon, 01 Jan 2024 01:00:00',
      '"published" is "Mon, 01 Jan 2024 01:00:00 GMT", should be "2024-01-01T00:00:00.000Z"',
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
      'its newest change is "2024-01-04T04:05:06Z", its items say otherwise',
    ],
  ];

  it.each(cases)('%s (%s)', (_, format, from, to, said) => {
    expect(() => verify(broken(format, from, to), format)).toThrow(said);
    expect(() => verify(broken(format, from, to), format)).toThrow(/^The .* is wrong: .* This is a bug\.$/s);
  });
});

describe('a change after verification is found', () => {
  const documents = formats.map((format) => verify(draft(items, format), format));
  const ids = items.map(({ id }) => id);

  it('in the order of items, in their number, in an item that is there twice, in another id', () => {
    for (const document of documents) {
      const { pieces } = document;
      const [first, second] = pieces.items as [ItemPiece, ItemPiece];
      const check = (list: readonly ItemPiece[], expected = ids) =>
        verifyDocuments([{ ...document, pieces: { ...pieces, items: list } }], {
          title: 'T',
          home: base,
          ids: expected,
        });
      expect(() => check([first, second])).not.toThrow();
      expect(() => check([second, first])).toThrow('item 1 has the id');
      expect(() => check([first])).toThrow('it has 1 items, not 2');
      expect(() => check([first, first])).toThrow('is that of another item');
      expect(() => check([first, second], ['x', '42'])).toThrow('item 1 has the id');
      expect(() => check([first, second], ['x'])).toThrow('it is planned with 2 items, not 1');
    }
  });

  it('in any byte of any piece', () => {
    for (const { pieces } of documents)
      for (const piece of listPieces(pieces))
        for (let at = 0; at < piece.bytes.length; at++) expect(isSealed(breakByte(piece, at))).toBe(false);
  });

  it('and nothing is published', () => {
    const folder = mkdtempSync(join(tmpdir(), 'feedwright-'));
    const config = { root: folder, output: folder, workingDirectory: folder } as Config;
    for (const { pieces, ...document } of documents)
      for (const place of ['head', 'end', 'items'] as const) {
        const publication = openPublication(config, true);
        const changed =
          place === 'items'
            ? { items: [breakByte(pieces.items[0] as Piece, 40) as ItemPiece, ...pieces.items.slice(1)] }
            : { [place]: breakByte(pieces[place], 2) };
        publication.add({ ...document, pieces: { ...pieces, ...changed } });
        expect(() => publication.commit()).toThrow('has changed since it was verified');
        publication.discard();
        expect(readdirSync(folder)).toEqual([]);
      }
  });
});

function breakByte(piece: Piece, at: number): Piece {
  const bytes = Uint8Array.from(piece.bytes);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { ...piece, bytes };
}

/** Whether a letter stands in what says of which kind a text is, and not in what it says. */
function isOfKind(line: string, at: number): boolean {
  return [...line.matchAll(/ (?:type|isPermaLink|rel)="[^"]*"|,$/g)].some(
    ({ 0: text, index }) => at >= index && at < index + text.length,
  );
}

describe('one letter that is broken before verification is found where it says something', () => {
  /** What a letter more or less there changes: ids, URLs, titles, dates, contents, summaries, and the markup around them. */
  const telling: Readonly<Record<FeedFormat, RegExp>> = {
    rss: /<(?:title|link|guid|pubDate|atom:updated|description|content:encoded)\b.*/g,
    atom: /<(?:title|id|published|updated|summary|content)\b.*|<link rel="alternate".*/g,
    json: /"(?:id|url|title|date_published|date_modified|content_html|summary)": .*/g,
  };

  it.each(formats)('%s', (format) => {
    const whole = draft(items, format);
    let count = 0;
    for (const [index, text] of whole.items.entries())
      for (const { 0: line, index: start } of text.matchAll(telling[format]))
        for (let at = start; at < start + line.length; at++) {
          if (isOfKind(line, at - start)) continue;
          const other = /[a-z]/i.test(text[at] ?? '') ? 'Q' : 'q';
          const changed = whole.items.with(index, text.slice(0, at) + other + text.slice(at + 1));
          if (!isRefused({ ...whole, items: changed }, format))
            throw new Error(`${other} at ${at} of ${text}`);
          count++;
        }
    expect(count).toBeGreaterThan(300);
  });

  it.each(formats)('in the URL, the title and the newest change of a frame: %s', (format) => {
    const whole = draft(items, format);
    const places = [
      feedLinks[format],
      format === 'json' ? '"title": "T"' : '>T<',
      ...(format === 'json' ? [] : ['04:05:06']),
    ];
    for (const place of places) {
      const start = whole.head.indexOf(place);
      expect(start).toBeGreaterThan(0);
      for (let at = start; at < start + place.length; at++) {
        const head = `${whole.head.slice(0, at)}q${whole.head.slice(at + 1)}`;
        if (!isRefused({ ...whole, head }, format)) throw new Error(`q at ${at} of ${whole.head}`);
      }
    }
  });

  it.each(formats)('and in the place of the items in a frame: %s', (format) => {
    const whole = draft(items, format);
    for (let cut = 1; cut < 12; cut++)
      expect(isRefused({ ...whole, head: whole.head.slice(0, -cut) }, format)).toBe(true);
    for (let cut = 4; cut < whole.end.length; cut++)
      expect(isRefused({ ...whole, end: whole.end.slice(cut) }, format)).toBe(true);
  });
});

function isRefused(written: Draft, format: FeedFormat): boolean {
  try {
    verify(written, format);
    return false;
  } catch (error) {
    expect(String(error)).toContain('This is a bug.');
    return true;
  }
}

describe('R47: the size of a document', () => {
  const document = verify(draft(items, 'rss'), 'rss');
  const sized = (bytes: number) => checkSizes([{ ...document, bytes }]);

  it('is that of its bytes, not of its characters', () => {
    const [item] = items as [ExpectedItem, ExpectedItem];
    const { pieces, bytes } = verify(draft([{ ...item, title: 'é' }], 'rss'), 'rss', [
      { ...item, title: 'é' },
    ]);
    expect(bytes).toBe(Buffer.byteLength(joinPieces(listPieces(pieces))));
    expect(bytes).toBe(joinPieces(listPieces(pieces)).length + 1);
  });

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
      message: expect.stringContaining('"rss.xml" is 252 KB;'),
      hint: 'Set "content: auto", or lower "limit".',
    });
    expect(sized(5_000_001)[0]?.message).toContain('"rss.xml" is 5.1 MB;');
  });

  it('is one problem for all documents above one limit, at the largest of them; an archive may have 1 MB', () => {
    const sizes = { a: 300_000, b: 900_000, c: 400_000, d: 2_000_000, small: 1000 };
    const documents = Object.entries(sizes).map(([path, bytes]) => ({ ...document, path, bytes }));
    const copies = documents.map((each) => ({ ...each, path: `old/${each.path}`, copyOf: each.path }));
    const archives = documents.map((each) => ({ ...each, path: `archive/${each.path}`, isArchive: true }));
    const found = checkSizes([...documents, ...copies, ...archives]);
    expect(found.map(({ code, file, message }) => [code, file, message.split(';')[0]])).toEqual([
      ['feed-large', 'b', '"b" is 900 KB, the largest of 3 such documents'],
      ['feed-very-large', 'd', '"d" is 2 MB, the largest of 2 such documents'],
    ]);
  });
});
