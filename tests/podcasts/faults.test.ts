import { describe, expect, it, test } from 'vitest';
import { makeJpeg, makePng } from './image.ts';
import { publishSite } from './publish-site.ts';

const SHOW = `site: https://pod.example/
title: Harbour talk
language: en
podcast:
  category: Leisure
  explicit: false
  image: /art.png
  author: Ada
  owner: Ada <ada@pod.example>
  guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
`;
const EPISODE = `---
title: The crane
date: 2025-11-01
audio: https://cdn.example/one.mp3
bytes: 5000000
duration: 300
---
Notes.
`;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What is said of a show with one episode, as `line code`. */
function said(show: string, episode: string, files: Files = {}): readonly string[] {
  const { problems } = publishSite({ 'feedwright.yaml': show, 'articles/one.md': episode, ...files });
  return problems.map(({ line, code }) => `${line} ${code}`);
}

it('a show without faults has no problem', () => expect(said(SHOW, EPISODE)).toEqual([]));

describe('a fault of a show is said at its line, and nothing else', () => {
  test.each([
    ['a category with an entity', 'Leisure', 'Society &amp; Culture', '5 podcast-category'],
    ['a word for explicit', 'explicit: false', 'explicit: clean', '6 bad-value'],
    ['artwork on http', '/art.png', 'http://pod.example/art.png', '7 podcast-artwork'],
    ['artwork of another type', '/art.png', 'https://cdn.example/art.gif', '7 podcast-artwork'],
    ['an owner without a mail', 'Ada <ada@pod.example>', 'Ada <ada at pod.example>', '9 bad-value'],
    ['a mail without a domain', 'ada@pod.example', 'ada@pod', '9 bad-value'],
    ['two owners', '  guid', '  owner: Bob <b@b.example>\n  guid', '10 repeated-key'],
    ['a language that does not exist', 'language: en', 'language: xx', '4 podcast-language'],
    [
      'a show that moves to itself',
      '  guid',
      '  newFeedUrl: https://pod.example/rss.xml\n  guid',
      '10 podcast-moved-here',
    ],
    [
      'the nil GUID',
      '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      '00000000-0000-0000-0000-000000000000',
      '10 bad-value',
    ],
    ['a rule that is none', '  guid', '  frequency: { text: Weekly, rrule: WEEKLY }\n  guid', '10 bad-value'],
    [
      'a long button',
      '  guid',
      `  funding: { url: 'https://x.example/', text: ${'x'.repeat(129)} }\n  guid`,
      '10 bad-value',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(SHOW.split(from).length).toBe(2);
    expect(said(SHOW.replace(from, to), EPISODE)).toEqual([expected]);
  });

  test.each([
    ['transparent', 'art.png', makePng(1400, 1400, 6)],
    ['grey', 'art.png', makePng(1400, 1400, 0)],
    ['too large', 'art.png', makePng(3001, 3001)],
    ['CMYK', 'art.jpg', makeJpeg(1400, 1400, 4)],
    ['a TIFF by another name', 'art.jpg', Buffer.from(`II*\0${'\0'.repeat(200)}`, 'latin1')],
  ])('artwork that is %s (P4)', (_, name, bytes) => {
    const show = SHOW.replace('art.png', name);
    expect(said(show, EPISODE, { [`static/${name}`]: bytes })).toEqual(['7 podcast-artwork']);
  });

  it('but not artwork as directories take it', () => {
    expect(said(SHOW, EPISODE, { 'static/art.png': makePng(1400, 1400) })).toEqual([]);
    const show = SHOW.replace('art.png', 'art.jpg');
    expect(said(show, EPISODE, { 'static/art.jpg': makeJpeg(3000, 3000, 3) })).toEqual([]);
  });
});

describe('a fault of an episode is said at its line, and nothing else', () => {
  const add = (lines: string) => EPISODE.replace('bytes', `${lines}\nbytes`);

  test.each([
    [
      'a duration of four parts',
      EPISODE.replace('300', '1:2:3:4'),
      ['1 episode-without-duration', '6 bad-duration'],
    ],
    [
      'ninety-nine minutes and an hour',
      EPISODE.replace('300', '"1:99:00"'),
      ['1 episode-without-duration', '6 bad-duration'],
    ],
    ['a season in words', add('season: two'), ['5 bad-episode-number']],
    ['half an episode', add('episode: 1.5'), ['5 bad-episode-number']],
    [
      'a trailer without audio',
      EPISODE.replace(/audio[\s\S]*300/, 'episode_type: trailer'),
      ['1 episode-without-audio'],
    ],
    [
      'a type that its name refuses',
      EPISODE.replace(
        'https://cdn.example/one.mp3',
        '{ url: https://cdn.example/one.m4a, type: audio/mpeg }',
      ),
      ['4 episode-type'],
    ],
    ['a format that Apple refuses', EPISODE.replace('.mp3', '.ogg'), ['4 episode-format']],
    ['a size in KB', EPISODE.replace('5000000', '5000'), ['4 episode-small']],
    [
      'a transcript of another type',
      add('transcript: { url: /t.vtt, type: text/plan }'),
      ['5 bad-transcript'],
    ],
    ['a transcript that no app reads', add('transcript: /t.pdf'), ['5 bad-transcript']],
    ['a chapter behind the end', add('chapters:\n  - 00:00 A\n  - 10:00 B'), ['5 chapter-time']],
    ['chapters out of order', add('chapters:\n  - 02:00 A\n  - 01:00 B'), ['5 chapter-time']],
    ['two chapters at one time', add('chapters:\n  - 01:00 A\n  - 01:00 B'), ['5 chapter-time']],
    ['a soundbite behind the end', add('soundbite: { start: 290, duration: 60 }'), ['5 bad-soundbite']],
    ['a soundbite without duration', add('soundbite: { start: 290 }'), ['5 bad-soundbite']],
    ['artwork on http', add('artwork: http://pod.example/a.jpg'), ['5 podcast-artwork']],
    ['a person without a name', add('guests: [{ url: https://x.example/ }]'), ['5 bad-person']],
  ])('%s', (_, episode, expected) => expect(said(SHOW, episode)).toEqual(expected));

  it('names of files with blanks and umlauts are encoded', () => {
    expect(said(SHOW, EPISODE.replace('one.mp3', 'the kräne.mp3'))).toEqual([]);
  });
});
