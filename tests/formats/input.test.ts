import type { Feed as PackageFeed, FeedOptions as PackageOptions } from 'feed';
import { describe, expect, it } from 'vitest';
import { Feed, type FeedOptions, type Item } from '../../src/formats/feed.ts';
import { feedOf, item, options, readBack } from './sample.ts';
import { all, only, textsAt } from './xml-tree.ts';

const everything: Item = {
  ...item,
  id: 'urn:x:1',
  description: '<p>D</p>',
  summary: 'S',
  category: [{ name: 'a', term: 'b', scheme: 'https://example.org/s', domain: 'd' }],
  image: { url: 'https://example.org/i.jpg', length: 3, alt: 'x' },
  audio: { url: 'https://example.org/a.mp3', duration: 3, length: 1, type: 'audio/mpeg' },
  video: 'https://example.org/v.mp4',
  enclosure: { url: 'https://example.org/e.pdf' },
  attachments: [{ url: 'https://example.org/b.mp3' }],
  author: [
    { name: 'A', email: 'a@b.example', link: 'https://a.example/', avatar: 'https://a.example/a.png' },
  ],
  contributor: [{ name: 'C' }],
  published: new Date(0),
  copyright: '©',
  externalUrl: 'https://else.example/',
  language: 'fr',
  extensions: [
    { name: 'slash:comments', objects: { _text: 1 } },
    { name: '_x', objects: { list: ['a'] } },
  ],
};

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

describe('what a Feed takes', () => {
  it('is everything that the class of the package takes, and it can stand for one', () => {
    const given: PackageOptions = { title: 'T', link: 'https://example.org/', author: { name: 'A' } };
    const feed: PackageFeed = new Feed(given);
    feed.addItem({ title: 'x', link: 'https://example.org/x', date: new Date(0) });
    feed.addCategory('c');
    feed.addContributor({ name: 'C' });
    feed.addExtension({ name: '_x', objects: {} });
    expect([feed.items.length, feed.categories, feed.contributors.length, feed.extensions.length]).toEqual([
      1,
      ['c'],
      1,
      1,
    ]);
    expect(feed.options).toBe(given);
  });

  it('is never changed', () => {
    const feed = new Feed(
      freeze<FeedOptions>({ ...options, podcast: true, author: { name: 'A', email: 'a@b.example' } }),
    );
    feed.addItem(freeze(everything));
    const first = [feed.rss2(), feed.atom1(), feed.json1()];
    expect([feed.rss2(), feed.atom1(), feed.json1()]).toEqual(first);
  });

  it('may change between two calls', () => {
    const feed = feedOf();
    feed.rss2();
    feed.items[0] = { ...item, title: 'Other' };
    feed.options.title = 'Else';
    const { channel } = readBack(feed);
    expect([...textsAt(channel, 'title'), ...textsAt(channel, 'item/title')]).toEqual(['Else', 'Other']);
  });

  it('is refused with the item, the field and the value', () => {
    const said = (change: Partial<Item>, more: Partial<FeedOptions> = {}) => {
      try {
        return feedOf([change], more).json1();
      } catch (error) {
        return (error as Error).message;
      }
    };
    const text = '2024-01-01' as unknown as Date;
    expect(said({ date: text })).toBe('Item 1 ("A title"): "date" is not a date: "2024-01-01".');
    expect(said({ published: new Date(Number.NaN) })).toBe(
      'Item 1 ("A title"): "published" is not a date: "Invalid Date".',
    );
    expect(said({ date: new Date(8e15) })).toBe(
      'Item 1 ("A title"): "date" has a year outside 0 to 9999: "8000000000000000".',
    );
    expect(said({ author: [{ name: 'A', link: 'a.example' }] })).toBe(
      'Item 1 ("A title"): "author.link" is not an absolute URL: "a.example".',
    );
    expect(said({ link: '', title: '' })).toBe('Item 1 (""): "id" is missing, and so is "link".');
    expect(said({}, { link: '/' })).toBe('Feed "The Daily Example": "link" is not an absolute URL: "/".');
    expect(said({}, { updated: new Date('x') })).toMatch(
      /^Feed "The Daily Example": "updated" is not a date/,
    );
  });

  it('needs an address for RSS and an id for Atom, and says so', () => {
    const feed = new Feed({ title: 'T' });
    expect(() => feed.rss2()).toThrow('Feed "T": "link" is missing.');
    expect(() => feed.atom1()).toThrow('Feed "T": "link" is missing, and the Atom id needs it.');
    expect(JSON.parse(feed.json1())).toMatchObject({ title: 'T', items: [] });
  });
});

describe('extensions', () => {
  const extended = (name: string, objects: unknown, more: Partial<FeedOptions> = {}) => {
    const feed = feedOf({}, more);
    feed.addExtension({ name, objects: objects as Record<string, unknown> });
    return feed;
  };

  it('with a prefix are written to RSS and Atom, with attributes, texts, lists and children', () => {
    const objects = {
      _attributes: { a: 'x & "y"\n', none: undefined },
      'podcast:b': [{ _text: 1 }, 'two & <2>', { _cdata: ']]>' }],
      empty: {},
      when: new Date(0),
    };
    const { channel, feed, json } = readBack(extended('podcast:a', objects));
    for (const parent of [channel, feed]) {
      const element = only(parent, 'podcast:a');
      expect(element.uri).toBe('https://podcastindex.org/namespace/1.0');
      expect(element.attributes).toEqual({ a: 'x & "y"\n' });
      expect(textsAt(element, 'podcast:b')).toEqual(['1', 'two & <2>', ']]>']);
      expect(all(element, 'empty')).toHaveLength(1);
      expect(textsAt(element, 'when')).toEqual(['1970-01-01T00:00:00Z']);
    }
    expect(json['podcast:a']).toBeUndefined();
  });

  it('with an underscore are written to JSON as they are, and to RSS where XML can say them', () => {
    const objects = { about: 'https://example.org/', bad: '\u0000x\uD800', list: [1, { deep: true }] };
    const made = extended('_mine', objects);
    expect(JSON.parse(made.json1())._mine).toEqual({
      about: 'https://example.org/',
      bad: 'x',
      list: [1, { deep: true }],
    });
    expect(textsAt(readBack(made).channel, '_mine/list')[0]).toBe('1');
    expect(extended('_mine', { 'not a name': 1 }).rss2()).not.toContain('mine');
    expect(JSON.parse(extended('mine', {}).json1())._mine).toEqual({});
  });

  it('with the name of an RSS element are written to RSS', () => {
    const { channel, feed } = readBack(extended('webMaster', { _text: 'a@b.example (A)' }));
    expect(textsAt(channel, 'webMaster')).toEqual(['a@b.example (A)']);
    expect(all(feed, 'webMaster')).toEqual([]);
  });

  it('take the place of elements of the same name', () => {
    const made = extended('itunes:explicit', { _text: 'true' }, { podcast: true });
    expect(textsAt(readBack(made).channel, 'itunes:explicit')).toEqual(['true']);
    const updated = { name: 'atom:updated', objects: { _text: '2030-01-01T00:00:00Z' } };
    const { channel } = readBack(feedOf({ published: new Date(0), extensions: [updated] }));
    expect(textsAt(channel, 'item/atom:updated')).toEqual(['2030-01-01T00:00:00Z']);
  });

  it('with an unknown prefix need its URI, in "namespaces" or in themselves', () => {
    expect(() => extended('foo:bar', {}).rss2()).toThrow(
      'the prefix "foo" has no URI; give one in "namespaces"',
    );
    const known = readBack(extended('foo:bar', {}, { namespaces: { foo: 'urn:foo' } }));
    expect(only(known.channel, 'foo:bar').uri).toBe('urn:foo');
    const own = readBack(extended('foo:bar', { _attributes: { 'xmlns:foo': 'urn:own' }, 'foo:x': 1 }));
    expect(only(own.channel, 'foo:bar/foo:x').uri).toBe('urn:own');
  });

  it('that XML cannot say are refused by name', () => {
    expect(() => extended('dc:a b', {}).rss2()).toThrow('Extension "dc:a b": "dc:a b" is not a name in XML.');
    const circle: Record<string, unknown> = {};
    circle['dc:self'] = circle;
    expect(() => extended('dc:self', circle).atom1()).toThrow('nested too deeply or in a circle');
    expect(() => extended('_self', circle).json1()).toThrow('nested too deeply or in a circle');
  });
});
