import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';
import { makeChapterTag, makeWav } from './sound.ts';

const SITE = `site: https://pod.example/
title: Harbour talk
language: en
podcast: { category: Leisure, explicit: false, image: /a.jpg, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810 }
`;
const sample = readFileSync('articles/2026-03-06-low-tide/low-tide.mp3');

function publish(lines: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const article = `---\ntitle: A\ndate: 2025-11-04\n${lines}\n---\nNotes.\n`;
  const folder = makeSite({ 'feedwright.yaml': SITE, 'articles/a.md': article, ...files });
  const { config } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error('no configuration');
  const { problems } = build(config, { now: Date.parse('2026-01-01') });
  const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
  return { rss: read('rss.xml'), read, problems: problems.map(({ line, code }) => `${line} ${code}`) };
}

const duration = ({ rss }: { readonly rss: string }) => /<itunes:duration>(\d+)</.exec(rss)?.[1];

it('a local file says itself how long it is (P14)', () => {
  const wav = publish('audio: a.wav', { 'articles/a.wav': makeWav(3) });
  expect([duration(wav), wav.problems]).toEqual(['3', []]);
  const mp3 = publish('audio: /sound/a.mp3', { 'static/sound/a.mp3': sample });
  expect([duration(mp3), mp3.problems]).toEqual(['6', []]);
});

it('is believed more than the article, which is said', () => {
  const wrong = publish('audio: a.wav\nduration: 31:07', { 'articles/a.wav': makeWav(3) });
  expect([duration(wrong), wrong.problems]).toEqual(['3', ['5 wrong-duration']]);
  const near = publish('audio: a.wav\nduration: 4', { 'articles/a.wav': makeWav(3) });
  expect([duration(near), near.problems]).toEqual(['3', []]);
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
