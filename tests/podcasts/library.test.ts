import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Feed } from '../../src/formats/feed.ts';
import { inspectFeed } from '../../src/lint/lint-feed.ts';
import { only, parseXml } from '../formats/xml-tree.ts';
import { blocks } from '../manual.ts';
import { makeSite } from '../run-cli.ts';

it('a program writes a show that every directory takes, without one element by hand', async () => {
  const program = blocks('docs/library.md', 'js').find((text) => text.includes('episode: {')) ?? '';
  const entry = new URL('../../lib/formats/feed.js', import.meta.url).href;
  const folder = makeSite({});
  const module = program
    .replace("'feedwright/feed'", `'${entry}'`)
    .replace(/console\.log\((.*)\);/, 'export const rss = $1;');
  writeFileSync(join(folder, 'show.mjs'), module);
  const { rss } = (await import(join(folder, 'show.mjs'))) as { readonly rss: string };
  expect(inspectFeed(Buffer.from(rss), { file: 'rss', now: Date.parse('2026-01-01') })).toEqual([]);
  const item = only(parseXml(rss), 'rss/channel/item');
  expect(only(item, 'podcast:person').attributes).toEqual({ role: 'guest' });
  expect(only(item, 'podcast:transcript').attributes).toEqual({
    url: 'https://pod.example/crane.vtt',
    type: 'text/vtt',
  });
  expect(only(item, 'podcast:chapters').attributes).toEqual({
    url: 'https://pod.example/crane.json',
    type: 'application/json+chapters',
  });
  for (const element of ['<itunes:duration>754<', '<itunes:season>1<', '<itunes:episode>2<'])
    expect(rss).toContain(element);
});

it('a program gives elements that have a table as people write them, or with every field', () => {
  const told: string[] = [];
  const feed = new Feed({
    title: 'T',
    link: 'https://pod.example/',
    feedLinks: { rss: 'https://pod.example/rss.xml' },
    onProblem: ({ message }) => void told.push(message),
    show: {
      txt: [{ purpose: 'applepodcastsverify', text: '05124' }],
      value: [
        { type: 'lightning', method: 'keysend', recipients: [{ type: 'node', address: 'abc', split: 1 }] },
      ],
      location: [{ name: 'Hamburg', country: 'Germany' }],
    },
  });
  feed.addItem({
    title: 'A',
    link: 'https://pod.example/a/',
    date: new Date(0),
    audio: { url: 'https://pod.example/a.mp3', length: 5, type: 'audio/mpeg' },
    episode: { contentLink: [{ url: 'https://video.example/', text: 'Watch' }] },
  });
  const rss = feed.rss2();
  expect(rss).toContain('<podcast:txt purpose="applepodcastsverify">05124</podcast:txt>');
  expect(rss).toContain('<podcast:valueRecipient type="node" address="abc" split="1"/>');
  expect(rss).toContain('<podcast:contentLink href="https://video.example/">Watch</podcast:contentLink>');
  expect(rss).not.toContain('podcast:location');
  expect(told).toEqual([expect.stringContaining('"country"')]);
});
