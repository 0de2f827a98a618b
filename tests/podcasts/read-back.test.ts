import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { parseFeed as parseWithPartytime } from 'podcast-partytime';
import parseWithPodparse from 'podparse';
import { describe, expect, it } from 'vitest';
import { machine } from '../machine.ts';
import { expectValid, HAS_SCHEMA } from './schema.ts';

/** The shows of the sample newsroom, as programs that we did not write read them. */
const read = (path: string) => readFileSync(join(import.meta.dirname, '../../dist', path), 'utf8');
const shows = ['low-tide', 'missing-bell'] as const;

const BASE = 'https://newsroom.example/';
const mara = `Mara Lindqvist host ${BASE}people/mara/`;

/** What the articles and their files say. */
const EPISODES = {
  'low-tide': [
    {
      title: 'The fog horn',
      file: `${BASE}2026/10/the-fog-horn/the-fog-horn.mp3 7472 audio/mpeg`,
      facts: '7 s, season 1, episode 3',
      season: 'By the water',
      people: [mara, `Aino Lehto guest ${BASE}people/aino/`],
      chapters: 'chapters/2026-10-20-the-fog-horn-f6cbc404.json',
      transcripts: [],
    },
    {
      title: 'The crane',
      file: `${BASE}2026/10/the-crane/the-crane.m4a 12171 audio/x-m4a`,
      facts: '8 s, season 1, episode 2',
      season: 'By the water',
      people: [mara, 'Tom Gull guest', 'Ines Albrecht editor'],
      chapters: 'chapters/2026-10-13-the-crane-9e92ba1e.json',
      transcripts: [`${BASE}2026/10/the-crane/the-crane.srt`],
    },
    {
      title: 'What you will hear',
      file: `${BASE}2026/10/what-you-will-hear/trailer.mp3 3352 audio/mpeg`,
      facts: '3 s, season 1, trailer',
      season: 'By the water',
      people: [],
      chapters: undefined,
      transcripts: [],
    },
    {
      title: 'The sound of nothing',
      file: `${BASE}2026/03/low-tide/low-tide.mp3 5980 audio/mpeg`,
      facts: '6 s, season 1, episode 1',
      season: 'By the water',
      people: [mara],
      chapters: 'chapters/2026-03-06-low-tide-3fd9bf93.json',
      transcripts: [`${BASE}2026/03/low-tide/low-tide.vtt`],
    },
  ],
  'missing-bell': [
    {
      title: 'The man who listened',
      file: `${BASE}2026/10/the-man-who-listened/part-2.m4a 8232 audio/x-m4a`,
      facts: '5 s, season 1, episode 2',
      season: undefined,
      people: [],
      chapters: 'chapters/2026-10-30-the-man-who-listened-13a7f3c3.json',
      transcripts: [],
    },
    {
      title: 'A bell without a tower',
      file: `${BASE}2026/10/a-bell-without-a-tower/part-1.mp3 6472 audio/mpeg`,
      facts: '6 s, season 1, episode 1',
      season: undefined,
      people: [],
      chapters: 'chapters/2026-10-23-a-bell-without-a-tower-cc5e9ec5.json',
      transcripts: [],
    },
  ],
} as const;

type Seen = (typeof EPISODES)['low-tide' | 'missing-bell'][number];
type Value = string | number | undefined;

const words = (...values: readonly Value[]) => values.filter((value) => value !== undefined).join(' ');
const factsOf = (seconds: Value, season: Value, episode: Value, type: Value) =>
  `${seconds} s, season ${season}, ${episode === undefined ? type : `episode ${episode}`}`;
const below = (url: string | undefined) => url?.replace(BASE, '');

/** Each program in its own words; no field is left out that it knows. */
const READERS: Readonly<Record<string, (text: string) => readonly object[]>> = {
  feedsmith: (text) =>
    (parseRssFeed(text).items ?? []).map(({ title, enclosures, itunes, podcast }) => ({
      title,
      file: words(enclosures?.[0]?.url, enclosures?.[0]?.length, enclosures?.[0]?.type),
      facts: factsOf(itunes?.duration, itunes?.season, itunes?.episode, itunes?.episodeType),
      season: podcast?.season?.name,
      people: (podcast?.persons ?? []).map((who) => words(who.display, who.role, who.href)),
      chapters: below(podcast?.chapters?.url),
      transcripts: (podcast?.transcripts ?? []).map(({ url }) => url),
    })),
  'podcast-partytime': (text) =>
    (parseWithPartytime(text)?.items ?? []).map((item) => ({
      title: item.title,
      file: words(item.enclosure.url, item.enclosure.length, item.enclosure.type),
      facts: factsOf(item.duration, item.itunesSeason, item.itunesEpisode, item.itunesEpisodeType),
      season: item.podcastSeason?.name,
      people: (item.podcastPeople ?? []).map((who) => words(who.name, who.role.toLowerCase(), who.href)),
      chapters: below(item.podcastChapters?.url),
      transcripts: (item.podcastTranscripts ?? []).map(({ url }) => url),
    })),
  podparse: (text) =>
    parseWithPodparse(text).episodes.map((item) => ({
      title: item.title,
      file: words(item.enclosure?.url, item.enclosure?.length, item.enclosure?.type),
      facts: factsOf(item.duration, item.season, item.episode, item.episodeType),
      people: (item.person ?? []).map((who) => words(who.name, who.role, who.href)),
      chapters: below((item.chapters as { readonly url?: string } | undefined)?.url),
      transcripts: (item.transcript ?? []).map(({ url }) => url),
    })),
};

/** What a program that has no field for the names of seasons can see. */
const withoutSeason = ({ season: _, ...rest }: Seen) => rest;

describe.each(shows)('the show %s of the newsroom', (show) => {
  it.each(Object.entries(READERS))('is read by %s with every fact', (name, parse) => {
    const expected = name === 'podparse' ? EPISODES[show].map(withoutSeason) : EPISODES[show];
    // podparse puts the first episode of a serial show first, as players do.
    const seen = parse(read(`${show}/rss.xml`));
    expect(name === 'podparse' && show === 'missing-bell' ? seen.toReversed() : seen).toEqual(expected);
  });

  it.skipIf(!machine['Python feedparser'])(
    'is read by Python feedparser with every fact that it knows',
    () => {
      const script = `import feedparser, json, sys
print(json.dumps([[e.title, e.enclosures[0].href, e.enclosures[0].length, e.enclosures[0].type, e.itunes_duration, e.itunes_season,
  e.get("itunes_episode"), e.get("podcast_chapters", {}).get("url")] for e in feedparser.parse(sys.stdin.buffer.read()).entries]))`;
      const ran = spawnSync('/usr/bin/python3', ['-c', script], {
        input: read(`${show}/rss.xml`),
        encoding: 'utf8',
      });
      const seen = JSON.parse(ran.stdout).map(
        ([title, url, length, type, seconds, season, episode, chapters]: (string | undefined)[]) => ({
          title,
          file: words(url, length, type),
          facts: factsOf(seconds, season, episode ?? undefined, 'trailer'),
          chapters: below(chapters ?? undefined),
        }),
      );
      expect(seen).toEqual(
        EPISODES[show].map(({ title, file, facts, chapters }) => ({ title, file, facts, chapters })),
      );
    },
  );

  it('says of its files what they are', () => {
    for (const { file } of EPISODES[show]) {
      const [url = '', length] = file.split(' ');
      const [, , folder = '', name = ''] = below(url)?.split('/') ?? [];
      const found = readFileSync(join(import.meta.dirname, '../..', 'articles', folderOf(folder), name));
      expect(String(found.length)).toBe(length);
    }
  });

  it.skipIf(!HAS_SCHEMA)('has only elements of the podcast namespace that its schema allows', () => {
    // The schema knows nothing of guid, medium, license, updateFrequency and trailer, and asks for a name of each season.
    const known =
      /^ *<podcast:(?:transcript|locked|funding|chapters|soundbite|person|location|season|episode)\b/;
    const found = read(`${show}/rss.xml`)
      .split('\n')
      .filter((line) => known.test(line));
    expect(found.length).toBeGreaterThan(3);
    expectValid(found);
  });
});

const FOLDERS = [
  '2026-03-06-low-tide',
  '2026-10-10-what-you-will-hear',
  '2026-10-13-the-crane',
  '2026-10-20-the-fog-horn',
  '2026-10-23-a-bell-without-a-tower',
  '2026-10-30-the-man-who-listened',
];

function folderOf(slug: string): string {
  return FOLDERS.find((folder) => folder.endsWith(slug)) ?? '';
}

describe('the channel of a show', () => {
  it('says the same to all', () => {
    const text = read('low-tide/rss.xml');
    const partytime = parseWithPartytime(text);
    const { meta } = parseWithPodparse(text);
    const smith = parseRssFeed(text);
    const guid = '25c249cc-973c-5743-bb14-17bb51094713';
    expect([partytime?.guid, smith.podcast?.guid]).toEqual([guid, guid]);
    expect([partytime?.itunesImage, smith.itunes?.image]).toEqual([
      `${BASE}low-tide.png`,
      `${BASE}low-tide.png`,
    ]);
    expect([partytime?.owner?.email, meta.owner?.email, smith.itunes?.owner?.email]).toEqual(
      Array(3).fill('sound@newsroom.example'),
    );
    expect([partytime?.author, meta.author, smith.itunes?.author]).toEqual(
      Array(3).fill('Port Lune Courier'),
    );
    expect(smith.itunes?.categories).toEqual([
      { text: 'Society & Culture', categories: [{ text: 'Places & Travel' }] },
      { text: 'Arts' },
    ]);
    expect([partytime?.locked, smith.podcast?.locked?.value]).toEqual([true, true]);
    expect([partytime?.podcastFunding?.[0]?.url, meta.funding?.[0]?.url]).toEqual(
      Array(2).fill(`${BASE}support/`),
    );
    expect([partytime?.medium, meta.medium, smith.podcast?.medium]).toEqual(Array(3).fill('podcast'));
    expect(partytime?.trailers?.[0]).toMatchObject({ title: 'What you will hear', length: 3352, season: 1 });
    expect(parseRssFeed(read('missing-bell/rss.xml')).itunes?.type).toBe('serial');
  });

  it('has documents of chapters that say what stands in the files', () => {
    const chapters = JSON.parse(read('chapters/2026-10-13-the-crane-9e92ba1e.json'));
    expect(chapters).toEqual({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'Welcome' },
        { startTime: 2, title: 'Up on the crane' },
        { startTime: 5.5, title: 'Goodbye' },
      ],
    });
  });
});
