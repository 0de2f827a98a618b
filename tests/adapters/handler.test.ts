import { describe, expect, it } from 'vitest';
import { expressHandler, feedHandler } from '../../src/adapters/handler.ts';
import { startServer } from '../local-server.ts';

const START = Date.parse('2026-01-01T00:00:00Z');

function make(texts: readonly string[]) {
  let time = START;
  let made = 0;
  const load = async () => {
    const text = texts[Math.min(made++, texts.length - 1)] ?? '';
    if (text === 'fail') throw new Error('no database');
    return { files: [{ path: 'rss.xml', type: 'application/rss+xml; charset=utf-8', text }] };
  };
  const handle = feedHandler(load, { maxAge: 60, now: () => time });
  const get = (headers: Record<string, string> = {}, method = 'GET', path = '/blog/rss.xml') =>
    handle(new Request(`https://e.example${path}`, { headers, method }));
  return { get, wait: (seconds: number) => (time += seconds * 1000), count: () => made };
}

describe('feedHandler', () => {
  it('answers with a file and how to keep it, and makes it once in a while', async () => {
    const { get, wait, count } = make(['<rss/>', '<rss/>', '<rss>2</rss>']);
    const first = await get();
    expect(await first.text()).toBe('<rss/>');
    expect(Object.fromEntries(first.headers)).toEqual({
      'cache-control': 'public, max-age=60',
      'content-length': '6',
      'content-type': 'application/rss+xml; charset=utf-8',
      etag: expect.stringMatching(/^"[\da-f]{32}"$/),
      'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-content-type-options': 'nosniff',
    });
    await get();
    expect(count()).toBe(1);
    wait(61);
    const same = await get();
    expect([count(), same.headers.get('Last-Modified'), same.headers.get('ETag')]).toEqual([
      2,
      first.headers.get('Last-Modified'),
      first.headers.get('ETag'),
    ]);
    wait(61);
    const other = await get();
    expect([await other.text(), other.headers.get('Last-Modified')]).toEqual([
      '<rss>2</rss>',
      'Thu, 01 Jan 2026 00:02:02 GMT',
    ]);
  });

  it('fails with the error that stopped the feeds, and tries again with the next request', async () => {
    const error = {
      code: 'x',
      severity: 'error',
      file: 'a.md',
      line: 3,
      message: 'Invalid.',
      hint: 'Fix it.',
    } as const;
    const files = [{ path: 'rss.xml', type: 'application/rss+xml', text: '<rss/>' }];
    const builds = [
      { files: [], problems: [error] },
      { files, problems: [{ ...error, severity: 'warning' } as const] },
    ];
    const handle = feedHandler(() => builds.shift() ?? { files: [] });
    const request = new Request('https://e.example/rss.xml');
    await expect(handle(request)).rejects.toThrow(
      'feedwright built no feeds: a.md:3 error x: Invalid. Fix it.',
    );
    expect((await handle(request)).status).toBe(200);
  });

  it('sends nothing that the reader has', async () => {
    const { get } = make(['<rss/>']);
    const tag = (await get()).headers.get('ETag') ?? '';
    for (const headers of [
      { 'If-None-Match': tag },
      { 'If-None-Match': `"x", W/${tag}` },
      { 'If-None-Match': '*' },
      { 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' },
    ] as Record<string, string>[]) {
      const answer = await get(headers);
      expect([answer.status, await answer.text(), answer.headers.get('ETag')]).toEqual([304, '', tag]);
    }
    const stale = { 'If-None-Match': '"x"', 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' };
    expect((await get(stale)).status).toBe(200);
    expect((await get({ 'If-Modified-Since': 'Wed, 31 Dec 2025 00:00:00 GMT' })).status).toBe(200);
  });

  it('knows HEAD, and no other path or method', async () => {
    const { get } = make(['<rss/>']);
    const head = await get({}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('Content-Length')]).toEqual([200, '', '6']);
    expect((await get({}, 'GET', '/atom.xml')).status).toBe(404);
    expect((await get({}, 'POST')).headers.get('Allow')).toBe('GET, HEAD');
  });

  it('tries again what failed', async () => {
    const { get } = make(['fail', '<rss/>']);
    await expect(get()).rejects.toThrow('no database');
    expect((await get()).status).toBe(200);
  });
});

describe('expressHandler', () => {
  it('answers in a server of Node, and leaves other paths to the next one', async () => {
    const handle = expressHandler(() => ({
      files: [{ path: 'feed.json', type: 'application/feed+json', text: '{}' }],
    }));
    const { url, server } = await startServer((request, response) => {
      void handle(request, response, () => {
        response.statusCode = 404;
        response.end('next');
      });
    });
    try {
      const answer = await fetch(`${url}/feed.json`);
      expect([await answer.text(), answer.headers.get('Content-Type')]).toEqual([
        '{}',
        'application/feed+json',
      ]);
      const headers = { 'If-None-Match': answer.headers.get('ETag') ?? '' };
      expect((await fetch(`${url}/feed.json`, { headers })).status).toBe(304);
      expect(await (await fetch(`${url}/other`)).text()).toBe('next');
    } finally {
      server.close();
    }
  });
});
