import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';

const SITE = `site: https://pod.example/
title: Harbour talk
language: en
podcast: { category: Leisure, explicit: false, image: /a.jpg, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810 }
`;
const FILES = 12;
const LARGE = 20_000_000;
const isLinux = process.platform === 'linux';

/** What this process and its threads have read so far, in bytes, as the system counts it. */
const readSoFar = () => Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

/** Builds a show of episodes of 20 MB and says how many bytes each file cost. */
function measure(name: string, sound: Uint8Array): { readonly each: number; readonly rss: string } {
  const numbers = Array.from({ length: FILES }, (_, index) => index);
  const articles = numbers.map((n) => [
    `articles/e${n}.md`,
    `---\ntitle: E ${n}\ndate: 2025-01-${10 + n}\naudio: e${n}.${name}\n---\nNotes.\n`,
  ]);
  const sounds = numbers.map((n) => [`articles/e${n}.${name}`, sound]);
  const folder = makeSite({ 'feedwright.yaml': SITE, ...Object.fromEntries([...articles, ...sounds]) });
  for (const n of numbers) truncateSync(join(folder, `articles/e${n}.${name}`), LARGE);
  const { config } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error('no configuration');
  const before = readSoFar();
  build(config, { now: Date.parse('2026-01-01') });
  const rss = readFileSync(join(folder, 'dist/rss.xml'), 'utf8');
  return { each: (readSoFar() - before) / FILES, rss };
}

describe.skipIf(!isLinux)('of a large audio file no more is read than its tags and first sounds', () => {
  const mp3 = readFileSync('articles/2026-10-20-the-fog-horn/the-fog-horn.mp3');
  const m4a = readFileSync('articles/2026-10-13-the-crane/the-crane.m4a');
  // The first file starts the thread that measures, which reads its program.
  measure('mp3', mp3);

  it.each([
    ['mp3', mp3, 7],
    ['m4a', m4a, 8],
  ] as const)('%s', (name, sound, seconds) => {
    const { each, rss } = measure(name, sound);
    expect(rss.match(new RegExp(`<itunes:duration>${seconds}<`, 'g'))?.length).toBe(FILES);
    expect(rss.match(new RegExp(`length="${LARGE}"`, 'g'))?.length).toBe(FILES);
    expect(each).toBeLessThan(300_000);
  });
});
