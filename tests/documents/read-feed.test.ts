import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type PublishedFeed, readFeed } from '../../src/documents/read-feed.ts';
import { parseXml, textOf } from '../../src/documents/xml-tree.ts';
import { expectLinearTime } from '../growth.ts';

const SOURCE = 'https://old.example/feed.xml';

function read(document: string | Uint8Array): PublishedFeed {
  const result = readFeed(document, { source: SOURCE });
  if ('problem' in result) throw new Error(result.problem.message);
  return result.feed;
}

function refusal(document: string | Uint8Array): string {
  const result = readFeed(document, { source: SOURCE });
  if (!('problem' in result)) throw new Error('it was read');
  const { file, line, column, message } = result.problem;
  expect(file).toBe(SOURCE);
  return `${line}:${column ?? ''} ${message}`;
}

const rss = (items: string, more = '') =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Old</title><link>https://old.example/</link>${more}\n${items}\n</channel></rss>`;

describe('the feeds of any tool are understood', () => {
  it('RSS 2.0 with guid, content:encoded and the line of each item', () => {
    const items = `<item><title>A &amp;amp; B</title><link>/a/</link><guid isPermaLink="false"> tag:a </guid>
<pubDate>Tue, 04 Nov 2025 9:05:00 EST</pubDate><description>short</description>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>long</p>]]></content:encoded></item>
<item><title>second</title><guid>https://old.example/b/</guid></item>`;
    expect(read(rss(items))).toEqual({
      source: SOURCE,
      format: 'rss',
      home: 'https://old.example/',
      title: 'Old',
      items: [
        {
          id: 'tag:a',
          url: 'https://old.example/a/',
          title: 'A & B',
          published: Date.parse('2025-11-04T14:05:00Z'),
          content: '<p>long</p>',
          summary: 'short',
          line: 3,
        },
        { id: 'https://old.example/b/', url: 'https://old.example/b/', title: 'second', line: 6 },
      ],
    });
  });

  it('items without guid have the id that readers give them: the link, else the title', () => {
    const feed = read(rss('<item><link>a.html</link></item><item><title>No address</title></item><item/>'));
    expect(feed.items.map(({ id }) => id)).toEqual(['https://old.example/a.html', 'No address', '']);
  });

  it('RSS 1.0 and 0.90, whose items stand beside the channel', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>T</title><link>https://old.example/</link></channel>
<item rdf:about="urn:1"><title>One</title><link>https://old.example/1</link><dc:date>2025-11-04</dc:date></item></rdf:RDF>`;
    expect(read(rdf)).toMatchObject({
      format: 'rdf',
      items: [{ id: 'urn:1', url: 'https://old.example/1', published: Date.parse('2025-11-04T00:00:00Z') }],
    });
  });

  it('Atom with text, html and xhtml titles, xml:base and the page among several links', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://old.example/blog/">
<title type="text">A &lt;b&gt;</title><link rel="self" href="atom.xml"/>
<entry xml:base="2025/"><id>tag:1</id><title type="html">One &amp;lt;b&amp;gt; &lt;i&gt;two&lt;/i&gt;</title>
<link rel="alternate" type="application/json" href="1.json"/><link href="1/"/><updated>2025-11-04T09:00:00+01:00</updated></entry>
<entry><id>tag:2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Two <b>bold</b> &amp; more</div></title>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a &lt; b<br/><img src="x.png"/></div></content></entry></feed>`;
    const feed = read(atom);
    expect(feed).toMatchObject({ title: 'A <b>', self: 'https://old.example/blog/atom.xml' });
    expect(feed.items).toMatchObject([
      { id: 'tag:1', title: 'One <b> two', url: 'https://old.example/blog/2025/1/', updated: 1762243200000 },
      { id: 'tag:2', title: 'Two bold & more', content: '<div>a &lt; b<br><img src="x.png"></div>' },
    ]);
  });

  it('JSON Feed with ids that are numbers, and the lines of its items', () => {
    const json =
      '{"version":"https://jsonfeed.org/version/1","title":"J","items":[\n{"id":7,"content_text":"a < b"},\n{"id":"x","url":"/x"}]}';
    expect(read(json)).toMatchObject({
      format: 'json',
      items: [
        { id: '7', content: 'a &lt; b' },
        { id: 'x', url: 'https://old.example/x', line: 3 },
      ],
    });
  });

  it('other encodings, byte order marks, undeclared prefixes, bare ampersands and entities of HTML', () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><title>Caf\u00e9</title></channel></rss>`,
      'latin1',
    );
    expect(read(latin).title).toBe('Café');
    expect(read(Buffer.from(`\uFEFF${rss('').replace('Old', 'B')}`, 'utf16le')).title).toBe('B');
    expect(read(Buffer.from(rss('').replace('Old', 'C'), 'utf16le')).title).toBe('C');
    expect(read(Buffer.from(rss('').replace('Old', 'D'), 'utf16le').swap16()).title).toBe('D');
    const [head = '', tail = ''] = rss('').replace('"1.0"', '"1.0" encoding="windows-1251"').split('Old');
    const russian = Buffer.concat([Buffer.from(head), Buffer.from([0xcc, 0xe8, 0xf0]), Buffer.from(tail)]);
    expect(read(russian).title).toBe('Мир');
    const told = readFeed(russian, { source: SOURCE, charset: 'utf-8' });
    expect('feed' in told && told.feed.title).toBe('Мир');
    expect(
      read(rss('<item><title>AT&T &nbsp; R&D, tea & &lt;cake</title><dc:creator>x</dc:creator></item>'))
        .items,
    ).toMatchObject([{ title: 'AT&T R&D, tea & <cake' }]);
  });

  test.each([
    ['Tue, 4 Nov 2025 09:00 +0100', '2025-11-04T08:00:00.000Z'],
    ['4 November 25 09:00:00 GMT', '2025-11-04T09:00:00.000Z'],
    ['2025-11-04 09:00:00', '2025-11-04T09:00:00.000Z'],
    ['04/11/2025', undefined],
    ['Tue, 31 Foo 2025 09:00:00 GMT', undefined],
    ['', undefined],
  ])('the date "%s"', (written, expected) => {
    const [item] = read(rss(`<item><pubDate>${written}</pubDate></item>`)).items;
    expect(item?.published).toBe(expected && Date.parse(expected));
  });
});

describe('what is no feed, or no whole one, is refused with the place of the fault', () => {
  test.each([
    ['nothing', '', `1:1 The feed "https://old.example/feed.xml" can't be read: it is empty.`],
    ['an HTML page', '<!DOCTYPE html>\n<p>503', 'it is an HTML page, not a feed.'],
    ['an HTML page after a comment', '<!-- x -->\n<html><body>', 'it is an HTML page, not a feed.'],
    [
      'a truncated text',
      rss('<item><title>A</title>').slice(0, 110),
      `3:9 The feed "https://old.example/feed.xml" can't be read: it ends in the middle of <item> of line 3`,
    ],
    [
      'a truncated tag',
      '<rss><channel>\n<ite',
      'it ends in the middle of <channel> of line 1: it was cut off.',
    ],
    ['truncated JSON', '{"items": [', 'it is not JSON: it was cut off or damaged.'],
    ['JSON that is no feed', '{"a": 1}', 'it is JSON, but not a JSON Feed.'],
    ['XML that is no feed', '<opml/>', 'its root element is <opml>.'],
    ['tags that cross', '<rss><channel>\n<a><b></a></b></channel></rss>', '2:'],
    ['a conflict of git', '<<<<<<< HEAD\n<rss/>', '1:'],
  ])('%s', (_name, document, expected) => {
    expect(refusal(document)).toContain(expected);
  });

  it('an entity bomb, at once', () => {
    const lols = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '\n',
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY l0 "lol">\n${lols}]>\n${rss('<item><title>&l20;</title></item>').slice(21)}`;
    expect(refusal(bomb)).toContain('declares its own XML entities');
  });

  it('more than 15 MB, and nesting that no feed has', () => {
    expect(refusal(Buffer.alloc(15_000_001, 'x'))).toContain('it is larger than 15 MB.');
    expect(refusal('<a>'.repeat(100_000))).toContain('nests elements more than 250 deep');
  });

  it('5 MB are read in linear time', () => {
    const item = `<item><guid>x</guid><description>${'<![CDATA[<p>a &amp; b</p>]]> '.repeat(170)}</description></item>`;
    expectLinearTime((size) => expect(read(rss(item.repeat(size))).items.length).toBe(size), 1000);
  });

  it.each([
    '&0;',
    '&#;',
    '&#x;',
    '&#xg;',
    '&;',
    '&a b;',
    '&-;',
    '&\u00e9;',
    '&0;&1;&a;',
  ])('a `&` that begins nothing is read as one, or refused: %s', (text) => {
    expect(readFeed(rss(text), { source: 'x' })).toBeDefined();
  });

  it('any text is read or refused, never thrown at (property)', () => {
    const piece = fc.constantFrom(
      ...'<rss> <channel> <item> <guid> </guid> </item> <![CDATA[ ]]> &amp; & < > " xmlns:a="b" <!DOCTYPE [ <?x ?> \u0000 é { } "items": <feed> </'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join(' ')),
        ),
        (text) => {
          readFeed(text, { source: 'x' });
          readFeed(rss(text), { source: 'x' });
        },
      ),
    );
  });
});

describe('the tree of XML', () => {
  it('knows the place of every element and attribute', () => {
    const { root } = parseXml('<a x="1"\n   y = "2"><b\n/>t<a:c xmlns:a="u" a:x="3">é</a:c></a>');
    expect(root).toMatchObject({
      local: 'a',
      line: 1,
      column: 1,
      attributes: [
        { local: 'x', value: '1', line: 1, column: 4 },
        { local: 'y', value: '2', line: 2, column: 4 },
      ],
      children: [
        { local: 'b', line: 2, column: 12 },
        't',
        { local: 'c', prefix: 'a', uri: 'u', line: 3, column: 4 },
      ],
    });
    expect(root && textOf(root)).toBe('té');
  });
});

const corpora = join(import.meta.dirname, '../../../shared/corpora');
describe.skipIf(!existsSync(corpora))('real feeds', () => {
  const files = existsSync(corpora)
    ? readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /published.*\.xml$/.test(file),
      )
    : [];
  it.each(files)('%s is read whole', (file) => {
    const { items, self, format } = read(readFileSync(join(corpora, file)));
    expect([format, items.length, self !== undefined]).toEqual(['atom', 10, true]);
    for (const { id, url, title, published, content } of items)
      expect([id, url, title, published, content].every((value) => value !== undefined && value !== '')).toBe(
        true,
      );
  });
});
