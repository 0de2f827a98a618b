import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/commands/check.ts';
import type { CommandOptions } from '../../src/commands/options.ts';
import { checkLive } from '../../src/probe/check-live.ts';
import { makePng } from '../podcasts/image.ts';
import { makeSite } from '../run-cli.ts';
import { type HostedFile, startHost } from './host.ts';

const sample = readFileSync('articles/2026-03-06-low-tide/low-tide.mp3');
const json = (value: unknown) => ({ bytes: Buffer.from(JSON.stringify(value)), type: 'application/json' });

const files: Record<string, HostedFile> = {
  '/art.png': { bytes: makePng(1400, 1400), type: 'image/png' },
  '/small.png': { bytes: makePng(1399, 1399), type: 'image/png' },
  '/one.mp3': { bytes: sample },
  '/no-head.mp3': { bytes: sample, withoutHead: true },
  '/no-ranges.mp3': { bytes: sample, withoutRanges: true },
  '/other.mp3': { bytes: sample, type: 'application/octet-stream' },
  '/one.vtt': { bytes: Buffer.from('WEBVTT\n'), type: 'text/vtt' },
  '/one.json': json({ version: '1.2.0', chapters: [{ startTime: 0 }, { startTime: 3 }] }),
  '/wrong.json': json({ version: '1.2.0', chapters: [{ startTime: 3 }, { startTime: 0 }] }),
  '/none.json': json({ version: '1.2.0' }),
};
const host = await startHost(files);
afterAll(host.close);

const feed = (
  enclosure: string,
  chapters = 'one.json',
  art = 'art.png',
) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>Harbour talk</title><link>${host.url}/</link><description>Talk</description><language>en</language>
<atom:link rel="self" href="${host.url}/rss.xml"/>
<itunes:author>Ada</itunes:author><itunes:category text="History"/><itunes:explicit>false</itunes:explicit>
<itunes:image href="${host.url}/${art}"/>
<item><title>The crane</title><description>A crane</description><guid isPermaLink="false">one-crane</guid><pubDate>Tue, 04 Nov 2025 09:00:00 GMT</pubDate>
<enclosure url="${host.url}/${enclosure}"/><itunes:duration>6</itunes:duration>
<podcast:transcript url="${host.url}/one.vtt" type="text/vtt"/>
<podcast:chapters url="${host.url}/${chapters}" type="application/json+chapters"/>
</item></channel></rss>`;

async function check(document: string) {
  files['/rss.xml'] = { bytes: Buffer.from(document), type: 'application/rss+xml' };
  const none = { instant: Date.parse('2026-01-01'), elapsed: () => 0, workers: 0, colour: false };
  const options: CommandOptions = {
    ...none,
    operands: [`${host.url}/rss.xml`],
    live: true,
    format: 'json',
    workingDirectory: '/',
    packageFolder: '',
    environment: {},
  };
  const { out } = await runCheck(options);
  const { problems } = JSON.parse(out) as { problems: readonly { code: string; line: number }[] };
  return problems.map(({ code, line }) => `${line} ${code}`);
}

const GOOD = 'one.mp3" length="5980" type="audio/mpeg';

describe('check --live', () => {
  it('finds nothing where all files are what the feed says', async () => {
    const before = host.requests.length;
    expect(await check(feed(GOOD))).toEqual([]);
    expect(host.requests.slice(before)).toContain('HEAD /one.mp3');
    expect(host.requests.slice(before)).toContain('GET /one.mp3 bytes=0-1');
  });

  it.each([
    ['no-head.mp3" length="5980" type="audio/mpeg', '8 probe-no-head'],
    ['no-ranges.mp3" length="5980" type="audio/mpeg', '8 probe-no-ranges'],
    ['one.mp3" length="5979" type="audio/mpeg', '8 live-length'],
    ['other.mp3" length="5980" type="audio/mpeg', '8 live-type'],
    ['gone.mp3" length="5980" type="audio/mpeg', '8 live-failed'],
  ])('asks for the audio as directories do (P9, P14): %s', async (enclosure, found) => {
    expect(await check(feed(enclosure))).toEqual([found]);
  });

  it('measures artwork (P4) and reads chapters (P13)', async () => {
    expect(await check(feed(GOOD, 'one.json', 'small.png'))).toEqual(['6 podcast-artwork']);
    expect(await check(feed(GOOD, 'wrong.json'))).toEqual(['10 live-chapters']);
    expect(await check(feed(GOOD, 'none.json'))).toEqual(['10 live-chapters']);
    expect(await check(feed(GOOD, 'gone.json'))).toEqual(['10 live-failed']);
  });

  it('asks nobody on this machine for a file of whoever wrote it', async () => {
    const folder = makeSite({});
    const path = join(folder, 'rss.xml');
    writeFileSync(path, feed(GOOD));
    const before = host.requests.length;
    const found = await checkLive(readFileSync(path), 'rss.xml', { ownHost: '' });
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['live-failed']));
    expect(host.requests.length).toBe(before);
  });

  it('needs a feed', async () => {
    const none = { instant: 0, elapsed: () => 0, workers: 0, colour: false, operands: [], packageFolder: '' };
    const { error, exitCode } = await runCheck({
      ...none,
      live: true,
      workingDirectory: '/',
      environment: {},
    });
    expect([exitCode, error]).toEqual([2, expect.stringContaining('"--live" needs a feed')]);
  });
});
