import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeFile } from '../../src/network/probe-file.ts';
import type { Resolver } from '../../src/network/request.ts';
import { checkLive } from '../../src/probe/check-live.ts';

/** One machine stands for the internet, the other for the network of whoever runs the command. */
const [PUBLIC, PRIVATE] = ['127.0.0.1', '127.0.0.2'];
const asked: string[] = [];
/** Where `/go` leads. */
let target = '';

const servers = [PUBLIC, PRIVATE].map((address) =>
  createServer((request, response) => {
    asked.push(`${request.method} ${address}${request.url}`);
    if (request.url === '/go') response.writeHead(302, { location: target }).end();
    else response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound');
  }),
);
let port = 0;
const listen = (server: Server | undefined, at: number, host: string) =>
  new Promise<void>((ready) => server?.listen(at, host, ready));

beforeAll(async () => {
  if (process.platform === 'darwin') return;
  await listen(servers[0], 0, PUBLIC);
  port = (servers[0]?.address() as AddressInfo).port;
  await listen(servers[1], port, PRIVATE);
});
afterAll(() => {
  for (const server of servers) server.close();
});

/** Hosts whose name says where they are. */
const resolver: Resolver = {
  lookup: ((host: string, { all }: { all?: boolean }, done: (...found: unknown[]) => void) => {
    const address = host.startsWith('inner') ? PRIVATE : PUBLIC;
    if (all) done(null, [{ address, family: 4 }]);
    else done(null, address, 4);
  }) as unknown as typeof lookup,
  isPrivate: (address) => address === PRIVATE,
};

/** What is said of a file, and who was asked. */
async function probe(url: string, ownHost: string, to = '') {
  asked.length = 0;
  target = to.replace('PORT', String(port));
  const probed = await probeFile(url.replace('PORT', String(port)), { ownHost, resolver });
  return 'reason' in probed ? probed.reason.replaceAll(`:${port}`, '') : 'was read';
}

const REFUSED =
  'is not at a public address; only the host of the site or feed itself may be on this machine or its network';

/** Linux and Windows take all of 127.0.0.0/8 for this machine. */
describe.skipIf(process.platform === 'darwin')('the audio that an article or a feed names', () => {
  it('is asked for on a public host, also after a redirect', async () => {
    expect(await probe('http://a.test:PORT/one.mp3', 'pod.test')).toBe('was read');
    expect(await probe('http://a.test:PORT/go', 'pod.test', 'http://b.test:PORT/one.mp3')).toBe('was read');
  });

  it.each([
    ['a name', 'http://inner.test:PORT/one.mp3'],
    ['an address', `http://${PRIVATE}:PORT/one.mp3`],
    ['an address in another notation', 'http://0x7f000002:PORT/one.mp3'],
  ])('is not asked for on a private host, not even with HEAD: %s', async (_, url) => {
    expect(await probe(url, 'pod.test')).toBe(REFUSED);
    expect(await probe(url, '')).toBe(REFUSED);
    expect(asked).toEqual([]);
  });

  it.each([
    '10.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '127.0.0.1',
    '[::1]',
    '[fd00::1]',
    '[::ffff:10.0.0.1]',
    '0',
  ])('is not asked for at %s, whatever the system says of it', async (address) => {
    const probed = await probeFile(`http://${address}:${port}/one.mp3`, {
      ownHost: 'pod.test',
      timeout: 2000,
    });
    expect(probed).toEqual({ reason: REFUSED });
    expect(asked).toEqual([]);
  });

  it('leads from a public host to no private one', async () => {
    const said = await probe('http://a.test:PORT/go', 'pod.test', 'http://inner.test:PORT/one.mp3');
    expect(said).toBe('redirects to inner.test, which is not a public address');
    expect(asked).toEqual([`HEAD ${PUBLIC}/go`]);
  });

  it('is asked for on the private host of the site itself, and on no other that it leads to', async () => {
    expect(await probe('http://inner.test:PORT/one.mp3', 'inner.test')).toBe('was read');
    const said = await probe('http://inner.test:PORT/go', 'inner.test', 'http://inner-too.test:PORT/one.mp3');
    expect(said).toBe('redirects to inner-too.test, which is not a public address');
  });

  it('is asked for by check --live only as far as that', async () => {
    asked.length = 0;
    const enclosure = (url: string) => `<item><enclosure url="${url}" length="5" type="audio/mpeg"/></item>`;
    const feed = `<rss version="2.0"><channel>${enclosure(`http://inner.test:${port}/a.mp3`)}\n${enclosure(`http://a.test:${port}/b.mp3`)}</channel></rss>`;
    const found = await checkLive(Buffer.from(feed), 'rss.xml', { ownHost: 'pod.test', resolver });
    expect(found.filter(({ code }) => code === 'live-failed').map(({ line }) => line)).toEqual([1]);
    expect(asked.every((request) => request.includes(`${PUBLIC}/b.mp3`))).toBe(true);
  });
});
