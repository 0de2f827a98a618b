import type { FeedFormat } from '../../src/model/index.ts';
import type { PageFeed, PageItem, PageSite } from '../../src/pages/site.ts';

/** A site and its feeds as pages get them. */
export const site: PageSite = {
  title: 'Port Lune Courier',
  home: 'https://newsroom.example/',
  language: 'en',
  timeZone: 'Europe/Paris',
  colour: '#c2410c',
  index: 'https://newsroom.example/feeds/',
  opml: 'https://newsroom.example/feeds.opml',
};

const FILES: Readonly<Record<FeedFormat, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };

export function documents(folder = '', formats: readonly FeedFormat[] = ['rss', 'atom', 'json']) {
  return formats.map((format) => {
    const path = folder + FILES[format];
    return { format, path, url: `https://newsroom.example/${path}` };
  });
}

export const item: PageItem = {
  title: 'The bridge that waits',
  url: 'https://newsroom.example/2025/12/bridge/',
  published: Date.parse('2025-12-11T23:30:00Z'),
  summary: 'For ninety years the swing bridge has opened for whoever rings the bell.',
};

export const feed: PageFeed = {
  title: 'Port Lune Courier',
  description: 'News from a small harbour town.',
  documents: documents(),
  url: 'https://newsroom.example/rss.html',
  items: [item],
};

export const arabicSite: PageSite = { ...site, title: 'بريد الميناء', language: 'ar' };
export const arabicFeed: PageFeed = {
  ...feed,
  title: 'بريد الميناء',
  description: 'أخبار من مدينة صغيرة على البحر.',
  items: [
    { ...item, title: 'الميناء يفتح رصيفه الجديد', summary: 'افتُتح الرصيف الجديد صباح اليوم.' },
    { ...item, title: 'The lighthouse keeper', summary: 'An English text among others.', language: 'en' },
  ],
};

/** A show; its artwork is on another host, as its sounds are. */
export const show: PageFeed = {
  ...feed,
  title: 'Low Tide',
  show: { image: 'https://img.example/art.jpg' },
  items: [
    {
      ...item,
      title: 'The crane',
      episode: {
        url: 'https://cdn.example/crane.mp3',
        isVideo: false,
        seconds: 3723,
        people: [{ name: 'Ada Pier', url: 'https://ada.example/' }, { name: 'Tom <Gull>' }],
        chapters: [{ start: 0, title: 'Welcome' }, { start: 250.5, title: 'The & crane' }, { start: 3700 }],
        transcripts: ['https://cdn.example/crane.vtt'],
      },
    },
    {
      ...item,
      title: 'The film',
      episode: {
        url: 'http://cdn.example/film.mp4',
        isVideo: true,
        people: [],
        chapters: [],
        transcripts: [],
      },
    },
  ],
};
