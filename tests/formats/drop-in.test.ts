import { Feed as PackageFeed, type Item as PackageItem, type FeedOptions as PackageOptions } from 'feed';
import { describe, expect, it } from 'vitest';
import { Feed, type FeedOptions, type FeedProblem, type Item } from '../../src/formats/feed.ts';
import { readBack } from './sample.ts';
import { all, only, textsAt } from './xml-tree.ts';

const home = 'https://example.org/';
const date = new Date('2025-11-04T09:00:00Z');
const options: FeedOptions = { title: 'T', id: home, link: home, generator: 'x' };
const made = (items: readonly Partial<Item>[], more: Partial<FeedOptions> = {}) => {
  const feed = new Feed({ ...options, ...more });
  for (const item of items) feed.addItem({ title: 'A', link: `${home}a`, date, ...item });
  return feed;
};
const packaged = (items: readonly Partial<PackageItem>[], more: Partial<PackageOptions> = {}) => {
  const feed = new PackageFeed({ title: 'T', id: home, link: home, ...more });
  for (const item of items) feed.addItem({ title: 'A', link: `${home}a`, date, ...item });
  return feed;
};
const collect = (items: readonly Partial<Item>[], more: Partial<FeedOptions> = {}) => {
  const problems: FeedProblem[] = [];
  return { feed: made(items, { ...more, onProblem: (each) => problems.push(each) }), problems };
};
/** What stands between the tags of the one element, as an XML reader reads it. */
const inside = (xml: string, name: string) => /* the package writes a & as &amp; */ {
  const found = new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(
    xml.split(/<item>|<entry>/)[1] ?? '',
  );
  return found?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x26;', '&');
};

describe('code written for the package "feed"', () => {
  it('may pass methods on without the feed', () => {
    const feed = made([]);
    [{ title: 'A', link: `${home}a`, date }].forEach(feed.addItem);
    ['x'].forEach(feed.addCategory);
    [{ name: 'C' }].forEach(feed.addContributor);
    [{ name: 'dc:source', objects: { _text: 's' } }].forEach(feed.addExtension);
    const { rss2, atom1, json1 } = feed;
    expect([rss2(), atom1(), json1()]).toEqual([feed.rss2(), feed.atom1(), feed.json1()]);
    expect(
      [feed.items, feed.categories, feed.contributors, feed.extensions].map((each) => each.length),
    ).toEqual([1, 1, 1, 1]);
  });

  it('keeps its methods in a class that extends ours', () => {
    class Own extends Feed {
      override addItem(item: Item) {
        super.addItem({ ...item, title: `${item.title}!` });
      }
    }
    const feed = new Own(options);
    [{ title: 'A', link: `${home}a`, date }].forEach(feed.addItem);
    expect(JSON.parse(feed.json1()).items[0].title).toBe('A!');
  });

  const ids: readonly Partial<PackageItem>[] = [
    { link: `${home}a` },
    { link: 'https://example.org' },
    { link: `${home}日本` },
    { link: `${home}a[1]` },
    { link: `${home}a|b` },
    { link: `${home}a b` },
    { link: `${home}?q=a&b=c` },
    { link: 'HTTPS://Example.org:443/a/../b' },
    { id: `${home}a b` },
    { id: `${home}日本#x` },
    { id: 'https://example.org' },
    { id: 'tag:example.org,2025:1' },
    { id: 'urn:uuid:9b2f6a9e-2a0c-4a4f-9a3e-0b8f8a1a2b3c' },
    { id: `${home}a`, guid: 'g1' },
    { guid: 'g1' },
  ];
  it.each(ids)('keeps the ids that readers know of %j, in each format', (item) => {
    const [ours, theirs] = [made([item]), packaged([item])];
    expect(inside(ours.rss2(), 'guid')).toBe(inside(theirs.rss2(), 'guid'));
    expect(inside(ours.atom1(), 'id')).toBe(inside(theirs.atom1(), 'id'));
    // The package writes no id to JSON Feed without `id`.
    const written = JSON.parse(theirs.json1()).items[0].id;
    expect(JSON.parse(ours.json1()).items[0].id).toBe(written ?? new URL(item.link ?? `${home}a`).href);
  });

  it('takes an id of its own for Atom, as it takes a guid for RSS', () => {
    const { channel, feed, json } = readBack(made([{ id: 'x', guid: 'y', atomId: 'urn:x:z' }]));
    expect([textsAt(channel, 'item/guid'), textsAt(feed, 'entry/id'), json.items[0].id]).toEqual([
      ['y'],
      ['urn:x:z'],
      'x',
    ]);
  });

  it('finds its elements without a namespace in RSS, and as an extension in JSON Feed', () => {
    const feed = made([{ extensions: [{ name: 'note', objects: { _text: 'n' } }] }]);
    feed.addExtension({ name: 'follow_challenge', objects: { feedId: '1', userId: '2' } });
    expect(feed.rss2()).toContain('<follow_challenge>\n      <feedId>1</feedId>\n      <userId>2</userId>');
    expect(feed.rss2()).toContain('<note>n</note>');
    expect(feed.atom1()).not.toMatch(/follow_challenge|<note>/);
    expect(JSON.parse(feed.json1())._follow_challenge).toEqual({ feedId: '1', userId: '2' });
  });

  it('finds what begins with _ in RSS and in JSON Feed, or in the one format that it names', () => {
    const extensions: Item['extensions'] = [
      { name: '_x', objects: { a: 1 } },
      { name: '_j', objects: { a: 1 }, format: 'json' },
      { name: '_r', objects: { a: 1 }, format: 'rss' },
    ];
    const [feed, theirs] = [made([{ extensions }]), packaged([{ extensions }])];
    expect(Object.keys(JSON.parse(feed.json1()).items[0]).filter((name) => name.startsWith('_'))).toEqual([
      '_x',
      '_j',
    ]);
    for (const each of [feed, theirs]) expect(each.rss2()).toMatch(/<_x>\s*<a>1<\/a>\s*<\/_x>/);
    expect(feed.rss2()).toContain('<_r>');
    expect(feed.rss2() + feed.atom1()).not.toContain('_j');
    expect(feed.atom1()).not.toContain('_x');
  });

  it('says an element once when an extension has its name', () => {
    const feed = made([
      {
        author: [{ name: 'N' }],
        category: [{ name: 'c' }],
        extensions: [
          { name: 'guid', objects: { _attributes: { isPermaLink: 'false' }, _text: 'g' } },
          { name: 'pubDate', objects: { _text: 'Tue, 04 Nov 2025 10:00:00 +0100' } },
          { name: 'dc:creator', objects: { _text: 'C' } },
          { name: 'category', objects: { _text: 'd' } },
          { name: 'banner_image', objects: `${home}b.png` as never },
        ],
      },
    ]);
    feed.addExtension({ name: 'language', objects: 'de' as never });
    feed.addExtension({ name: 'image', objects: { url: `${home}x.png`, title: 'T', link: home } });
    const { channel, json } = readBack(feed);
    expect(textsAt(channel, 'item/guid')).toEqual(['g']);
    expect(textsAt(channel, 'item/pubDate')).toEqual(['Tue, 04 Nov 2025 10:00:00 +0100']);
    expect(textsAt(channel, 'item/dc:creator')).toEqual(['C']);
    expect(textsAt(channel, 'item/category')).toEqual(['c', 'd']);
    expect(textsAt(channel, 'language')).toEqual(['de']);
    expect(textsAt(channel, 'image/url')).toEqual([`${home}x.png`]);
    expect(json).toMatchObject({ language: 'de', items: [{ banner_image: `${home}b.png` }] });
  });

  it('writes an item without a date where the format has such items', () => {
    const feed = made([{ date: undefined as never }]);
    expect(feed.rss2()).toContain('<item>');
    expect(feed.rss2()).not.toContain('pubDate');
    expect(JSON.parse(feed.json1()).items[0]).not.toHaveProperty('date_published');
    expect(() => feed.atom1()).toThrow('Item 1 ("A"): "date" is not a date: "undefined".');
    const heard = collect([{ date: undefined as never }, { title: 'B', link: `${home}b` }]);
    expect(heard.feed.atom1().match(/<title type="text">[AB]/g)).toEqual(['<title type="text">B']);
    expect(heard.problems).toMatchObject([{ severity: 'error', item: 0, field: 'date', format: 'atom' }]);
  });

  it('writes an item without an id and a link to RSS alone, and tells of it', () => {
    const { feed, problems } = collect([{ link: '' }, { link: '', title: 'B' }]);
    expect(textsAt(readBack(made([{ title: 'B' }])).channel, 'item/guid')).toHaveLength(1);
    expect(feed.rss2().match(/<title>[AB]/g)).toEqual(['<title>A', '<title>B']);
    expect(feed.rss2()).not.toContain('<guid');
    expect(problems.slice(0, 2)).toMatchObject([
      { severity: 'warning', format: 'rss', item: 0, field: 'id' },
      { severity: 'warning', format: 'rss', item: 1, field: 'id' },
    ]);
    expect(JSON.parse(feed.json1()).items).toEqual([]);
    expect(() => made([{ link: '' }]).json1()).toThrow('"id" is missing');
  });

  it('takes null for what is missing, as data from elsewhere has it', () => {
    const nothing = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, null]));
    const item = nothing(
      'id guid description content image audio video enclosure author category contributor published copyright extensions',
    );
    const feed = made(
      [
        item,
        {
          link: `${home}b`,
          author: [null, { name: 'N' }] as never,
          category: ['bare', { name: 'c' }] as never,
        },
      ],
      nothing(
        'description copyright language image favicon hub feed feedLinks author updated ttl stylesheet docs',
      ),
    );
    for (const method of ['rss2', 'atom1', 'json1'] as const)
      expect(feed[method]()).not.toMatch(/null|undefined/);
    expect(JSON.parse(feed.json1()).items[1]).toMatchObject({
      tags: ['bare', 'c'],
      authors: [{ name: 'N' }],
    });
    expect(
      textsAt(readBack(made([{}], { author: [{ name: 'A' }, { name: 'B' }] as never })).feed, 'author/name'),
    ).toEqual(['A', 'B']);
  });

  it('takes the id of a feed without a link for its page in RSS', () => {
    const feed = new Feed({ title: 'T', id: 'https://example.org' });
    expect(feed.rss2()).toContain(`<link>${home}</link>`);
  });

  it('writes a date of RSS as RSS has dates', () => {
    const feed = made([]);
    feed.addExtension({ name: 'pubDate', objects: date as never });
    expect(feed.rss2()).toContain('<pubDate>Tue, 04 Nov 2025 09:00:00 GMT</pubDate>');
  });

  const dates: readonly [of: string, date: unknown][] = [
    ['a Temporal.Instant', { epochMilliseconds: +date }],
    ['luxon', { toJSDate: () => date, toISO: () => 'x' }],
    ['dayjs and moment', { toDate: () => date, toISOString: () => 'x' }],
    ['another Date', { toISOString: () => '2025-11-04T09:00:00.000Z' }],
  ];
  it.each(dates)('takes a date of %s', (_, like) => {
    expect(made([{ date: like as never }]).json1()).toContain('"date_published": "2025-11-04T09:00:00Z"');
  });

  it('names the feed of a format as the methods are named', () => {
    const feedLinks = { rss2: `${home}r.xml`, atom1: `${home}a.xml`, json1: `${home}f.json` };
    const { channel, feed, json } = readBack(made([{}], { feedLinks }));
    expect(only(channel, 'atom:link').attributes.href).toBe(feedLinks.rss2);
    expect(all(feed, 'link').map(({ attributes }) => attributes.href)).toContain(feedLinks.atom1);
    expect(json.feed_url).toBe(feedLinks.json1);
  });

  it('says itself whether a podcast is explicit', () => {
    expect(made([{}], { podcast: true }).rss2()).not.toContain('itunes:explicit');
    expect(made([{}], { podcast: true, explicit: true }).rss2()).toContain(
      '<itunes:explicit>true</itunes:explicit>',
    );
  });

  it('has titles in HTML only where it says so', () => {
    const title = 'Tom &amp; <em>Jerry</em> &lt;b&gt;';
    expect(JSON.parse(made([{ title }]).json1()).items[0].title).toBe(title);
    const { channel, feed, json } = readBack(made([{ title }], { titleFormat: 'html' }));
    const shown = [textsAt(channel, 'item/title'), textsAt(feed, 'entry/title'), [json.items[0].title]];
    expect(shown).toEqual([['Tom & Jerry <b>'], ['Tom & Jerry <b>'], ['Tom & Jerry <b>']]);
  });
});

describe('relative URLs of images and files', () => {
  it('are resolved against the item, or else the site', () => {
    const author = [{ name: 'N', avatar: '/me.png' }];
    const item = { link: `${home}2025/a/`, image: 'i.png', audio: '../e.mp3', author };
    const { channel, json } = readBack(made([item], { image: '/logo.png', favicon: 'f.ico' }));
    expect(only(channel, 'image/url').text).toBe(`${home}logo.png`);
    expect(json).toMatchObject({ icon: `${home}logo.png`, favicon: `${home}f.ico` });
    expect(json.items[0]).toMatchObject({
      image: `${home}2025/a/i.png`,
      attachments: [{ url: `${home}2025/e.mp3` }],
      authors: [{ name: 'N', avatar: `${home}me.png` }],
    });
  });

  it('are left out where there is nothing to resolve them against', () => {
    const { feed, problems } = collect([{ link: '', id: 'urn:x:1', image: 'i.png' }], {
      link: '',
      image: '/logo.png',
    });
    expect(feed.json1()).not.toMatch(/i\.png|logo/);
    expect(problems.map(({ severity, item, field }) => [severity, item, field])).toEqual([
      ['warning', undefined, 'image'],
      ['warning', 0, 'image'],
    ]);
  });
});

describe('what does not concern a format', () => {
  it('does not stop it', () => {
    const bad = { favicon: 'http://[', author: { name: 'N', avatar: 'http://[' } };
    expect(collect([{}], bad).feed.rss2()).toContain('<item>');
    expect(made([{}], bad).rss2()).toContain('<item>');
    expect(made([{}], { author: bad.author }).atom1()).toContain('<entry>');
    expect(made([{}], { ttl: 1.5 }).atom1()).toContain('<entry>');
  });
});

describe('onProblem', () => {
  it('is told of every value that cannot be written, and the rest is written', () => {
    const { feed, problems } = collect(
      [{ title: 'Bad', date: new Date('x') }, { link: 'nowhere', id: 'urn:x:1' }, { title: 'Good' }],
      { hub: 'nowhere' },
    );
    expect(JSON.parse(feed.json1()).items.map(({ title }: { title: string }) => title)).toEqual([
      'A',
      'Good',
    ]);
    expect(problems).toEqual([
      expect.objectContaining({ owner: 'Feed "T"', field: 'hub' }),
      {
        severity: 'error',
        format: 'json',
        owner: 'Item 1 ("Bad")',
        item: 0,
        field: 'date',
        message: 'Item 1 ("Bad"): "date" is not a date: "Invalid Date".',
      },
      expect.objectContaining({ item: 1, field: 'link' }),
    ]);
  });

  it('is told of pictures that RSS cannot show', () => {
    const { feed, problems } = collect([{}], { image: `${home}logo.svg` });
    expect(feed.rss2()).not.toContain('logo.svg');
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', format: 'rss', field: 'image' }),
    ]);
  });

  it('is told of two items that readers take for one; both are written', () => {
    const { feed, problems } = collect([{ title: 'One' }, { title: 'Two' }]);
    const { channel } = readBack(feed);
    expect(textsAt(channel, 'item/title')).toEqual(['One', 'Two']);
    expect(problems[0]).toMatchObject({
      severity: 'warning',
      message: `Feed "T": "id" is the same for items 1 and 2: "${home}a".`,
    });
    const given = collect([{ id: 'x' }, { id: 'x' }]);
    expect(JSON.parse(given.feed.json1()).items).toHaveLength(2);
    expect(given.problems).toMatchObject([{ severity: 'warning', field: 'id' }]);
    expect(made([{ title: 'One' }, { title: 'Two' }]).rss2()).toContain('Two');
  });

  it('is told of an extension that cannot be written', () => {
    const extensions = [
      { name: 'no:where', objects: { _text: 'x' } },
      { name: 'a b', objects: {} },
      { name: 'dc:source', objects: { _text: 's' } },
    ];
    const { feed, problems } = collect([{ extensions }]);
    expect(feed.rss2()).toContain('<dc:source>s</dc:source>');
    expect(problems).toMatchObject([
      { severity: 'error', field: 'extensions', owner: 'Extension "no:where"' },
      { severity: 'error', owner: 'Extension "a b"' },
    ]);
    expect(() => made([{ extensions }]).rss2()).toThrow('the prefix "no" has no URI');
  });

  it('does not help where there can be no document', () => {
    expect(() => collect([{}], { id: 'x', link: '' }).feed.rss2()).toThrow('"link" is missing');
  });
});
