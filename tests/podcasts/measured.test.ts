import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';
import { makeChapterTag, makeWav } from './audio.ts';
import { makePng } from './image.ts';
import { publishSite } from './publish-site.ts';

const SITE = `site: https://pod.example/
title: Harbour talk
language: en
podcast: { category: Leisure, explicit: false, image: /a.jpg, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810 }
`;
const sample = readFileSync('articles/2026-03-06-low-tide/low-tide.mp3');

function publish(lines: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const article = `---\ntitle: A\ndate: 2025-11-04\n${lines}\n---\nNotes.\n`;
  const { problems, read } = publishSite({ 'feedwright.yaml': SITE, 'articles/a.md': article, ...files });
  return { rss: read('rss.xml'), read, problems: problems.map(({ line, code }) => `${line} ${code}`) };
}

const duration = ({ rss }: { readonly rss: string }) => /<itunes:duration>(\d+)</.exec(rss)?.[1];

it('a local file says itself how long it is (P14)', () => {
  const wav = publish('audio: a.wav', { 'articles/a.wav': makeWav(3) });
  // Apple does not take WAV, which is said.
  expect([duration(wav), wav.problems]).toEqual(['3', ['4 episode-format']]);
  const mp3 = publish('audio: /sound/a.mp3', { 'static/sound/a.mp3': sample });
  expect([duration(mp3), mp3.problems]).toEqual(['6', []]);
});

it('is believed more than the article, which is said', () => {
  const wrong = publish('audio: a.wav\nduration: 31:07', { 'articles/a.wav': makeWav(3) });
  expect([duration(wrong), wrong.problems]).toEqual(['3', ['4 episode-format', '5 wrong-duration']]);
  const near = publish('audio: a.wav\nduration: 4', { 'articles/a.wav': makeWav(3) });
  expect([duration(near), near.problems]).toEqual(['3', ['4 episode-format']]);
});

it('has the ending of what it is (P15)', () => {
  expect(publish('audio: a.m4a', { 'articles/a.m4a': sample }).problems).toEqual([
    '1 episode-without-duration',
    '4 wrong-extension',
  ]);
});

test.each([
  ['nothing', ''],
  ['text', 'no sound at all '.repeat(100)],
  ['the beginning of sound', sample.subarray(0, 30)],
])('of a file with %s nothing is known, and nothing breaks', (_, bytes) => {
  const built = publish('audio: a.mp3\nduration: 5', { 'articles/a.mp3': bytes });
  expect(duration(built)).toBe('5');
});

it('chapters of the article, or else of the file, are a document beside the feed (P13)', () => {
  const chaptersOf = (lines: string, bytes: Uint8Array) => {
    const { rss, read, problems } = publish(lines, { 'articles/a.mp3': bytes });
    expect(problems).toEqual([]);
    const [, path = ''] =
      /<podcast:chapters url="https:\/\/pod\.example\/(.*?)" type="application\/json\+chapters"\/>/.exec(
        rss,
      ) ?? [];
    expect(path).toMatch(/^chapters\/a-[0-9a-f]{8}\.json$/);
    return JSON.parse(read(path));
  };
  const tagged = Buffer.concat([
    makeChapterTag([
      [0, 'Start'],
      [4, 'The crane'],
    ]),
    sample,
  ]);
  const expected = {
    version: '1.2.0',
    chapters: [
      { startTime: 0, title: 'Start' },
      { startTime: 4, title: 'The crane' },
    ],
  };
  expect(chaptersOf('audio: a.mp3', tagged)).toEqual(expected);
  expect(
    chaptersOf('audio: a.mp3\nchapters:\n  - 00:00 Start\n  - { start: "0:04", title: The crane }', sample),
  ).toEqual(expected);
  expect(chaptersOf('audio: a.mp3\nchapters: { "00:00": Start, "00:04": The crane }', tagged)).toEqual(
    expected,
  );
  const whole =
    'chapters: { version: 1.1.0, chapters: [{ startTime: 0, title: Start }, { startTime: 4, title: The crane }] }';
  expect(chaptersOf(`audio: a.mp3\n${whole}`, sample)).toEqual(expected);
  const rich = chaptersOf(
    'audio: a.mp3\nchapters: [{ start: 1, end: 3, title: B, url: /b/, img: b.jpg, toc: false }]',
    sample,
  );
  expect(rich.chapters).toEqual([
    {
      startTime: 1,
      endTime: 3,
      title: 'B',
      img: 'https://pod.example/a/b.jpg',
      url: 'https://pod.example/b/',
      toc: false,
    },
  ]);
});

describe('chapters in an MP4 file are found', () => {
  const crane = readFileSync('articles/2026-10-13-the-crane/the-crane.m4a');
  const chapters = [
    { startTime: 0, title: 'Welcome' },
    { startTime: 2, title: 'Up on the crane' },
    { startTime: 5.5, title: 'Goodbye' },
  ];
  // Without the list that Nero's tools write, there is the track of texts that Apple's write.
  const withoutList = Buffer.from(crane.toString('latin1').replace('chpl', 'free'), 'latin1');

  it.each([
    ['as a list', crane],
    ['as a track', withoutList],
  ])('%s', (_, bytes) => {
    const { rss, read, problems } = publish('audio: a.m4a', { 'articles/a.m4a': bytes });
    expect([duration({ rss }), problems]).toEqual(['8', []]);
    const [path = ''] = /chapters\/a-[0-9a-f]{8}\.json/.exec(rss) ?? [];
    expect(JSON.parse(read(path)).chapters).toEqual(chapters);
  });

  it('and in a broken one nothing breaks', () => {
    for (const length of [20, 60, 400, 700, crane.length - 3000]) {
      const built = publish('audio: a.m4a\nduration: 8', { 'articles/a.m4a': crane.subarray(0, length) });
      expect(duration(built)).toBe('8');
    }
  });
});

describe('what stands beside the audio under its name', () => {
  const VTT = 'WEBVTT\n';
  const built = (lines: string, files: Readonly<Record<string, string>>) =>
    publish(`audio: /sound/a.mp3\n${lines}`, { 'static/sound/a.mp3': sample, ...files });
  const transcripts = ({ rss }: { readonly rss: string }) =>
    [...rss.matchAll(/<podcast:transcript url="https:\/\/pod\.example\/(.*?)" type="(.*?)"/g)].map(
      ([, url, type]) => `${url} ${type}`,
    );

  it('are its transcripts (P12)', () => {
    const all = built('', {
      'static/sound/a.vtt': VTT,
      'static/sound/a.srt': '1',
      'static/sound/a.html': '<p>Hello</p>',
      'static/sound/a.txt': 'Hello',
      'static/sound/a.json': '{ "version": "1.0.0", "segments": [] }',
    });
    expect(transcripts(all)).toEqual([
      'sound/a.vtt text/vtt',
      'sound/a.srt application/x-subrip',
      'sound/a.json application/json',
      'sound/a.html text/html',
      'sound/a.txt text/plain',
    ]);
  });

  it('are not asked for where the article says its own', () => {
    expect(transcripts(built('transcript: /t/b.vtt', { 'static/sound/a.vtt': VTT }))).toEqual([
      't/b.vtt text/vtt',
    ]);
  });

  it('is its document of chapters, where JSON says so', () => {
    const { rss } = built('', { 'static/sound/a.json': '{ "version": "1.2.0", "chapters": [] }' });
    expect(rss).toContain('<podcast:chapters url="https://pod.example/sound/a.json"');
    expect(rss).not.toContain('podcast:transcript');
    expect(built('', { 'static/sound/a.json': '{ "name": "a" }' }).rss).not.toContain('a.json');
  });

  it('is no article, as long as it has no front matter', () => {
    const texts = {
      'articles/a.mp3': sample,
      'articles/a.txt': 'Ann: Hello.',
      'articles/a.html': '<p>Ann: Hello.',
    };
    const beside = publish('audio: a.mp3', texts);
    expect(beside.problems).toEqual([]);
    expect(beside.rss.match(/<item>/g)?.length).toBe(1);
    expect(transcripts(beside)).toEqual(['a/a.html text/html', 'a/a.txt text/plain']);
    const page = '---\ntitle: B\ndate: 2025-11-04\naudio: /b.mp3\n---\nHello';
    const other = publish('audio: a.mp3', {
      ...texts,
      'articles/b.mp3': sample,
      'articles/b.html': page,
      'static/b.mp3': `${sample}`,
    });
    expect(other.rss.match(/<item>/g)?.length).toBe(2);
  });
});

describe('artwork is measured where it is a file of the site (P4)', () => {
  const said = (name: string, bytes: Uint8Array) => {
    const config = SITE.replace('/a.jpg', `/${name}`);
    const folder = makeSite({ 'feedwright.yaml': config, [`static/${name}`]: bytes });
    return loadConfig({ workingDirectory: folder }).problems.map(
      ({ code, line, message, hint }) => `${line} ${code}: ${message} ${hint}`,
    );
  };

  it('and taken as a square of 1400 to 3000 pixels', () => {
    expect([...said('a.png', makePng(1400, 1400)), ...said('a.png', makePng(3000, 3000))]).toEqual([]);
  });

  it.each([
    ['a.png', makePng(1399, 1399), 'has 1399 × 1399 pixels'],
    ['a.png', makePng(3001, 3001), 'has 3001 × 3001 pixels'],
    ['a.png', makePng(1400, 1500), 'has 1400 × 1500 pixels'],
    ['a.jpg', makePng(1400, 1400), 'is PNG, but its file extension says otherwise'],
    ['a.gif', Buffer.from('GIF89a\x78\x05\x78\x05\x00\x00\x00', 'latin1'), 'is GIF, not JPEG or PNG'],
    ['a.png', Buffer.from('no image'), 'is not a readable image'],
  ] as const)('%s that $2', (name, bytes, reason) => {
    expect(said(name, bytes)).toEqual([
      expect.stringContaining(`4 podcast-artwork: The artwork "/${name}" ${reason}.`),
    ]);
  });

  it('of an episode too', () => {
    const small = publish('audio: /a.mp3\nartwork: /e.png', {
      'static/a.mp3': sample,
      'static/e.png': makePng(600, 600),
    });
    expect(small.problems).toEqual(['5 podcast-artwork']);
  });
});
