import { describe, expect, it, test } from 'vitest';
import { inspectFeed } from '../../src/lint/lint-feed.ts';

const NOW = Date.parse('2025-11-10T00:00:00Z');
const inspect = (document: string) => inspectFeed(Buffer.from(document), { file: 'feed', now: NOW });

/** A serial show that every directory takes, one element a line. */
const show = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Harbour talk</title>
    <link>https://pod.example/</link>
    <description>Conversations at the harbour</description>
    <language>en</language>
    <atom:link rel="self" type="application/rss+xml" href="https://pod.example/rss.xml"/>
    <itunes:author>Ada Pier</itunes:author>
    <itunes:owner>
      <itunes:name>Ada Pier</itunes:name>
      <itunes:email>ada@pod.example</itunes:email>
    </itunes:owner>
    <itunes:image href="https://pod.example/art.jpg"/>
    <itunes:category text="Society &#x26; Culture">
      <itunes:category text="Documentary"/>
    </itunes:category>
    <itunes:explicit>false</itunes:explicit>
    <itunes:type>serial</itunes:type>
    <itunes:block>Yes</itunes:block>
    <itunes:complete>Yes</itunes:complete>
    <itunes:new-feed-url>https://new.example/rss.xml</itunes:new-feed-url>
    <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
    <podcast:medium>podcast</podcast:medium>
    <podcast:locked owner="ada@pod.example">yes</podcast:locked>
    <podcast:funding url="https://pod.example/give">Give</podcast:funding>
    <podcast:trailer url="https://pod.example/t.mp3" pubdate="Sat, 01 Nov 2025 09:00:00 GMT" length="99000" type="audio/mpeg">Hello</podcast:trailer>
    <item>
      <title>The crane</title>
      <link>https://pod.example/crane/</link>
      <description>&lt;p&gt;About the crane.&lt;/p&gt;</description>
      <guid isPermaLink="false">tag:pod.example,2025:crane</guid>
      <pubDate>Tue, 04 Nov 2025 09:00:00 GMT</pubDate>
      <enclosure url="https://pod.example/crane.mp3" length="12345678" type="audio/mpeg"/>
      <itunes:duration>754</itunes:duration>
      <itunes:season>1</itunes:season>
      <itunes:episode>2</itunes:episode>
      <itunes:episodeType>full</itunes:episodeType>
      <podcast:season name="Iron">1</podcast:season>
      <podcast:episode display="2a">2</podcast:episode>
      <podcast:transcript url="https://pod.example/crane.vtt" type="text/vtt" language="en" rel="captions"/>
      <podcast:chapters url="https://pod.example/crane.json" type="application/json+chapters"/>
      <podcast:soundbite startTime="3" duration="15.5">The best</podcast:soundbite>
      <podcast:person role="guest" img="https://pod.example/tom.jpg" href="https://gull.example/">Tom Gull</podcast:person>
    </item>
    <item>
      <title>The quay</title>
      <link>https://pod.example/quay/</link>
      <description>About the quay.</description>
      <guid isPermaLink="false">tag:pod.example,2025:quay</guid>
      <pubDate>Mon, 03 Nov 2025 09:00:00 GMT</pubDate>
      <enclosure url="https://pod.example/quay.m4a" length="9876543" type="audio/x-m4a"/>
      <itunes:duration>12:34</itunes:duration>
      <itunes:episode>1</itunes:episode>
      <itunes:season>1</itunes:season>
    </item>
  </channel>
</rss>
`;

/** What is changed, and what must be found in that line; where something is missing, in the line of what it is missing in. */
type Fault = [code: string, from: string, to: string, line?: number];

const CHANNEL = 3;
const QUAY = 46;

const FAULTS: Fault[] = [
  // P1, P2
  ['feed-podcast-missing', '    <itunes:image href="https://pod.example/art.jpg"/>\n', '', CHANNEL],
  ['feed-podcast-missing', '    <itunes:explicit>false</itunes:explicit>\n', '', CHANNEL],
  ['feed-podcast-missing', '    <language>en</language>\n', '', CHANNEL],
  ['feed-podcast-missing', '    <itunes:author>Ada Pier</itunes:author>\n', '', CHANNEL],
  ['feed-element-missing', '    <description>Conversations at the harbour</description>\n', '', CHANNEL],
  ['feed-podcast-long', 'Conversations at the harbour', 'Talk. '.repeat(700)],
  ['feed-podcast-category', 'text="Documentary"', 'text="Documentaries"'],
  ['feed-podcast-category', 'text="Society &#x26; Culture"', 'text="Society"'],
  ['feed-podcast-subcategory', 'text="Documentary"', 'text="Physics"'],
  ['feed-podcast-old-word', '<itunes:explicit>false', '<itunes:explicit>clean'],
  ['feed-value', '<itunes:explicit>false', '<itunes:explicit>maybe'],
  ['feed-language', '<language>en', '<language>english'],
  // P3
  ['feed-value', '<itunes:type>serial', '<itunes:type>series'],
  ['feed-podcast-switch', '<itunes:block>Yes', '<itunes:block>true'],
  ['feed-podcast-switch', '<itunes:complete>Yes', '<itunes:complete>no'],
  ['feed-address-relative', 'new-feed-url>https://new.example/rss.xml', 'new-feed-url>/rss.xml'],
  ['feed-mail', 'email>ada@pod.example', 'email>Ada'],
  // P4
  ['feed-podcast-artwork-type', 'art.jpg', 'art.webp'],
  ['feed-address-relative', 'https://pod.example/art.jpg', '/art.jpg'],
  // P5
  ['feed-episode-untitled', '      <title>The quay</title>\n', '', QUAY],
  ['feed-episode-title', '<title>The quay', '<title>Episode 1: The quay'],
  ['feed-episode-title', '<title>The quay', '<title>S01E01 The quay'],
  ['feed-episode-title', '<title>The quay', '<title>Harbour talk: The quay'],
  ['feed-episode-title', '<title>The quay', '<title>Harbour talk 17'],
  [
    'feed-enclosure-repeated',
    'https://pod.example/crane.mp3" length="12345678" type="audio/mpeg',
    'https://pod.example/quay.m4a" length="9876543" type="audio/x-m4a',
    52,
  ],
  ['feed-episode-type', 'type="audio/x-m4a"', 'type="audio/mpeg"'],
  ['feed-address', 'pod.example/quay.m4a', 'pod.example/the quay.m4a'],
  // P6
  ['feed-id-missing', '      <guid isPermaLink="false">tag:pod.example,2025:quay</guid>\n', '', QUAY],
  ['feed-date-missing', '      <pubDate>Mon, 03 Nov 2025 09:00:00 GMT</pubDate>\n', '', QUAY],
  ['feed-episode-description', '      <description>About the quay.</description>\n', '', QUAY],
  ['feed-episode-duration', '      <itunes:duration>12:34</itunes:duration>\n', '', QUAY],
  ['feed-episode-duration', 'duration>12:34', 'duration>0:00'],
  ['feed-value', 'duration>12:34', 'duration>12 min'],
  // P7
  [
    'feed-value',
    '<itunes:season>1</itunes:season>\n    </item>',
    '<itunes:season>0</itunes:season>\n    </item>',
  ],
  ['feed-value', '<itunes:episode>2', '<itunes:episode>2.5'],
  ['feed-value', 'episodeType>full', 'episodeType>special'],
  ['feed-episode-number', '      <itunes:episode>1</itunes:episode>\n', '', QUAY],
  ['feed-episode-same-number', '<itunes:episode>1', '<itunes:episode>2', QUAY],
  // P8
  ['feed-podcast-space', '<itunes:author>Ada Pier', '<itunes:author> Ada Pier'],
  ['feed-podcast-characters', '<title>The quay', `<title>The ${'long '.repeat(60)}quay`],
  // P10, P11
  ['feed-value', '917393e3-1b1e-5cef-ace4-edaa54e1f810', '917393e3'],
  ['feed-value', 'medium>podcast', 'medium>radio'],
  ['feed-value', '>yes</podcast:locked>', '>true</podcast:locked>'],
  ['feed-attribute-missing', ' url="https://pod.example/give"', ''],
  ['feed-attribute-missing', ' pubdate="Sat, 01 Nov 2025 09:00:00 GMT"', ''],
  // P12
  ['feed-value', 'type="text/vtt"', 'type="vtt"'],
  ['feed-attribute-missing', ' type="text/vtt"', ''],
  ['feed-attribute-missing', ' type="application/json+chapters"', ''],
  ['feed-attribute-missing', ' duration="15.5"', ''],
  ['feed-value', 'startTime="3"', 'startTime="0:03"'],
  ['feed-value', 'display="2a">2', 'display="2a">two'],
  ['feed-value-empty', '>Tom Gull<', '> <'],
  // P14, P15
  ['feed-episode-length', 'length="9876543"', 'length="0"'],
  ['feed-episode-small', 'length="9876543"', 'length="9877"'],
  ['feed-attribute-missing', ' length="9876543"', ''],
  ['feed-episode-type', 'type="audio/mpeg"/>\n      <itunes', 'type="audio/mp3"/>\n      <itunes'],
  [
    'feed-episode-format',
    'quay.m4a" length="9876543" type="audio/x-m4a"',
    'quay.ogg" length="9876543" type="audio/ogg"',
  ],
  // Of owners, places and times
  ['feed-podcast-insecure', 'href="https://pod.example/art.jpg"', 'href="http://pod.example/art.jpg"'],
  ['feed-podcast-category', 'text="Society &#x26; Culture"', 'text="Society &amp;amp; Culture"'],
  [
    'feed-element-repeated',
    '    </itunes:owner>\n',
    '    </itunes:owner>\n    <itunes:owner><itunes:email>b@pod.example</itunes:email></itunes:owner>\n',
  ],
  ['feed-mail', '<itunes:email>ada@pod.example<', '<itunes:email>ada at pod.example<'],
  ['feed-value', '<itunes:duration>754<', '<itunes:duration>1:2:3:4<'],
  [
    'feed-value',
    '<itunes:season>1</itunes:season>\n      <itunes:episode>2<',
    '<itunes:season>two</itunes:season>\n      <itunes:episode>2<',
  ],
  ['feed-value', '<itunes:episode>2<', '<itunes:episode>1.5<'],
  ['feed-language', '<language>en<', '<language>English<'],
  ['feed-podcast-old-word', '<itunes:explicit>false<', '<itunes:explicit>clean<'],
  ['feed-podcast-moved-here', 'https://new.example/rss.xml', 'https://pod.example/rss.xml'],
  ['feed-soundbite-late', 'startTime="3"', 'startTime="745"'],
  ['feed-podcast-cut', 'display="2a"', `display="${'2a '.repeat(12)}"`],
  ['feed-podcast-cut', '>Tom Gull<', `>${'Tom '.repeat(33)}<`],
  // P19
  ['feed-podcast-long', 'About the quay.', '&lt;p&gt;About the quay.&lt;/p&gt;'.repeat(200)],
];

describe('a podcast that every directory takes', () => {
  it('has no finding', () => expect(inspect(show)).toEqual([]));

  test.each<Fault>(FAULTS)('%s is found, and nothing else: %s → %s', (code, from, to, line) => {
    expect(show.split(from).length, `"${from}" must stand there once`).toBe(2);
    const broken = show.replace(from, to);
    const [before, after] = [show.split('\n'), broken.split('\n')];
    const changed = after.findIndex((each, index) => each !== before[index]) + 1;
    expect(inspect(broken).map((found) => [found.code, found.line])).toEqual([[code, line ?? changed]]);
  });
});

describe('an episode', () => {
  it('without file is said where all others have one', () => {
    const enclosure =
      '      <enclosure url="https://pod.example/quay.m4a" length="9876543" type="audio/x-m4a"/>\n';
    const third = show.replace(
      '  </channel>',
      `${show.slice(show.indexOf('    <item>'), show.indexOf('    </item>')).replaceAll('crane', 'pier').replace('episode>2', 'episode>3')}    </item>\n  </channel>`,
    );
    expect(inspect(third)).toEqual([]);
    expect(inspect(third.replace(enclosure, '')).map(({ code, line }) => [code, line])).toEqual([
      ['feed-episode-without-audio', QUAY],
    ]);
  });

  it('may have a number in its title where itunes:title has the title alone', () => {
    const titled = show.replace(
      '<title>The quay</title>',
      '<title>#1 The quay</title><itunes:title>The quay</itunes:title>',
    );
    expect(inspect(titled)).toEqual([]);
  });
});

describe('a feed of audio without any element of Apple’s', () => {
  const bare = show
    .replace(/^ *<(?:itunes|podcast):(?!owner|category)[^\n]*\n/gm, '')
    .replace(/ *<itunes:(owner|category)[\s\S]*?\n {4}<\/itunes:\1>\n/g, '');

  it('is said at its channel and at each episode', () => {
    expect(bare).not.toContain('<itunes:');
    expect(
      inspect(bare).map(({ code, message }) => `${code} ${/"(.*?)"/.exec(message)?.[1] ?? ''}`.trim()),
    ).toEqual([
      'feed-podcast-missing itunes:author',
      'feed-podcast-missing itunes:category',
      'feed-podcast-missing itunes:explicit',
      'feed-podcast-missing itunes:image',
      'feed-episode-duration',
      'feed-episode-duration',
    ]);
  });

  it('is no podcast with one talk among many articles', () => {
    const article =
      '<item><title>A</title><link>https://pod.example/NR/</link><description>A</description><guid>https://pod.example/NR/</guid><pubDate>Mon, 03 Nov 2025 09:00:00 GMT</pubDate></item>';
    const articles = [1, 2, 3].map((number) => article.replaceAll('NR', `${number}`)).join('\n');
    expect(inspect(bare.replace('  </channel>', `${articles}</channel>`))).toEqual([]);
  });
});

test.each([
  ['https://www.itunes.com/dtds/podcast-1.0.dtd', 'http://www.itunes.com/dtds/podcast-1.0.dtd'],
  ['http://www.itunes.com/DTDs/Podcast-1.0.dtd', 'http://www.itunes.com/dtds/podcast-1.0.dtd'],
])('the namespace %s is none of Apple’s', (wrong, right) => {
  const found = inspect(show.replace('http://www.itunes.com/dtds/podcast-1.0.dtd', wrong));
  expect(found.find(({ code }) => code === 'feed-namespace')?.hint).toContain(right);
});

test.each([
  ['Documentaries', 'Write "Documentary".'],
  ['documentary', 'Write "Documentary".'],
  ['Lighthouses', 'Use a category'],
])('the category %s names the one that is meant', (written, hint) => {
  const [found] = inspect(show.replace('text="Documentary"', `text="${written}"`));
  expect(found?.hint).toContain(hint);
});
