import { Feed as PackageFeed, type Item as PackageItem } from 'feed';
import { describe, expect, it } from 'vitest';
import { Feed, type FeedOptions, type Item } from '../../src/formats/feed.ts';
import { feedOf, item, options, readBack } from './sample.ts';
import { all, only, parseXml, textsAt } from './xml-tree.ts';

/** The same feed made with the package, to see that the defect is real. */
function packageFeed(changes: Partial<Item> = {}, more: Partial<FeedOptions> = {}): PackageFeed {
  const feed = new PackageFeed({ ...options, ...more } as FeedOptions);
  feed.addItem({ ...item, ...changes } as PackageItem);
  return feed;
}

const rssItem = 'rss/channel/item';

describe('none of the defects of the package remains', () => {
  it('1: every "]]>" of a text is split (R22)', () => {
    const content = '<p>a ]]> b ]]> c ]]]]>></p>';
    expect(() => parseXml(packageFeed({ content, description: 'x' }).rss2())).toThrow();
    const { rss, feed } = readBack(feedOf({ content, description: content }));
    expect(textsAt(rss, `${rssItem}/content:encoded`)).toEqual([content]);
    expect(textsAt(rss, `${rssItem}/description`)).toEqual([content]);
    expect(textsAt(feed, 'entry/content')).toEqual([content]);
    expect(textsAt(feed, 'entry/summary')).toEqual([content]);
  });

  it('2: characters that XML forbids are dropped (R20)', () => {
    const bad = { title: 'a\u000Bb\u0000c\uFFFEd', content: '<p>\u0001x\tY\nz\uFFFF</p>' };
    expect(() => parseXml(packageFeed(bad).rss2())).toThrow();
    const { rss, feed, json } = readBack(feedOf(bad));
    expect([textsAt(rss, `${rssItem}/title`), textsAt(feed, 'entry/title')]).toEqual([['abcd'], ['abcd']]);
    expect(textsAt(feed, 'entry/content')).toEqual(['<p>x\tY\nz</p>']);
    expect(json.items[0].title).toBe('abcd');
  });

  it('3: Atom categories are escaped', () => {
    const category = [{ name: 'C++ <T> "q"', term: '<t> & "u"' }];
    expect(() => parseXml(packageFeed({ category }).atom1())).toThrow();
    const made = feedOf({ category });
    made.addCategory('R&D <x>');
    const { feed, channel } = readBack(made);
    expect(only(feed, 'entry/category').attributes).toEqual({ term: '<t> & "u"', label: 'C++ <T> "q"' });
    expect(only(feed, 'category').attributes).toEqual({ term: 'R&D <x>', label: 'R&D <x>' });
    expect(textsAt(channel, 'category')).toEqual(['R&D <x>']);
  });

  it('4: RSS category domain and enclosure attributes are escaped', () => {
    const category = [{ name: 'x', domain: 'https://example.org/?a=1&b="<2>"' }];
    const enclosure = { url: 'https://example.org/a.mp3?x=1&y=2', title: 'A & "B" <c>', type: 'audio/mpeg' };
    expect(() => parseXml(packageFeed({ category, enclosure }).rss2())).toThrow();
    const { channel, feed } = readBack(feedOf({ category, enclosure }));
    expect(only(channel, 'item/category').attributes.domain).toBe('https://example.org/?a=1&b="<2>"');
    expect(only(channel, 'item/enclosure').attributes.url).toBe('https://example.org/a.mp3?x=1&y=2');
    expect(all(feed, 'entry/link').at(-1)?.attributes.title).toBe('A & "B" <c>');
  });

  it('5: every prefix that is used is declared, also by an extension in an item without content', () => {
    const made = { content: '', extensions: [{ name: 'dc:publisher', objects: { _text: 'P' } }] };
    expect(() => parseXml(packageFeed(made).rss2())).toThrow();
    const publisher = only(readBack(feedOf(made)).channel, 'item/dc:publisher');
    expect(publisher).toMatchObject({ text: 'P', uri: 'http://purl.org/dc/elements/1.1/' });
  });

  it('6: a literal "&amp;" stays what it is', () => {
    const literal = 'Write &amp; for & and &lt;';
    const made = feedOf({ title: literal, author: [{ name: literal }], category: [{ name: literal }] });
    made.addCategory(literal);
    expect(
      only(parseXml(packageFeed({ category: [{ name: literal }] }).rss2()), `${rssItem}/category`).text,
    ).not.toBe(literal);
    const { channel, feed, json } = readBack(made);
    for (const path of ['category', 'item/title', 'item/dc:creator', 'item/category'])
      expect(textsAt(channel, path), path).toEqual([literal]);
    expect(textsAt(feed, 'entry/title')).toEqual([literal]);
    expect(textsAt(feed, 'entry/author/name')).toEqual([literal]);
    expect(only(feed, 'entry/category').attributes).toEqual({ term: literal, label: literal });
    expect(json.items[0]).toMatchObject({ title: literal, authors: [{ name: literal }], tags: [literal] });
  });

  it('7: Atom titles are plain text (R16)', () => {
    const title = 'Using <b> and <script> in HTML';
    expect(packageFeed({ title }).atom1()).toContain('<title type="html">');
    const { feed } = readBack(feedOf({ title }, { title }));
    expect(only(feed, 'entry/title')).toMatchObject({ text: title, attributes: { type: 'text' } });
    expect(only(feed, 'title')).toMatchObject({ text: title, attributes: { type: 'text' } });
  });

  it('8: Atom writes the type that was given, else one by the ending, and never nonsense', () => {
    expect(packageFeed({ audio: 'https://example.org/media/ep1' }).atom1()).toContain('audio//media/ep1');
    const type = (change: Partial<Item>) =>
      all(readBack(feedOf(change)).feed, 'entry/link').find(
        ({ attributes }) => attributes.rel === 'enclosure',
      )?.attributes.type;
    expect(type({ enclosure: { url: 'https://example.org/a.bin', type: 'audio/flac' } })).toBe('audio/flac');
    expect(type({ enclosure: { url: 'https://example.org/a.mp3' } })).toBe('audio/mpeg');
    expect(type({ audio: 'https://example.org/media/ep1' })).toBe('audio/mpeg');
    expect(type({ audio: 'https://example.org/ep1.mp4' })).toBe('audio/mp4');
    expect(type({ video: 'https://example.org/v.webm?x=.mp3' })).toBe('video/webm');
    expect(type({ enclosure: { url: 'https://example.org/unknown' } })).toBe('application/octet-stream');
    expect(type({ enclosure: { url: 'https://example.org/a.pdf', type: 'no type' } })).toBe(
      'application/pdf',
    );
  });

  it('9: JSON is version 1.1 with everything it has a word for (R41)', () => {
    const change: Partial<Item> = {
      author: [
        { name: 'Ann' },
        { name: 'Bob', link: 'https://bob.example/', avatar: 'https://bob.example/b.png' },
      ],
      language: 'fr',
      attachments: [{ url: 'https://example.org/a.mp3', length: 9, duration: 61.2, title: 'T' }],
    };
    const { json } = readBack(
      feedOf([change], { hub: 'https://hub.example/', favicon: 'https://example.org/f.ico' }),
    );
    expect(JSON.parse(packageFeed(change).json1()).version).toBe('https://jsonfeed.org/version/1');
    expect(Object.keys(json)[0]).toBe('version');
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'en',
      favicon: 'https://example.org/f.ico',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    });
    expect(json.items[0]).toEqual({
      id: 'https://example.org/a/',
      url: 'https://example.org/a/',
      title: 'A title',
      content_html: '<p>Content</p>',
      date_published: '2024-02-03T04:05:06Z',
      date_modified: '2024-02-03T04:05:06Z',
      authors: [
        { name: 'Ann' },
        { name: 'Bob', url: 'https://bob.example/', avatar: 'https://bob.example/b.png' },
      ],
      language: 'fr',
      attachments: [
        {
          url: 'https://example.org/a.mp3',
          mime_type: 'audio/mpeg',
          title: 'T',
          size_in_bytes: 9,
          duration_in_seconds: 61,
        },
      ],
    });
    const bare = readBack(feedOf({ content: '' })).json.items[0];
    expect(bare.id).toBe('https://example.org/a/');
    expect(bare.content_html ?? bare.content_text).toBe('A title');
  });

  it('10: RSS names authors in dc:creator, never in <author> (R34)', () => {
    const author = [{ name: 'Ann', email: 'ann@example.org' }, { name: 'Bob' }];
    expect(all(parseXml(packageFeed({ author }).rss2()), `${rssItem}/author`)).toHaveLength(2);
    const { channel } = readBack(feedOf({ author }));
    expect(textsAt(channel, 'item/dc:creator')).toEqual(['Ann', 'Bob']);
    expect(all(channel, 'item/author')).toEqual([]);
  });

  it('11: an RSS item has one enclosure with three attributes, and the other files stay (R33)', () => {
    const change: Partial<Item> = {
      image: 'https://example.org/i.jpg',
      enclosure: { url: 'https://example.org/d.pdf', length: 5, title: 'T', duration: 3 },
      video: 'https://example.org/v.mp4',
      audio: { url: 'https://example.org/a.mp3', length: 7, title: 'T', duration: 3 },
      attachments: [{ url: 'https://example.org/b.mp3' }],
    };
    const { channel } = readBack(feedOf(change));
    expect(only(channel, 'item/enclosure').attributes).toEqual({
      url: 'https://example.org/a.mp3',
      length: '7',
      type: 'audio/mpeg',
    });
    expect(all(channel, 'item/media:content').map(({ attributes }) => attributes.url)).toEqual([
      'https://example.org/i.jpg',
      'https://example.org/a.mp3',
      'https://example.org/b.mp3',
      'https://example.org/v.mp4',
      'https://example.org/d.pdf',
    ]);
    const unknown = readBack(feedOf({ audio: 'https://example.org/a.mp3' })).channel;
    expect(only(unknown, 'item/enclosure').attributes.length).toBe('0');
  });

  it('12: RSS says when an item changed', () => {
    const change = { published: new Date('2024-01-01T00:00:00Z'), date: new Date('2024-01-02T03:04:05Z') };
    expect(packageFeed(change).rss2()).not.toContain('03:04:05Z');
    const { channel } = readBack(feedOf(change));
    expect(textsAt(channel, 'item/pubDate')).toEqual(['Mon, 01 Jan 2024 00:00:00 GMT']);
    expect(textsAt(channel, 'item/atom:updated')).toEqual(['2024-01-02T03:04:05Z']);
  });

  it('13: Atom has languages, link types, all authors, category schemes, extra links and extensions', () => {
    const made = feedOf([{ language: 'fr', category: [{ name: 'x', scheme: 'https://example.org/tags' }] }], {
      authors: [{ name: 'Ann' }, { name: 'Bob' }],
      links: [{ rel: 'prev-archive', url: 'https://example.org/archive/1.xml' }],
    });
    made.addExtension({ name: 'fh:archive', objects: {} });
    const { feed } = readBack(made);
    expect([feed.attributes['xml:lang'], only(feed, 'entry').attributes['xml:lang']]).toEqual(['en', 'fr']);
    expect(all(feed, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'https://example.org/' },
      { rel: 'self', type: 'application/atom+xml', href: 'https://example.org/atom.xml' },
      { rel: 'prev-archive', href: 'https://example.org/archive/1.xml' },
    ]);
    expect(textsAt(feed, 'author/name')).toEqual(['Ann', 'Bob']);
    expect(only(feed, 'entry/category').attributes.scheme).toBe('https://example.org/tags');
    expect(only(feed, 'fh:archive').uri).toBe('http://purl.org/syndication/history/1.0');
  });

  it('14: "undefined" and "Invalid Date" are never written', () => {
    const sparse = new Feed({ title: 'T', link: 'https://example.org/' });
    sparse.addItem({
      title: 'x',
      link: 'https://example.org/x',
      date: new Date(0),
      category: [{}],
      author: [{}],
    });
    sparse.addExtension({ name: 'dc:rights', objects: { _text: undefined, _attributes: { a: undefined } } });
    const written = [sparse.rss2(), sparse.atom1(), sparse.json1()].join('');
    expect(written).not.toMatch(/undefined|Invalid|NaN|null|\[object/);
    expect(new PackageFeed({ title: 'T' } as FeedOptions).atom1()).toContain('<id/>');
    const invalid = { date: new Date('x') };
    expect(packageFeed(invalid).rss2()).toContain('Invalid Date');
    expect(() => feedOf(invalid).rss2()).toThrow('Item 1 ("A title"): "date" is not a date');
  });

  it('15: errors name the item and the field, and each format keeps the id that the package writes', () => {
    expect(() => packageFeed({ link: 'nowhere' }).rss2()).toThrow(/^Invalid URL$/);
    for (const method of ['rss2', 'atom1', 'json1'] as const) {
      expect(() => feedOf([{}, { link: 'nowhere', id: 'b' }])[method]()).toThrow(
        'Item 2 ("A title"): "link" is not an absolute URL: "nowhere".',
      );
    }
    const id = 'HTTPS://Example.org:443/a b/../é?x#Y'.replace(' ', '%20');
    const { channel, feed, json } = readBack(feedOf({ id }));
    expect([textsAt(channel, 'item/guid'), textsAt(feed, 'entry/id'), json.items[0].id]).toEqual([
      [id],
      [new URL(id).href],
      id,
    ]);
  });

  it('16: writing changes nothing: a second call gives the same text', () => {
    const audio = { url: 'https://example.org/a.mp3', duration: 61 };
    const before = packageFeed({ audio: { ...audio } }, { podcast: true });
    expect(before.rss2()).not.toBe(before.rss2());
    const made = feedOf({ audio }, { podcast: true });
    expect(made.rss2()).toBe(made.rss2());
    expect(only(parseXml(made.rss2()), `${rssItem}/itunes:duration`).text).toBe('61');
    expect(audio).toEqual({ url: 'https://example.org/a.mp3', duration: 61 });
  });

  it('17: isPermaLink is true exactly when the guid is the address (R6)', () => {
    const guid = (change: Partial<Item>) => only(readBack(feedOf(change)).channel, 'item/guid');
    expect(packageFeed({ id: item.link }).rss2()).toContain('isPermaLink="false"');
    expect(guid({ id: item.link })).toMatchObject({ text: item.link, attributes: { isPermaLink: 'true' } });
    expect(guid({}).attributes.isPermaLink).toBe('true');
    expect(guid({ id: 'urn:x:1' })).toMatchObject({ text: 'urn:x:1', attributes: { isPermaLink: 'false' } });
    expect(guid({ id: 'https://example.org/other' }).attributes.isPermaLink).toBe('false');
  });

  it('18: without "updated" it is the newest change, never the clock (R40)', () => {
    const dates = ['2024-01-01T00:00:00Z', '2024-03-01T10:00:00Z', '2024-02-01T00:00:00Z'];
    const items = dates.map((date, index) => ({ id: `urn:x:${index}`, date: new Date(date) }));
    const { channel, feed } = readBack(feedOf(items));
    expect(textsAt(channel, 'lastBuildDate')).toEqual(['Fri, 01 Mar 2024 10:00:00 GMT']);
    expect(textsAt(feed, 'updated')).toEqual(['2024-03-01T10:00:00Z']);
    const empty = readBack(feedOf([]));
    expect(textsAt(empty.channel, 'lastBuildDate')).toEqual([]);
    expect(textsAt(empty.feed, 'updated')).toEqual(['1970-01-01T00:00:00Z']);
    const given = readBack(feedOf({}, { updated: new Date('2025-01-01T00:00:00.789Z') }));
    expect(textsAt(given.feed, 'updated')).toEqual(['2025-01-01T00:00:00Z']);
  });

  it('19: a stylesheet has the type of its ending', () => {
    const written = (stylesheet: string) => feedOf({}, { stylesheet }).rss2().split('\n')[1];
    expect(packageFeed({}, { stylesheet: 'https://example.org/s.css' }).rss2()).toContain('text/xsl');
    expect(written('https://example.org/s.css?v=1&x')).toBe(
      '<?xml-stylesheet href="https://example.org/s.css?v=1&#x26;x" type="text/css"?>',
    );
    expect(written('/s.xsl?>')).toBe('<?xml-stylesheet href="/s.xsl?&gt;" type="text/xsl"?>');
  });

  it('20: halves of surrogate pairs are dropped everywhere, whole pairs stay', () => {
    const title = 'a\uD83Db\uDE00c \u{1F600}';
    expect(packageFeed({ title }).json1()).toContain('\\ud83d');
    const made = feedOf({ title, content: `<p>${title}</p>` });
    expect(made.rss2()).not.toContain('\uFFFD');
    const { channel, feed, json } = readBack(made);
    const clean = 'abc \u{1F600}';
    expect([textsAt(channel, 'item/title'), textsAt(feed, 'entry/title'), json.items[0].title]).toEqual([
      [clean],
      [clean],
      clean,
    ]);
    expect(json.items[0].content_html).toBe(`<p>${clean}</p>`);
    expect(made.json1()).not.toMatch(/\\ud[89a-f]/i);
  });
});
