import { describe, expect, it, test } from 'vitest';
import { toSeconds } from '../../src/articles/duration.ts';
import { publishSite } from '../podcasts/publish-site.ts';

const MP3 = 'https://cdn.example.org/1.mp3';

const SHOW =
  'site: https://example.org/\ntitle: T\nlanguage: en\npodcast: { category: Leisure, explicit: false, image: /a.jpg, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810 }\n';

/** The one item of a site whose article has these lines of front matter, its RSS, and what was said of it. */
function publish(lines: string, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  const { problems, read } = publishSite({
    'feedwright.yaml': 'site: https://example.org/\ntitle: T\n',
    'articles/a.md': `---\ntitle: A\ndate: 2025-11-04\n${lines}\n---\nNotes.\n`,
    ...more,
  });
  const [item] = JSON.parse(read('feed.json')).items;
  return {
    attachments: item.attachments,
    rss: read('rss.xml'),
    problems: problems.map(({ line, code }) => `${line} ${code}`),
  };
}

describe('an article with audio is an episode (P17)', () => {
  test.each([
    `audio: ${MP3}`,
    `podcast_file: ${MP3}`,
    `audio_url: ${MP3}`,
    `mp3: ${MP3}`,
    `mp3Url: ${MP3}`,
    `enclosure: ${MP3}`,
    `enclosure:\n  url: ${MP3}`,
    `podcast:\n  file: ${MP3}`,
    `file: ${MP3}`,
    `extra:\n  audio: ${MP3}`,
    `params:\n  audio: ${MP3}`,
    `params:\n  podcast_file: ${MP3}`,
    `attachments: [${MP3}]`,
  ])('%j', (lines) => {
    const { attachments, problems } = publish(`bytes: 1234\nduration: "1:02:03"\n${lines}`);
    expect([attachments, problems]).toEqual([
      [{ url: MP3, mime_type: 'audio/mpeg', size_in_bytes: 1234, duration_in_seconds: 3723 }],
      [],
    ]);
  });

  test.each([
    ['podcast_bytes: 1234', 'podcast_duration: 1:02:03'],
    ['bytes: "1,234"', 'duration: 1:02:03'],
    ['length: 1234', 'itunes_duration: 3723'],
    ['podcast_length: "1234"', 'playtime: 1h 2m 3s'],
    ['file_size: 1234', 'length: "1:02:03"'],
  ])('whose size and duration have many names: %s, %s', (bytes, duration) => {
    expect(publish(`podcast_file: ${MP3}\n${bytes}\n${duration}`).attachments[0]).toMatchObject({
      size_in_bytes: 1234,
      duration_in_seconds: 3723,
    });
  });

  test.each(['params', 'extra', 'podcast', 'itunes'])('whose facts stand in "%s"', (parent) => {
    const lines = `audio: ${MP3}\n${parent}:\n  duration: 62:03\n  bytes: 12345678\n  season: 2\n  episode: 7\n`;
    const folder = publish(lines, { 'feedwright.yaml': SHOW });
    expect(folder.attachments[0]).toMatchObject({ size_in_bytes: 12345678, duration_in_seconds: 3723 });
    expect(folder.rss).toContain('<itunes:season>2</itunes:season>');
    expect(folder.rss).toContain('<itunes:episode>7</itunes:episode>');
    expect(folder.problems).toEqual([]);
  });

  it('keeps its other attachments', () => {
    const { attachments } = publish(`attachments: [https://example.org/notes.pdf]\naudio: ${MP3}`);
    expect(attachments.map(({ url }: { url: string }) => url)).toEqual([
      MP3,
      'https://example.org/notes.pdf',
    ]);
  });

  it('has the type that directories list, whatever the article calls it (P5, P15)', () => {
    const typeOf = (lines: string) => publish(lines).attachments[0].mime_type;
    expect(typeOf('audio: https://cdn.example.org/1.m4a')).toBe('audio/x-m4a');
    expect(typeOf('audio: https://cdn.example.org/1.m4v')).toBe('video/x-m4v');
    expect(typeOf(`audio: { url: "${MP3}", type: audio/x-mp3 }`)).toBe('audio/mpeg');
    expect(typeOf('audio: https://cdn.example.org/get?id=1\naudio_type: audio/mp3')).toBe('audio/mpeg');
  });

  it('says its duration in every RSS feed', () => {
    expect(publish(`audio: ${MP3}\nduration: 62:03`).rss).toContain('duration="3723"');
    expect(publish('image: /a.png').rss).not.toContain('itunes');
  });
});

describe('what players and directories would miss is said at its line', () => {
  test.each([
    [`audio: ${MP3}`, '4 unknown-length'],
    [`audio: ${MP3}\nbytes: 5\nduration: soon`, '6 bad-duration'],
    [`episode_sound_file: ${MP3}`, '4 unused-audio'],
    ['media:\n  sound: /talks/1.opus', '4 unused-audio'],
    [`audio: ${MP3}\nbytes: 5\nepisode: 0`, '6 bad-episode-number'],
    [`audio: ${MP3}\nbytes: 5\nseason: -1`, '6 bad-episode-number'],
    [`audio: ${MP3}\nbytes: 5\nepisode_type: extra`, '6 bad-episode-type'],
    [`audio: ${MP3}\nbytes: 5\nexplicit: perhaps`, '6 bad-explicit'],
    [`audio: ${MP3}\nbytes: 5\nchapters:\n  - 00:00 Start\n  - no time`, '6 bad-chapter'],
  ])('%j', (lines, said) => {
    expect(publish(lines).problems).toEqual([said]);
  });

  it('a size that is not that of the file beside the article (P14)', () => {
    const wrong = publish('audio: a.mp3\nbytes: 5', { 'articles/a.mp3': 'sound' });
    expect(wrong.problems).toEqual([]);
    const right = publish('audio: a.mp3\nbytes: 6', { 'articles/a.mp3': 'sound' });
    expect([right.problems, right.attachments[0].size_in_bytes]).toEqual([['5 wrong-length'], 5]);
  });

  it('nothing of an article without audio', () => {
    expect(publish('file: notes.csv\nduration: long\nepisode: special\nexplicit: perhaps').problems).toEqual(
      [],
    );
  });
});

test.each([
  [3723, 3723],
  ['3723.9', 3723],
  ['1:02:03', 3723],
  ['01:02:03.500', 3723],
  ['62:03', 3723],
  ['PT1H2M3S', 3723],
  ['P1DT1S', 86_401],
  ['1h 2m 3s', 3723],
  ['1 hour, 2 minutes and 3 seconds', 3723],
  ['62 min', 3720],
  [{ hours: 1, minutes: 2, seconds: 3 }, 3723],
  ['0', undefined],
  ['00:00', undefined],
  ['soon', undefined],
  ['', undefined],
  [['3'], undefined],
])('the duration %j is %j seconds', (written, seconds) => {
  expect(toSeconds(written)).toBe(seconds);
});

describe('what people write for other tools is understood (P17)', () => {
  const said = { url: MP3, mime_type: 'audio/mpeg', size_in_bytes: 1234, duration_in_seconds: 3723 };

  test.each([
    ['the name of the file alone', 'audio: 1.mp3\nbytes: 1234', 'https://cdn.example.org/'],
    ['the name without an ending', 'filename: "1"\nbytes: 1234', 'https://cdn.example.org/:file.mp3'],
    ['a URL of a page that is a sound', `url: ${MP3}\nlength: 1234`, undefined],
    ['a link that is a sound', `link: ${MP3}\nlength: 1234`, undefined],
    [
      'a mapping of formats, and of sizes',
      'audio: { ogg: 1.ogg, mp3: 1.mp3 }\nfilesize: { mp3: 1234 }',
      'https://cdn.example.org',
    ],
    ['a path and its size', `audio_file_path: ${MP3}\naudio_file_size: 1234`, undefined],
    ['the three lines of WordPress', `enclosure: |\n  ${MP3}\n  1234\n  audio/mpeg`, undefined],
    [
      'a mapping of the episode',
      'episode: { filename: 1.mp3, size: 1234, seasonNumber: 1 }',
      'https://cdn.example.org/',
    ],
  ])('%s', (_, lines, audio) => {
    const config = `site: https://example.org/\ntitle: T\n${audio === undefined ? '' : `audio: ${audio}\n`}`;
    const { attachments, problems } = publish(`${lines}\nduration: "1:02:03"`, { 'feedwright.yaml': config });
    expect([attachments, problems]).toEqual([[said], []]);
  });

  it('with the duration that WordPress keeps behind them', () => {
    const lines = `enclosure: "${MP3}\\n1234\\naudio/mpeg\\na:1:{s:8:\\"duration\\";s:8:\\"01:02:03\\";}"`;
    expect(publish(lines).attachments).toEqual([said]);
  });

  it('numbers in a mapping of the episode', () => {
    const lines = `audio: ${MP3}\nbytes: 5000\nduration: 5\nepisode: { seasonNumber: 2, episodeNumber: 7, title: A }`;
    const { rss, problems } = publish(lines, { 'feedwright.yaml': SHOW });
    expect(problems).toEqual([]);
    expect(rss).toMatch(/<itunes:season>2<[\s\S]*<itunes:episode>7<[\s\S]*<podcast:episode>7</);
  });

  it('the GUID of an episode, which apps know it by', () => {
    const guid = 'ff88fbc2-078a-4fd4-8af2-4307ac6ab22b';
    expect(publish(`audio: ${MP3}\nbytes: 5\nduration: 5\nepisode_guid: ${guid}`).rss).toContain(
      `<guid isPermaLink="false">${guid}</guid>`,
    );
  });

  it('paths from the top of the site, as themes write them', () => {
    const built = publish('audio: audio/1.wav\nartwork: img/1.jpg', {
      'static/audio/1.wav': 'sound',
      'static/img/1.jpg': 'image',
      'feedwright.yaml': SHOW,
    });
    expect(built.attachments[0]).toMatchObject({ url: 'https://example.org/audio/1.wav', size_in_bytes: 5 });
    expect(built.rss).toContain('<itunes:image href="https://example.org/img/1.jpg"/>');
  });

  it('the full URL of a file of this site, which is measured (P14)', () => {
    const { attachments } = publish('audio: https://example.org/audio/1.mp3', {
      'static/audio/1.mp3': 'sound',
    });
    expect(attachments[0].size_in_bytes).toBe(5);
  });

  test.each([
    ['audio: 1.mp3', '4 audio-not-found'],
    [`audio: ${MP3}\npodcast_file_size: 13.7 MB`, '5 bad-bytes'],
  ])('%j is said where it is', (lines, problem) => {
    expect(publish(`${lines}\nduration: 5`).problems).toContain(problem);
  });

  it('hosts and guests by the pages that the site has of them', () => {
    const { rss, problems } = publish(
      `audio: ${MP3}\nbytes: 5000\nduration: 5\nhosts: [ada]\nguests: [tgull, Eve]`,
      {
        'feedwright.yaml': SHOW,
        'hosts/ada.md': '---\nTitle: Ada Pier\nWebsite: https://ada.example/\nThumbnail: img/ada.png\n---\n',
        'guest/tgull.md': '---\ntitle: Tom Gull\n---\n',
      },
    );
    expect(problems).toEqual([]);
    expect(rss.match(/<podcast:person.*>/g)).toEqual([
      '<podcast:person role="host" img="https://example.org/img/ada.png" href="https://ada.example/">Ada Pier</podcast:person>',
      '<podcast:person role="guest">Tom Gull</podcast:person>',
      '<podcast:person role="guest">Eve</podcast:person>',
    ]);
  });
});
