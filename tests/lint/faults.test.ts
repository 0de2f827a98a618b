import { describe, expect, it } from 'vitest';
import { inspectFeed } from '../../src/lint/lint-feed.ts';
import { atom, json, rdf, rss } from './good-feeds.ts';

const NOW = Date.parse('2025-11-10T00:00:00Z');

function inspect(document: string | Uint8Array, address?: string) {
  const options = { file: 'feed', now: NOW, ...(address === undefined ? {} : { address }) };
  return inspectFeed(typeof document === 'string' ? Buffer.from(document) : document, options);
}

/** A single fault: what is changed in a good feed, and what must be found in the line of the change. */
type Fault = readonly [code: string, from: string, to: string];

const inRss: readonly Fault[] = [
  ['feed-characters', '<title>Second</title>', '<title>The pilotâ€™s day</title>'],
  ['feed-characters', '<title>Second</title>', '<title>CafÃ©</title>'],
  ['feed-characters', '<title>Second</title>', '<title>The pilot\u0092s day</title>'],
  ['feed-not-well-formed', '&#x26; tides', '& tides'],
  ['feed-not-well-formed', '<title>Second</title>', '<title>Second &eacute;</title>'],
  ['feed-not-well-formed', '<ttl>60</ttl>', '<ttl>60</tll>'],
  ['feed-value', 'version="2.0"', 'version="3.0"'],
  ['feed-attribute-missing', ' version="2.0"', ''],
  ['feed-element-repeated', '<ttl>60</ttl>', '<ttl>60</ttl><ttl>60</ttl>'],
  ['feed-element-unknown', '<ttl>60</ttl>', '<webmaster>x</webmaster>'],
  ['feed-attribute-unknown', '<ttl>', '<ttl unit="minutes">'],
  ['feed-text-stray', '    <item>\n      <title>Second', '    <item>stray\n      <title>Second'],
  ['feed-value', '<ttl>60</ttl>', '<ttl>1h</ttl>'],
  ['feed-value', '<width>88', '<width>145'],
  ['feed-language', 'en-GB', 'english'],
  ['feed-mail', 'mail@harbour.example (Ada Pier)', 'Ada Pier'],
  ['feed-mail-form', 'mail@harbour.example (Ada Pier)', 'Ada Pier &lt;mail@harbour.example&gt;'],
  ['feed-date', '<pubDate>Mon, 03 Nov 2025 10:00:00 +0100', '<pubDate>2025-11-03T10:00:00Z'],
  ['feed-date', '<pubDate>Mon, 03 Nov 2025', '<pubDate>31 Nov 2025'],
  ['feed-date-weekday', '<pubDate>Mon, 03', '<pubDate>Wed, 03'],
  ['feed-date-form', '10:00:00 +0100', '10:00:00 CET'],
  ['feed-date-form', 'Mon, 03 Nov 2025', 'Monday, 3 November 2025'],
  ['feed-date-form', '<pubDate>Mon, 03 Nov 2025', '<pubDate>Mon, 03 Nov 25'],
  ['feed-date-future', '<pubDate>Mon, 03 Nov 2025', '<pubDate>Tue, 03 Nov 2026'],
  ['feed-address-relative', '<link>https://harbour.example/second/', '<link>/second/'],
  ['feed-address', '<link>https://harbour.example/second/', '<link>https://harbour.example/se cond/'],
  ['feed-address', 'url="https://harbour.example/s.mp3"', 'url="ftp://harbour.example/s.mp3"'],
  ['feed-value-empty', '<title>Second</title>', '<title> </title>'],
  ['feed-markup', '<title>Second', '<title>&lt;b&gt;Second&lt;/b&gt;'],
  ['feed-markup', '<title>Second', '<title>A &amp;amp; B'],
  ['feed-permalink', 'isPermaLink="false"', 'isPermaLink="true"'],
  ['feed-permalink', ' isPermaLink="false"', ''],
  ['feed-value', 'isPermaLink="false"', 'isPermaLink="no"'],
  [
    'feed-id-repeated',
    'isPermaLink="false">tag:harbour.example,2025:second',
    'isPermaLink="true">https://harbour.example/ships/',
  ],
  ['feed-attribute-missing', ' length="12345678"', ''],
  ['feed-value', 'length="12345678"', 'length="12 MB"'],
  ['feed-value', 'type="audio/mpeg"', 'type="mp3"'],
  [
    'feed-enclosure-several',
    '<itunes:duration>',
    '<enclosure url="https://harbour.example/t.mp3" length="1" type="audio/mpeg"/><itunes:duration>',
  ],
  ['feed-said-twice', '<pubDate>Mon', '<dc:date>2025-11-03</dc:date><pubDate>Mon'],
  ['feed-said-twice', '<pubDate>Mon', '<atom:id>tag:x.example,2025:a</atom:id><pubDate>Mon'],
  ['feed-shadow', '<pubDate>Mon', '<x:title xmlns:x="urn:x-own:1">x</x:title><pubDate>Mon'],
  [
    'feed-description-late',
    '<pubDate>Mon',
    '<content:encoded>t</content:encoded><description>late</description><pubDate>Mon',
  ],
  ['feed-content-relative', 'href="https://harbour.example/s/"', 'href="/s/"'],
  ['feed-content-unsafe', '<p>A <a', '<script>x()</script><p>A <a'],
  ['feed-content-unsafe', '<p>A <a', '<p onclick="x()">A <a'],
  ['feed-content-picture', '<img src=', '<img data-src='],
  ['feed-image-differs', '      <title>Harbour news</title>', '      <title>Logo</title>'],
  ['feed-id-short', 'tag:harbour.example,2025:second', '17'],
  ['feed-itunes-summary', '<pubDate>Mon', '<itunes:summary>S</itunes:summary><pubDate>Mon'],
  ['feed-description-missing', '<pubDate>Mon', '<content:encoded>t</content:encoded><pubDate>Mon'],
  [
    'feed-namespace',
    '<pubDate>Mon',
    '<p:season xmlns:p="http://podcastindex.org/namespace/1.0">1</p:season><pubDate>Mon',
  ],
  ['feed-podcast-category', 'text="News"', 'text="news"'],
  ['feed-value', '<itunes:duration>754', '<itunes:duration>12 min'],
  [
    'feed-namespace',
    '<pubDate>Mon',
    '<m:content xmlns:m="http://search.yahoo.com/mrss" url="https://x.example/a.png"/><pubDate>Mon',
  ],
  [
    'feed-prefix',
    '<pubDate>Mon, 03 Nov 2025 10:00:00 +0100</pubDate>',
    '<r:pubDate xmlns:r="http://backend.userland.com/rss2">Mon, 03 Nov 2025 10:00:00 +0100</r:pubDate>',
  ],
];

const inAtom: readonly Fault[] = [
  ['feed-value-empty', '<title type="text">Second', '<title type="text"> '],
  ['feed-markup', '<author><name>Ada Pier', '<author><name>&lt;b&gt;Ada Pier&lt;/b&gt;'],
  ['feed-markup', '<content type="html">', '<content>'],
  ['feed-namespace', '"http://www.w3.org/2005/Atom"', '"http://www.w3.org/2005/atom"'],
  ['feed-address', '<id>https://harbour.example/ships/', '<id>ships'],
  ['feed-address', 'urn:uuid:6ba7b810-9dad', 'urn:uuid:6ba7b810-9da'],
  ['feed-address', '<id>https://harbour.example/ships/', '<id> https://harbour.example/ships/'],
  ['feed-entry-repeated', 'urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'https://harbour.example/ships/'],
  ['feed-date', '<updated>2025-11-03T09:00:00Z', '<updated>2025-11-03'],
  ['feed-date', '<updated>2025-11-03T09:00:00Z', '<updated>2025-11-03T09:00:00'],
  ['feed-date', '<updated>2025-11-03T09:00:00Z', '<updated>2025-11-31T09:00:00Z'],
  ['feed-date', '<updated>2025-11-03T09:00:00Z', '<updated>Mon, 03 Nov 2025 09:00:00 GMT'],
  ['feed-value', '<title type="text">Second', '<title type="text/plain">Second'],
  ['feed-title-html', '<title type="text">Second', '<title type="html">A &amp;amp; B'],
  ['feed-markup', '<title type="text">Second', '<title>&lt;b&gt;Second&lt;/b&gt;'],
  ['feed-text-elements', '<title type="text">Second', '<title type="text"><b>Second</b>'],
  ['feed-xhtml-div', '<div xmlns="http://www.w3.org/1999/xhtml"><p>Second</p></div>', 'Second'],
  ['feed-attribute-missing', '<link href="https://harbour.example/second/"/>', '<link rel="alternate"/>'],
  [
    'feed-alternate-repeated',
    '<link href="https://harbour.example/second/"/>',
    '<link href="https://harbour.example/second/"/><link href="https://harbour.example/2/"/>',
  ],
  [
    'feed-element-missing',
    '<author><name>Ada Pier</name></author>',
    '<author><email>a@harbour.example</email></author>',
  ],
  ['feed-attribute-missing', 'term="Ships" ', ''],
  [
    'feed-value',
    'type="text/html" href="https://harbour.example/ships/"',
    'type="html" href="https://harbour.example/ships/"',
  ],
  ['feed-content-relative', '&lt;p&gt;A ship', '&lt;img src="a.png"&gt;A ship'],
  ['feed-self-relative', 'href="https://harbour.example/atom.xml"', 'href="/atom.xml"'],
  ['feed-element-unknown', '<published>2025-11-04T09:00:00Z</published>', '<pubDate>2025-11-04</pubDate>'],
  ['feed-element-late', '</entry>\n</feed>', '</entry><rights>R</rights>\n</feed>'],
  ['feed-language', 'xml:lang="en"', 'xml:lang="english"'],
];

const inJson: readonly Fault[] = [
  ['feed-not-well-formed', '"title": "Harbour news",', '"title": "Harbour news"'],
  ['feed-value', 'version/1.1', 'version/2'],
  ['feed-json-type', '"tags": ["Ships"]', '"tags": "Ships"'],
  ['feed-json-number', '"id": "second"', '"id": 2'],
  ['feed-id-repeated', '"id": "second"', '"id": "https://harbour.example/ships/"'],
  ['feed-value-empty', '"id": "second"', '"id": ""'],
  ['feed-date', '2025-11-04T09:00:00Z', '2025-11-04'],
  ['feed-address-relative', '"url": "https://harbour.example/ships/"', '"url": "/ships/"'],
  ['feed-markup', 'Ships & tides', 'Ships &amp; tides'],
  ['feed-json-unknown', '"content_text": "Second"', '"content_text": "Second", "date": "x"'],
  ['feed-json-repeated', '"content_text": "Second"', '"content_text": "Second", "content_text": "Third"'],
  ['feed-value', '"size_in_bytes": 123456', '"size_in_bytes": 1.5'],
  ['feed-json-type', '"size_in_bytes": 123456', '"size_in_bytes": "123456"'],
  ['feed-content-relative', '<p>A ship', "<img src='a.png'>A ship"],
  [
    'feed-json-next',
    '"language": "en",',
    '"language": "en", "next_url": "https://harbour.example/feed.json",',
  ],
];

const inRdf: readonly Fault[] = [
  ['feed-attribute-missing', ' rdf:about="https://harbour.example/ships/"', ''],
  ['feed-date', '2025-11-04<', '4.11.2025<'],
  [
    'feed-element-unknown',
    '<link>https://harbour.example/ships/</link>',
    '<link>https://harbour.example/ships/</link><guid>x</guid>',
  ],
];

/** What must be found in the line where the parent of a missing element begins. */
const missing: readonly (readonly [document: string, element: string, code: string, line: number])[] = [
  [rss, '\n    <title>Harbour news</title>', 'feed-element-missing', 3],
  [rss, '    <description>What happens in the harbour</description>\n', 'feed-element-missing', 3],
  [rss, '      <guid isPermaLink="false">tag:harbour.example,2025:second</guid>\n', 'feed-id-missing', 33],
  [rss, '    <language>en-GB</language>\n', 'feed-podcast-missing', 3],
  [rss, '      <pubDate>Mon, 03 Nov 2025 10:00:00 +0100</pubDate>\n', 'feed-date-missing', 33],
  [json, '  "home_page_url": "https://harbour.example/",\n', 'feed-home-missing', 1],
  [json, '      "date_published": "2025-11-03T09:00:00Z",\n', 'feed-date-missing', 18],
  [
    atom,
    '  <link rel="alternate" type="text/html" href="https://harbour.example/"/>\n',
    'feed-home-missing',
    2,
  ],
  [rss, '      <title>Second</title>\n', 'feed-item-empty', 33],
  [rss, '      <url>https://harbour.example/logo.png</url>\n', 'feed-element-missing', 11],
  [atom, '    <id>https://harbour.example/ships/</id>\n', 'feed-element-missing', 9],
  [atom, '    <title type="text">Second</title>\n', 'feed-element-missing', 19],
  [atom, '    <updated>2025-11-03T09:00:00Z</updated>\n', 'feed-element-missing', 19],
  [atom, '  <updated>2025-11-04T09:00:00Z</updated>\n', 'feed-element-missing', 2],
  [json, '  "title": "Harbour news",\n', 'feed-element-missing', 1],
  [json, '  "feed_url": "https://harbour.example/feed.json",\n', 'feed-self-missing', 1],
  [json, '      "id": "second",\n', 'feed-element-missing', 18],
  [
    rdf,
    '    <items><rdf:Seq><rdf:li rdf:resource="https://harbour.example/ships/"/></rdf:Seq></items>\n',
    'feed-element-missing',
    3,
  ],
];

function change(document: string, from: string, to: string): string {
  expect(document.split(from).length, `"${from}" must stand there`).toBeGreaterThan(1);
  // The last occurrence: what is changed in items stands after what is like it in the feed.
  const at = document.lastIndexOf(from);
  return document.slice(0, at) + to + document.slice(at + from.length);
}

/** The line in which a change differs from the original. */
function changedLine(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return now.findIndex((line, index) => line !== old[index]) + 1;
}

describe.each([
  ['RSS 2.0', rss, inRss],
  ['Atom 1.0', atom, inAtom],
  ['JSON Feed 1.1', json, inJson],
  ['RSS 1.0', rdf, inRdf],
] as const)('%s', (_, good, faults) => {
  it('without fault has no finding', () => {
    expect(inspect(good)).toEqual([]);
  });

  it.each(faults)('%s, and nothing else: %s → %s', (code, from, to) => {
    const broken = change(good, from, to);
    const found = inspect(broken);
    expect(found.map((problem) => problem.code)).toEqual([code]);
    expect(found[0]?.line).toBe(
      changedLine(good, broken) + (code === 'feed-not-well-formed' && good === json ? 1 : 0),
    );
    expect(found[0]?.column).toBeGreaterThan(0);
  });
});

describe('what is missing', () => {
  it.each(missing)('%#: %s', (document, element, code, line) => {
    const found = inspect(change(document, element, ''));
    expect(found.map((problem) => [problem.code, problem.line])).toEqual([[code, line]]);
  });

  it('the address of the feed itself', () => {
    const [link] = /\n.*rel="self".*/.exec(atom) ?? [''];
    expect(inspect(atom.replace(link, '')).map(({ code }) => code)).toEqual(['feed-self-missing']);
    const [rssLink] = /\n.*rel="self".*/.exec(rss) ?? [''];
    expect(inspect(rss.replace(rssLink, '')).map(({ code }) => code)).toEqual(['feed-self-missing']);
  });

  it('the author of every entry, when the feed has none', () => {
    const found = inspect(atom.replace('  <author><name>Ada Pier</name></author>\n', ''));
    expect(found.map(({ code, line }) => [code, line])).toEqual([
      ['feed-element-missing', 8],
      ['feed-element-missing', 18],
    ]);
  });
});

describe('the whole document', () => {
  it('is quoted without characters that a terminal obeys', () => {
    const [found] = inspect(rss.replace('Second', '\u009b2J'));
    expect(found?.message).toContain('"\\u009b"');
    expect(found?.message).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['feed-not-a-feed', '<?xml version="1.0"?><opml version="2.0"/>'],
    ['feed-not-a-feed', '{"items": []}'],
    ['feed-not-well-formed', '<!doctype html><title>Not found</title>'],
    ['feed-not-well-formed', ''],
    ['feed-not-well-formed', rss.slice(0, 900)],
    ['feed-not-well-formed', json.slice(0, 300)],
    ['feed-not-well-formed', ` ${rss}`],
    ['feed-obsolete', '<Channel xmlns="http://purl.org/net/rss1.1#"/>'],
    ['feed-obsolete', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>'],
  ])('%s: %s', (code, document) => {
    expect(inspect(document).map((problem) => problem.code)).toEqual([code]);
  });

  it('bytes that are not of its encoding, at their line', () => {
    const latin = Buffer.from(rss.replace('Second', 'Zweite für'), 'latin1');
    expect(inspect(latin)[0]).toMatchObject({ code: 'feed-encoding', line: 34 });
    const declared = Buffer.from(latin.toString('latin1').replace('"utf-8"', '"iso-8859-1"'), 'latin1');
    expect(inspect(declared)).toEqual([]);
    expect(inspect(rss.replace('"utf-8"', '"klingon"'))[0]?.code).toBe('feed-encoding-unknown');
  });

  it('more bytes than readers take', () => {
    const large = (bytes: number) => rss.replace('A ship came.', `A ship came.${'.'.repeat(bytes)}`);
    expect(inspect(large(260_000))[0]?.code).toBe('feed-heavy');
    expect(inspect(large(5_100_000))[0]).toMatchObject({ code: 'feed-refused-size', severity: 'error' });
  });

  it('another address than it says', () => {
    expect(inspect(rss, 'https://harbour.example/rss.xml')).toEqual([]);
    expect(inspect(rss, 'https://preview.example/rss.xml')[0]?.code).toBe('feed-self-differs');
    expect(inspect(json, 'https://preview.example/feed.json')[0]?.code).toBe('feed-self-differs');
    expect(inspect(atom, 'https://preview.example/atom.xml')[0]?.code).toBe('feed-self-differs');
  });
});
