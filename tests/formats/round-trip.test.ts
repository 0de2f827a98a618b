import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { Feed, type Item } from '../../src/formats/feed.ts';
import { options, shownText } from './sample.ts';

/** What a reader learns about an item, the same in all formats (R4, R74). */
interface Facts {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly published: number;
  readonly updated: number;
  readonly authors: (string | undefined)[];
  readonly tags: (string | undefined)[];
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly files: { url: string | undefined; type: string | undefined; bytes: number | undefined }[];
  readonly image: string | undefined;
}

const facts: readonly Facts[] = [0, 1, 2].map((index) => ({
  id: ['https://example.org/0/', 'tag:example.org,2024:one', 'urn:uuid:9b2f6a9e-2a0c-4a4f-9a3e-0b8f8a1a2b3c'][
    index
  ],
  url: `https://example.org/${index}/?a=1&b=2`,
  title: ['Plain', 'Tom &amp; Jerry & <b>C++</b> “quoted” ]]>', '日本語 😀 \u202Bעברית'][index],
  published: Date.UTC(2024, 1, 29, 23, 59, index),
  updated: Date.UTC(2024, 2, 1 + index, 1, 2, 3),
  authors: [['Ann <A>'], ['Ann', 'Bob & Co'], ['Çelik, Dr.']][index] ?? [],
  tags: [['C++ <T>', 'R&D', 'a, b'], [], ['news']][index] ?? [],
  summary: ['One & two < three', 'x', '“…”'][index],
  content: `<p>Text ${index} &amp; <a href="https://example.org/?a=1&amp;b=2">more</a> ]]&gt;</p>`,
  files:
    [
      [],
      [{ url: 'https://example.org/a.mp3?x=1&y=2', type: 'audio/mpeg', bytes: 1234 }],
      [
        { url: 'https://example.org/a.mp3', type: 'audio/mpeg', bytes: 1 },
        { url: 'https://example.org/b.pdf', type: 'application/pdf', bytes: 2 },
      ],
    ][index] ?? [],
  image: index === 1 ? undefined : 'https://example.org/i.jpg?w=1&h=2',
}));

function makeFeed(): Feed {
  const feed = new Feed(options);
  for (const fact of facts) feed.addItem(toItem(fact));
  return feed;
}

function toItem({
  id,
  url,
  title,
  published,
  updated,
  authors,
  tags,
  summary,
  content,
  files,
  image,
}: Facts): Item {
  return {
    id: id ?? '',
    link: url ?? '',
    title: title ?? '',
    published: new Date(published),
    date: new Date(updated),
    author: authors.map((name) => ({ name: name ?? '' })),
    category: tags.map((name) => ({ name: name ?? '' })),
    summary,
    content: content ?? '',
    attachments: files.map(({ url, type, bytes }) => ({
      url: url ?? '',
      type: type ?? '',
      length: bytes ?? 0,
    })),
    ...(image === undefined ? {} : { image }),
  };
}

const time = (text: string | undefined) => Date.parse(text ?? '');

describe('R74: what was given is read back', () => {
  it('by feedsmith from RSS', () => {
    const read = parseRssFeed(makeFeed().rss2()).items?.map((item): Facts => {
      // The lead picture comes first among the media, and only it has a thumbnail.
      const media = item.media?.contents ?? [];
      const image = item.media?.thumbnails ? media[0] : undefined;
      const files = media.slice(image ? 1 : 0).map((file) => ({ ...file, length: file.fileSize }));
      return {
        id: item.guid?.value,
        url: item.link,
        title: item.title,
        published: time(item.pubDate),
        updated: time(item.atom?.updated ?? item.pubDate),
        authors: item.dc?.creators ?? [],
        tags: item.categories?.map(({ name }) => name) ?? [],
        summary: shownText(item.description ?? ''),
        content: item.content?.encoded,
        files: [...(item.enclosures ?? []), ...files].map(({ url, type, length }) => ({
          url,
          type,
          bytes: length,
        })),
        image: image?.url,
      };
    });
    expect(read).toEqual(facts);
  });

  it('by feedsmith from Atom', () => {
    const read = parseAtomFeed(makeFeed().atom1()).entries?.map((entry): Facts => {
      const links = (rel: string) => entry.links?.filter((link) => link.rel === rel) ?? [];
      return {
        id: entry.id,
        url: links('alternate')[0]?.href,
        title: entry.title?.value,
        published: time(entry.published),
        updated: time(entry.updated),
        authors: entry.authors?.map(({ name }) => name) ?? [],
        tags: entry.categories?.map(({ term }) => term) ?? [],
        summary: entry.summary?.value,
        content: entry.content?.value,
        files: links('enclosure').map(({ href, type, length }) => ({ url: href, type, bytes: length })),
        image: entry.media?.contents?.[0]?.url,
      };
    });
    expect(read).toEqual(facts);
  });

  it('by feedsmith from JSON Feed', () => {
    const read = parseJsonFeed(makeFeed().json1()).items?.map(
      (item): Facts => ({
        id: item.id,
        url: item.url,
        title: item.title,
        published: time(item.date_published),
        updated: time(item.date_modified),
        authors: item.authors?.map(({ name }) => name) ?? [],
        tags: item.tags ?? [],
        summary: item.summary,
        content: item.content_html,
        files:
          item.attachments?.map(({ url, mime_type, size_in_bytes }) => ({
            url,
            type: mime_type,
            bytes: size_in_bytes,
          })) ?? [],
        image: item.image,
      }),
    );
    expect(read).toEqual(facts);
  });

  it('by rss-parser from RSS and Atom', async () => {
    // It knows no atom:updated, one author and one enclosure.
    const known = (fact: Facts) => ({
      title: fact.title,
      link: fact.url,
      date: new Date(fact.published).toISOString(),
      author: fact.authors[0],
    });
    const rss = await new RssParser().parseString(makeFeed().rss2());
    expect(
      rss.items.map((item) => ({
        title: item.title,
        link: item.link,
        date: item.isoDate,
        author: item.creator,
      })),
    ).toEqual(facts.map(known));
    expect(rss.items.map(({ guid }) => guid)).toEqual(facts.map(({ id }) => id));
    expect(rss.items.map((item) => item['content:encoded'])).toEqual(facts.map(({ content }) => content));
    expect(rss.items.map(({ enclosure }) => enclosure?.url)).toEqual(facts.map(({ files }) => files[0]?.url));
    const atom = await new RssParser().parseString(makeFeed().atom1());
    expect(
      atom.items.map((item) => ({
        title: item.title,
        link: item.link,
        date: item.isoDate,
        author: item.author,
      })),
    ).toEqual(facts.map(known));
    expect(atom.items.map((item) => item.id)).toEqual(facts.map(({ id }) => id));
    expect(atom.items.map(({ content }) => content)).toEqual(facts.map(({ content }) => content));
    expect(atom.items.map(({ summary }) => summary)).toEqual(facts.map(({ summary }) => summary));
  });

  it.each(['rss2', 'atom1'] as const)('by feedparser from %s', async (method) => {
    const read = await readWithFeedParser(makeFeed()[method]());
    expect(read.map(({ guid }) => guid)).toEqual(facts.map(({ id }) => id));
    expect(read.map(({ link }) => link)).toEqual(facts.map(({ url }) => url));
    expect(read.map(({ pubdate }) => pubdate?.getTime())).toEqual(facts.map(({ published }) => published));
    expect(read.map(({ description }) => description)).toEqual(facts.map(({ content }) => content));
    expect(read.map(({ categories }) => categories)).toEqual(facts.map(({ tags }) => tags));
    for (const [index, { enclosures }] of read.entries())
      expect(enclosures.map(({ url }) => url)).toEqual(
        expect.arrayContaining(facts[index]?.files.map(({ url }) => url) ?? []),
      );
  });
});

async function readWithFeedParser(text: string): Promise<FeedParser.Item[]> {
  const parser = new FeedParser({ addmeta: false });
  const items: FeedParser.Item[] = [];
  for await (const item of Readable.from([Buffer.from(text)]).pipe(parser)) items.push(item);
  return items;
}
