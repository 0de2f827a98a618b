import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandOptions } from '../../src/commands/options.ts';
import { runProbe } from '../../src/commands/probe.ts';
import { loadConfig } from '../../src/config/load.ts';
import { probeArticles } from '../../src/probe/probe-articles.ts';
import { makeSite } from '../run-cli.ts';
import { startHost } from './host.ts';

const sample = readFileSync('articles/2026-03-06-low-tide/low-tide.mp3');
const crane = readFileSync('articles/2026-10-13-the-crane/the-crane.m4a');

/** A cover that is larger than what is asked for first. */
function withCover(sound: Buffer): Buffer {
  const cover = Buffer.alloc(400_000, 7);
  const frame = Buffer.alloc(10);
  frame.write('APIC');
  frame.writeUInt32BE(cover.length, 4);
  const size = [21, 14, 7, 0].map((shift) => ((cover.length + 10) >> shift) & 0x7f);
  return Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), Buffer.from(size), frame, cover, sound]);
}

/** The tables behind the sounds, as tools write files that they do not finish for the web; the sounds are longer than one answer. */
function withTablesLast(file: Buffer): Buffer {
  const [, moov, mdat] = boxes(file);
  const long = Buffer.concat([mdat ?? Buffer.alloc(0), Buffer.alloc(600_000)]);
  long.writeUInt32BE(long.length, 0);
  return Buffer.concat([file.subarray(0, file.readUInt32BE(0)), long, moov ?? Buffer.alloc(0)]);
}

function boxes(file: Buffer): readonly Buffer[] {
  const found = new Map<string, Buffer>();
  for (let at = 0; at + 8 <= file.length; at += file.readUInt32BE(at))
    found.set(file.toString('latin1', at + 4, at + 8), file.subarray(at, at + file.readUInt32BE(at)));
  return ['ftyp', 'moov', 'mdat'].map((name) => found.get(name) ?? Buffer.alloc(0));
}

const host = await startHost({
  '/a.mp3': { bytes: sample },
  '/cover.mp3': { bytes: withCover(sample) },
  '/crane.m4a': { bytes: crane, type: 'audio/x-m4a' },
  '/last.m4a': { bytes: withTablesLast(crane), type: 'audio/x-m4a' },
  '/play/1': { bytes: sample },
  '/counted.mp3': { bytes: sample, location: '/a.mp3' },
  '/no-head.mp3': { bytes: sample, withoutHead: true },
  '/no-ranges.mp3': { bytes: sample, withoutRanges: true },
  '/page.mp3': { bytes: Buffer.from('<p>Not found'), type: 'text/html' },
  '/noise.mp3': { bytes: Buffer.from('no sound at all '.repeat(100)) },
});
afterAll(host.close);

const SITE = `site: ${host.url}/\ntitle: Harbour talk\nlanguage: en\n`;

function makeArticles(articles: Readonly<Record<string, string>>) {
  const named = Object.entries(articles).map(([name, text]) => [
    `articles/${name}`,
    text.replaceAll('HOST', host.url),
  ]);
  return makeSite({ 'feedwright.yaml': SITE, ...Object.fromEntries(named) });
}

async function probe(articles: Readonly<Record<string, string>>, write = true) {
  const folder = makeArticles(articles);
  const { config } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error('no configuration');
  const probing = await probeArticles(config, { write });
  const read = (name: string) =>
    readFileSync(join(folder, 'articles', name), 'utf8').replaceAll(host.url, 'HOST');
  return {
    ...probing,
    read,
    codes: probing.problems.map(({ file, code }) => `${file.split('/').at(-1)} ${code}`),
  };
}

function optionsIn(workingDirectory: string): CommandOptions {
  const none = { operands: [], instant: 0, elapsed: () => 0, workers: 0, colour: false };
  return { ...none, workingDirectory, packageFolder: '', environment: {} };
}

const article = (audio: string, rest = '') =>
  `---\ntitle: A\ndate: 2025-11-04\naudio: ${audio}\n${rest}---\nNotes.\n`;

describe('feedwright probe', () => {
  it('writes what the host says into the front matter, and leaves every other byte as it is (P14, P16)', async () => {
    const texts = {
      'a.md': article('HOST/a.mp3'),
      'cover.md': article('HOST/cover.mp3').replaceAll('\n', '\r\n'),
      'crane.md': article('HOST/crane.m4a'),
      'last.md': article('HOST/last.m4a'),
      'counted.md': article('HOST/counted.mp3', 'duration: 0:06\n'),
      'toml.md': '+++\ntitle = "T"\ndate = 2025-11-04\naudio = "HOST/a.mp3"\n+++\nNotes.\n',
      'json.md':
        '{\n  "title": "J",\n  "date": "2025-11-04",\n  "audio": { "url": "HOST/a.mp3" }\n}\nNotes.\n',
    };
    const { codes, written, read } = await probe(texts);
    expect([codes, written]).toEqual([[], true]);
    const added = (name: keyof typeof texts, lines: string, after: string) =>
      expect(read(name)).toBe(texts[name].replace(after, `${after}${lines}`));
    added('a.md', 'bytes: 5980\nduration: 6\n', '---\n');
    added('cover.md', 'bytes: 406000\r\nduration: 6\r\n', '---\r\n');
    added('crane.md', 'bytes: 12171\nduration: 8\n', '---\n');
    added('last.md', 'bytes: 612163\nduration: 8\n', '---\n');
    added('counted.md', 'bytes: 5980\n', '---\n');
    added('toml.md', 'bytes = 5980\nduration = 6\n', '+++\n');
    added('json.md', '  "bytes": 5980,\n  "duration": 6,\n', '{\n');
  });

  it('says the type of a file whose name has none (P15)', async () => {
    const { read, codes } = await probe({ 'a.md': article('HOST/play/1') });
    expect(codes).toEqual([]);
    expect(read('a.md')).toContain('---\nbytes: 5980\nduration: 6\nmime_type: audio/mpeg\ntitle');
  });

  it('knows better than a size and a duration of 0, and does not ask again', async () => {
    const zero =
      '---\ntitle: A\ndate: 2025-11-04\nenclosure: { url: HOST/a.mp3, length: 0, duration: "0:00" }\n---\nNotes.\n';
    const first = await probe({ 'a.md': zero });
    expect(first.read('a.md')).toBe(zero.replace('---\n', '---\nbytes: 5980\nduration: 6\n'));
    expect((await probe({ 'a.md': first.read('a.md') })).asked).toBe(0);
  });

  it('asks nobody for what the article says, and for a local file', async () => {
    const before = host.requests.length;
    const known = await probe({ 'a.md': article('HOST/a.mp3', 'bytes: 5980\nduration: 6\n') });
    const plain = await probe({ 'b.md': '---\ntitle: B\ndate: 2025-11-04\n---\nNo audio.\n' });
    expect([known.asked, plain.asked, host.requests.length]).toEqual([0, 0, before]);
  });

  it('asks once with HEAD and once for the beginning', async () => {
    const before = host.requests.length;
    await probe({ 'a.md': article('HOST/a.mp3') });
    expect(host.requests.slice(before)).toEqual(['HEAD /a.mp3', 'GET /a.mp3 bytes=0-262143']);
  });

  it('changes nothing without --write', async () => {
    const { articles, written, read } = await probe({ 'a.md': article('HOST/a.mp3') }, false);
    expect(articles.map(({ facts }) => facts)).toEqual([{ bytes: 5980, seconds: 6 }]);
    expect([written, read('a.md')]).toEqual([false, article('HOST/a.mp3')]);
  });

  it.each([
    ['no-head.mp3', 'a.md probe-no-head', { bytes: 5980, seconds: 6 }],
    ['no-ranges.mp3', 'a.md probe-no-ranges', { bytes: 5980, seconds: 6 }],
    ['noise.mp3', 'a.md probe-no-duration', { bytes: 1600 }],
    ['missing.mp3', 'a.md probe-failed', undefined],
  ])('says of %s: %s (P9)', async (name, code, facts) => {
    const { codes, articles } = await probe({ 'a.md': article(`HOST/${name}`) });
    expect(codes).toEqual([code]);
    expect(articles[0]?.facts).toEqual(facts);
  });

  it('asks nobody on this machine or its network for a site that is elsewhere', async () => {
    const before = host.requests.length;
    const folder = makeArticles({ 'a.md': article('HOST/a.mp3') });
    const { config } = loadConfig({ workingDirectory: folder, flags: { site: 'https://pod.example/' } });
    const { problems } = config ? await probeArticles(config, { write: true }) : { problems: [] };
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringContaining('probe-failed: "http://127.0.0.1'),
    ]);
    expect(problems[0]?.message).toContain('is not at a public address');
    expect(host.requests.length).toBe(before);
  });

  it('takes no page for a sound', async () => {
    const { codes, articles } = await probe({ 'a.md': article('HOST/page.mp3') });
    expect(codes).toEqual(['a.md probe-no-duration', 'a.md probe-type']);
    expect(articles).toEqual([]);
  });

  it('shows what it would write', async () => {
    const folder = makeArticles({ 'a.md': article('HOST/a.mp3') });
    const { out, exitCode } = await runProbe(optionsIn(folder));
    expect(exitCode).toBe(0);
    expect(out.replaceAll(host.url, 'HOST')).toBe(
      'Asked hosts about 1 audio file. Run again with --write to add these lines to 1 file:\n  articles/a.md  bytes: 5980, duration: 6  (HOST/a.mp3)\n',
    );
  });
});
