import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
