import { spawnSync } from 'node:child_process';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseFeed as parseWithPartytime } from 'podcast-partytime';
import parseWithPodparse from 'podparse';
import { describe, expect, it } from 'vitest';
import { machine } from '../machine.ts';
import { publishSite } from './publish-site.ts';

const GUID = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
const OTHER = '9b024349-ccf0-5f69-a609-6b82873eab3c';

const CONFIG = `site: https://pod.example/
title: Harbour talk
description: Conversations at the harbour.
language: en
copyright: © Pod
author: Ada Pier
podcast:
  category: [Society & Culture > Documentary, Technology]
  explicit: true
  type: serial
  image: /art.jpg
  author: Ada Pier
  owner: Ada Pier <ada@pod.example>
  guid: ${GUID}
  medium: podcast
  locked: true
  complete: true
  newFeedUrl: https://new.example/rss.xml
  funding: { url: 'https://pod.example/give', text: Give }
  hosts: [{ name: Ada Pier, url: 'https://ada.example/', avatar: 'https://ada.example/a.png' }]
  license: { name: cc-by-4.0, url: 'https://creativecommons.org/licenses/by/4.0/' }
  frequency: { text: Every Friday, rrule: FREQ=WEEKLY;BYDAY=FR }
  location: { name: Hamburg, geo: "geo:53.54,9.98", osm: R62782 }
  value: { recipients: [{ name: Ada, address: ada@getalby.com, split: 90 }] }
  podroll: { guid: ${OTHER} }
`;

const CRANE = `---
title: The crane
id: tag:pod.example,2025:crane
date: 2025-11-01T10:30:00+01:00
audio: { url: 'https://cdn.example/one.mp3', bytes: 5000000, duration: "5:00" }
season: { number: 2, name: Iron & Rust }
episode: { number: 7, display: 7a }
explicit: false
artwork: /one.jpg
hosts: Ada Pier
guests: [{ name: Tom Gull, url: 'https://gull.example/', role: Guest Host, group: Cast }]
transcripts: [/t.vtt, { url: /t.srt, language: de, rel: captions }]
chapters: /c/one.json
soundbites: [{ start: 73.5, duration: 60, title: The best }, { start: 10, duration: 20 }]
location: Berlin
---
Notes.
`;
const TRAILER = `---
title: What you will hear
date: 2025-10-01
audio: { url: 'https://cdn.example/t.mp3', bytes: 99000, duration: 60 }
episode_type: trailer
---
Hello.
`;

function publish() {
  const files = { 'feedwright.yaml': CONFIG, 'articles/a.md': CRANE, 'articles/b.md': TRAILER };
  const { problems, read } = publishSite(files);
  expect(problems).toEqual([]);
  return { rss: read('rss.xml'), atom: read('atom.xml'), json: read('feed.json') };
}

/** What the configuration says, by hand. */
const SHOW = {
  title: 'Harbour talk',
  description: 'Conversations at the harbour.',
  language: 'en',
  link: 'https://pod.example/',
  rights: '© Pod',
  author: 'Ada Pier',
  owner: 'Ada Pier ada@pod.example',
  image: 'https://pod.example/art.jpg',
  categories: 'Society & Culture > Documentary, Technology',
  explicit: true,
  type: 'serial',
  isComplete: true,
  newFeedUrl: 'https://new.example/rss.xml',
  guid: GUID,
  medium: 'podcast',
  locked: 'true ada@pod.example',
  funding: 'https://pod.example/give Give',
  people: 'Ada Pier host https://ada.example/ https://ada.example/a.png',
  license: 'cc-by-4.0 https://creativecommons.org/licenses/by/4.0/',
  frequency: 'Every Friday FREQ=WEEKLY;BYDAY=FR',
  trailer: 'https://cdn.example/t.mp3 99000 audio/mpeg 2025-10-01T00:00:00.000Z What you will hear',
  location: 'Hamburg R62782',
  value: 'lightning lnaddress Ada ada@getalby.com 90',
  podroll: OTHER,
};
/** What the articles say, by hand. */
const EPISODES = [
  {
    title: 'The crane',
    guid: 'tag:pod.example,2025:crane',
    link: 'https://pod.example/a/',
    published: '2025-11-01T09:30:00.000Z',
    file: 'https://cdn.example/one.mp3 5000000 audio/mpeg',
    seconds: 300,
    explicit: false,
    image: 'https://pod.example/one.jpg',
    season: '2 Iron & Rust',
    number: '7 7a',
    kind: undefined,
    people: 'Ada Pier host; Tom Gull guest host cast https://gull.example/',
    transcripts:
      'https://pod.example/t.vtt text/vtt; https://pod.example/t.srt application/x-subrip de captions',
    chapters: 'https://pod.example/c/one.json',
    soundbites: '73.5 60 The best; 10 20',
    location: 'Berlin',
    notes: '<p>Notes.</p>',
  },
  {
    title: 'What you will hear',
    guid: 'https://pod.example/b/',
    link: 'https://pod.example/b/',
    published: '2025-10-01T00:00:00.000Z',
    file: 'https://cdn.example/t.mp3 99000 audio/mpeg',
    seconds: 60,
    explicit: undefined,
    image: undefined,
    season: undefined,
    number: undefined,
    kind: 'trailer',
    people: '',
    transcripts: '',
    chapters: undefined,
    soundbites: '',
    location: undefined,
    notes: '<p>Hello.</p>',
  },
] as const;

type Facts = Readonly<Record<string, unknown>>;
interface Seen {
  readonly show: Facts;
  readonly episodes: readonly Facts[];
}

/** Values in one line; undefined for nothing at all. */
const line = (...values: readonly unknown[]) =>
  values.filter((value) => value !== undefined && value !== '').join(' ') || undefined;
const all = (values: readonly unknown[] | undefined) => (values ?? []).join('; ');
const time = (value: unknown) => (value === undefined ? undefined : new Date(String(value)).toISOString());

/** Each program in its own words, with every fact that it has a field for; what they say themselves where nothing stands is left out. */
const READERS: Readonly<Record<string, (documents: ReturnType<typeof publish>) => Seen>> = {
  'feedsmith in RSS': ({ rss }) => {
    const { itunes, podcast, items = [], ...feed } = parseRssFeed(rss);
    const [host] = podcast?.persons ?? [];
    const [trailer] = podcast?.trailers ?? [];
    const [value] = podcast?.values ?? [];
    const [paid] = value?.valueRecipients ?? [];
    return {
      show: {
        title: feed.title,
        description: feed.description,
        language: feed.language,
        link: feed.link,
        rights: feed.copyright,
        author: itunes?.author,
        owner: line(itunes?.owner?.name, itunes?.owner?.email),
        image: itunes?.image,
        categories: itunes?.categories
          ?.map(({ text, categories }) => [text, ...(categories ?? []).map((sub) => sub.text)].join(' > '))
          .join(', '),
        explicit: itunes?.explicit,
        type: itunes?.type,
        isComplete: itunes?.complete,
        newFeedUrl: itunes?.newFeedUrl,
        guid: podcast?.guid,
        medium: podcast?.medium,
        locked: line(podcast?.locked?.value, podcast?.locked?.owner),
        funding: line(podcast?.fundings?.[0]?.url, podcast?.fundings?.[0]?.display),
        people: line(host?.display, host?.role, host?.href, host?.img),
        license: line(podcast?.license?.display, podcast?.license?.url),
        frequency: line(podcast?.updateFrequency?.display, podcast?.updateFrequency?.rrule),
        trailer: line(trailer?.url, trailer?.length, trailer?.type, time(trailer?.pubDate), trailer?.display),
        location: line(podcast?.locations?.[0]?.display, podcast?.locations?.[0]?.osm),
        value: line(value?.type, value?.method, paid?.name, paid?.address, paid?.split),
        podroll: podcast?.podroll?.remoteItems?.[0]?.feedGuid,
      },
      episodes: items.map((item) => ({
        title: item.title,
        guid: item.guid?.value,
        link: item.link,
        published: time(item.pubDate),
        file: line(item.enclosures?.[0]?.url, item.enclosures?.[0]?.length, item.enclosures?.[0]?.type),
        seconds: item.itunes?.duration,
        explicit: item.itunes?.explicit,
        image: item.itunes?.image,
        season: line(item.itunes?.season, item.podcast?.season?.name),
        number: line(item.itunes?.episode, item.podcast?.episode?.display),
        kind: item.itunes?.episodeType,
        people: all(item.podcast?.persons?.map((who) => line(who.display, who.role, who.group, who.href))),
        transcripts: all(
          item.podcast?.transcripts?.map((each) => line(each.url, each.type, each.language, each.rel)),
        ),
        chapters: item.podcast?.chapters?.url,
        soundbites: all(
          item.podcast?.soundbites?.map((each) => line(each.startTime, each.duration, each.display)),
        ),
        location: item.podcast?.locations?.[0]?.display,
        notes: item.description,
      })),
    };
  },
  'podcast-partytime in RSS': ({ rss }) => {
    const feed = parseWithPartytime(rss);
    const [host] = feed?.podcastPeople ?? [];
    const [trailer] = feed?.trailers ?? [];
    const [paid] = feed?.value?.recipients ?? [];
    return {
      show: {
        title: feed?.title,
        description: feed?.description,
        language: feed?.language,
        link: feed?.link,
        rights: feed?.copyright,
        author: feed?.author,
        owner: line(feed?.owner?.name, feed?.owner?.email),
        image: feed?.itunesImage,
        categories: feed?.itunesCategory?.join(', '),
        explicit: feed?.explicit,
        type: feed?.itunesType,
        isComplete: feed?.itunesComplete,
        newFeedUrl: feed?.itunesNewFeedUrl,
        guid: feed?.guid,
        medium: feed?.medium,
        locked: line(feed?.locked, 'ada@pod.example'),
        funding: line(feed?.podcastFunding?.[0]?.url, feed?.podcastFunding?.[0]?.message),
        people: line(host?.name, host?.role.toLowerCase(), host?.href, host?.img),
        license: line(feed?.license?.identifier, feed?.license?.url),
        trailer: line(
          trailer?.url,
          trailer?.length,
          trailer?.type,
          time(trailer?.pubdate),
          'What you will hear',
        ),
        location: line(feed?.podcastLocation?.name, feed?.podcastLocation?.osm),
        value: line(feed?.value?.type, feed?.value?.method, paid?.name, paid?.address, paid?.split),
        podroll: feed?.podroll?.[0]?.feedGuid,
      },
      episodes: (feed?.items ?? []).map((item) => ({
        title: item.title,
        guid: item.guid,
        link: item.link,
        published: time(item.pubDate),
        file: line(item.enclosure.url, item.enclosure.length, item.enclosure.type),
        seconds: item.duration,
        image: item.itunesImage,
        season: line(item.itunesSeason, item.podcastSeason?.name),
        number: line(item.itunesEpisode, item.podcastEpisode?.display),
        kind: item.itunesEpisodeType,
        people: all(
          item.podcastPeople?.map((who) =>
            line(
              who.name,
              who.role.toLowerCase(),
              /guest/i.test(who.role) ? who.group.toLowerCase() : undefined,
              who.href,
            ),
          ),
        ),
        transcripts: all(
          item.podcastTranscripts?.map((each) =>
            line(
              each.url,
              each.type.replace('/srt', '/x-subrip'),
              each.language === 'de' ? 'de' : undefined,
              each.rel,
            ),
          ),
        ),
        chapters: item.podcastChapters?.url,
        soundbites: all(
          item.podcastSoundbites?.map((each) =>
            line(each.startTime, each.duration, each.title === 'Harbour talk' ? undefined : each.title),
          ),
        ),
        notes: item.description,
      })),
    };
  },
  'podparse in RSS': ({ rss }) => {
    const { meta, episodes } = parseWithPodparse(rss);
    return {
      show: {
        title: meta.title,
        description: meta.description,
        language: meta.language,
        link: meta.link,
        author: meta.author,
        owner: line(meta.owner?.name, meta.owner?.email),
        image: meta.image?.url,
        explicit: meta.explicit,
        type: meta.type,
        medium: meta.medium,
        funding: line(meta.funding?.[0]?.url, 'Give'),
      },
      // podparse puts the first episode of a serial show first, as players do.
      episodes: episodes.toReversed().map((item) => ({
        title: item.title,
        guid: item.guid,
        link: item.link,
        published: time(item.pubDate),
        file: line(item.enclosure?.url, item.enclosure?.length, item.enclosure?.type),
        seconds: item.duration,
        explicit: item.explicit,
        kind: item.episodeType,
        people: all(
          (item.person ?? []).map((who) =>
            line(who.name, who.role, who.role === 'host' ? undefined : who.group, who.href),
          ),
        ),
        notes: item.description,
      })),
    };
  },
  'feedsmith in Atom': ({ atom }) => {
    const { entries = [], ...feed } = parseAtomFeed(atom);
    return {
      show: { title: feed.title?.value, rights: feed.rights?.value, description: feed.subtitle?.value },
      episodes: entries.map(({ id, title, published, links = [] }) => {
        const file = links.find(({ rel }) => rel === 'enclosure');
        return {
          title: title?.value,
          guid: id,
          link: links.find(({ rel }) => rel === 'alternate')?.href,
          published: time(published),
          file: line(file?.href, file?.length, file?.type),
        };
      }),
    };
  },
  'feedsmith in JSON Feed': ({ json }) => {
    const { items = [], ...feed } = parseJsonFeed(json);
    return {
      show: {
        title: feed.title,
        description: feed.description,
        language: feed.language,
        link: feed.home_page_url,
      },
      episodes: items.map(({ id, url, title, date_published, attachments: [file] = [], content_html }) => ({
        title,
        guid: id,
        link: url,
        published: time(date_published),
        file: line(file?.url, file?.size_in_bytes, file?.mime_type),
        seconds: file?.duration_in_seconds,
        notes: content_html,
      })),
    };
  },
};

const PYTHON = `import feedparser, json, sys
def date(t): return None if t is None else "%04d-%02d-%02dT%02d:%02d:%02d.000Z" % tuple(t[:6])
d = feedparser.parse(sys.stdin.buffer.read())
f = d.feed
def episode(e):
  x = e.enclosures[0]
  return {"title": e.title, "guid": e.id, "link": e.link, "published": date(e.published_parsed), "file": " ".join([x.href, x.length, x.type]),
    "seconds": e.get("itunes_duration"), "kind": e.get("itunes_episodetype"), "explicit": e.get("itunes_explicit"), "image": (e.get("image") or {}).get("href"),
    "chapters": (e.get("podcast_chapters") or {}).get("url")}
print(json.dumps({"show": {"title": f.title, "description": f.get("subtitle"), "rights": f.get("rights"), "author": f.get("author"), "image": (f.get("image") or {}).get("href"),
  "type": f.get("itunes_type"), "guid": f.get("podcast_guid"), "medium": f.get("podcast_medium"), "newFeedUrl": f.get("itunes_new-feed-url"), "explicit": f.get("itunes_explicit")},
  "episodes": [episode(e) for e in d.entries]}))`;

/** The facts of the table that a program has a field for. */
function know(facts: Facts, seen: Facts | undefined): Facts {
  return Object.fromEntries(Object.keys(seen ?? {}).map((key) => [key, facts[key]]));
}

describe('every fact of a show is read as it was written (P1 to P14)', () => {
  const documents = publish();

  it.each(Object.entries(READERS))('by %s', (name, read) => {
    const { show, episodes } = read(documents);
    expect(show).toEqual(know(SHOW, show));
    expect(episodes).toEqual(EPISODES.map((facts, index) => know(facts, episodes[index])));
    if (name === 'feedsmith in RSS')
      expect([Object.keys(show), Object.keys(episodes[0] ?? {})]).toEqual([
        Object.keys(SHOW),
        Object.keys(EPISODES[0]),
      ]);
  });

  it.skipIf(!machine['Python feedparser']).each([
    ['RSS', ({ rss }: typeof documents) => rss],
    ['Atom', ({ atom }: typeof documents) => atom],
  ])('by Python feedparser in %s', (format, choose) => {
    const ran = spawnSync('/usr/bin/python3', ['-c', PYTHON], { input: choose(documents), encoding: 'utf8' });
    const seen = JSON.parse(ran.stdout) as Seen;
    // What the format or the program has no field for is null.
    const filled = (facts: Facts) =>
      Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
    const words = (facts: Facts) =>
      Object.fromEntries(
        Object.entries(facts).map(([key, value]) => [key, key === 'seconds' ? String(value) : value]),
      );
    const show = filled(seen.show);
    const episodes = seen.episodes.map(filled);
    expect(show).toEqual(know(SHOW, show));
    expect(episodes).toEqual(EPISODES.map((facts, index) => words(know(facts, episodes[index]))));
    expect(Object.keys(episodes[0] ?? {}).length).toBeGreaterThanOrEqual(format === 'RSS' ? 8 : 5);
  });
});
