import { describe, expect, it, test } from 'vitest';
import { makePodcastGuid } from '../../src/podcasts/guid.ts';
import { formatProblem } from '../../src/problems/format-problem.ts';
import { only, parseXml, textsAt } from '../formats/xml-tree.ts';
import { publishSite } from './publish-site.ts';
import { expectValid, HAS_SCHEMA } from './schema.ts';

const SHOW = `podcast:
  category: [Society & Culture > Documentary, Technology]
  explicit: false
  type: serial
  image: /art.jpg
  owner: Ada Pier <ada@pod.example>
  guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
  medium: podcast
  locked: true
  block: true
  complete: true
  newFeedUrl: https://new.example/rss.xml
  funding: { url: 'https://pod.example/give', text: Give }
  hosts: [{ name: Ada Pier, url: 'https://ada.example/' }]
  license: cc-by-4.0
  frequency: Every Friday
`;
const SITE = 'site: https://pod.example/\ntitle: Harbour talk\nlanguage: en\nauthor: Ada Pier\n';
const EPISODE = `---
title: The crane
date: 2025-11-01
audio: { url: one.mp3, duration: "0:12" }
season: { number: 1, name: Iron & Rust }
episode: { number: 2, display: 2a }
hosts: Ada Pier
guests: [{ name: Tom Gull, url: 'https://gull.example/', role: Sound Designer }]
transcripts: [one.vtt, { url: /t.srt, language: de, rel: captions }]
chapters: /c/one.json
soundbite: { start: 3, duration: 5, title: The best }
explicit: yes
artwork: /one.jpg
---
Notes.
`;

/** The RSS of a site, and what was said of it. */
function publish(config: string, files: Readonly<Record<string, string>>, path = 'rss.xml') {
  const { problems, read } = publishSite({ 'feedwright.yaml': config, ...files });
  return { rss: read(path), problems };
}

const codes = ({ problems }: { readonly problems: readonly { code: string; line: number }[] }) =>
  problems.map(({ code, line }) => `${line} ${code}`);

describe('a feed with "podcast" is a show', () => {
  const built = publish(SITE + SHOW, { 'articles/one.md': EPISODE, 'articles/one.mp3': 'sound' });
  const channel = only(parseXml(built.rss), 'rss/channel');

  it('without any problem', () => expect(built.problems).toEqual([]));

  it('says what directories ask of it (P1, P2, P3, P4, P10, P11)', () => {
    const texts = (path: string) => textsAt(channel, path);
    expect(texts('itunes:author')).toEqual(['Ada Pier']);
    expect(texts('itunes:owner/itunes:email')).toEqual(['ada@pod.example']);
    expect(texts('itunes:owner/itunes:name')).toEqual(['Ada Pier']);
    expect(only(channel, 'itunes:image').attributes).toEqual({ href: 'https://pod.example/art.jpg' });
    expect(texts('itunes:explicit')).toEqual(['false']);
    expect(texts('itunes:type')).toEqual(['serial']);
    expect(texts('itunes:block')).toEqual(['Yes']);
    expect(texts('itunes:complete')).toEqual(['Yes']);
    expect(texts('itunes:new-feed-url')).toEqual(['https://new.example/rss.xml']);
    expect(built.rss).toContain(
      '<itunes:category text="Society &amp; Culture">\n      <itunes:category text="Documentary"/>\n    </itunes:category>\n    <itunes:category text="Technology"/>',
    );
    expect(texts('podcast:guid')).toEqual(['917393e3-1b1e-5cef-ace4-edaa54e1f810']);
    expect(texts('podcast:medium')).toEqual(['podcast']);
    expect(texts('podcast:locked')).toEqual(['yes']);
    expect(only(channel, 'podcast:locked').attributes).toEqual({ owner: 'ada@pod.example' });
    expect(only(channel, 'podcast:funding').attributes).toEqual({ url: 'https://pod.example/give' });
    expect(only(channel, 'podcast:person').attributes).toEqual({
      role: 'host',
      href: 'https://ada.example/',
    });
    expect(texts('podcast:license')).toEqual(['cc-by-4.0']);
    expect(texts('podcast:updateFrequency')).toEqual(['Every Friday']);
  });

  it('says of an episode all that its article says (P5, P6, P7, P12)', () => {
    const item = only(channel, 'item');
    const lines = built.rss.split('\n').map((line) => line.trim());
    expect(only(item, 'enclosure').attributes).toEqual({
      url: 'https://pod.example/one/one.mp3',
      length: '5',
      type: 'audio/mpeg',
    });
    for (const line of [
      '<itunes:duration>12</itunes:duration>',
      '<itunes:image href="https://pod.example/one.jpg"/>',
      '<itunes:explicit>true</itunes:explicit>',
      '<itunes:season>1</itunes:season>',
      '<itunes:episode>2</itunes:episode>',
      '<podcast:season name="Iron &amp; Rust">1</podcast:season>',
      '<podcast:episode display="2a">2</podcast:episode>',
      '<podcast:transcript url="https://pod.example/one/one.vtt" type="text/vtt"/>',
      '<podcast:transcript url="https://pod.example/t.srt" type="application/x-subrip" language="de" rel="captions"/>',
      '<podcast:chapters url="https://pod.example/c/one.json" type="application/json+chapters"/>',
      '<podcast:soundbite startTime="3" duration="5">The best</podcast:soundbite>',
      '<podcast:person role="host">Ada Pier</podcast:person>',
      '<podcast:person role="sound designer" href="https://gull.example/">Tom Gull</podcast:person>',
    ])
      expect(lines).toContain(line);
  });

  it('has its notes whole, and the beginning as directories take it (P6, P19)', () => {
    const long = EPISODE.replace(
      'Notes.',
      `# Notes\n\n${'A **long** paragraph of the notes.\n\n'.repeat(300)}`,
    );
    const { rss, problems } = publish(SITE + SHOW, { 'articles/one.md': long, 'articles/one.mp3': 'sound' });
    const item = only(parseXml(rss), 'rss/channel/item');
    const [notes = '', whole = ''] = ['description', 'content:encoded'].flatMap((name) =>
      textsAt(item, name),
    );
    expect(problems).toEqual([]);
    expect(Buffer.byteLength(notes)).toBeLessThanOrEqual(4000);
    expect(notes).toMatch(/^<p>Notes<\/p>\n<p>A long paragraph of the notes\.<\/p>\n/);
    expect(whole.match(/<strong>/g)?.length).toBe(300);
  });

  it.skipIf(!HAS_SCHEMA)('is valid by the schema of the podcast namespace, as far as that goes', () => {
    const found =
      built.rss.match(
        /<podcast:(?:transcript|locked|funding|chapters|soundbite|person|season|episode)\b[^\n]*/g,
      ) ?? [];
    expect(found.length).toBe(11);
    expectValid(found);
  });

  it('names its trailer in the channel', () => {
    const trailer = EPISODE.replace('episode: {', 'episode_type: trailer\nother: {');
    const { rss } = publish(SITE + SHOW, { 'articles/one.md': trailer, 'articles/one.mp3': 'sound' });
    expect(rss).toContain(
      '<podcast:trailer url="https://pod.example/one/one.mp3" pubdate="Sat, 01 Nov 2025 00:00:00 GMT" length="5" type="audio/mpeg" season="1">The crane</podcast:trailer>',
    );
    expect(rss).toContain('<itunes:episodeType>trailer</itunes:episodeType>');
  });
});

it('several shows in one folder have their own artwork, category and feed (P18)', () => {
  const show = (tag: string, category: string) =>
    `  - { where: { tag: ${tag} }, path: ${tag}/, title: ${tag}, podcast: { category: ${category}, explicit: false, image: /${tag}.jpg, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810 } }\n`;
  const config = `${SITE}feeds:\n${show('iron', 'Science > Physics')}${show('sea', 'Leisure')}`;
  const files = Object.fromEntries(
    ['iron', 'sea'].flatMap((tag) => [
      [
        `articles/${tag}.md`,
        EPISODE.replace('one.mp3', `${tag}.mp3`).replace('---\n', `---\ntags: [${tag}]\n`),
      ],
      [`articles/${tag}.mp3`, tag],
    ]),
  );
  const iron = publish(config, files, 'iron/rss.xml');
  expect(iron.problems).toEqual([]);
  expect(iron.rss).toContain('<itunes:category text="Physics"/>');
  expect(iron.rss).toContain('<itunes:image href="https://pod.example/iron.jpg"/>');
  expect(iron.rss).not.toContain('sea.mp3');
  expect(publish(config, files, 'sea/rss.xml').rss).toContain('<itunes:category text="Leisure"/>');
  const main = publish(config, files).rss;
  expect(main).toContain('duration="12"');
  expect(main).not.toMatch(/itunes:|podcast:\w+>/);
});

it('says its license with a URL, and how often it comes as programs read it (P11)', () => {
  const config = SHOW.replace(
    'license: cc-by-4.0\n  frequency: Every Friday',
    "license: { name: my-license, url: 'https://pod.example/license/' }\n  frequency: { text: Every Friday, rrule: FREQ=WEEKLY;BYDAY=FR, complete: true }",
  );
  const { rss, problems } = publish(SITE + config, {
    'articles/one.md': EPISODE,
    'articles/one.mp3': 'sound',
  });
  expect(problems).toEqual([]);
  expect(rss).toContain('<podcast:license url="https://pod.example/license/">my-license</podcast:license>');
  expect(rss).toContain(
    '<podcast:updateFrequency complete="true" rrule="FREQ=WEEKLY;BYDAY=FR">Every Friday</podcast:updateFrequency>',
  );
});

describe('what directories would refuse is said', () => {
  const said = (config: string, article = EPISODE) =>
    codes(publish(SITE + config, { 'articles/one.md': article, 'articles/one.mp3': 'sound' }));

  test.each([
    ['  guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810\n', '5 podcast-without-guid'],
    ['  explicit: false\n', '5 podcast-missing'],
    ['  image: /art.jpg\n', '5 podcast-missing'],
    ['  category: [Society & Culture > Documentary, Technology]\n', '5 podcast-missing'],
  ])('without %j', (line, problem) => {
    expect(said(SHOW.replace(line, ''))).toEqual([problem]);
  });

  it('without a language', () => {
    const { problems } = publish(SITE.replace('language: en\n', '') + SHOW, {
      'articles/one.md': EPISODE,
      'articles/one.mp3': 'sound',
    });
    expect(codes({ problems })).toEqual(['4 podcast-missing']);
  });

  test.each([
    [EPISODE.replace('audio:', 'sound:'), '1 episode-without-audio'],
    [EPISODE.replace(', duration: "0:12"', ''), '1 episode-without-duration'],
    [EPISODE.replace('episode: {', 'other: {'), '1 episode-without-number'],
  ])('an episode %#', (article, problem) => {
    expect(said(SHOW, article)).toContain(problem);
  });

  it('two episodes with one file (P5)', () => {
    const files = { 'articles/one.md': EPISODE, 'articles/one.mp3': 'sound', 'articles/two.md': EPISODE };
    const shared = files['articles/two.md'].replace(
      'url: one.mp3',
      'url: https://pod.example/one/one.mp3, length: 50000',
    );
    const found = publish(SITE + SHOW, { ...files, 'articles/two.md': shared });
    expect(codes(found)).toEqual(['1 episode-repeated-audio']);
  });

  test.each([
    ['Tecnology', 'Write "Technology".'],
    ['technology', 'Write "Technology".'],
    ['Documentary', 'Write "Society & Culture > Documentary".'],
    ['Technology > Physics', 'Write "Science > Physics".'],
    ['Lighthouses', "Use a category from Apple's list"],
  ])('the category %s is none, and the nearest is named', (category, hint) => {
    const config = SHOW.replace('[Society & Culture > Documentary, Technology]', category);
    const { problems } = publish(SITE + config, {});
    expect(problems.map(formatProblem).join()).toContain(`feedwright.yaml:6:13 error podcast-category: `);
    expect(problems.map(formatProblem).join()).toContain(hint);
  });

  it('a show without RSS, and one show for many groups', () => {
    expect(codes(publish(`${SITE}formats: [atom]\n${SHOW}`, {}))).toEqual(['6 podcast-without-rss']);
    const grouped = 'feeds:\n  - by: tag\n    podcast: { category: News }\n';
    expect(codes(publish(SITE + grouped, {}))).toEqual(['7 podcast-for-groups']);
  });
});

test.each([
  ['https://podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ['http://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ['https://podnews.net/rss//', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
])('the GUID of %s is %s (P10)', (url, guid) => {
  expect(makePodcastGuid(url)).toBe(guid);
});

it('the hint for a show without GUID is the line to write', () => {
  const config = SHOW.replace(/ {2}guid.*\n/, '');
  const { problems } = publish(SITE + config, { 'articles/one.md': EPISODE, 'articles/one.mp3': 'sound' });
  const guid = makePodcastGuid('https://pod.example/rss.xml');
  expect(problems.map(({ hint }) => hint)).toEqual([`Add "guid: ${guid}", and never change it.`]);
});
