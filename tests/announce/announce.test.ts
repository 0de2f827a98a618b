import { afterEach, describe, expect, it, test } from 'vitest';
import { announce } from '../../src/announce/announce.ts';
import { type Attempt, persist } from '../../src/announce/persist.ts';
import { serve, serveHub, type TestServer } from './hub.ts';

const FEED = '<rss version="2.0"/>';
const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
const keep = <Server extends TestServer>(server: Server): Server => {
  open.push(server);
  return server;
};

/** Patience without waiting, but for an `answer` in ms; `waits` has what was waited for, in seconds. */
function patient(seconds = 300, answer = 600_000) {
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms / 1000);
  const elapsed = () => waits.reduce((sum, wait) => sum + wait * 1000, 0);
  return { waits, patience: { until: seconds * 1000, elapsed, answer, sleep } };
}

/** A site whose feed is the new one from the given visit on. */
const serveSite = async (from = 1) => {
  let visits = 0;
  return keep(
    await serve((_, __, response) => {
      visits += 1;
      response.end(visits >= from ? FEED : '<rss/>');
    }),
  );
};

/** A hub that gives these answers, and then says yes. */
async function serveAnswers(...answers: readonly { status: number; headers?: Record<string, string> }[]) {
  const seen: { authorization: string | undefined; body: string }[] = [];
  const server = await serve((request, body, response) => {
    const { status, headers } = answers[seen.length] ?? { status: 204 };
    seen.push({ authorization: request.headers.authorization, body });
    response.writeHead(status, headers).end();
  });
  return { ...keep(server), seen };
}

const topicAt = (site: TestServer) => ({ url: `${site.url}rss.xml`, bytes: Buffer.from(FEED) });

describe('announce', () => {
  it('brings a feed to the subscribers of a hub', async () => {
    const [site, hub] = [await serveSite(), keep(await serveHub())];
    const topic = topicAt(site);
    const received: { body: string; link: string | undefined }[] = [];
    const callback = keep(
      await serve((request, body, response) => {
        const challenge = new URL(request.url ?? '', 'http://x').searchParams.get('hub.challenge');
        if (request.method === 'POST') received.push({ body, link: String(request.headers.link) });
        response.end(challenge ?? '');
      }),
    );
    const wish = { 'hub.mode': 'subscribe', 'hub.topic': topic.url, 'hub.callback': callback.url };
    expect((await fetch(hub.url, { method: 'POST', body: new URLSearchParams(wish) })).status).toBe(202);
    const { patience, waits } = patient();
    await expect
      .poll(async () => {
        await announce([topic], hub, patience);
        return received[0]?.body;
      })
      .toBe(FEED);
    expect(received[0]?.link).toBe(`<${hub.url}>; rel="hub", <${topic.url}>; rel="self"`);
    expect(Object.fromEntries(hub.notices[0] ?? [])).toEqual({
      'hub.mode': 'publish',
      'hub.url': topic.url,
      'hub.topic': topic.url,
    });
    expect(waits).toEqual([]);
  });

  it('waits until the live document is the built one, and only then tells the hub', async () => {
    const [site, hub] = [await serveSite(4), await serveAnswers()];
    const { patience, waits } = patient();
    expect(await announce([topicAt(site)], hub, patience)).toEqual([{ url: `${site.url}rss.xml` }]);
    expect(waits).toEqual([1, 2, 4]);
    expect(hub.seen.length).toBe(1);
  });

  it('tells the hub nothing while an old document is live', async () => {
    const [site, hub] = [await serveSite(1e9), await serveAnswers()];
    const { patience, waits } = patient(20);
    const [done] = await announce([topicAt(site)], hub, patience);
    expect(done?.reason).toBe('the live document is still the old one');
    expect(waits).toEqual([1, 2, 4, 8]);
    expect(hub.seen).toEqual([]);
  });

  it('waits as long as a busy hub asks for', async () => {
    const date = 'Tue, 24 Nov 2026 00:00:00 GMT';
    const later = 'Tue, 24 Nov 2026 00:01:30 GMT';
    const hub = await serveAnswers(
      { status: 429, headers: { 'retry-after': '17' } },
      { status: 503, headers: { 'retry-after': later, date } },
      { status: 429, headers: { 'retry-after': 'soon' } },
    );
    const { patience, waits } = patient();
    expect(await announce([topicAt(await serveSite())], hub, patience)).toEqual([
      { url: expect.any(String) },
    ]);
    expect(waits).toEqual([17, 90, 4]);
    expect(hub.seen.length).toBe(4);
  });

  it('gives up when the hub asks for more than the patience', async () => {
    const hub = await serveAnswers({ status: 429, headers: { 'retry-after': '9999' } });
    const { patience, waits } = patient();
    const [done] = await announce([topicAt(await serveSite())], hub, patience);
    expect(done?.reason).toBe('the hub answers 429');
    expect(waits).toEqual([]);
  });

  it('tries again after errors of a server, up to the patience', async () => {
    const broken = Array.from({ length: 99 }, () => ({ status: 500 }));
    const { patience, waits } = patient(300);
    const [done] = await announce([topicAt(await serveSite())], await serveAnswers(...broken), patience);
    expect(done?.reason).toBe('the hub answers 500');
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test.each([400, 401, 403, 404, 410])('does not repeat what the hub refuses: %i', async (status) => {
    const hub = await serveAnswers({ status });
    const { patience } = patient();
    const [done] = await announce([topicAt(await serveSite())], hub, patience);
    expect(done?.reason).toBe(`the hub answers ${status}`);
    expect(hub.seen.length).toBe(1);
  });

  it('does not follow a hub elsewhere, with or without a token', async () => {
    const other = await serveAnswers();
    const hub = await serveAnswers({ status: 307, headers: { location: other.url } });
    const { patience } = patient();
    const [done] = await announce([topicAt(await serveSite())], { url: hub.url, token: 't0p' }, patience);
    expect(done?.reason).toBe(`the hub has moved to ${other.url}`);
    expect(hub.seen[0]?.authorization).toBe('Bearer t0p');
    expect(other.seen).toEqual([]);
  });

  it('says that a hub is gone', async () => {
    const gone = await serve(() => undefined);
    await gone.close();
    const { patience, waits } = patient(2);
    const [done] = await announce([topicAt(await serveSite())], gone, patience);
    expect(done?.reason).toBe("the hub can't be reached: ECONNREFUSED");
    expect(waits).toEqual([1]);
  });

  it('says that a hub does not answer', async () => {
    const silent = keep(await serve(() => undefined));
    const { patience } = patient(0, 300);
    const [done] = await announce([topicAt(await serveSite())], silent, patience);
    expect(done?.reason).toBe('the hub does not answer within 0.3 seconds');
  });

  it('has one patience for all feeds, however many', async () => {
    const [hub, old] = [await serveAnswers(), await serveSite(1e9)];
    const { patience, waits } = patient(60);
    const done = await announce(
      Array.from({ length: 30 }, () => topicAt(old)),
      hub,
      patience,
    );
    expect(done.every(({ reason }) => reason !== undefined)).toBe(true);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThanOrEqual(60);
  });

  it('tells of each feed alone, in order', async () => {
    const [hub, good, old] = [await serveAnswers(), await serveSite(), await serveSite(1e9)];
    const { patience } = patient(1);
    const topics = Array.from({ length: 30 }, (_, i) => topicAt(i % 2 === 0 ? good : old));
    const done = await announce(topics, hub, patience);
    expect(done.map(({ reason }) => reason === undefined)).toEqual(topics.map((_, i) => i % 2 === 0));
    expect(hub.seen.length).toBe(15);
  });
});

test('nothing is tried after it is done, and nothing is waited for without patience', async () => {
  let tries = 0;
  const again: Attempt = { kind: 'again', reason: 'no' };
  const { patience, waits } = patient(0);
  expect(
    await persist(async () => {
      tries += 1;
      return again;
    }, patience),
  ).toBe('no');
  expect({ tries, waits }).toEqual({ tries: 1, waits: [] });
});

test('a server that never answers does not make it last longer than it may', async () => {
  let now = 0;
  const given: number[] = [];
  const silent = async (timeout: number): Promise<Attempt> => {
    given.push(timeout);
    now += timeout;
    return { kind: 'again', reason: 'silent' };
  };
  const patience = {
    until: 30_000,
    elapsed: () => now,
    answer: 20_000,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  expect(await persist(silent, patience)).toBe('silent');
  expect(given).toEqual([20_000, 9000]);
  expect(now).toBe(30_000);
  // Each feed is still tried once, for a moment; of very many the last are not.
  const late = [];
  for (let i = 0; i < 20; i++) late.push(await persist(silent, patience));
  expect(late.filter((reason) => reason === 'silent').length).toBe(11);
  expect(now).toBe(41_000);
});
