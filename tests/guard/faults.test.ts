import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { fetchDocument } from '../../src/network/fetch.ts';
import { startServer } from '../local-server.ts';
import { IN_CI, makeSite, runCli } from '../run-cli.ts';

const NOW = '2025-12-01T00:00:00Z';
const CONFIG = 'site: https://port.example/\ntitle: Port\nformats: [rss]\n';
const words = (seed: number) =>
  Array.from({ length: 60 }, (_, i) => `w${(i * seed) % 97}x${i % seed}`).join(' ');
const article = (number: number) =>
  `---\ntitle: Story ${number}\ndate: 2025-11-0${number} 09:00\n---\n${words(number + 3)}\n`;
const ARTICLES = Object.fromEntries(
  [1, 2, 3].map((number) => [`articles/story-${number}.md`, article(number)]),
);
const site = (more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  makeSite({ 'feedwright.yaml': CONFIG, ...ARTICLES, ...more });

interface OldItem {
  readonly number: number;
  readonly guid?: string;
  readonly link?: string;
  readonly date?: string;
}

/** An old feed of the three stories, the newest first, with the faults that a case is about. */
function oldFeed(change: (item: OldItem) => OldItem, extra = ''): string {
  const items = [3, 2, 1].map((number) => {
    const url = `https://port.example/story-${number}/`;
    const date = `0${number} Nov 2025 09:00:00 GMT`;
    const item = change({ number, guid: url, link: url, date });
    const element = (name: string, text: string | undefined) =>
      text === undefined ? '' : `<${name}>${text}</${name}>`;
    return `<item><title>Story ${number}</title>${element('link', item.link)}${element('guid', item.guid)}${element('pubDate', item.date)}<description>${words(number + 3)}</description></item>`;
  });
  const self =
    '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://port.example/rss.xml"/>';
  return `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Port</title><link>https://port.example/</link>${self}${extra}\n${items.join('\n')}\n</channel></rss>\n`;
}

function diff(folder: string, ...args: readonly string[]) {
  const { out, exitCode } = runCli(folder, ['diff', '--now', NOW, '--json', ...args], IN_CI);
  const { changes, problems } = JSON.parse(out);
  const count = (kind: string) => changes?.[kind].length;
  return {
    exitCode,
    counts: changes && ['new', 'changed', 'again', 'leaves'].map(count),
    problems: problems.map(({ file, line, code }: Record<string, string>) => `${file}:${line} ${code}`),
    messages: problems.map(({ message }: Record<string, string>) => message).join('\n'),
  };
}

describe('an old feed with faults is compared as far as it can be', () => {
  test.each<
    [name: string, change: (item: OldItem) => OldItem, counts: readonly number[], problems: readonly string[]]
  >([
    ['no faults', (item) => item, [0, 0, 0, 0], []],
    ['no guids: the link counts', ({ guid: _, ...item }) => item, [0, 0, 0, 0], []],
    [
      'neither guids nor links',
      ({ number }) => ({ number, date: `0${number} Nov 2025 09:00:00 GMT` }),
      [0, 0, 3, 0],
      ['id-changed', 'id-changed', 'id-changed'],
    ],
    [
      'repeated guids',
      (item) => ({ ...item, guid: 'https://port.example/' }),
      [0, 0, 3, 0],
      ['repeated-id', 'repeated-id', 'repeated-id'],
    ],
    [
      'relative links and no guids',
      ({ number, date = '' }) => ({ number, link: `story-${number}/`, date }),
      [0, 0, 0, 0],
      [],
    ],
    ['unreadable dates', (item) => ({ ...item, date: '31/12/25 noonish' }), [0, 0, 0, 0], []],
    [
      'dates of the future',
      (item) => ({ ...item, date: 'Fri, 01 Jan 2099 00:00:00 GMT' }),
      [0, 3, 0, 0],
      ['published-date-changed', 'published-date-changed', 'published-date-changed'],
    ],
    ['no dates', ({ date: _, ...item }) => item, [0, 0, 0, 0], []],
  ])('%s', (_name, change, counts, codes) => {
    const found = diff(site({ 'old.xml': oldFeed(change) }), '--against', 'old.xml');
    expect(found.counts).toEqual(counts);
    expect(found.problems.map((each: string) => each.split(' ')[1])).toEqual(codes);
    for (const each of found.problems) expect(each).toMatch(/^articles\/story-\d\.md:\d /);
  });

  test('5 MB', () => {
    const bulk = `<category>${'harbour '.repeat(20)}</category>`.repeat(28_000);
    expect(diff(site({ 'old.xml': oldFeed((item) => item, bulk) }), '--against', 'old.xml').counts).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe('what cannot be read is an error with its place when it was asked for', () => {
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE rss [\n<!ENTITY a "${'x'.repeat(1000)}">\n<!ENTITY b "&a;&a;&a;&a;">\n]>\n<rss><channel><title>&b;</title></channel></rss>`;
  test.each([
    [
      'an HTML error page',
      '<!doctype html><title>502</title><p>Bad gateway',
      'old.xml:1 unreadable-feed',
      'it is an HTML page',
    ],
    [
      'a feed that was cut off',
      oldFeed((item) => item).slice(0, 700),
      'old.xml:3 unreadable-feed',
      'it was cut off',
    ],
    ['an entity bomb', bomb, 'old.xml:5 unreadable-feed', 'declares its own XML entities'],
    ['a packed file', gzipSync('<rss/>'), 'old.xml:1 unreadable-feed', 'it is packed with gzip'],
    ['an empty file', '', 'old.xml:1 unreadable-feed', 'it is empty'],
    [
      'a conflict of git',
      `<<<<<<< HEAD\n${oldFeed((item) => item)}`,
      'old.xml:1 unreadable-feed',
      'is not well-formed',
    ],
  ])('%s', (_name, text, problem, says) => {
    const named = diff(site({ 'old.xml': text }), '--against', 'old.xml');
    expect([named.exitCode, named.problems]).toEqual([1, [problem]]);
    expect(named.messages).toContain(says);
  });

  it('is only a warning when it lies in the output folder: subscribers cannot read it either', () => {
    const folder = site({ 'dist/rss.xml': '<!doctype html><p>502' });
    expect(diff(folder)).toMatchObject({ exitCode: 0, problems: ['dist/rss.xml:1 not-compared'] });
    expect(runCli(folder, ['build', '--now', NOW]).exitCode).toBe(0);
  });

  it('names what is not there, and a folder without feeds', () => {
    const folder = site({ 'empty/readme.txt': '' });
    expect(diff(folder, '--against', 'nowhere.xml').problems).toEqual(['nowhere.xml:1 nothing-published']);
    expect(diff(folder, '--against', 'empty').problems).toEqual(['feedwright.yaml:1 nothing-published']);
  });

  it('says when a feed is another one', () => {
    const other = oldFeed((item) => item)
      .replaceAll(/Story|story/g, 'tale')
      .replaceAll(/w\d+x\d+/g, 'lorem');
    const found = diff(
      site({ 'old.xml': other.replaceAll('Nov', 'Jan').replace('port.example/rss', 'tales.example/rss') }),
      '--against',
      'old.xml',
    );
    expect(found.problems).toEqual(['old.xml:1 other-feed']);
  });
});

describe('over the network', () => {
  const sockets: ServerResponse[] = [];
  /** What `/live/` shows, the entity tag of it, and the answers it gave. */
  let [shown, tag] = ['', '"none"'];
  const sent: number[] = [];
  const answer: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x/');
    if (pathname === '/rss.xml') response.end(oldFeed((item) => item));
    else if (pathname.startsWith('/live/')) {
      const file = join(shown, pathname.slice('/live/'.length));
      const isKnown = request.headers['if-none-match']?.includes(tag) === true;
      const status = isKnown ? 304 : existsSync(file) ? 200 : 404;
      sent.push(status);
      response.writeHead(status).end(status === 200 ? readFileSync(file) : '');
    } else if (pathname === '/moved') response.writeHead(301, { location: '/rss.xml' }).end();
    else if (pathname === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (pathname === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (pathname === '/broken') response.writeHead(500).end('oops');
    else if (pathname === '/bomb')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40_000_000)));
    else if (pathname === '/packed')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(oldFeed((item) => item)));
    else if (pathname === '/unpacked') response.writeHead(200, { 'content-encoding': 'gzip' }).end('<rss>');
    else if (pathname === '/unknown')
      response.writeHead(200, { 'content-encoding': 'constructor' }).end(oldFeed((item) => item));
    else if (pathname === '/secret') response.writeHead(401).end();
    else if (pathname === '/empty') response.writeHead(200).end();
    else if (pathname === '/short') {
      response.writeHead(200, { 'content-length': '5000' }).write('<rss>');
      setTimeout(() => response.destroy(), 50);
    } else if (pathname === '/trickle') {
      sockets.push(response);
      response.writeHead(200);
      setInterval(() => response.write('x'), 20).unref();
    } else if (pathname === '/slow') sockets.push(response);
    else if (pathname === '/drip') {
      sockets.push(response);
      response.writeHead(200).write('<rss>');
    } else response.writeHead(404).end();
  };
  let [address, close] = ['', () => {}];
  beforeAll(async () => {
    const { url, server } = await startServer(answer);
    [address, close] = [url, () => server.close()];
  });
  afterAll(() => {
    for (const response of sockets) response.destroy();
    close();
  });

  const reason = async (path: string) => {
    const isSlow = ['/slow', '/drip', '/trickle'].includes(path);
    const fetched = await fetchDocument(`${address}${path}`, isSlow ? { timeout: 500 } : {});
    return 'problem' in fetched ? fetched.problem.message.replace(address, '') : 'fetched';
  };

  it.each([
    ['/rss.xml', 'fetched'],
    ['/moved', 'fetched'],
    ['/loop', '"/loop" redirects more than 5 times.'],
    ['/file', '"/file" redirects to a URL that begins with file:.'],
    ['/broken', '"/broken" answers 500.'],
    ['/nothing', '"/nothing" answers 404 (not found).'],
    ['/bomb', '"/bomb" is larger than 15 MB.'],
    ['/packed', 'fetched'],
    ['/unpacked', '"/unpacked" sends data that is not compressed as it says (Z_DATA_ERROR).'],
    ['/unknown', 'fetched'],
    ['/secret', '"/secret" answers 401: it asks for a password.'],
    ['/empty', 'fetched'],
    ['/short', '"/short" closes the connection too early (ECONNRESET).'],
    ['/trickle', '"/trickle" does not answer within 0.5 seconds.'],
    ['/slow', '"/slow" does not answer within 0.5 seconds.'],
    ['/drip', '"/drip" does not answer within 0.5 seconds.'],
  ])('%s', async (path, says) => {
    expect(await reason(path)).toBe(says);
  });

  it('shows no password of an address, and sends none', async () => {
    const fetched = await fetchDocument('https://me:secret@203.0.113.7/feed.xml');
    expect('problem' in fetched && [fetched.problem.file, fetched.problem.message]).toEqual([
      'https://203.0.113.7/feed.xml',
      '"https://203.0.113.7/feed.xml" contains a password, which is not sent.',
    ]);
  });

  /** The server runs in this process, so the command must not block it. */
  const run = (folder: string, ...args: readonly string[]) =>
    new Promise<{ exitCode: number | null; out: string }>((done) => {
      const cli = join(import.meta.dirname, '../../lib/cli.js');
      const child = spawn(process.execPath, [cli, 'diff', '--now', NOW, ...args], { cwd: folder });
      let out = '';
      child.stdout.on('data', (part) => {
        out += part;
      });
      child.stderr.on('data', (part) => {
        out += part;
      });
      child.on('close', (exitCode) => done({ exitCode, out }));
    });

  it('compares with a live feed, and with the feeds below the address of a site', async () => {
    const folder = site();
    for (const where of [`${address}/rss.xml`, `${address}/`]) {
      const { exitCode, out } = await run(folder, '--against', where);
      expect(out).toContain('Subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped');
      expect(exitCode).toBe(0);
    }
  });

  it('compares every feed of a site with its own live document', async () => {
    const config = `${CONFIG.replace('[rss]', '[rss, json]')}feeds: [{ by: tag }]\n`;
    const tagged = Object.fromEntries(
      Object.entries(ARTICLES).map(([file, text]) => [file, text.replace('title', 'tags: [news]\ntitle')]),
    );
    const folder = makeSite({ 'feedwright.yaml': config, ...tagged });
    expect(runCli(folder, ['build', '--now', NOW]).exitCode).toBe(0);
    renameSync(join(folder, 'dist'), join(folder, 'live'));
    const news = join(folder, 'live/tags/news/rss.xml');
    writeFileSync(news, readFileSync(news, 'utf8').replace('story-2/</guid>', 'other/</guid>'));
    shown = join(folder, 'live');
    const { exitCode, out } = await run(folder, '--against', `${address}/live/`, '--json');
    const { changes, problems } = JSON.parse(out);
    expect(changes.comparedWith).toEqual(
      ['rss.xml', 'feed.json', 'tags/news/rss.xml'].map((path) => `${address}/live/${path}`),
    );
    expect(problems).toMatchObject([
      { code: 'id-changed', file: 'articles/story-2.md' },
      // The document was changed behind the back of the manifest.
      { code: 'manifest-contradicts', file: `${address}/live/feedwright-manifest.txt` },
    ]);
    expect(exitCode).toBe(1);
    rmSync(join(folder, 'live'), { recursive: true });
    expect((await run(folder, '--against', `${address}/live/`)).out).toContain(
      `${address}/live/ error nothing-published`,
    );
  });

  it('lets a host say that it has the document of the output folder, and sends nothing twice', async () => {
    const rss = oldFeed((item) => item);
    const folder = site({ 'dist/rss.xml': rss });
    shown = join(folder, 'dist');
    tag = `"${createHash('md5').update(rss).digest('hex')}"`;
    sent.length = 0;
    for (const status of [304, 200]) {
      const { exitCode, out } = await run(folder, '--against', `${address}/live/`);
      expect([exitCode, out]).toEqual([0, expect.stringContaining('0 new, 0 updated, 0 duplicates')]);
      // There is no manifest; it is asked for first.
      expect(sent.splice(0)).toEqual([404, status]);
      tag = '"another"';
    }
  });

  it('refuses to go on without the network, unless that is allowed', async () => {
    const folder = site({ 'dist/rss.xml': oldFeed((item) => item) });
    const gone = 'http://127.0.0.1:44444/rss.xml';
    const refused = await run(folder, '--against', gone);
    expect([refused.exitCode, refused.out]).toEqual([
      1,
      expect.stringContaining("can't be reached: nothing answers (ECONNREFUSED)"),
    ]);
    const allowed = await run(folder, '--against', gone, '--offline-ok');
    expect(allowed.exitCode).toBe(0);
    expect(allowed.out).toContain('0 new, 0 updated, 0 duplicates');
    expect(allowed.out).toContain('warning unreachable-feed');
  });
});
