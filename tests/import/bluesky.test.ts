import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBluesky } from '../../src/import/read-bluesky.ts';
import { makeSite, runCli } from '../run-cli.ts';
import { BLUESKY } from './bluesky.ts';

const SITE = ['--site', 'https://you.example/', '--title', 'You'];

test('a Bluesky archive gives a note for each post, with its links, tags and images', () => {
  const folder = makeSite({ 'repo.car': BLUESKY });
  const { out, error, exitCode } = runCli(folder, ['import', 'repo.car', ...SITE]);
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
  expect(out).toContain('Imported 9 articles from this Bluesky archive.\nLeft out: 1 like, 1 reply.');
  expect(readFileSync(join(folder, 'articles/2024-05-01-3kaaaaaaaaa22.md'), 'utf8')).toBe(`---
title: ''
date: 2024-05-01T08:00:00Z
id: at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kaaaaaaaaa22
permalink: https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/3kaaaaaaaaa22
tags:
  - sea
language: de
---

Größe 🎉 see [harbour.example](https://harbour.example/a?b=1\\&c) and [@bob](https://bsky.app/profile/did:plc:bob) [#sea](https://bsky.app/hashtag/sea)

Second\\
line \\<b>

![A "rope"](https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:abcdefghijklmnopqrstuvwx/bafkreibme22gw2h7y2h7tg2fhqotaqjucnbc24deqo72b6mkl2egezxhvy@jpeg)

<https://bsky.app/profile/did:plc:other/post/3kx>
`);
  runCli(folder, ['build']);
  const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  expect(items[0]).not.toHaveProperty('title');
  expect(items[0].id).toBe('at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kaaaaaaaaa22');
});

test('wherever the archive was cut off, nothing is imported', () => {
  const ends = Array.from({ length: BLUESKY.length }, (_, end) => end).filter((end) => end > 0);
  for (const end of ends) expect(() => readBluesky(BLUESKY.subarray(0, end))).toThrow(RangeError);
  const folder = makeSite({ 'repo.car': BLUESKY.subarray(0, 1500) });
  const { error, exitCode } = runCli(folder, ['import', 'repo.car', ...SITE]);
  expect(exitCode).toBe(1);
  expect(error).toContain(
    '"repo.car" is not a complete archive: it was cut off or damaged. Nothing was imported.',
  );
  expect(readdirSync(folder)).toEqual(['repo.car']);
});

test('damaged bytes give posts or the same refusal, and never more', () => {
  for (let at = 0; at < BLUESKY.length; at += 7) {
    const damaged = Buffer.from(BLUESKY);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    try {
      expect(readBluesky(damaged).kind).toBe('Bluesky archive');
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
  }
});
