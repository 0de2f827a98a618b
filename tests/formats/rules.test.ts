import { describe, expect, it } from 'vitest';
import type { Enclosure, Item } from '../../src/formats/feed.ts';
import { feedOf, item, readBack, shownText } from './sample.ts';
import { all, only, textsAt } from './xml-tree.ts';

const changed: Partial<Item> = {
  published: new Date('2024-01-01T00:00:00Z'),
  date: new Date('2024-01-02T03:04:05.678Z'),
};
const [ann, bob] = [{ name: 'Ann', link: 'https://ann.example/' }, { name: 'Bob' }];

describe('ids', () => {
  it('R4: an item has the same id in all formats, whichever way it was given', () => {
    const cases: [Partial<Item>, string][] = [
      [{ id: 'tag:example.org,2024:1' }, 'tag:example.org,2024:1'],
      [{ id: 'urn:x:2', guid: 'urn:x:2' }, 'urn:x:2'],
      [{}, 'https://example.org/a/'],
    ];
    for (const [change, id] of cases) {
      const { channel, feed, json } = readBack(feedOf(change));
      const ids = [...textsAt(channel, 'item/guid'), ...textsAt(feed, 'entry/id'), json.items[0].id];
      expect(ids).toEqual([id, id, id]);
    }
  });

  it('R2: an old RSS guid beside an id stays the guid', () => {
    const { channel, feed } = readBack(feedOf({ id: 'urn:x:1', guid: '17 at old' }));
    expect([...textsAt(channel, 'item/guid'), ...textsAt(feed, 'entry/id')]).toEqual([
      '17 at old',
      'urn:x:1',
    ]);
  });

  it('R3: the same id twice is told, with both items', () => {
    const feed = feedOf([{ id: 'urn:x:1' }, {}, { id: 'urn:x:1', link: 'https://example.org/b/' }]);
    const messages: string[] = [];
    feed.options.onProblem = ({ message }) => messages.push(message);
    for (const method of ['rss2', 'atom1', 'json1'] as const) feed[method]();
    const message = 'Feed "The Daily Example": "id" is the same for items 1 and 3: "urn:x:1".';
    expect(messages).toEqual([message, message, message]);
  });

  it('R5, R10: RSS items have no atom:id, dc:identifier or dc:date', () => {
    expect(feedOf(changed).rss2()).not.toMatch(/<atom:id|<dc:identifier|<dc:date/);
  });

  it('R39: an id that is no IRI becomes one in Atom alone', () => {
    const ids = ['42', '9B2F6A9E-2a0c-4a4f-9a3e-0b8f8a1a2b3c', 'a b/<c>'];
    const { channel, feed, json } = readBack(feedOf(ids.map((id) => ({ id }))));
    expect(textsAt(channel, 'item/guid')).toEqual(ids);
    expect(json.items.map(({ id }) => id)).toEqual(ids);
    expect(textsAt(feed, 'entry/id')).toEqual([
      'https://example.org/#42',
      'urn:uuid:9b2f6a9e-2a0c-4a4f-9a3e-0b8f8a1a2b3c',
      'https://example.org/#a%20b%2F%3Cc%3E',
    ]);
  });
});

describe('dates', () => {
  it('R11: Atom and JSON always have both dates', () => {
    const { feed, json } = readBack(feedOf());
    expect([textsAt(feed, 'entry/published'), textsAt(feed, 'entry/updated')]).toEqual([
      ['2024-02-03T04:05:06Z'],
      ['2024-02-03T04:05:06Z'],
    ]);
    expect(json.items[0].date_published).toBe(json.items[0].date_modified);
  });

  it('R13: dates have the one form that every reader reads, in whole seconds', () => {
    const { channel, feed, json } = readBack(feedOf(changed));
    expect(textsAt(channel, 'item/pubDate')).toEqual(['Mon, 01 Jan 2024 00:00:00 GMT']);
    expect(textsAt(channel, 'item/atom:updated')).toEqual(['2024-01-02T03:04:05Z']);
    expect(textsAt(feed, 'entry/updated')).toEqual(['2024-01-02T03:04:05Z']);
    expect(json.items[0].date_modified).toBe('2024-01-02T03:04:05Z');
    const old = readBack(feedOf({ date: new Date('0099-01-02T00:00:00Z') }));
    expect(textsAt(old.channel, 'item/pubDate')).toEqual(['Fri, 02 Jan 0099 00:00:00 GMT']);
  });

  it('R40: RSS says nothing about a change that did not happen', () => {
    expect(textsAt(readBack(feedOf()).channel, 'item/atom:updated')).toEqual([]);
  });
});

describe('texts', () => {
  it('R17: RSS titles are plain text with hexadecimal references, without CDATA', () => {
    const rss = feedOf({ title: 'A & <b>' }, { title: 'C & <d>' }).rss2();
    expect(rss).toContain('<title>A &#x26; &#x3C;b&gt;</title>');
    expect(rss).toContain('<title>C &#x26; &#x3C;d&gt;</title>');
  });

  it('R18: a plain summary is plain in Atom and JSON, and HTML in RSS, where descriptions are HTML', () => {
    const summary = 'a < b && "c" <i>d</i>';
    const { channel, feed, json } = readBack(feedOf({ summary, description: '<p>ignored</p>' }));
    expect(shownText(only(channel, 'item/description').text)).toBe(summary);
    expect(only(feed, 'entry/summary')).toMatchObject({ text: summary, attributes: { type: 'text' } });
    expect(json.items[0].summary).toBe(summary);
  });

  it('R18: an HTML description is HTML in RSS and Atom, and its words in JSON', () => {
    const description = '<p>One &amp; <b>two</b>&nbsp;&hellip;</p>';
    const { channel, feed, json } = readBack(feedOf({ description }));
    expect(textsAt(channel, 'item/description')).toEqual([description]);
    expect(only(feed, 'entry/summary')).toMatchObject({ text: description, attributes: { type: 'html' } });
    expect(json.items[0].summary).toBe('One & two \u00A0…');
  });

  it('R19: an item without a title gets the first words of its text, or its address', () => {
    const titled = (change: Partial<Item>) => readBack(feedOf({ title: '', ...change })).json.items[0].title;
    expect(titled({ content: '<p>Hello <b>you</b></p>' })).toBe('Hello you');
    expect(titled({ content: `<p>${'word '.repeat(40)}</p>` })).toMatch(/^(word ){10,}word…$/);
    expect(titled({ content: '<img src="x">' })).toBe('https://example.org/a/');
  });

  it('R21: a declaration at byte 0, no byte order mark, a newline at the end, one element per line', () => {
    for (const text of [feedOf().rss2(), feedOf().atom1()]) {
      expect(text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<')).toBe(true);
      expect(text.endsWith('>\n')).toBe(true);
      for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(?: {2})*<.*>$/);
    }
    expect(feedOf().json1()).toMatch(/^\{\n {2}"version".*\}\n$/s);
  });

  it('R30: the description stands before the content; without a summary it is the content', () => {
    const names = (change: Partial<Item>) =>
      only(readBack(feedOf(change)).channel, 'item')
        .children.map(({ name }) => name)
        .filter((name) => name === 'description' || name === 'content:encoded');
    expect(names({ summary: 'S' })).toEqual(['description', 'content:encoded']);
    expect(names({})).toEqual(['description']);
    expect(textsAt(readBack(feedOf()).channel, 'item/description')).toEqual(['<p>Content</p>']);
  });

  it('RFC 4287 §4.1.1.1: an item without any text says its title, in all formats', () => {
    const { channel, feed, json } = readBack(feedOf({ content: '', title: 'T & U' }));
    expect(textsAt(channel, 'item/description')).toEqual(['T &amp; U']);
    expect(textsAt(feed, 'entry/summary')).toEqual(['T & U']);
    expect(json.items[0]).toMatchObject({ content_text: 'T & U', summary: 'T & U' });
  });

  it('keeps titles on one line and no-break spaces in them', () => {
    const { channel, json } = readBack(feedOf({ title: ' Une\r\n date\t:\u00A020 h ' }));
    expect(textsAt(channel, 'item/title')).toEqual(['Une date :\u00A020 h']);
    expect(json.items[0].title).toBe('Une date :\u00A020 h');
  });
});

describe('people and tags', () => {
  it('R34: people are named in the same order everywhere, with what each format can say', () => {
    const { channel, feed, json } = readBack(feedOf({ author: [ann, { ...bob, email: 'bob@example.org' }] }));
    expect(textsAt(channel, 'item/dc:creator')).toEqual(['Ann', 'Bob']);
    expect(textsAt(feed, 'entry/author/name')).toEqual(['Ann', 'Bob']);
    expect(textsAt(feed, 'entry/author/email')).toEqual(['bob@example.org']);
    expect(json.items[0].authors).toEqual([{ name: 'Ann', url: 'https://ann.example/' }, { name: 'Bob' }]);
  });

  it('R35: JSON names the authors at the feed only when every item has the same', () => {
    const authors = (items: Partial<Item>[]) => {
      const { json } = readBack(feedOf(items, { author: ann }));
      return [json.authors?.length ?? 0, ...json.items.map((each) => each.authors.length)];
    };
    expect(authors([{ id: 'urn:x:1' }, { id: 'urn:x:2', author: [ann] }])).toEqual([1, 1, 1]);
    expect(authors([{ id: 'urn:x:1' }, { id: 'urn:x:2', author: [bob] }])).toEqual([0, 1, 1]);
    expect(authors([{ id: 'urn:x:1', author: [ann, bob] }])).toEqual([0, 2]);
  });

  it('R39: Atom has an author at the feed when an entry has none', () => {
    expect(textsAt(readBack(feedOf()).feed, 'author/name')).toEqual(['The Daily Example']);
    expect(textsAt(readBack(feedOf({ author: [bob] })).feed, 'author/name')).toEqual([]);
  });

  it('RFC 4287 §3.2.3: what is no mail address is not written as one', () => {
    const { feed } = readBack(
      feedOf({ author: [{ name: 'A', email: 'a at example dot org' }, { email: 'b@c.example' }] }),
    );
    expect(textsAt(feed, 'entry/author/name')).toEqual(['A', 'b@c.example']);
    expect(textsAt(feed, 'entry/author/email')).toEqual(['b@c.example']);
  });

  it('R36: one category per tag, with term and label; a repeated or empty tag once or never', () => {
    const category = [{ name: 'x, y' }, { name: 'B', term: 'b' }, { name: 'x, y' }, { name: ' ' }, {}];
    const { channel, feed, json } = readBack(feedOf({ category }));
    expect(textsAt(channel, 'item/category')).toEqual(['x, y', 'B']);
    expect(all(feed, 'entry/category').map(({ attributes }) => attributes)).toEqual([
      { term: 'x, y', label: 'x, y' },
      { term: 'b', label: 'B' },
    ]);
    expect(json.items[0].tags).toEqual(['x, y', 'B']);
  });

  it('R37: an entry says its language when it differs', () => {
    const { channel, feed, json } = readBack(feedOf([{ id: 'urn:x:1', language: 'de' }, { language: 'en' }]));
    expect(textsAt(channel, 'language')).toEqual(['en']);
    expect(all(channel, 'item').map((each) => textsAt(each, 'dc:language'))).toEqual([['de'], []]);
    expect(all(feed, 'entry').map(({ attributes }) => attributes['xml:lang'])).toEqual(['de', undefined]);
    expect(json.items.map(({ language }) => language)).toEqual(['de', undefined]);
  });
});

describe('media', () => {
  const picture: Enclosure = { url: 'https://example.org/i.webp', width: 800, height: 600, alt: 'A <dog>' };

  it('R32: the lead picture is content and thumbnail, the JSON image, and no enclosure', () => {
    const { channel, feed, json } = readBack(feedOf({ image: picture }));
    for (const parent of [only(channel, 'item'), only(feed, 'entry')]) {
      const content = only(parent, 'media:content');
      expect(content.uri).toBe('http://search.yahoo.com/mrss/');
      expect(content.attributes).toEqual({
        url: picture.url,
        type: 'image/webp',
        medium: 'image',
        width: '800',
        height: '600',
      });
      expect(textsAt(content, 'media:description')).toEqual(['A <dog>']);
      expect(only(parent, 'media:thumbnail').attributes.url).toBe(picture.url);
    }
    expect(json.items[0].image).toBe(picture.url);
    expect(all(channel, 'item/enclosure')).toEqual([]);
  });

  it('R33: audio goes before video and video before others, and a file counts once', () => {
    const url = (name: string) => ({ url: `https://example.org/${name}` });
    const attachments = [url('a.pdf'), url('b.mp4'), { ...url('c.mp3'), length: 3 }];
    const { channel, feed, json } = readBack(
      feedOf({ enclosure: { ...url('c.mp3'), length: 9 }, attachments }),
    );
    expect(only(channel, 'item/enclosure').attributes).toMatchObject({ ...url('c.mp3'), length: '9' });
    const wanted = ['c.mp3', 'b.mp4', 'a.pdf'].map((name) => url(name).url);
    const links = all(feed, 'entry/link').filter(({ attributes }) => attributes.rel === 'enclosure');
    expect(links.map(({ attributes }) => attributes.href)).toEqual(wanted);
    expect(json.items[0].attachments.map(({ url }) => url)).toEqual(wanted);
  });

  it('R24: a file that is not on the web is refused', () => {
    for (const [url, said] of [
      ['file:///a.mp3', 'is not an http or https URL: "file:///a.mp3"'],
      ['', 'has no URL'],
    ] as const)
      expect(() => feedOf({ attachments: [{ url }] }).json1()).toThrow(
        `Item 1 ("A title"): "attachments" ${said}.`,
      );
  });

  it('R52: durations are whole seconds; elements of Apple stand only in a podcast', () => {
    const audio = { url: 'https://example.org/a.mp3', duration: 3661.4 };
    const plain = feedOf({ audio, episode: { season: 2 } });
    expect(plain.rss2()).not.toContain('itunes');
    expect(only(readBack(plain).channel, 'item/media:content').attributes).toMatchObject({
      url: audio.url,
      duration: '3661',
    });
    expect(feedOf({ audio: audio.url }).rss2()).not.toContain('media:content');
    const { channel } = readBack(
      feedOf(
        { audio },
        { podcast: true, category: 'Arts & X', author: { name: 'Ann', email: 'a@b.example' } },
      ),
    );
    expect(textsAt(channel, 'item/itunes:duration')).toEqual(['3661']);
    expect(only(channel, 'itunes:category').attributes).toEqual({ text: 'Arts & X' });
    expect(textsAt(channel, 'itunes:owner/itunes:email')).toEqual(['a@b.example']);
    expect(textsAt(channel, 'itunes:explicit')).toEqual([]);
    const { channel: said } = readBack(feedOf({ audio }, { podcast: true, explicit: false }));
    expect(textsAt(said, 'itunes:explicit')).toEqual(['false']);
  });
});

describe('documents', () => {
  it('R27, R46: namespaces have their exact addresses, core elements no prefix', () => {
    const { rss, feed } = readBack(feedOf());
    expect(only(rss, 'rss').attributes).toEqual({
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
    });
    expect(feed.uri).toBe('http://www.w3.org/2005/Atom');
  });

  it('R38: the metadata of a channel stand before the items, each once', () => {
    const { channel } = readBack(
      feedOf([{}, { id: 'urn:x:2' }], { copyright: '© A', ttl: 60, image: 'https://example.org/l.png' }),
    );
    const names = channel.children.map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['item', 'item']);
    expect(new Set(names.slice(0, -1)).size).toBe(names.length - 1);
    expect(only(channel, 'atom:link').attributes).toEqual({
      href: 'https://example.org/rss.xml',
      rel: 'self',
      type: 'application/rss+xml',
    });
  });

  it('R38: an address for one format goes before one for all', () => {
    const { channel } = readBack(feedOf({}, { feed: 'https://example.org/all.xml' }));
    expect(only(channel, 'atom:link').attributes.href).toBe('https://example.org/rss.xml');
    const alone = readBack(feedOf({}, { feed: 'https://example.org/all.xml', feedLinks: {} }));
    expect(only(alone.channel, 'atom:link').attributes.href).toBe('https://example.org/all.xml');
  });

  it('R29: home page and articles are alternates of the type text/html in Atom', () => {
    const { feed } = readBack(feedOf());
    const first = (path: string) => all(feed, path)[0]?.attributes;
    expect(first('link')).toEqual({ rel: 'alternate', type: 'text/html', href: 'https://example.org/' });
    expect(first('entry/link')).toEqual({ rel: 'alternate', type: 'text/html', href: item.link });
  });

  it('R41: the next page is never the page itself', () => {
    const next = (url: string) => feedOf({}, { links: [{ rel: 'next', url, format: 'json' }] });
    expect(readBack(next('https://example.org/2.json')).json.next_url).toBe('https://example.org/2.json');
    expect(() => next('https://example.org/feed.json').json1()).toThrow('"links.next" is the feed itself');
  });

  it('R42: archive links stand at the feed, in the format they are for', () => {
    const links = [
      { rel: 'prev-archive', url: 'https://example.org/1.xml', format: 'rss' as const },
      { rel: 'current', url: 'https://example.org/c.xml' },
    ];
    const { channel, feed } = readBack(feedOf({}, { links }));
    const rels = (list: { attributes: Readonly<Record<string, string>> }[]) =>
      list.map(({ attributes }) => attributes.rel);
    expect(rels(all(channel, 'atom:link'))).toEqual(['self', 'prev-archive', 'current']);
    expect(rels(all(feed, 'link'))).toEqual(['alternate', 'self', 'current']);
  });

  it('R43: hubs stand in all formats, each once', () => {
    const { channel, feed, json } = readBack(
      feedOf({}, { hub: 'https://h.example/', hubs: ['https://h.example/'] }),
    );
    for (const links of [all(channel, 'atom:link'), all(feed, 'link')])
      expect(
        links.filter(({ attributes }) => attributes.rel === 'hub').map(({ attributes }) => attributes.href),
      ).toEqual(['https://h.example/']);
    expect(json.hubs).toEqual([{ type: 'WebSub', url: 'https://h.example/' }]);
  });

  it('R45: the channel image has the channel’s title and link, and is of a type that RSS knows', () => {
    const images = (image: string) => all(readBack(feedOf({}, { image })).channel, 'image');
    expect(images('https://example.org/l.png')[0]?.children.map(({ text }) => text)).toEqual([
      'https://example.org/l.png',
      'The Daily Example',
      'https://example.org/',
    ]);
    expect(images('https://example.org/l.svg')).toEqual([]);
    expect(images('https://example.org/logo')).toHaveLength(1);
  });

  it('R48: the same input gives the same bytes', () => {
    const write = () => {
      const feed = feedOf([changed, { id: 'urn:x:2' }], { author: ann });
      return [feed.rss2(), feed.atom1(), feed.json1()];
    };
    expect(write()).toEqual(write());
  });

  it('R49: ttl only when it is set, and never skipHours', () => {
    expect(feedOf().rss2()).not.toMatch(/<ttl|<skip/);
    expect(textsAt(readBack(feedOf({}, { ttl: 60 })).channel, 'ttl')).toEqual(['60']);
    expect(() => feedOf({}, { ttl: 1.5 }).rss2()).toThrow('"ttl" is not a whole number of minutes: "1.5"');
  });

  it('R52: addresses are written in ASCII that every reader takes', () => {
    const link = 'https://bücher.example/ä ö/?q=[1]|{2}#é';
    const wanted = 'https://xn--bcher-kva.example/%C3%A4%20%C3%B6/?q=%5B1%5D%7C%7B2%7D#%C3%A9';
    const { channel, feed, json } = readBack(feedOf({ link }));
    expect(textsAt(channel, 'item/link')).toEqual([wanted]);
    expect(all(feed, 'entry/link')[0]?.attributes.href).toBe(wanted);
    expect(json.items[0].url).toBe(wanted);
    expect(readBack(feedOf({ link: 'http://[::1]/a' })).json.items[0].url).toBe('http://[::1]/a');
  });
});
